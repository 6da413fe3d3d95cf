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
         * @description Call it before every verification. The token starts the verification on the device, and later gets its result.
         *
         *     At most 20 requests a second are accepted. There is no idempotency input: if a response is lost, its token is lost
         *     too, and a repeated request issues another one.
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
             * @description The identity document. Whether cards that the pages of 2026 no longer list still work is not known.
             *     - `HK`: Hong Kong (China) identity card
             *     - `ML`: Malaysian identity card
             *     - `IndonesiaIDCard`: Indonesian identity card
             *     - `PhilippinesVoteID`: Philippine voter's ID card
             *     - `PhilippinesDrivingLicense`: Philippine driver's license
             *     - `PhilippinesTinID`: Philippine TIN ID card
             *     - `PhilippinesSSSID`: Philippine SSS ID card
             *     - `PhilippinesUMID`: Philippine UMID card
             *     - `MLIDPassport`: passport issued in Hong Kong, Macao, Taiwan (China) or another country or region
             *     - `ThailandIDCard`: Thai identity card
             *     - `MainlandIDCard`: Chinese mainland identity card
             *     - `SingaporeIDCard`: Singaporean identity card
             *     - `HMTPermit`: exit-entry permit (card) for travel to and from Hong Kong, Macao or Taiwan
             *     - `MacaoIDCard`: Macao identity card (not listed in 2026)
             *     - `JapanIDCard`: Japanese identity card (not listed in 2026)
             *     - `MLDrivingLicense`: Malaysian driving license (not listed in 2026)
             *     - `IndonesiaDrivingLicense`: Indonesian driving license (not listed in 2026)
             *     - `ThailandDrivingLicense`: Thai driving license (not listed in 2026)
             *     - `SingaporeDrivingLicense`: Singaporean driving license (not listed in 2026)
             *     - `JapanDrivingLicense`: Japanese driving license (not listed in 2026)
             *     - `TaiWanIDCard`: Taiwan identity card (not listed in 2026)
             * @default HK
             */
            IdCardType?: "HK" | "ML" | "IndonesiaIDCard" | "PhilippinesVoteID" | "PhilippinesDrivingLicense" | "PhilippinesTinID" | "PhilippinesSSSID" | "PhilippinesUMID" | "MLIDPassport" | "MacaoIDCard" | "ThailandIDCard" | "MainlandIDCard" | "SingaporeIDCard" | "JapanIDCard" | "MLDrivingLicense" | "IndonesiaDrivingLicense" | "ThailandDrivingLicense" | "SingaporeDrivingLicense" | "JapanDrivingLicense" | "TaiWanIDCard" | "HMTPermit" | (string & {});
            /**
             * @description Whether the authenticity of the identity card is checked. Hong Kong cards only. The tables of the document and of
             *     2026 leave this field out; the document's example sends it, and every official SDK has it.
             */
            NeedVerifyIdCard?: boolean;
            /**
             * @description The photo to compare with, in Base64 without a `data:` prefix. Required when `CheckMode` is 2. The whole
             *     request may be 10 MB.
             */
            CompareImage?: string;
            /**
             * @description Whether users are kept from editing the OCR result. Documented as having no effect at present.
             * @default false
             */
            DisableChangeOcrResult?: boolean;
            /**
             * @description Whether OCR warnings are switched off. While they are on (`false`), no OCR result is returned if there is a
             *     warning. Hong Kong (China) and Malaysian identity cards and passports only.
             * @default false
             */
            DisableCheckOcrWarnings?: boolean;
            /**
             * @description The OCR warnings that stop the flow. Default: all of them.
             *     - `-9101`: the card is covered, or its border is incomplete
             *     - `-9102`: a copy
             *     - `-9103`: a photo of a screen
             *     - `-9104`: an edited picture
             *     - `-9107`: glare
             *     - `-9108`: blur
             *     - `-9901`: anything else
             */
            SelectedWarningCodes?: (-9101 | -9102 | -9103 | -9104 | -9107 | -9108 | -9901)[];
            /** @description Passed through, and returned with the result of the verification. At most 1,024 characters. */
            Extra?: string;
            /**
             * @description Which edition of the SDK is used. All but `BASIC` are enabled on request and have a price of their own.
             *     - `BASIC`: the plain verification
             *     - `ENHANCED`: with the risk of the device
             *     - `PRO`: with the type of an attack
             *     - `PLUS`: with both
             * @default BASIC
             */
            SdkVersion?: "BASIC" | "ENHANCED" | "PRO" | "PLUS" | (string & {});
            /**
             * @description The motions to ask for: one, or two different ones with a comma between, out of `blink`, `mouth`, `nod` and
             *     `shake`. Only where `SecurityLevel` is 2 or 4; the API answers an error otherwise.
             * @default blink
             * @example blink
             * @example blink,mouth
             */
            ActionList?: string;
            /**
             * @description Whether an expired document is accepted. Hong Kong cards only.
             * @default true
             */
            AllowExpiredDocument?: boolean;
            /**
             * @description Whether the SDK leaves out its page with the result.
             * @default false
             */
            SkipResultPage?: boolean;
            /**
             * @description Which fields of the OCR result the user sees. Default: all of them. Their names depend on the card:
             *     - `HK`: ChineseName, FullName, LicenseNumber, Birthday, Sex, IssuedDate, Permanent, Symbol, CurrentIssueDate
             *     - `ML`: FullName, LicenseNumber, Sex, Birthday, Type, FormattedAddress
             *     - `IndonesiaIDCard`: LicenseNumber, FullName, Sex, Birthday, FormattedAddress, Nationality, DueDate, IssuedDate,
             *       Street, Village, Area, Province, City, MaritalStatus, BloodType, Religion, Occupation
             *     - `PhilippinesVoteID`: FirstName, LastName, Birthday
             *     - `PhilippinesDrivingLicense`: LastName, FirstName, MiddleName, Sex, Birthday
             *     - `PhilippinesTinID`, `PhilippinesSSSID`: LicenseNumber, FullName, Birthday
             *     - `PhilippinesUMID`: Surname, MiddleName, GivenName, Sex, Birthday
             *     - `MLIDPassport`: LicenseNumber, FullName, Surname, GivenName, Birthday, Sex, DateOfExpiration, IssuingCountry
             *     - `ThailandIDCard`: FullName, LastName, FirstName, FormattedAddress, LicenseNumber, Birthday, ExpirationDate,
             *       IssuedDate, RegistrationNumber, Religion, ThaiBirthday, ThaiExpirationDate, ThaiIssueDate
             *     - `MainlandIDCard`: LicenseNumber, FullName, Sex, Nation, Birthday, FormattedAddress
             *     - `SingaporeIDCard`: ChineseName, Sex, Birthday, LicenseNumber, Nationality, FullName, Address
             *     - `HMTPermit`: Name, EnglishName, Sex, Number, ValidDate, Birthday
             */
            CardOcrDisplayFields?: string[];
            /**
             * @description How many times the user may try the liveness detection. Each attempt may be billed.
             * @default 5
             */
            RetryLimit?: number;
            /**
             * @description Whether several pictures of the card are taken from one angle, to detect forged documents.
             * @default false
             */
            EnableForgeryDetectionImages?: boolean;
            /** @description Encrypted data that the SDK made on the device. Pass it on as it is. */
            MetaData?: string;
            /**
             * @description Whether the SDK leaves out its first page.
             * @default false
             */
            SkipLaunchPage?: boolean;
            /**
             * @description Whether the SDK leaves out the page where users confirm the OCR result.
             * @default false
             */
            SkipOcrConfirmPage?: boolean;
            /**
             * @description Whether the SDK hides its progress bar.
             * @default false
             */
            HideProgressBar?: boolean;
            /**
             * @description Whether the picture of the card may come from the album instead of the camera. Not together with
             *     `EnableForgeryDetectionImages`.
             * @default false
             */
            AllowUploadPhoto?: boolean;
        };
        ApplySdkVerificationTokenResponse: {
            /**
             * @description The token of one verification. The document says it is valid for 7,200 seconds, the pages of 2026 say 10
             *     minutes. After the verification, it gets the result.
             */
            SdkToken: string;
            /** @description Encrypted data for the SDK on the device. Pass it on as it is. Older SDKs do without it. */
            ServerParamInfo?: string;
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
        /** @description The common error codes of API 3.0; others may come. The document has no codes for `ApplySdkVerificationToken` alone. */
        ErrorCode: "ActionOffline" | "AuthFailure.InvalidAuthorization" | "AuthFailure.InvalidSecretId" | "AuthFailure.MFAFailure" | "AuthFailure.SecretIdNotFound" | "AuthFailure.SignatureExpire" | "AuthFailure.SignatureFailure" | "AuthFailure.TokenFailure" | "AuthFailure.UnauthorizedOperation" | "DryRunOperation" | "FailedOperation" | "InternalError" | "InvalidAction" | "InvalidParameter" | "InvalidParameterValue" | "InvalidRequest" | "IpInBlacklist" | "IpNotInWhitelist" | "LimitExceeded" | "MissingParameter" | "NoSuchProduct" | "NoSuchVersion" | "RequestLimitExceeded" | "RequestLimitExceeded.GlobalRegionUinLimitExceeded" | "RequestLimitExceeded.IPLimitExceeded" | "RequestLimitExceeded.UinLimitExceeded" | "RequestSizeLimitExceeded" | "ResourceInUse" | "ResourceInsufficient" | "ResourceNotFound" | "ResourceUnavailable" | "ResponseSizeLimitExceeded" | "ServiceUnavailable" | "UnauthorizedOperation" | "UnknownParameter" | "UnsupportedOperation" | "UnsupportedProtocol" | "UnsupportedRegion" | (string & {});
    };
    responses: never;
    parameters: {
        /** @description The version of the API. */
        "X-TC-Version": "2018-03-01";
        /** @description The region that serves the call. The document has no list; the known values are those of the pages of 2026. */
        "X-TC-Region": "ap-bangkok" | "ap-hongkong" | "ap-jakarta" | "ap-singapore" | "sa-saopaulo" | (string & {});
        /** @description The time of signing in UNIX seconds. More than five minutes off is `AuthFailure.SignatureExpire`. */
        "X-TC-Timestamp": number;
        /** @description The session token of temporary credentials. Required with them, wrong without them. */
        "X-TC-Token": string;
        /** @description The language of error messages. */
        "X-TC-Language": "zh-CN" | "en-US" | (string & {});
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
                /** @description The region that serves the call. The document has no list; the known values are those of the pages of 2026. */
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
