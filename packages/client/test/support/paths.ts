/** Two operations as openapi-typescript writes them, the second with a required parameter. */
export interface paths {
  '/#X-TC-Action=ApplySdkVerificationToken': { post: operations['ApplySdkVerificationToken'] }
  '/#X-TC-Action=DescribeSecret': { post: operations['DescribeSecret'] }
}

interface Headers<Action extends string> {
  'X-TC-Action': Action
  'X-TC-Version': '2018-03-01'
  'X-TC-Region': 'ap-jakarta' | 'ap-singapore'
  'X-TC-Timestamp': number
  'X-TC-Token'?: string
  'X-TC-Language'?: 'zh-CN' | 'en-US'
}

interface ErrorResponse {
  Error: { Code: 'InternalError' | (string & {}); Message: string }
  RequestId: string
}

interface Operation<Action extends string, Request, Response> {
  parameters: { query?: never; header: Headers<Action>; path?: never; cookie?: never }
  requestBody: { content: { 'application/json': Request } }
  responses: {
    200: {
      headers: { [name: string]: unknown }
      content: { 'application/json': { Response: Response | ErrorResponse } }
    }
  }
}

interface operations {
  ApplySdkVerificationToken: Operation<
    'ApplySdkVerificationToken',
    { CheckMode?: 1 | 2 | 3; IdCardType?: 'HK' | 'ML' | (string & {}); CompareImage?: string; Extra?: string },
    { SdkToken: string; RequestId: string }
  >
  DescribeSecret: Operation<
    'DescribeSecret',
    { SecretName: string },
    { Kind: 'plain' | (string & {}); RequestId: string }
  >
}
