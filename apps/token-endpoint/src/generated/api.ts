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
        /** Get this document. */
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
        /** Explain a problem, in plain text. */
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
            /** @description The value of X-Request-Id. */
            requestId: string;
            /** @description Tencent Cloud's id of the call, if one was made. */
            upstreamRequestId?: string;
        };
        /** @description The stable code of a problem. `title` and `description` are for people and may change. */
        ProblemCode: "body-too-large" | "capacity-exhausted" | "content-type-unsupported" | "credentials-invalid" | "credentials-missing" | "endpoint-misconfigured" | "gate-unavailable" | "idempotency-key-in-progress" | "idempotency-key-invalid" | "idempotency-key-reused" | "internal-error" | "issuer-unavailable" | "json-invalid" | "method-not-allowed" | "not-found" | "parameters-invalid" | "parameters-not-allowed" | "preset-unknown" | "quota-exceeded" | "request-invalid" | "too-many-requests" | "upstream-credentials-refused" | "upstream-failed" | "upstream-outcome-unknown" | "upstream-throttled" | "upstream-timeout";
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
                    code?: "parameters-not-allowed";
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
        /** @description Tencent Cloud answered with an error, or its answer was lost. */
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
        /** @description No token can be issued right now. */
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
                    code?: "capacity-exhausted" | "endpoint-misconfigured" | "gate-unavailable" | "issuer-unavailable" | "upstream-throttled";
                };
            };
        };
        /** @description Tencent Cloud did not answer in time. */
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
    };
    parameters: {
        /**
         * @description 1 to 255 visible ASCII characters in quotes (draft-ietf-httpapi-idempotency-key-header-07); the quotes may be left
         *     out. Make a new key for each verification, and send it again when you repeat the request.
         */
        "Idempotency-Key": string;
        /** @description Your own name for the request. It appears in the log and in the response; anything else is replaced. */
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
export type TokenRequest = components['schemas']['TokenRequest'];
export type Token = components['schemas']['Token'];
export type Problem = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type ApplySdkVerificationTokenRequest = components['schemas']['ApplySdkVerificationTokenRequest'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseMethodNotAllowed = components['responses']['MethodNotAllowed'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseContentTooLarge = components['responses']['ContentTooLarge'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseUnprocessableContent = components['responses']['UnprocessableContent'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ResponseBadGateway = components['responses']['BadGateway'];
export type ResponseServiceUnavailable = components['responses']['ServiceUnavailable'];
export type ResponseGatewayTimeout = components['responses']['GatewayTimeout'];
export type ResponseMisconfigured = components['responses']['Misconfigured'];
export type ParameterIdempotencyKey = components['parameters']['Idempotency-Key'];
export type ParameterXRequestId = components['parameters']['X-Request-Id'];
export type HeaderAllow = components['headers']['Allow'];
export type HeaderCacheControl = components['headers']['Cache-Control'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
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
                /** @description Your own name for the request. It appears in the log and in the response; anything else is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 16 kB from an app user, 10 MB from a backend. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A token. For ten minutes, repeating the request with the same Idempotency-Key returns the same token. */
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
                };
            };
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
