// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

/**
 * A response in which every text with known values is a plain `string`. openapi-fetch takes `'a' | (string & {})` for an
 * object, and what it makes of that fits no `string`.
 */
type PlainText<Value> = Value extends string
  ? string extends Value
    ? string
    : Value
  : Value extends (infer Item)[]
    ? PlainText<Item>[]
    : Value extends object
      ? { [Name in keyof Value]: PlainText<Value[Name]> }
      : Value

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
         * @description Call it before every verification. The token starts the verification on the device, and later reads its result.
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
    "/#X-TC-Action=GetSdkVerificationResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the result of a verification.
         * @description Rely on this result, never on what the device reports. It can be read for three days after the token was issued, any
         *     number of times. Its links to pictures and videos are valid for 10 minutes after each read.
         *
         *     At most 20 requests a second are accepted, apart from those of `ApplySdkVerificationToken`. What the API answers for an
         *     unknown token, or for a verification that has not finished, is not documented.
         */
        post: operations["GetSdkVerificationResult"];
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
        ApplySdkVerificationTokenResponse: {
            /**
             * @description The token of one verification. The document says it is valid for 7,200 seconds, the pages of 2026 say 10
             *     minutes. After the verification, it reads the result.
             */
            SdkToken: string;
            /** @description Encrypted data for the SDK on the device. Pass it on as it is. Older SDKs don't need it. */
            ServerParamInfo?: string;
            RequestId: components["schemas"]["RequestId"];
        };
        /** @description The verification whose result to read. */
        GetSdkVerificationResultRequest: {
            /** @description The token of the verification. */
            SdkToken: string;
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
        /** @description A picture, video or text of the verified person. Download it within 10 minutes, and compare its MD5. */
        FileInfo: {
            /** @description Its link, valid for 10 minutes, for anybody who has it. */
            Url: string;
            /** @description Its MD5, in hex. */
            MD5: string;
            /** @description Its size. */
            Size: number;
        };
        /** @description One field of the card that the user changed. */
        EditDetail: {
            /** @description The name of the field. */
            FieldName?: string | null;
            OriginalFieldValue?: components["schemas"]["PersonalText"];
            RevisedFieldValue?: components["schemas"]["PersonalText"];
        };
        /** @description Personal data, as printed on the card. */
        PersonalText: string | null;
        /** @description Personal data, as printed on the card; empty where the card has none. */
        PersonalString: string;
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
        /** @description The language of error messages. */
        "X-TC-Language": "zh-CN" | "en-US" | (string & {});
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
                /** @description The language of error messages. */
                "X-TC-Language"?: components["parameters"]["X-TC-Language"];
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
                    "application/json": PlainText<{
                        Response: components["schemas"]["ApplySdkVerificationTokenResponse"] | components["schemas"]["ErrorResponse"];
                    }>;
                };
            };
        };
    };
    GetSdkVerificationResult: {
        parameters: {
            query?: never;
            header: {
                /** @description The action that is called. */
                "X-TC-Action": "GetSdkVerificationResult";
                /** @description The version of the API. */
                "X-TC-Version": components["parameters"]["X-TC-Version"];
                /** @description The region that serves the call. The document has no list; the known values are those of the pages of 2026. */
                "X-TC-Region": components["parameters"]["X-TC-Region"];
                /** @description The language of error messages. */
                "X-TC-Language"?: components["parameters"]["X-TC-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetSdkVerificationResultRequest"];
            };
        };
        responses: {
            /** @description The result, or an error. Both come with status 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PlainText<{
                        Response: components["schemas"]["GetSdkVerificationResultResponse"] | components["schemas"]["ErrorResponse"];
                    }>;
                };
            };
        };
    };
}
