import type { createSigner, SignedHeaders, SignerCrypto } from '@tc3-edge/signer'
import { CASES_PER_KIND, type CaseKind, caseKinds, type RandomCase } from '../../vectors/random-case.ts'
import { equal } from '../assert.ts'
import type { Context, Test } from '../suite.ts'

export const random: readonly Test[] = caseKinds.map((kind) => ({
  name: `${CASES_PER_KIND} random requests with ${kind}`,
  run: (context) => compare(context, kind),
}))

async function compare({ signer, crypto, cases }: Context, kind: CaseKind): Promise<void> {
  const given = cases.filter((one) => one.kind === kind)
  equal(given.length, CASES_PER_KIND, 'requests')
  for (const one of given) {
    const signed = await signCase(signer.createSigner, one, crypto)
    equal(signed.authorization, one.authorization, JSON.stringify(one))
    equal(signed['x-tc-token'], one.credentials.token, 'x-tc-token')
  }
}

/** Lets a signer of its own sign the request. */
export function signCase(
  create: typeof createSigner,
  given: RandomCase,
  crypto?: SignerCrypto,
): Promise<SignedHeaders> {
  const { credentials, service, method, url, headers, body, timestamp, signedHeaders, unsignedPayload } = given
  const signer = create({ credentials, service, crypto, dangerouslyAllowLongTermSecretsInBrowser: true })
  const request = { method, url, headers, body: body && bodyOf(body) }
  return signer.sign(request, { timestamp, signedHeaders, unsignedPayload })
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
