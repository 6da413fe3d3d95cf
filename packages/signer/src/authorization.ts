/**
 * The value of the `Authorization` header (Signature v3, step 4).
 *
 * @param secretId of the credentials that signed.
 * @param scope as {@link credentialScope} gives it.
 * @param signedHeaders the names given to {@link canonicalHeaders}, joined by `;`.
 * @param signature as {@link SigningKey.sign} gives it.
 */
export function authorization(secretId: string, scope: string, signedHeaders: string, signature: string): string {
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}
