/** A description from the spec: paragraphs with code in backticks. */
export function Prose({ text }: { text: string }) {
  // Odd pieces stand between backticks.
  const pieces = text.replaceAll(/\s*\n\s*/g, ' ').split('`')
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}</>
}
