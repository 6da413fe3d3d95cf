import { promisify } from 'node:util'
import common from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js'
import faceid from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/faceid/index.js'

const FaceidClient = faceid.v20180301.Client
const { ClientProfile, Credential, HttpProfile } = common

const official = new FaceidClient(
  new Credential(process.env.TENCENTCLOUD_SECRET_ID, process.env.TENCENTCLOUD_SECRET_KEY),
  'ap-singapore',
  new ClientProfile('TC3-HMAC-SHA256', new HttpProfile('http://', process.env.FACEID_HOST)),
)
type Answer = { SdkToken: string; RequestId: string }
const client = {
  ApplySdkVerificationToken: promisify<object, Answer>((params, callback) =>
    official.ApplySdkVerificationToken(params, (error, answer) => callback(error, answer as Answer)),
  ),
}

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
