import { equal } from '../assert.ts'
import { CASES_PER_KIND, type CaseKind, caseKinds, type RandomCase } from '../random-case.ts'
import type { Context, Test } from '../suite.ts'

export const random: readonly Test[] = caseKinds.map((kind) => ({
  name: `${CASES_PER_KIND} random requests with ${kind}`,
  run: (context) => compare(context, kind),
}))

async function compare({ signer, cases }: Context, kind: CaseKind): Promise<void> {
  let compared = 0
  for (const given of cases.filter((one) => one.kind === kind)) {
    const { credentials, service, method, url, headers, body, timestamp, signedHeaders, unsignedPayload } = given
    const made = signer.createSigner({ credentials, service, dangerouslyAllowLongTermSecretsInBrowser: true })
    const signed = await made.sign(
      { method, url, headers, body: body && bodyOf(body) },
      { timestamp, signedHeaders, unsignedPayload },
    )
    equal(signed.authorization, given.authorization, JSON.stringify({ url, headers, body }))
    equal(signed['x-tc-token'], credentials.token, 'x-tc-token')
    compared++
  }
  equal(compared, CASES_PER_KIND, 'requests compared')
}

function bodyOf({ as, text }: NonNullable<RandomCase['body']>): string | ArrayBuffer | ArrayBufferView {
  if (as === 'string') return text
  const bytes = new TextEncoder().encode(text)
  if (as === 'bytes') return bytes
  const padded = new Uint8Array(bytes.length + 7)
  padded.set(bytes, 3)
  if (as === 'view with an offset') return padded.subarray(3, 3 + bytes.length)
  if (as === 'DataView') return new DataView(padded.buffer, 3, bytes.length)
  return padded.slice(3, 3 + bytes.length).buffer
}
