import { type Case, documented, guess } from '../case.ts'

const secretId = 'AKID-conformance'
const secretKey = 'conformance-key'
const temporary = { secretId, secretKey, token: 'conformance-token' }
const permanent = { secretId, secretKey }

const malformed = 'AuthFailure.InvalidAuthorization'
const mismatch = 'AuthFailure.SignatureFailure'

export const authenticationCases: Case[] = [
  guess(malformed, 'no Authorization', { wire: { headers: { authorization: null } } }),
  documented(malformed, 'an Authorization of another scheme', { wire: { headers: { authorization: 'Bearer abc' } } }),
  documented(malformed, 'an Authorization that ends early', {
    wire: { headers: { authorization: 'TC3-HMAC-SHA256 Credential=a/2018-10-09/faceid/tc3_request' } },
  }),
  documented(malformed, 'an Authorization that does not sign host', {
    wire: { headers: { authorization: authorizationWith('content-type') } },
  }),
  documented(malformed, 'an Authorization that does not sign content-type', {
    wire: { headers: { authorization: authorizationWith('host') } },
  }),
  guess(malformed, 'signed headers out of order', {
    wire: { headers: { authorization: authorizationWith('host;content-type') } },
  }),
  documented('AuthFailure.SecretIdNotFound', 'a SecretId that there is not', {
    setup: { credential: { secretId: 'AKID-somebody-else', secretKey: 'x' } },
  }),
  documented(mismatch, 'a key with one letter changed', {
    setup: { credential: { secretId, secretKey: 'conformance-kez' } },
    emulator: { credentials: [permanent] },
  }),
  documented(mismatch, 'a body with one letter changed', {
    parameters: { Extra: 'abc' },
    wire: { body: (text) => text.replace('abc', 'abd') },
  }),
  documented(mismatch, 'a space put into the body', { wire: { body: (text) => `${text} ` } }),
  documented(mismatch, 'a signed header with one letter changed', {
    wire: { headers: { 'content-type': 'application/json; charset=utf-8' } },
  }),
  documented(mismatch, 'the host changed', { wire: { headers: { host: 'faceid.example.com' } } }),
  documented('AuthFailure.SignatureExpire', 'signed more than five minutes ago', {
    fault: { kind: 'clock-skew', seconds: 330 },
  }),
  documented('AuthFailure.SignatureExpire', 'signed more than five minutes ahead', {
    fault: { kind: 'clock-skew', seconds: -330 },
  }),
  documented('ok', 'signed less than five minutes ago', { fault: { kind: 'clock-skew', seconds: 270 } }),
  documented('ok', 'signed less than five minutes ahead', { fault: { kind: 'clock-skew', seconds: -270 } }),
  documented('MissingParameter', 'no timestamp', { wire: { headers: { 'x-tc-timestamp': null } } }),
  guess('InvalidParameter', 'a timestamp that is not a number', { wire: { headers: { 'x-tc-timestamp': 'now' } } }),
  documented('ok', 'temporary credentials with their token', {
    setup: { credential: temporary },
    emulator: { credentials: [temporary] },
  }),
  documented('AuthFailure.TokenFailure', 'temporary credentials with another token', {
    setup: { credential: { ...temporary, token: 'conformance-tokem' } },
    emulator: { credentials: [temporary] },
  }),
  guess('AuthFailure.TokenFailure', 'temporary credentials without their token', {
    setup: { credential: permanent },
    emulator: { credentials: [temporary] },
  }),
  guess('AuthFailure.TokenFailure', 'a token with permanent credentials', {
    setup: { credential: temporary },
    emulator: { credentials: [permanent] },
  }),
  guess(mismatch, 'a wrong key is told before a wrong parameter', {
    parameters: { Bogus: 1 },
    setup: { credential: { secretId, secretKey: 'conformance-kez' } },
    emulator: { credentials: [permanent] },
  }),
]

function authorizationWith(signedHeaders: string): string {
  const scope = '2018-10-09/faceid/tc3_request'
  return `TC3-HMAC-SHA256 Credential=a/${scope}, SignedHeaders=${signedHeaders}, Signature=${'0'.repeat(64)}`
}
