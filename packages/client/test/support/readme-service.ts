// Loaded before a snippet of the README: an emulator and a provider of credentials stand where the snippet calls.
import { createEmulator, developmentCredential } from '@tc3-edge/emulator'

const temporary = { secretId: 'temporary', secretKey: 'key', token: 'session' }
const emulator = createEmulator({ credentials: [developmentCredential, temporary] })

globalThis.fetch = async (input, init) => {
  const { hostname } = new URL(input instanceof Request ? input.url : input)
  if (hostname.endsWith('.tencentcloudapi.com')) return emulator.fetch(input, init)
  const Credentials = { TmpSecretId: temporary.secretId, TmpSecretKey: temporary.secretKey, Token: temporary.token }
  return Response.json({ Credentials, ExpiredTime: Math.floor(Date.now() / 1000) + 3600 })
}
