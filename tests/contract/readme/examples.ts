import { readFile } from 'node:fs/promises'

export interface Example {
  /** The heading that it stands under. */
  readonly heading: string
  readonly code: string
}

/** The TypeScript of a README, block by block. */
export async function examplesOf(readme: string): Promise<Example[]> {
  const examples: Example[] = []
  for (const section of (await readFile(readme, 'utf8')).split(/^#+ /m)) {
    const heading = /.*/.exec(section)?.[0] ?? ''
    for (const [, code = ''] of section.matchAll(/^```ts\n(.*?)^```/gms)) examples.push({ heading, code })
  }
  return examples
}
