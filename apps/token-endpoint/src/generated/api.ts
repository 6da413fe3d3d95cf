// Generated from spec/token-endpoint.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a token for one verification. */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the result of a verification.
         * @description Only for the caller that the token was issued to, or for a backend that names the app user it was issued to; the
         *     receipt proves it. Without that proof the response is always the same 404. A result can be read for three days.
         *
         *     App users get a verdict and advice. Backends with the scope `results` get the reasons too, and with the scope
         *     `details` Tencent Cloud's own response.
         */
        post: operations["readResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Describe this server. Browsers get a page, other clients plain text. */
        get: operations["home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check the configuration. */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the OpenAPI document. */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain a problem. Browsers get a page, other clients plain text. */
        get: operations["problem"];
        put?: never;
        post?: never;
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
        TokenRequest: {
            /**
             * @description The name of one of the operator's presets.
             * @default default
             */
            preset?: string;
            /** @description Tencent Cloud's own parameters, those that the preset allows this caller to choose. */
            parameters?: components["schemas"]["ApplySdkVerificationTokenRequest"];
        };
        Token: {
            /** @description What the app passes to the Identity Verification SDK. */
            sdkToken: string;
            /** @description Proves to whom the token was issued. Send it with the token to POST /v1/results. */
            receipt: string;
            /** @description What the app passes unchanged to newer SDKs, with the token. Absent if Tencent Cloud sends none. */
            serverParamInfo?: string;
            /** @description Tencent Cloud's id of the call. */
            requestId: string;
            /**
             * Format: date-time
             * @description When the token expires, in UTC.
             */
            expiresAt: string;
            /** @description Seconds until the token expires. */
            expiresIn: number;
        };
        /** @description The token, and the proof of its owner. A wrong or missing receipt gets the same response as an unknown token. */
        ResultRequest: {
            /** @description The token of the verification. */
            sdkToken: string;
            /** @description The receipt that was returned with the token. */
            receipt: string;
            /** @description For backends, the app user that the token was issued to. Leave it out for the backend's own tokens. */
            user?: {
                /** @description The issuer of the user's JWT. Required if the endpoint trusts several issuers (400 without it); otherwise it may be left out. */
                iss?: string;
                /** @description The subject of the user's JWT. */
                sub: string;
            };
        };
        ResultSummary: {
            /**
             * @description - `passed`: Tencent Cloud accepted the verification, its last comparison and its last card
             *     - `failed`: it did not, or returned an unknown code
             *     - `unfinished`: there is no result yet
             */
            verdict: string & ("passed" | "failed" | "unfinished");
            /** @description What to tell the user after a failure. */
            advice?: "try-again" | "better-light" | "other-document" | "contact-support";
            /** @description The preset that the token was issued with. */
            preset: string;
            /**
             * Format: date-time
             * @description When the token was issued, in UTC.
             */
            issuedAt: string;
            /** @description How many times the user tried the liveness detection. */
            attempts: number;
        };
        ResultReasons: {
            reason?: components["schemas"]["ResultReason"];
            /** @description Tencent Cloud's own code, such as "1005". */
            code?: string;
            /** @description The risk of the device, where the preset's edition of the SDK measures it. */
            deviceRisk?: "none" | "low" | "medium" | "high" | "unknown";
            /** @description Whether the user changed what was read from the card. */
            ocrEdited?: boolean;
            /** @description Tencent Cloud's warnings about the last card, such as -9103 for a photo of a screen. */
            cardWarnings?: number[];
            /** @description Tencent Cloud's signs of an attack in the last attempt, such as "03" for a replayed photo. */
            attackTags?: string[];
            /** @description How many billed checks the verification had. */
            chargeCount?: number;
            /** @description The text that the backend gave when the token was issued. */
            extra?: string;
            /** @description Tencent Cloud's id of the call. */
            requestId: string;
        };
        /** @description Why the verification ended as it did. `code` is Tencent Cloud's own. */
        ResultReason: "passed" | "liveness-unavailable" | "spoofing-suspected" | "face-not-detected" | "liveness-failed" | "poor-lighting" | "picture-size" | "several-faces" | "face-incomplete" | "picture-quality" | "comparison-failed" | "faces-differ" | "face-covered" | "card-rejected" | "no-comparison" | "unrecognised";
        /** @description What an app user gets. It has no codes, because they would help an attacker. */
        UserResult: components["schemas"]["ResultSummary"];
        /** @description What a backend with the scope `results` gets. */
        BackendResult: components["schemas"]["ResultSummary"] & components["schemas"]["ResultReasons"];
        /** @description What a backend with the scopes `results` and `details` gets. */
        DetailedResult: {
            /** @description Tencent Cloud's own response, with personal data. */
            details: components["schemas"]["GetSdkVerificationResultResponse"];
        } & (components["schemas"]["ResultSummary"] & components["schemas"]["ResultReasons"]);
        Problem: {
            /** @description The page that explains the problem, `/problems/{code}`. */
            type: string;
            /** @description What the problem is. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What is wrong with this request. */
            detail: string;
            code: components["schemas"]["ProblemCode"];
            /** @description What to do. */
            advice: string;
            /** @description Each invalid parameter, and what would be valid. */
            errors?: {
                /** @description The name of the parameter; empty where it is not known. */
                parameter: string;
                message: string;
            }[];
            /** @description The value of Retry-After. */
            retryAfter?: number;
            /**
             * @description For `capacity-exhausted`: whether capacity is reserved for the caller at the time in Retry-After, so that a
             *     request in that second or the next few is served.
             */
            promised?: boolean;
            /** @description The value of X-Request-Id. */
            requestId: string;
            /** @description Tencent Cloud's id of the call, if one was made. */
            upstreamRequestId?: string;
        };
        /** @description The stable code of a problem. `title` and `description` are for people and may change. */
        ProblemCode: "app-unverified" | "body-too-large" | "body-too-slow" | "budget-exhausted" | "capacity-exhausted" | "content-type-unsupported" | "credentials-invalid" | "credentials-missing" | "endpoint-misconfigured" | "gate-unavailable" | "idempotency-key-in-progress" | "idempotency-key-invalid" | "idempotency-key-reused" | "internal-error" | "issuer-unavailable" | "json-invalid" | "method-not-allowed" | "not-found" | "parameters-invalid" | "parameters-not-allowed" | "preset-unknown" | "quota-exceeded" | "request-invalid" | "result-expired" | "result-not-found" | "scope-insufficient" | "too-many-requests" | "upstream-credentials-refused" | "upstream-failed" | "upstream-outcome-unknown" | "upstream-throttled" | "upstream-timeout";
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
             * @description Whether users can't edit the OCR result. Documented as having no effect at present.
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
             *     `shake`. Only if `SecurityLevel` is 2 or 4; otherwise the API returns an error.
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
        /**
         * @description The outcome of a verification, or of one attempt. There may be other codes; only "0" is passed.
         *     - `0`: passed
         *     - `1001`: the liveness engine was not reached
         *     - `1002`: suspected spoofing (billed since 2026-03-10)
         *     - `1004`: no face could be detected
         *     - `1005`: liveness detection failed (billed since 2026-03-10)
         *     - `1201`: too dark or too bright (billed since 2026-03-10)
         *     - `2004`: the picture is too large or too small (comparison)
         *     - `2012`: more than one face (comparison)
         *     - `2013`: no face, or only a part of one (comparison)
         *     - `2014`: the picture's resolution or quality is too low (comparison)
         *     - `2015`: the comparison failed (comparison)
         *     - `2016`: the similarity is below the threshold (comparison)
         *     - `2017`: the face is covered (comparison; billed since 2026-03-10)
         */
        VerificationCode: "0" | "1001" | "1002" | "1004" | "1005" | "1201" | "2004" | "2012" | "2013" | "2014" | "2015" | "2016" | "2017" | (string & {});
        /** @description A picture, video or text of the verified person. Download it within 10 minutes, and compare its MD5. */
        FileInfo: {
            /** @description Its link, valid for 10 minutes, for anybody who has it. */
            Url: string;
            /** @description Its MD5, in hex. */
            MD5: string;
            /** @description Its size. */
            Size: number;
        };
        /** @description Names this request when you ask Tencent Cloud about it. */
        RequestId: string;
        /** @description Personal data, as printed on the card. */
        PersonalText: string | null;
        /** @description Hong Kong (China) identity card. */
        NormalHKIDCard: {
            ChineseName?: components["schemas"]["PersonalText"];
            FullName?: components["schemas"]["PersonalText"];
            RegistrationNumber?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            Permanent?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            Symbol?: components["schemas"]["PersonalText"];
            IssuedDate?: components["schemas"]["PersonalText"];
            CurrentIssueDate?: components["schemas"]["PersonalText"];
            HKIDVersion?: components["schemas"]["PersonalText"];
        };
        /** @description Malaysian identity card. */
        NormalMLIDCard: {
            FullName?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            FormattedAddress?: components["schemas"]["PersonalText"];
            Type?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
        };
        /** @description Philippine voter's ID card. */
        PhilippinesVoteID: {
            VIN?: components["schemas"]["PersonalText"];
            FirstName?: components["schemas"]["PersonalText"];
            LastName?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            CivilStatus?: components["schemas"]["PersonalText"];
            Citizenship?: components["schemas"]["PersonalText"];
            Address?: components["schemas"]["PersonalText"];
            PrecinctNo?: components["schemas"]["PersonalText"];
        };
        /** @description Indonesian identity card. */
        NormalIndonesiaIDCard: {
            LicenseNumber?: components["schemas"]["PersonalText"];
            FullName?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            BloodType?: components["schemas"]["PersonalText"];
            FormattedAddress?: components["schemas"]["PersonalText"];
            Street?: components["schemas"]["PersonalText"];
            Village?: components["schemas"]["PersonalText"];
            Area?: components["schemas"]["PersonalText"];
            Religion?: components["schemas"]["PersonalText"];
            MaritalStatus?: components["schemas"]["PersonalText"];
            Occupation?: components["schemas"]["PersonalText"];
            Nationality?: components["schemas"]["PersonalText"];
            DueDate?: components["schemas"]["PersonalText"];
            IssuedDate?: components["schemas"]["PersonalText"];
            Province?: components["schemas"]["PersonalText"];
            City?: components["schemas"]["PersonalText"];
        };
        /** @description Philippine driver's license. */
        PhilippinesDrivingLicense: {
            Name?: components["schemas"]["PersonalText"];
            LastName?: components["schemas"]["PersonalText"];
            FirstName?: components["schemas"]["PersonalText"];
            MiddleName?: components["schemas"]["PersonalText"];
            Nationality?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            Address?: components["schemas"]["PersonalText"];
            LicenseNo?: components["schemas"]["PersonalText"];
            ExpiresDate?: components["schemas"]["PersonalText"];
            AgencyCode?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
        };
        /** @description Philippine TIN ID card. */
        PhilippinesTinID: {
            LicenseNumber?: components["schemas"]["PersonalText"];
            FullName?: components["schemas"]["PersonalText"];
            Address?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            IssueDate?: components["schemas"]["PersonalText"];
        };
        /** @description Philippine SSS ID card. */
        PhilippinesSSSID: {
            LicenseNumber?: components["schemas"]["PersonalText"];
            FullName?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
        };
        /** @description Philippine UMID card. */
        PhilippinesUMID: {
            Surname?: components["schemas"]["PersonalText"];
            MiddleName?: components["schemas"]["PersonalText"];
            GivenName?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            Address?: components["schemas"]["PersonalText"];
            CRN?: components["schemas"]["PersonalText"];
        };
        /** @description Passport. */
        InternationalIDPassport: {
            LicenseNumber?: components["schemas"]["PersonalText"];
            FullName?: components["schemas"]["PersonalText"];
            Surname?: components["schemas"]["PersonalText"];
            GivenName?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            DateOfExpiration?: components["schemas"]["PersonalText"];
            IssuingCountry?: components["schemas"]["PersonalText"];
            NationalityCode?: components["schemas"]["PersonalText"];
            PassportCodeFirst?: components["schemas"]["PersonalText"];
            PassportCodeSecond?: components["schemas"]["PersonalText"];
        };
        /** @description Personal data, as printed on the card; empty where the card has none. */
        PersonalString: string;
        /** @description An address on a card, in parts. */
        Address: {
            Country?: components["schemas"]["PersonalText"];
            PostalCode?: components["schemas"]["PersonalText"];
            Subdivision?: components["schemas"]["PersonalText"];
            City?: components["schemas"]["PersonalText"];
            FormattedAddress?: components["schemas"]["PersonalText"];
            LineOne?: components["schemas"]["PersonalText"];
            LineTwo?: components["schemas"]["PersonalText"];
            LineThree?: components["schemas"]["PersonalText"];
            LineFour?: components["schemas"]["PersonalText"];
            LineFive?: components["schemas"]["PersonalText"];
        };
        /** @description Any other card. */
        GeneralCard: {
            LicenseNumber: components["schemas"]["PersonalString"];
            PersonalNumber: components["schemas"]["PersonalString"];
            PassportCodeFirst: components["schemas"]["PersonalString"];
            PassportCodeSecond: components["schemas"]["PersonalString"];
            ExpirationDate: components["schemas"]["PersonalString"];
            DueDate: components["schemas"]["PersonalString"];
            IssuedDate: components["schemas"]["PersonalString"];
            IssuedAuthority: components["schemas"]["PersonalString"];
            IssuedCountry: components["schemas"]["PersonalString"];
            FullName: components["schemas"]["PersonalString"];
            FirstName: components["schemas"]["PersonalString"];
            LastName: components["schemas"]["PersonalString"];
            Sex: components["schemas"]["PersonalString"];
            Age: components["schemas"]["PersonalString"];
            Birthday: components["schemas"]["PersonalString"];
            BirthPlace: components["schemas"]["PersonalString"];
            Nationality: components["schemas"]["PersonalString"];
            RegistrationNumber: components["schemas"]["PersonalString"];
            Address?: components["schemas"]["Address"] | null;
            FullNameLocal?: components["schemas"]["PersonalText"];
            FirstNameLocal?: components["schemas"]["PersonalText"];
            LastNameLocal?: components["schemas"]["PersonalText"];
        };
        /** @description Indonesian driving license. */
        IndonesiaDrivingLicense: {
            LastName?: components["schemas"]["PersonalText"];
            FirstName?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            Address?: components["schemas"]["PersonalText"];
            ExpirationDate?: components["schemas"]["PersonalText"];
            IssuedDate?: components["schemas"]["PersonalText"];
            IssuedCountry?: components["schemas"]["PersonalText"];
        };
        /** @description Thai identity card. */
        NormalThailandIDCard: {
            LicenseNumber?: components["schemas"]["PersonalText"];
            FullName?: components["schemas"]["PersonalText"];
            LastName?: components["schemas"]["PersonalText"];
            FirstName?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            FormattedAddress?: components["schemas"]["PersonalText"];
            ExpirationDate?: components["schemas"]["PersonalText"];
            IssuedDate?: components["schemas"]["PersonalText"];
            RegistrationNumber?: components["schemas"]["PersonalText"];
            Religion?: components["schemas"]["PersonalText"];
            ThaiBirthday?: components["schemas"]["PersonalText"];
            ThaiExpirationDate?: components["schemas"]["PersonalText"];
            ThaiIssueDate?: components["schemas"]["PersonalText"];
        };
        /** @description Singaporean identity card. */
        SingaporeIDCard: {
            ChineseName?: components["schemas"]["PersonalText"];
            FullName?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            Nationality?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            Address?: components["schemas"]["PersonalText"];
            Race?: components["schemas"]["PersonalText"];
            NRICCode?: components["schemas"]["PersonalText"];
            PostCode?: components["schemas"]["PersonalText"];
            DateOfExpiration?: components["schemas"]["PersonalText"];
            DateOfIssue?: components["schemas"]["PersonalText"];
        };
        /** @description Macao identity card. */
        MacaoIDCard: {
            FirstName?: components["schemas"]["PersonalText"];
            LastName?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            ExpirationDate?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            Age?: components["schemas"]["PersonalText"];
            IssuedCountry?: components["schemas"]["PersonalText"];
            Field1?: components["schemas"]["PersonalText"];
            Field2?: components["schemas"]["PersonalText"];
        };
        /** @description Chinese mainland identity card. */
        MainlandIDCard: {
            FullName?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            Nation?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            FormattedAddress?: components["schemas"]["PersonalText"];
            Authority?: components["schemas"]["PersonalText"];
            ValidDate?: components["schemas"]["PersonalText"];
        };
        /** @description Japanese identity card. */
        JapanIDCard: {
            FullName?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            Age?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
            ExpirationDate?: components["schemas"]["PersonalText"];
            FormattedAddress?: components["schemas"]["PersonalText"];
        };
        /** @description Taiwan identity card. */
        TaiWanIDCard: {
            FullName?: components["schemas"]["PersonalText"];
            LicenseNumber?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            IssuedCountry?: components["schemas"]["PersonalText"];
            RegistrationNumber?: components["schemas"]["PersonalText"];
        };
        /** @description Exit-entry permit for travel to and from Hong Kong, Macao or Taiwan. */
        HMTPermit: {
            Name?: components["schemas"]["PersonalText"];
            EnglishName?: components["schemas"]["PersonalText"];
            Number?: components["schemas"]["PersonalText"];
            Sex?: components["schemas"]["PersonalText"];
            ValidDate?: components["schemas"]["PersonalText"];
            IssueAuthority?: components["schemas"]["PersonalText"];
            IssueAddress?: components["schemas"]["PersonalText"];
            Birthday?: components["schemas"]["PersonalText"];
        };
        /** @description What was read of the card. At most one of these is present. */
        NormalCardInfo: {
            HKIDCard?: components["schemas"]["NormalHKIDCard"] | null;
            MLIDCard?: components["schemas"]["NormalMLIDCard"] | null;
            PhilippinesVoteID?: components["schemas"]["PhilippinesVoteID"] | null;
            IndonesiaIDCard?: components["schemas"]["NormalIndonesiaIDCard"] | null;
            PhilippinesDrivingLicense?: components["schemas"]["PhilippinesDrivingLicense"] | null;
            PhilippinesTinID?: components["schemas"]["PhilippinesTinID"] | null;
            PhilippinesSSSID?: components["schemas"]["PhilippinesSSSID"] | null;
            PhilippinesUMID?: components["schemas"]["PhilippinesUMID"] | null;
            InternationalIDPassport?: components["schemas"]["InternationalIDPassport"] | null;
            GeneralCard?: components["schemas"]["GeneralCard"] | null;
            IndonesiaDrivingLicense?: components["schemas"]["IndonesiaDrivingLicense"] | null;
            ThailandIDCard?: components["schemas"]["NormalThailandIDCard"] | null;
            SingaporeIDCard?: components["schemas"]["SingaporeIDCard"] | null;
            MacaoIDCard?: components["schemas"]["MacaoIDCard"] | null;
            MainlandIDCard?: components["schemas"]["MainlandIDCard"] | null;
            JapanIDCard?: components["schemas"]["JapanIDCard"] | null;
            TaiWanIDCard?: components["schemas"]["TaiWanIDCard"] | null;
            HMTPermitCard?: components["schemas"]["HMTPermit"] | null;
        };
        /** @description One field of the card that the user changed. */
        EditDetail: {
            /** @description The name of the field. */
            FieldName?: string | null;
            OriginalFieldValue?: components["schemas"]["PersonalText"];
            RevisedFieldValue?: components["schemas"]["PersonalText"];
        };
        /** @description One reading of the card. */
        CardVerifyResult: {
            /** @description Whether the card was accepted. */
            IsPass: boolean;
            /** @description Whether the user changed what was read. */
            IsEdit?: boolean | null;
            CardVideo: components["schemas"]["FileInfo"] | null;
            CardImage: components["schemas"]["FileInfo"] | null;
            CardInfoOcrJson: components["schemas"]["FileInfo"] | null;
            RequestId: components["schemas"]["RequestId"];
            /**
             * @deprecated
             * @description What was read, in an older form that the pages no longer show. Use `NormalCardInfo`.
             */
            CardInfo?: Record<string, never> | null;
            /** @description What was read. */
            NormalCardInfo?: components["schemas"]["NormalCardInfo"] | null;
            /**
             * @description Warnings about the card.
             *     - `-9101`: covered, or its border is incomplete
             *     - `-9102`: a copy
             *     - `-9103`: a photo of a screen
             *     - `-9107`: glare
             *     - `-9108`: blur
             *     - `-9109`: warnings are not enabled
             */
            WarnCardInfos?: number[] | null;
            /** @description What the user changed. */
            EditDetails?: components["schemas"]["EditDetail"][] | null;
        };
        /** @description One liveness detection and comparison. */
        CompareResult: {
            ErrorCode: components["schemas"]["VerificationCode"];
            /** @description The code, for people. */
            ErrorMsg: string;
            /** @description The code of the liveness detection. */
            LiveErrorCode: components["schemas"]["VerificationCode"];
            /** @description That code, for people. */
            LiveErrorMsg: string;
            /** @description The code of the comparison. */
            CompareErrorCode: components["schemas"]["VerificationCode"] | null;
            /** @description That code, for people. */
            CompareErrorMsg: string | null;
            /** @description The similarity of the faces, from 0 to 100. */
            Sim: number | null;
            /**
             * @deprecated
             * @description No longer used. See `ChargeCount`.
             */
            IsNeedCharge: boolean;
            /**
             * @description Signs of an attack, with `SdkVersion` `PLUS`.
             *     - `01`: the eyes were closed throughout
             *     - `02`: the motion was not made
             *     - `03`: a photo was replayed
             *     - `04`: a synthetic picture
             *     - `05`: a synthetic video
             *     - `06`: a synthetic motion
             *     - `07`: a known fraud template
             *     - `08`: a watermark
             *     - `09`: the light check failed
             *     - `10`: the face check failed
             *     - `11`: the face is of poor quality
             *     - `12`: the recording is of poor quality
             *     - `13`: an adversarial sample
             */
            LivenessInfoTag?: ("01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | (string & {}))[] | null;
            LiveData: components["schemas"]["FileInfo"];
            LiveVideo: components["schemas"]["FileInfo"];
            ActionVideo: components["schemas"]["FileInfo"];
            BestFrame: components["schemas"]["FileInfo"] | null;
            ProfileImage: components["schemas"]["FileInfo"];
            CardInfoInputJson: components["schemas"]["FileInfo"] | null;
            RequestId: components["schemas"]["RequestId"];
        };
        /**
         * @description The result of a verification. According to the document, every field but `DeviceInfoLevel` is always present. Here only
         *     `Result` and `RequestId` are required: this was not tested live, and no result should be lost for a missing minor field.
         */
        GetSdkVerificationResultResponse: {
            /** @description The code of the whole verification. "0" is passed. See `VerificationCode`. */
            Result: components["schemas"]["VerificationCode"];
            /** @description The result, for people. */
            Description?: string;
            /** @description How many billed checks the verification had. It may be more than one. */
            ChargeCount?: number;
            /** @description Each reading of the card, in order. The last one counts. */
            CardVerifyResults?: components["schemas"]["CardVerifyResult"][];
            /** @description Each liveness detection and comparison, in order. The last one counts. */
            CompareResults?: components["schemas"]["CompareResult"][];
            /** @description What `Extra` was when the token was issued. */
            Extra?: string;
            /**
             * @description The risk of the device, with `SdkVersion` `ENHANCED` or `PLUS`.
             *     - `1`: none
             *     - `2`: low
             *     - `3`: medium
             *     - `4`: high
             *     - empty: not known
             */
            DeviceInfoLevel?: "1" | "2" | "3" | "4" | "" | (string & {});
            RequestId: components["schemas"]["RequestId"];
        };
    };
    responses: {
        /** @description The request is malformed. Sending it again unchanged fails again. */
        BadRequest: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency-key-invalid" | "json-invalid" | "parameters-invalid" | "preset-unknown" | "request-invalid";
                };
            };
        };
        /** @description The credentials are missing or not valid. */
        Unauthorized: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "credentials-invalid" | "credentials-missing";
                };
            };
        };
        /** @description The credentials are valid, but don't allow this request. */
        Forbidden: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "app-unverified" | "parameters-not-allowed" | "scope-insufficient";
                };
            };
        };
        /** @description There is nothing at this path. */
        NotFound: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "not-found";
                };
            };
        };
        /** @description The path does not support this method. */
        MethodNotAllowed: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                Allow: components["headers"]["Allow"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "method-not-allowed";
                };
            };
        };
        /** @description The body did not arrive in time. */
        RequestTimeout: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "body-too-slow";
                };
            };
        };
        /** @description An earlier request with this Idempotency-Key has not finished. */
        Conflict: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency-key-in-progress";
                };
            };
        };
        /** @description The body is larger than this kind of caller may send. */
        ContentTooLarge: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "body-too-large";
                };
            };
        };
        /** @description The body is not declared as JSON in UTF-8. */
        UnsupportedMediaType: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "content-type-unsupported";
                };
            };
        };
        /** @description The Idempotency-Key was used for another request. */
        UnprocessableContent: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency-key-reused";
                };
            };
        };
        /** @description The caller has reached a limit of its own. */
        TooManyRequests: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "quota-exceeded" | "too-many-requests";
                };
            };
        };
        /** @description A fault in the endpoint. */
        InternalServerError: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "internal-error";
                };
            };
        };
        /** @description Tencent Cloud returned an error, or its response was lost. */
        BadGateway: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "upstream-credentials-refused" | "upstream-failed" | "upstream-outcome-unknown";
                };
            };
        };
        /** @description The request can't be served right now. */
        ServiceUnavailable: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "budget-exhausted" | "capacity-exhausted" | "endpoint-misconfigured" | "gate-unavailable" | "issuer-unavailable" | "upstream-throttled";
                };
            };
        };
        /** @description Tencent Cloud did not respond in time. */
        GatewayTimeout: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "upstream-timeout";
                };
            };
        };
        /** @description The endpoint is not configured. `detail` names each invalid setting. */
        Misconfigured: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "endpoint-misconfigured";
                };
            };
        };
        /** @description The API key does not have the scope that the request needs, or the app is not verified. */
        InsufficientScope: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "app-unverified" | "scope-insufficient";
                };
            };
        };
        /** @description No result is known for this token, receipt and caller. All reasons get the same response. */
        ResultNotFound: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "result-not-found";
                };
            };
        };
        /** @description The token was issued more than three days ago. */
        Gone: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "result-expired";
                };
            };
        };
    };
    parameters: {
        /**
         * @description 1 to 255 visible ASCII characters in quotes (draft-ietf-httpapi-idempotency-key-header-07); the quotes may be left
         *     out. Make a new key for each verification, and send it again when you repeat the request.
         */
        "Idempotency-Key": string;
        /** @description A Firebase App Check token. App users need it if the operator requires it; backends don't. */
        "X-Firebase-AppCheck": string;
        /** @description An id of your own for the request, for the log and the response. An invalid one is replaced. */
        "X-Request-Id": string;
    };
    requestBodies: never;
    headers: {
        /** @description The methods that the path supports. */
        Allow: string;
        /** @description Responses are never cached. */
        "Cache-Control": "no-store";
        /** @description Seconds until the request is worth repeating. Absent where repeating it won't help. */
        "Retry-After": number;
        /** @description The challenge of RFC 6750. */
        "WWW-Authenticate": string;
        /** @description Identifies the request in the log. */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    issueToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters in quotes (draft-ietf-httpapi-idempotency-key-header-07); the quotes may be left
                 *     out. Make a new key for each verification, and send it again when you repeat the request.
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description A Firebase App Check token. App users need it if the operator requires it; backends don't. */
                "X-Firebase-AppCheck"?: components["parameters"]["X-Firebase-AppCheck"];
                /** @description An id of your own for the request, for the log and the response. An invalid one is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 16 kB from an app user. From a backend, at most what the operator has set, 4 MB by default and up to 10 MB. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A token. For ten minutes, repeating the request with the same Idempotency-Key returns the same token, while it is valid for at least two more minutes. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    readResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description A Firebase App Check token. App users need it if the operator requires it; backends don't. */
                "X-Firebase-AppCheck"?: components["parameters"]["X-Firebase-AppCheck"];
                /** @description An id of your own for the request, for the log and the response. An invalid one is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4 kB. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultRequest"];
            };
        };
        responses: {
            /** @description The result. With the verdict `unfinished`, Retry-After says when to read it again. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResult"] | components["schemas"]["BackendResult"] | components["schemas"]["DetailedResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ResultNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["Gone"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What this server does, and its operations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "text/html": string;
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every setting is valid. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        /**
                         * @description How calls of ApplySdkVerificationToken are signed. (Log lines say it for results, which have a rate limiter of
                         *     their own.) `backdated`: so that the service refuses a call that is delivered late. `present`: with
                         *     the present time, because the service refuses backdated timestamps; calls that are delivered late
                         *     may then exceed the limit per second. Absent if the rate limiter can't be reached, or its state is not
                         *     known yet.
                         * @enum {unknown}
                         */
                        signing?: "backdated" | "present";
                        /** @description Warnings about valid settings, such as an unknown region. */
                        warnings?: string[];
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["Misconfigured"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
        };
    };
    problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `code` of a problem document. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the problem means and what to do. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "text/html": string;
                };
            };
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
export type TokenRequest = components['schemas']['TokenRequest']
export type Token = components['schemas']['Token']
export type ResultRequest = components['schemas']['ResultRequest']
export type ResultSummary = components['schemas']['ResultSummary']
export type ResultReasons = components['schemas']['ResultReasons']
export type ResultReason = components['schemas']['ResultReason']
export type UserResult = components['schemas']['UserResult']
export type BackendResult = components['schemas']['BackendResult']
export type DetailedResult = components['schemas']['DetailedResult']
export type Problem = components['schemas']['Problem']
export type ProblemCode = components['schemas']['ProblemCode']
export type ApplySdkVerificationTokenRequest = components['schemas']['ApplySdkVerificationTokenRequest']
export type VerificationCode = components['schemas']['VerificationCode']
export type FileInfo = components['schemas']['FileInfo']
export type RequestId = components['schemas']['RequestId']
export type PersonalText = components['schemas']['PersonalText']
export type NormalHKIDCard = components['schemas']['NormalHKIDCard']
export type NormalMLIDCard = components['schemas']['NormalMLIDCard']
export type PhilippinesVoteID = components['schemas']['PhilippinesVoteID']
export type NormalIndonesiaIDCard = components['schemas']['NormalIndonesiaIDCard']
export type PhilippinesDrivingLicense = components['schemas']['PhilippinesDrivingLicense']
export type PhilippinesTinID = components['schemas']['PhilippinesTinID']
export type PhilippinesSSSID = components['schemas']['PhilippinesSSSID']
export type PhilippinesUMID = components['schemas']['PhilippinesUMID']
export type InternationalIDPassport = components['schemas']['InternationalIDPassport']
export type PersonalString = components['schemas']['PersonalString']
export type Address = components['schemas']['Address']
export type GeneralCard = components['schemas']['GeneralCard']
export type IndonesiaDrivingLicense = components['schemas']['IndonesiaDrivingLicense']
export type NormalThailandIDCard = components['schemas']['NormalThailandIDCard']
export type SingaporeIDCard = components['schemas']['SingaporeIDCard']
export type MacaoIDCard = components['schemas']['MacaoIDCard']
export type MainlandIDCard = components['schemas']['MainlandIDCard']
export type JapanIDCard = components['schemas']['JapanIDCard']
export type TaiWanIDCard = components['schemas']['TaiWanIDCard']
export type HMTPermit = components['schemas']['HMTPermit']
export type NormalCardInfo = components['schemas']['NormalCardInfo']
export type EditDetail = components['schemas']['EditDetail']
export type CardVerifyResult = components['schemas']['CardVerifyResult']
export type CompareResult = components['schemas']['CompareResult']
export type GetSdkVerificationResultResponse = components['schemas']['GetSdkVerificationResultResponse']
