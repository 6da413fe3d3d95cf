/** The part of the official SDK for international accounts that is used here; it comes without types. */
declare module 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/faceid/index.js' {
  class Client {
    constructor(credential: object, region: string, profile: object)
    ApplySdkVerificationToken(parameters: object, done: (error: unknown, answer: unknown) => void): void
  }
  const faceid: { v20180301: { Client: typeof Client } }
  export default faceid
}

declare module 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js' {
  const common: {
    ClientProfile: new (signMethod: string, httpProfile: object) => object
    Credential: new (secretId: string, secretKey: string) => object
    HttpProfile: new (protocol: string, endpoint: string) => object
  }
  export default common
}
