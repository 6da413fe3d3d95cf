// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/#X-TC-Action=ApplySdkVerificationToken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply for the token that one run of the Identity Verification SDK needs.
         * @description Call it before every verification. The token starts the verification on the device and later fetches its result.
         *
         *     At most 20 requests a second are accepted. There is no idempotency input: when an answer is lost, the token in it
         *     is lost too, and asking again issues another one.
         */
        post: operations["ApplySdkVerificationToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What kind of verification the token is for. Every field is optional. */
        ApplySdkVerificationTokenRequest: {
            /**
             * @description The verification mode.
             *     - `1`: OCR, liveness detection and face comparison
             *     - `2`: liveness detection and face comparison (needs `CompareImage`)
             *     - `3`: liveness detection
             * @default 1
             * @enum {integer}
             */
            CheckMode?: 1 | 2 | 3;
            /**
             * @description How liveness is detected.
             *     - `1`: by video
             *     - `2`: by motion
             *     - `3`: by reflection
             *     - `4`: by motion and reflection
             * @default 4
             * @enum {integer}
             */
            SecurityLevel?: 1 | 2 | 3 | 4;
            /**
             * @description The identity document.
             *     - `HK`: Hong Kong (China) identity card
             *     - `ML`: Malaysian identity card
             *     - `IndonesiaIDCard`: Indonesian identity card
             *     - `PhilippinesVoteID`: Philippine voter's ID card
             *     - `PhilippinesDrivingLicense`: Philippine driver's license
             *     - `PhilippinesTinID`: Philippine TIN ID card
             *     - `PhilippinesSSSID`: Philippine SSS ID card
             *     - `PhilippinesUMID`: Philippine UMID card
             *     - `MLIDPassport`: passport issued in Hong Kong, Macao, Taiwan (China) or another country or region
             *     - `MacaoIDCard`: Macao identity card
             *     - `ThailandIDCard`: Thai identity card
             *     - `MainlandIDCard`: Chinese mainland identity card
             *     - `SingaporeIDCard`: Singaporean identity card
             *     - `JapanIDCard`: Japanese identity card
             *     - `MLDrivingLicense`: Malaysian driving license
             *     - `IndonesiaDrivingLicense`: Indonesian driving license
             *     - `ThailandDrivingLicense`: Thai driving license
             *     - `SingaporeDrivingLicense`: Singaporean driving license
             *     - `JapanDrivingLicense`: Japanese driving license
             *     - `TaiWanIDCard`: Taiwan identity card
             *     - `HMTPermit`: exit-entry permit (card) for travel to and from Hong Kong, Macao or Taiwan
             * @default HK
             * @enum {string}
             */
            IdCardType?: "HK" | "ML" | "IndonesiaIDCard" | "PhilippinesVoteID" | "PhilippinesDrivingLicense" | "PhilippinesTinID" | "PhilippinesSSSID" | "PhilippinesUMID" | "MLIDPassport" | "MacaoIDCard" | "ThailandIDCard" | "MainlandIDCard" | "SingaporeIDCard" | "JapanIDCard" | "MLDrivingLicense" | "IndonesiaDrivingLicense" | "ThailandDrivingLicense" | "SingaporeDrivingLicense" | "JapanDrivingLicense" | "TaiWanIDCard" | "HMTPermit" | (string & {});
            /**
             * @description Whether the authenticity of the identity card is checked (Hong Kong cards only). The document's table leaves
             *     this field out; the document's example sends it.
             */
            NeedVerifyIdCard?: boolean;
            /**
             * @description The photo to compare with, in Base64 without a `data:` prefix. Required when `CheckMode` is 2. The whole
             *     request may be 10 MB.
             */
            CompareImage?: string;
            /**
             * @description Whether users are kept from editing the OCR result. Documented as not applied at present.
             * @default false
             */
            DisableChangeOcrResult?: boolean;
            /**
             * @description Whether OCR warnings are switched off. While they are on (`false`), no OCR result is returned if there is a
             *     warning. Applies to Hong Kong (China) and Malaysian identity cards and to passports.
             * @default false
             */
            DisableCheckOcrWarnings?: boolean;
            /**
             * @description Passed through, and returned with the result of the verification. At most 1,024 characters (the document says
             *     "bits").
             */
            Extra?: string;
            /**
             * @description The motions to ask for: one, or two different ones with a comma between, out of `blink`, `mouth`, `nod` and
             *     `shake`. Only where `SecurityLevel` is 2 or 4; the API answers an error otherwise.
             * @default blink
             * @example blink
             * @example blink,mouth
             */
            ActionList?: string;
        };
        ApplySdkVerificationTokenResponse: {
            /**
             * @description The token of one verification. The document says it is valid for 7,200 seconds. After the verification, its
             *     result is fetched with it.
             */
            SdkToken: string;
            RequestId: components["schemas"]["RequestId"];
        };
        ErrorResponse: {
            Error: {
                Code: components["schemas"]["ErrorCode"];
                /** @description For people. Its wording changes without notice. */
                Message: string;
            };
            RequestId: components["schemas"]["RequestId"];
        };
        /** @description Names this request when you ask Tencent Cloud about it. */
        RequestId: string;
        /**
         * @description The common error codes of API 3.0. This API has none of its own; codes not listed here may come.
         * @enum {string}
         */
        ErrorCode: "ActionOffline" | "AuthFailure.InvalidAuthorization" | "AuthFailure.InvalidSecretId" | "AuthFailure.MFAFailure" | "AuthFailure.SecretIdNotFound" | "AuthFailure.SignatureExpire" | "AuthFailure.SignatureFailure" | "AuthFailure.TokenFailure" | "AuthFailure.UnauthorizedOperation" | "DryRunOperation" | "FailedOperation" | "InternalError" | "InvalidAction" | "InvalidParameter" | "InvalidParameterValue" | "InvalidRequest" | "IpInBlacklist" | "IpNotInWhitelist" | "LimitExceeded" | "MissingParameter" | "NoSuchProduct" | "NoSuchVersion" | "RequestLimitExceeded" | "RequestLimitExceeded.GlobalRegionUinLimitExceeded" | "RequestLimitExceeded.IPLimitExceeded" | "RequestLimitExceeded.UinLimitExceeded" | "RequestSizeLimitExceeded" | "ResourceInUse" | "ResourceInsufficient" | "ResourceNotFound" | "ResourceUnavailable" | "ResourceUnavailable.InArrears" | "ResponseSizeLimitExceeded" | "ServiceUnavailable" | "UnauthorizedOperation" | "UnknownParameter" | "UnsupportedOperation" | "UnsupportedProtocol" | "UnsupportedRegion" | (string & {});
    };
    responses: never;
    parameters: {
        /** @description The version of the API. */
        "X-TC-Version": "2018-03-01";
        /** @description The region that serves the call. */
        "X-TC-Region": "ap-bangkok" | "ap-hongkong" | "ap-jakarta" | "ap-singapore" | "sa-saopaulo";
        /** @description The time of signing in UNIX seconds. More than five minutes off is `AuthFailure.SignatureExpire`. */
        "X-TC-Timestamp": number;
        /** @description The session token of temporary credentials. Required with them, wrong without them. */
        "X-TC-Token": string;
        /** @description The language of error messages. */
        "X-TC-Language": "zh-CN" | "en-US";
        /** @description Sent only when the payload is left out of the signature. */
        "X-TC-Content-SHA256": "UNSIGNED-PAYLOAD";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ApplySdkVerificationToken: {
        parameters: {
            query?: never;
            header: {
                /** @description The action that is called. */
                "X-TC-Action": "ApplySdkVerificationToken";
                /** @description The version of the API. */
                "X-TC-Version": components["parameters"]["X-TC-Version"];
                /** @description The region that serves the call. */
                "X-TC-Region": components["parameters"]["X-TC-Region"];
                /** @description The time of signing in UNIX seconds. More than five minutes off is `AuthFailure.SignatureExpire`. */
                "X-TC-Timestamp": components["parameters"]["X-TC-Timestamp"];
                /** @description The session token of temporary credentials. Required with them, wrong without them. */
                "X-TC-Token"?: components["parameters"]["X-TC-Token"];
                /** @description The language of error messages. */
                "X-TC-Language"?: components["parameters"]["X-TC-Language"];
                /** @description Sent only when the payload is left out of the signature. */
                "X-TC-Content-SHA256"?: components["parameters"]["X-TC-Content-SHA256"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplySdkVerificationTokenRequest"];
            };
        };
        responses: {
            /** @description A token, or an error. Both come with status 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        Response: components["schemas"]["ApplySdkVerificationTokenResponse"] | components["schemas"]["ErrorResponse"];
                    };
                };
            };
        };
    };
}
