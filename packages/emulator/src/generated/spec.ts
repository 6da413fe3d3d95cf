// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

export const spec: unknown = {
  "openapi": "3.1.0",
  "info": {
    "title": "Tencent Cloud Identity Verification (faceid)",
    "version": "2018-03-01",
    "summary": "The server-side calls behind Tencent Cloud's eKYC SDKs.",
    "description": "Written from Tencent Cloud's documentation of API 3.0, in our own words. `info.version` is the value of `X-TC-Version`.\n\nEvery operation is `POST /`; the header `X-TC-Action` selects it. OpenAPI tells operations apart by path, so each path\nkey here carries the action as a fragment (`/#X-TC-Action=...`), which is never sent.\n\nThe API answers HTTP 200 whatever happens: look for `Response.Error`.\n\nExtensions, for operations:\n- `x-requests-per-second`: the documented limit.\n- `x-idempotent`: whether repeating a call has no further effect. Without it, a call is not repeated once it may have\n  been carried out.\n- `x-max-response-bytes`: how large a response may be.\n\nFor fields:\n- `x-source`: `document` is the page as this description was first written from it; `document-example` is the example\n  on that page alone; `2026-08` is Tencent Cloud's own API description of August 2026.\n- `x-guess`: what no page says, and why it is assumed.\n- `x-secret`: must not appear in logs, errors or URLs.\n- `x-cards`: the values of `IdCardType` that the field has an effect for. Without it, all.\n- `x-known-values`: values known so far. Others are valid; types offer these as hints.\n- `x-should-be`: in words, what a `pattern` requires.\n",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "externalDocs": {
    "description": "All operations, with their limits",
    "url": "https://www.tencentcloud.com/document/product/1061/36931"
  },
  "servers": [
    {
      "url": "https://faceid.tencentcloudapi.com",
      "description": "The host that the document names"
    },
    {
      "url": "https://faceid.intl.tencentcloudapi.com",
      "description": "For international accounts (on the pages since January 2025)"
    }
  ],
  "security": [
    {
      "TC3-HMAC-SHA256": []
    }
  ],
  "tags": [
    {
      "name": "Identity Verification SDK",
      "description": "What a server does for an app that uses the Identity Verification SDK."
    }
  ],
  "paths": {
    "/#X-TC-Action=ApplySdkVerificationToken": {
      "post": {
        "operationId": "ApplySdkVerificationToken",
        "tags": [
          "Identity Verification SDK"
        ],
        "summary": "Apply for the token that one run of the Identity Verification SDK needs.",
        "description": "Call it before every verification. The token starts the verification on the device, and later gets its result.\n\nAt most 20 requests a second are accepted. There is no idempotency input: if a response is lost, its token is lost\ntoo, and a repeated request issues another one.\n",
        "externalDocs": {
          "url": "https://www.tencentcloud.com/document/product/1061/49954"
        },
        "x-requests-per-second": 20,
        "x-idempotent": false,
        "x-max-response-bytes": 1048576,
        "parameters": [
          {
            "name": "X-TC-Action",
            "in": "header",
            "required": true,
            "description": "The action that is called.",
            "schema": {
              "const": "ApplySdkVerificationToken"
            }
          },
          {
            "$ref": "#/components/parameters/X-TC-Version"
          },
          {
            "$ref": "#/components/parameters/X-TC-Region"
          },
          {
            "$ref": "#/components/parameters/X-TC-Timestamp"
          },
          {
            "$ref": "#/components/parameters/X-TC-Token"
          },
          {
            "$ref": "#/components/parameters/X-TC-Language"
          },
          {
            "$ref": "#/components/parameters/X-TC-Content-SHA256"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ApplySdkVerificationTokenRequest"
              },
              "examples": {
                "document": {
                  "summary": "The example of the document",
                  "value": {
                    "CheckMode": 1,
                    "SecurityLevel": 4,
                    "NeedVerifyIdCard": true,
                    "Extra": "fewfewf",
                    "IdCardType": "HK"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A token, or an error. Both come with status 200.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "Response"
                  ],
                  "properties": {
                    "Response": {
                      "oneOf": [
                        {
                          "$ref": "#/components/schemas/ApplySdkVerificationTokenResponse"
                        },
                        {
                          "$ref": "#/components/schemas/ErrorResponse"
                        }
                      ]
                    }
                  }
                },
                "examples": {
                  "document": {
                    "summary": "The example of the document",
                    "value": {
                      "Response": {
                        "SdkToken": "A561B769-C347-4724-A69A-6C3B3483E107",
                        "RequestId": "d73c0c05-f7ff-419c-84cb-0756303b1925"
                      }
                    }
                  },
                  "error": {
                    "summary": "An error",
                    "value": {
                      "Response": {
                        "Error": {
                          "Code": "AuthFailure.SignatureFailure",
                          "Message": "The signature does not match."
                        },
                        "RequestId": "7f2a3b9e-1c3d-4b4e-9d6a-0a4a4a1f7b11"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "TC3-HMAC-SHA256": {
        "type": "http",
        "scheme": "TC3-HMAC-SHA256",
        "description": "Signature method v3. The header reads\n`Authorization: TC3-HMAC-SHA256 Credential={SecretId}/{UTC date}/faceid/tc3_request, SignedHeaders={names}, Signature={hex}`.\n`content-type` and `host` must be signed; current documentation signs `x-tc-action` as well.\n"
      }
    },
    "parameters": {
      "X-TC-Version": {
        "name": "X-TC-Version",
        "in": "header",
        "required": true,
        "description": "The version of the API.",
        "schema": {
          "const": "2018-03-01"
        }
      },
      "X-TC-Region": {
        "name": "X-TC-Region",
        "in": "header",
        "required": true,
        "description": "The region that serves the call. The document has no list; the known values are those of the pages of 2026.",
        "schema": {
          "type": "string",
          "x-known-values": [
            "ap-bangkok",
            "ap-hongkong",
            "ap-jakarta",
            "ap-singapore",
            "sa-saopaulo"
          ]
        }
      },
      "X-TC-Timestamp": {
        "name": "X-TC-Timestamp",
        "in": "header",
        "required": true,
        "description": "The time of signing in UNIX seconds. More than five minutes off is `AuthFailure.SignatureExpire`.",
        "schema": {
          "type": "integer",
          "format": "int64",
          "minimum": 0
        }
      },
      "X-TC-Token": {
        "name": "X-TC-Token",
        "in": "header",
        "required": false,
        "description": "The session token of temporary credentials. Required with them, wrong without them.",
        "schema": {
          "type": "string"
        }
      },
      "X-TC-Language": {
        "name": "X-TC-Language",
        "in": "header",
        "required": false,
        "description": "The language of error messages.",
        "schema": {
          "type": "string",
          "enum": [
            "zh-CN",
            "en-US"
          ]
        }
      },
      "X-TC-Content-SHA256": {
        "name": "X-TC-Content-SHA256",
        "in": "header",
        "required": false,
        "description": "Sent only when the payload is left out of the signature.",
        "schema": {
          "const": "UNSIGNED-PAYLOAD"
        }
      }
    },
    "schemas": {
      "ApplySdkVerificationTokenRequest": {
        "type": "object",
        "description": "What kind of verification the token is for. Every field is optional.",
        "additionalProperties": false,
        "properties": {
          "CheckMode": {
            "type": "integer",
            "x-source": "document",
            "description": "The verification mode.\n- `1`: OCR, liveness detection and face comparison\n- `2`: liveness detection and face comparison (needs `CompareImage`)\n- `3`: liveness detection\n",
            "enum": [
              1,
              2,
              3
            ],
            "default": 1
          },
          "SecurityLevel": {
            "type": "integer",
            "x-source": "document",
            "description": "How liveness is detected.\n- `1`: by video\n- `2`: by motion\n- `3`: by reflection\n- `4`: by motion and reflection\n",
            "enum": [
              1,
              2,
              3,
              4
            ],
            "default": 4
          },
          "IdCardType": {
            "type": "string",
            "x-source": "document",
            "description": "The identity document. Whether cards that the pages of 2026 no longer list still work is not known.\n- `HK`: Hong Kong (China) identity card\n- `ML`: Malaysian identity card\n- `IndonesiaIDCard`: Indonesian identity card\n- `PhilippinesVoteID`: Philippine voter's ID card\n- `PhilippinesDrivingLicense`: Philippine driver's license\n- `PhilippinesTinID`: Philippine TIN ID card\n- `PhilippinesSSSID`: Philippine SSS ID card\n- `PhilippinesUMID`: Philippine UMID card\n- `MLIDPassport`: passport issued in Hong Kong, Macao, Taiwan (China) or another country or region\n- `ThailandIDCard`: Thai identity card\n- `MainlandIDCard`: Chinese mainland identity card\n- `SingaporeIDCard`: Singaporean identity card\n- `HMTPermit`: exit-entry permit (card) for travel to and from Hong Kong, Macao or Taiwan\n- `MacaoIDCard`: Macao identity card (not listed in 2026)\n- `JapanIDCard`: Japanese identity card (not listed in 2026)\n- `MLDrivingLicense`: Malaysian driving license (not listed in 2026)\n- `IndonesiaDrivingLicense`: Indonesian driving license (not listed in 2026)\n- `ThailandDrivingLicense`: Thai driving license (not listed in 2026)\n- `SingaporeDrivingLicense`: Singaporean driving license (not listed in 2026)\n- `JapanDrivingLicense`: Japanese driving license (not listed in 2026)\n- `TaiWanIDCard`: Taiwan identity card (not listed in 2026)\n",
            "enum": [
              "HK",
              "ML",
              "IndonesiaIDCard",
              "PhilippinesVoteID",
              "PhilippinesDrivingLicense",
              "PhilippinesTinID",
              "PhilippinesSSSID",
              "PhilippinesUMID",
              "MLIDPassport",
              "MacaoIDCard",
              "ThailandIDCard",
              "MainlandIDCard",
              "SingaporeIDCard",
              "JapanIDCard",
              "MLDrivingLicense",
              "IndonesiaDrivingLicense",
              "ThailandDrivingLicense",
              "SingaporeDrivingLicense",
              "JapanDrivingLicense",
              "TaiWanIDCard",
              "HMTPermit"
            ],
            "default": "HK"
          },
          "NeedVerifyIdCard": {
            "type": "boolean",
            "x-source": "document-example",
            "x-cards": [
              "HK"
            ],
            "x-guess": "The default is false: no page gives one.",
            "description": "Whether the authenticity of the identity card is checked. Hong Kong cards only. The tables of the document and of\n2026 leave this field out; the document's example sends it, and every official SDK has it.\n"
          },
          "CompareImage": {
            "type": "string",
            "x-source": "document",
            "contentEncoding": "base64",
            "x-secret": true,
            "minLength": 4,
            "pattern": "^[A-Za-z0-9+/]+={0,2}$",
            "x-should-be": "Base64 without a \"data:\" prefix and without line breaks",
            "description": "The photo to compare with, in Base64 without a `data:` prefix. Required when `CheckMode` is 2. The whole\nrequest may be 10 MB.\n"
          },
          "DisableChangeOcrResult": {
            "type": "boolean",
            "x-source": "document",
            "description": "Whether users are kept from editing the OCR result. Documented as having no effect at present.",
            "default": false
          },
          "DisableCheckOcrWarnings": {
            "type": "boolean",
            "x-source": "document",
            "x-cards": [
              "HK",
              "ML",
              "MLIDPassport"
            ],
            "description": "Whether OCR warnings are switched off. While they are on (`false`), no OCR result is returned if there is a\nwarning. Hong Kong (China) and Malaysian identity cards and passports only.\n",
            "default": false
          },
          "SelectedWarningCodes": {
            "type": "array",
            "x-source": "2026-08",
            "x-cards": [
              "HK",
              "ML",
              "MLIDPassport"
            ],
            "x-guess": "It applies to the cards that OCR warnings apply to, as the document has them.",
            "description": "The OCR warnings that stop the flow. Default: all of them.\n- `-9101`: the card is covered, or its border is incomplete\n- `-9102`: a copy\n- `-9103`: a photo of a screen\n- `-9104`: an edited picture\n- `-9107`: glare\n- `-9108`: blur\n- `-9901`: anything else\n",
            "items": {
              "type": "integer",
              "enum": [
                -9101,
                -9102,
                -9103,
                -9104,
                -9107,
                -9108,
                -9901
              ]
            }
          },
          "Extra": {
            "type": "string",
            "x-source": "document",
            "maxLength": 1024,
            "x-guess": "1,024 characters. The document says \"bits\".",
            "description": "Passed through, and returned with the result of the verification. At most 1,024 characters."
          },
          "SdkVersion": {
            "type": "string",
            "x-source": "2026-08",
            "description": "Which edition of the SDK is used. All but `BASIC` are enabled on request and have a price of their own.\n- `BASIC`: the plain verification\n- `ENHANCED`: with the risk of the device\n- `PRO`: with the type of an attack\n- `PLUS`: with both\n",
            "enum": [
              "BASIC",
              "ENHANCED",
              "PRO",
              "PLUS"
            ],
            "default": "BASIC"
          },
          "ActionList": {
            "type": "string",
            "x-source": "document",
            "pattern": "^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$",
            "x-guess": "Two equal motions and spaces are refused; the document does not mention them.",
            "description": "The motions to ask for: one, or two different ones with a comma between, out of `blink`, `mouth`, `nod` and\n`shake`. Only where `SecurityLevel` is 2 or 4; the API answers an error otherwise.\n",
            "x-should-be": "\"blink\", \"mouth\", \"nod\" or \"shake\", or two different ones with a comma between",
            "default": "blink",
            "examples": [
              "blink",
              "blink,mouth"
            ]
          },
          "AllowExpiredDocument": {
            "type": "boolean",
            "x-source": "2026-08",
            "x-cards": [
              "HK"
            ],
            "description": "Whether an expired document is accepted. Hong Kong cards only.",
            "default": true
          },
          "SkipResultPage": {
            "type": "boolean",
            "x-source": "2026-08",
            "description": "Whether the SDK leaves out its page with the result.",
            "default": false
          },
          "CardOcrDisplayFields": {
            "type": "array",
            "x-source": "2026-08",
            "description": "Which fields of the OCR result the user sees. Default: all of them. Their names depend on the card:\n- `HK`: ChineseName, FullName, LicenseNumber, Birthday, Sex, IssuedDate, Permanent, Symbol, CurrentIssueDate\n- `ML`: FullName, LicenseNumber, Sex, Birthday, Type, FormattedAddress\n- `IndonesiaIDCard`: LicenseNumber, FullName, Sex, Birthday, FormattedAddress, Nationality, DueDate, IssuedDate,\n  Street, Village, Area, Province, City, MaritalStatus, BloodType, Religion, Occupation\n- `PhilippinesVoteID`: FirstName, LastName, Birthday\n- `PhilippinesDrivingLicense`: LastName, FirstName, MiddleName, Sex, Birthday\n- `PhilippinesTinID`, `PhilippinesSSSID`: LicenseNumber, FullName, Birthday\n- `PhilippinesUMID`: Surname, MiddleName, GivenName, Sex, Birthday\n- `MLIDPassport`: LicenseNumber, FullName, Surname, GivenName, Birthday, Sex, DateOfExpiration, IssuingCountry\n- `ThailandIDCard`: FullName, LastName, FirstName, FormattedAddress, LicenseNumber, Birthday, ExpirationDate,\n  IssuedDate, RegistrationNumber, Religion, ThaiBirthday, ThaiExpirationDate, ThaiIssueDate\n- `MainlandIDCard`: LicenseNumber, FullName, Sex, Nation, Birthday, FormattedAddress\n- `SingaporeIDCard`: ChineseName, Sex, Birthday, LicenseNumber, Nationality, FullName, Address\n- `HMTPermit`: Name, EnglishName, Sex, Number, ValidDate, Birthday\n",
            "items": {
              "type": "string",
              "pattern": "^[A-Za-z]{1,64}$",
              "x-should-be": "the name of a field of the card, such as \"FullName\"",
              "x-guess": "Any name is accepted here; what the API does with one that the card lacks is not documented."
            }
          },
          "RetryLimit": {
            "type": "integer",
            "x-source": "2026-08",
            "description": "How many times the user may try the liveness detection. Each attempt may be billed.",
            "minimum": 1,
            "maximum": 5,
            "default": 5
          },
          "EnableForgeryDetectionImages": {
            "type": "boolean",
            "x-source": "2026-08",
            "description": "Whether several pictures of the card are taken from one angle, to detect forged documents.",
            "default": false
          },
          "MetaData": {
            "type": "string",
            "x-source": "2026-08",
            "x-secret": true,
            "minLength": 1,
            "maxLength": 8192,
            "x-guess": "At most 8,192 characters; no page gives a limit.",
            "description": "Encrypted data that the SDK made on the device. Pass it on as it is."
          },
          "SkipLaunchPage": {
            "type": "boolean",
            "x-source": "2026-08",
            "description": "Whether the SDK leaves out its first page.",
            "default": false
          },
          "SkipOcrConfirmPage": {
            "type": "boolean",
            "x-source": "2026-08",
            "description": "Whether the SDK leaves out the page where users confirm the OCR result.",
            "default": false
          },
          "HideProgressBar": {
            "type": "boolean",
            "x-source": "2026-08",
            "description": "Whether the SDK hides its progress bar.",
            "default": false
          },
          "AllowUploadPhoto": {
            "type": "boolean",
            "x-source": "2026-08",
            "description": "Whether the picture of the card may come from the album instead of the camera. Not together with\n`EnableForgeryDetectionImages`.\n",
            "default": false
          }
        },
        "allOf": [
          {
            "description": "CheckMode 2 compares with a photo, so it needs one",
            "if": {
              "required": [
                "CheckMode"
              ],
              "properties": {
                "CheckMode": {
                  "const": 2
                }
              }
            },
            "then": {
              "required": [
                "CompareImage"
              ]
            }
          },
          {
            "description": "with ActionList, motion must be what detects liveness",
            "if": {
              "required": [
                "ActionList"
              ]
            },
            "then": {
              "properties": {
                "SecurityLevel": {
                  "enum": [
                    2,
                    4
                  ]
                }
              }
            }
          },
          {
            "description": "pictures against forgery come from the camera, not from the album",
            "if": {
              "required": [
                "AllowUploadPhoto"
              ],
              "properties": {
                "AllowUploadPhoto": {
                  "const": true
                }
              }
            },
            "then": {
              "properties": {
                "EnableForgeryDetectionImages": {
                  "const": false
                }
              }
            }
          }
        ]
      },
      "ApplySdkVerificationTokenResponse": {
        "type": "object",
        "required": [
          "SdkToken",
          "RequestId"
        ],
        "properties": {
          "SdkToken": {
            "type": "string",
            "x-source": "document",
            "x-secret": true,
            "description": "The token of one verification. The document says it is valid for 7,200 seconds, the pages of 2026 say 10\nminutes. After the verification, it gets the result.\n"
          },
          "ServerParamInfo": {
            "type": "string",
            "x-source": "2026-08",
            "x-secret": true,
            "description": "Encrypted data for the SDK on the device. Pass it on as it is. Older SDKs do without it."
          },
          "RequestId": {
            "$ref": "#/components/schemas/RequestId"
          }
        }
      },
      "ErrorResponse": {
        "type": "object",
        "required": [
          "Error",
          "RequestId"
        ],
        "properties": {
          "Error": {
            "type": "object",
            "required": [
              "Code",
              "Message"
            ],
            "properties": {
              "Code": {
                "$ref": "#/components/schemas/ErrorCode"
              },
              "Message": {
                "type": "string",
                "description": "For people. Its wording changes without notice."
              }
            }
          },
          "RequestId": {
            "$ref": "#/components/schemas/RequestId"
          }
        }
      },
      "RequestId": {
        "type": "string",
        "description": "Names this request when you ask Tencent Cloud about it."
      },
      "ErrorCode": {
        "type": "string",
        "description": "The common error codes of API 3.0; others may come. The document has no codes for `ApplySdkVerificationToken` alone.\n",
        "x-known-values": [
          "ActionOffline",
          "AuthFailure.InvalidAuthorization",
          "AuthFailure.InvalidSecretId",
          "AuthFailure.MFAFailure",
          "AuthFailure.SecretIdNotFound",
          "AuthFailure.SignatureExpire",
          "AuthFailure.SignatureFailure",
          "AuthFailure.TokenFailure",
          "AuthFailure.UnauthorizedOperation",
          "DryRunOperation",
          "FailedOperation",
          "InternalError",
          "InvalidAction",
          "InvalidParameter",
          "InvalidParameterValue",
          "InvalidRequest",
          "IpInBlacklist",
          "IpNotInWhitelist",
          "LimitExceeded",
          "MissingParameter",
          "NoSuchProduct",
          "NoSuchVersion",
          "RequestLimitExceeded",
          "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
          "RequestLimitExceeded.IPLimitExceeded",
          "RequestLimitExceeded.UinLimitExceeded",
          "RequestSizeLimitExceeded",
          "ResourceInUse",
          "ResourceInsufficient",
          "ResourceNotFound",
          "ResourceUnavailable",
          "ResponseSizeLimitExceeded",
          "ServiceUnavailable",
          "UnauthorizedOperation",
          "UnknownParameter",
          "UnsupportedOperation",
          "UnsupportedProtocol",
          "UnsupportedRegion"
        ]
      }
    }
  }
}
