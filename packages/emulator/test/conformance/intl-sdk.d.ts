/** The part of the official SDK for international accounts that is used here; it comes without types. */
declare module 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/faceid/index.js' {
  type Callback = (error: unknown, answer: unknown) => void
  class Client {
    apiVersion: string
    constructor(credential: object, region: string, profile: object)
    ApplySdkVerificationToken(request: object, callback: Callback): void
    GetSdkVerificationResult(request: object, callback: Callback): void
    request(action: string, request: object, response: object, callback: Callback): void
  }
  class Model {
    deserialize(fields: object): void
  }
  const faceid: { v20180301: { Client: typeof Client; Models: { ApplySdkVerificationTokenRequest: typeof Model } } }
  export default faceid
}

declare module 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js' {
  const common: {
    ClientProfile: new (signMethod: string, httpProfile: object) => object
    Credential: new (secretId: string, secretKey: string, token?: string) => object
    HttpProfile: new (
      protocol: string,
      endpoint: string,
      method: string,
      timeout: number,
      headers: Record<string, string>,
    ) => object
  }
  export default common
}
