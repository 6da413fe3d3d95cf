import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { html } from 'hono/html'
import { openapi } from '../generated/openapi.ts'
import { type ProblemType, problems } from '../generated/problems.ts'

/** A page, served to browsers as HTML and to others as plain text. */
interface Page {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly links: readonly Link[]
}

interface Link {
  /** Undefined where a browser can't open it, such as a path that only takes POST. */
  readonly href?: string
  readonly name: string
  readonly text: string
}

const keyAdvice: Readonly<Record<ProblemType['idempotencyKey'], string>> = {
  same: 'Use the same Idempotency-Key again.',
  new: 'Use a new Idempotency-Key.',
  either: 'The Idempotency-Key makes no difference: nothing was carried out.',
}

/** The page at `/`: what this server is, and its operations. */
export const home: Page = {
  title: openapi.info.title,
  paragraphs: [openapi.info.summary],
  links: Object.entries(openapi.paths)
    .filter(([path]) => path !== '/')
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { summary }]) => ({
        ...(method === 'get' && !path.includes('{') && { href: path }),
        name: `${method.toUpperCase()} ${path}`,
        text: summary,
      })),
    ),
}

/** Returns the page at `/problems/{code}`; undefined for an unknown code. */
export function explainProblem(code: string): Page | undefined {
  const problem = Object.entries(problems).find(([name]) => name === code)?.[1]
  if (problem === undefined) return undefined
  const { title, status, advice, idempotencyKey } = problem
  return {
    title: `${title} (${code}, HTTP ${status})`,
    paragraphs: [advice, keyAdvice[idempotencyKey]],
    links: [],
  }
}

export function pageResponse(c: Context, page: Page): Response | Promise<Response> {
  const supports = ['text/html', 'text/plain']
  c.header('Vary', 'Accept', { append: true })
  if (accepts(c, { header: 'Accept', supports, default: 'text/plain' }) === 'text/plain') return c.text(asText(page))
  c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  return c.html(asHtml(page))
}

function asText({ title, paragraphs, links }: Page): string {
  const lines = links.map(({ name, text }) => `${name}  ${text}`)
  return `${[title, paragraphs.join('\n'), ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')}\n`
}

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { max-width: 40rem; margin: 4rem auto; padding: 0 1.25rem }
  h1 { font-size: 1.5rem; line-height: 1.25; text-wrap: balance }
  dt { margin-top: 1rem; font-family: ui-monospace, monospace }
  dd { margin: 0 }
`

function asHtml({ title, paragraphs, links }: Page) {
  return html`<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${title}</title>
  <style>${style}</style>
  <h1>${title}</h1>
  ${paragraphs.map((text) => html`<p>${text}</p>`)}
  <dl>
    ${links.map(({ href, name, text }) => html`<dt>${href === undefined ? name : html`<a href="${href}">${name}</a>`}</dt><dd>${text}</dd>`)}
  </dl>
</html>
`
}
