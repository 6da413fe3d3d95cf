import { CommonClient } from 'tencentcloud-sdk-nodejs-common'

type ClientConfig = ConstructorParameters<typeof CommonClient>[2]

/** What a product package of the official SDK (`tencentcloud-sdk-nodejs-*`) adds to the common one: a method per action. */
export class Client extends CommonClient {
  constructor(clientConfig: ClientConfig) {
    super('faceid.tencentcloudapi.com', '2018-03-01', clientConfig)
  }

  ApplySdkVerificationToken(req: object): Promise<{ SdkToken: string; RequestId: string }> {
    return this.request('ApplySdkVerificationToken', req)
  }
}
