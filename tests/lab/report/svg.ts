/** The beginning of a picture that reads in light and in dark. */
export function svgHead(width: number, height: number, title: string, style: string): string[] {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `  <title>${escaped(title)}</title>`,
    `  <style>${style}\n  </style>`,
  ]
}

export function svgRect(kind: string, x: number, y: number, width: number, height: number): string {
  return `  <rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}"/>`
}

export function svgText(x: number, y: number, content: string, kind = ''): string {
  return `  <text class="${kind}" x="${x}" y="${Math.round(y * 10) / 10}">${escaped(content)}</text>`
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
