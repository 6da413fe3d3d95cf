import { Client as FaceidClient } from '../support/product-client.ts'

const client = new FaceidClient({
  credential: {
    secretId: process.env.TENCENTCLOUD_SECRET_ID ?? '',
    secretKey: process.env.TENCENTCLOUD_SECRET_KEY ?? '',
  },
  region: 'ap-singapore',
  profile: {
    httpProfile: { protocol: 'http://', endpoint: process.env.FACEID_HOST ?? '' },
  },
})

const params = {
  CheckMode: 1,
  SecurityLevel: 4,
  NeedVerifyIdCard: true,
  Extra: 'fewfewf',
  IdCardType: 'HK',
} as const
client.ApplySdkVerificationToken(params).then(
  (data) => {
    console.log(data.SdkToken, data.RequestId)
  },
  (err) => {
    console.error('error', err.code, err.requestId)
  },
)
