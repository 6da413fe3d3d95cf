// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

export const spec: unknown = {
  "openapi": "3.1.0",
  "info": {
    "title": "Tencent Cloud Identity Verification (faceid)",
    "version": "2018-03-01",
    "summary": "The server-side calls behind Tencent Cloud's eKYC SDKs.",
    "description": "Written from Tencent Cloud's documentation of API 3.0, in our own words. `info.version` is the value of `X-TC-Version`.\n\nEvery operation is `POST /`; the header `X-TC-Action` selects it. OpenAPI tells operations apart by path, so each path\nkey here carries the action as a fragment (`/#X-TC-Action=...`), which is never sent.\n\nThe API answers HTTP 200 whatever happens: look for `Response.Error`.\n\nExtensions, for operations:\n- `x-requests-per-second`: the documented limit.\n- `x-idempotent`: whether repeating a call has no further effect. Without it, a call is not repeated once it may have\n  been carried out.\n- `x-max-response-bytes`: how large a response may be.\n\nFor fields:\n- `x-source`: `document` is the page as this description was first written from it; `document-example` is the example\n  on that page alone; `2026-08` is Tencent Cloud's own API description of August 2026.\n- `x-guess`: an assumption, because no page says it.\n- `x-secret`: the value must not appear in logs, errors or URLs.\n- `x-cards`: the values of `IdCardType` for which the field has an effect. Without it, all.\n- `x-known-values`: values known so far. Others are valid; types offer these as hints.\n- `x-should-be`: in words, what a `pattern` requires.\n",
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
      "description": "The calls that a server makes for an app that uses the Identity Verification SDK."
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
        "description": "Call it before every verification. The token starts the verification on the device, and later reads its result.\n\nAt most 20 requests a second are accepted. There is no idempotency input: if a response is lost, its token is lost\ntoo, and a repeated request issues another one.\n",
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
    },
    "/#X-TC-Action=GetSdkVerificationResult": {
      "post": {
        "operationId": "GetSdkVerificationResult",
        "tags": [
          "Identity Verification SDK"
        ],
        "summary": "Get the result of a verification.",
        "description": "Rely on this result, never on what the device reports. It can be read for three days after the token was issued, any\nnumber of times. Its links to pictures and videos are valid for 10 minutes after each read.\n\nAt most 20 requests a second are accepted, apart from those of `ApplySdkVerificationToken`. What the API answers for an\nunknown token, or for a verification that has not finished, is not documented.\n",
        "externalDocs": {
          "url": "https://www.tencentcloud.com/document/product/1061/49951"
        },
        "x-source": "2026-08",
        "x-requests-per-second": 20,
        "x-idempotent": true,
        "x-max-response-bytes": 1048576,
        "parameters": [
          {
            "name": "X-TC-Action",
            "in": "header",
            "required": true,
            "description": "The action that is called.",
            "schema": {
              "const": "GetSdkVerificationResult"
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
                "$ref": "#/components/schemas/GetSdkVerificationResultRequest"
              },
              "examples": {
                "token": {
                  "summary": "A token",
                  "value": {
                    "SdkToken": "A561B769-C347-4724-A69A-6C3B3483E107"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The result, or an error. Both come with status 200.",
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
                          "$ref": "#/components/schemas/GetSdkVerificationResultResponse"
                        },
                        {
                          "$ref": "#/components/schemas/ErrorResponse"
                        }
                      ]
                    }
                  }
                },
                "examples": {
                  "passed": {
                    "summary": "A verification that was passed at the second attempt, of a fictitious person",
                    "value": {
                      "Response": {
                        "Result": "0",
                        "Description": "Success",
                        "ChargeCount": 2,
                        "Extra": "order-17",
                        "DeviceInfoLevel": "1",
                        "CardVerifyResults": [
                          {
                            "IsPass": true,
                            "IsEdit": false,
                            "CardVideo": null,
                            "CardImage": {
                              "Url": "https://pictures.example/card",
                              "MD5": "5d41402abc4b2a76b9719d911017c592",
                              "Size": 48213
                            },
                            "CardInfoOcrJson": null,
                            "NormalCardInfo": {
                              "HKIDCard": {
                                "FullName": "DOE, Jane",
                                "LicenseNumber": "Z000000(0)",
                                "Birthday": "01-01-1990",
                                "Sex": "F"
                              }
                            },
                            "WarnCardInfos": [],
                            "EditDetails": [],
                            "RequestId": "0b1c2d3e-0000-4000-8000-000000000001"
                          }
                        ],
                        "CompareResults": [
                          {
                            "ErrorCode": "1005",
                            "ErrorMsg": "Liveness detection failed",
                            "LiveErrorCode": "1005",
                            "LiveErrorMsg": "Liveness detection failed",
                            "CompareErrorCode": null,
                            "CompareErrorMsg": null,
                            "Sim": null,
                            "IsNeedCharge": false,
                            "LiveData": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "LiveVideo": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "ActionVideo": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "BestFrame": null,
                            "ProfileImage": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "CardInfoInputJson": null,
                            "RequestId": "0b1c2d3e-0000-4000-8000-000000000002"
                          },
                          {
                            "ErrorCode": "0",
                            "ErrorMsg": "Success",
                            "LiveErrorCode": "0",
                            "LiveErrorMsg": "Success",
                            "CompareErrorCode": "0",
                            "CompareErrorMsg": "Success",
                            "Sim": 92.5,
                            "IsNeedCharge": true,
                            "LiveData": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "LiveVideo": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "ActionVideo": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "BestFrame": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "ProfileImage": {
                              "Url": "https://pictures.example/file",
                              "MD5": "7d793037a0760186574b0282f2f435e7",
                              "Size": 912
                            },
                            "CardInfoInputJson": null,
                            "RequestId": "0b1c2d3e-0000-4000-8000-000000000003"
                          }
                        ],
                        "RequestId": "d73c0c05-f7ff-419c-84cb-0756303b1926"
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
        "description": "The time of signing in UNIX seconds. If it is more than five minutes off, the error is `AuthFailure.SignatureExpire`.",
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
        "description": "The session token of temporary credentials. Required with them, and an error without them.",
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
            "description": "Whether users can't edit the OCR result. Documented as having no effect at present.",
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
            "description": "The motions to ask for: one, or two different ones with a comma between, out of `blink`, `mouth`, `nod` and\n`shake`. Only if `SecurityLevel` is 2 or 4; otherwise the API returns an error.\n",
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
            "description": "ActionList needs liveness detection by motion",
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
            "description": "forgery detection needs pictures from the camera, not from the album",
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
            "description": "The token of one verification. The document says it is valid for 7,200 seconds, the pages of 2026 say 10\nminutes. After the verification, it reads the result.\n"
          },
          "ServerParamInfo": {
            "type": "string",
            "x-source": "2026-08",
            "x-secret": true,
            "description": "Encrypted data for the SDK on the device. Pass it on as it is. Older SDKs don't need it."
          },
          "RequestId": {
            "$ref": "#/components/schemas/RequestId"
          }
        }
      },
      "GetSdkVerificationResultRequest": {
        "type": "object",
        "description": "The verification whose result to read.",
        "required": [
          "SdkToken"
        ],
        "additionalProperties": false,
        "properties": {
          "SdkToken": {
            "type": "string",
            "x-source": "2026-08",
            "x-secret": true,
            "minLength": 1,
            "description": "The token of the verification."
          }
        }
      },
      "GetSdkVerificationResultResponse": {
        "type": "object",
        "description": "The result of a verification. According to the document, every field but `DeviceInfoLevel` is always present. Here only\n`Result` and `RequestId` are required: this was not tested live, and no result should be lost for a missing minor field.\n",
        "required": [
          "Result",
          "RequestId"
        ],
        "properties": {
          "Result": {
            "$ref": "#/components/schemas/VerificationCode",
            "description": "The code of the whole verification. \"0\" is passed. See `VerificationCode`.",
            "x-guess": "It has the same codes as `ErrorCode` of a comparison, as in the documented example."
          },
          "Description": {
            "type": "string",
            "description": "The result, for people."
          },
          "ChargeCount": {
            "type": "integer",
            "description": "How many billed checks the verification had. It may be more than one."
          },
          "CardVerifyResults": {
            "type": "array",
            "description": "Each reading of the card, in order. The last one counts.",
            "items": {
              "$ref": "#/components/schemas/CardVerifyResult"
            }
          },
          "CompareResults": {
            "type": "array",
            "description": "Each liveness detection and comparison, in order. The last one counts.",
            "items": {
              "$ref": "#/components/schemas/CompareResult"
            }
          },
          "Extra": {
            "type": "string",
            "x-secret": true,
            "description": "What `Extra` was when the token was issued."
          },
          "DeviceInfoLevel": {
            "type": "string",
            "description": "The risk of the device, with `SdkVersion` `ENHANCED` or `PLUS`.\n- `1`: none\n- `2`: low\n- `3`: medium\n- `4`: high\n- empty: not known\n",
            "x-known-values": [
              "1",
              "2",
              "3",
              "4",
              ""
            ]
          },
          "RequestId": {
            "$ref": "#/components/schemas/RequestId"
          }
        }
      },
      "VerificationCode": {
        "type": "string",
        "description": "The outcome of a verification, or of one attempt. There may be other codes; only \"0\" is passed.\n- `0`: passed\n- `1001`: the liveness engine was not reached\n- `1002`: suspected spoofing (billed since 2026-03-10)\n- `1004`: no face could be detected\n- `1005`: liveness detection failed (billed since 2026-03-10)\n- `1201`: too dark or too bright (billed since 2026-03-10)\n- `2004`: the picture is too large or too small (comparison)\n- `2012`: more than one face (comparison)\n- `2013`: no face, or only a part of one (comparison)\n- `2014`: the picture's resolution or quality is too low (comparison)\n- `2015`: the comparison failed (comparison)\n- `2016`: the similarity is below the threshold (comparison)\n- `2017`: the face is covered (comparison; billed since 2026-03-10)\n",
        "x-known-values": [
          "0",
          "1001",
          "1002",
          "1004",
          "1005",
          "1201",
          "2004",
          "2012",
          "2013",
          "2014",
          "2015",
          "2016",
          "2017"
        ]
      },
      "CardVerifyResult": {
        "type": "object",
        "description": "One reading of the card.",
        "required": [
          "IsPass",
          "CardVideo",
          "CardImage",
          "CardInfoOcrJson",
          "RequestId"
        ],
        "properties": {
          "IsPass": {
            "type": "boolean",
            "description": "Whether the card was accepted."
          },
          "IsEdit": {
            "type": [
              "boolean",
              "null"
            ],
            "description": "Whether the user changed what was read."
          },
          "CardVideo": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/FileInfo"
              },
              {
                "type": "null"
              }
            ]
          },
          "CardImage": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/FileInfo"
              },
              {
                "type": "null"
              }
            ]
          },
          "CardInfoOcrJson": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/FileInfo"
              },
              {
                "type": "null"
              }
            ]
          },
          "RequestId": {
            "$ref": "#/components/schemas/RequestId"
          },
          "CardInfo": {
            "type": [
              "object",
              "null"
            ],
            "deprecated": true,
            "x-secret": true,
            "description": "What was read, in an older form that the pages no longer show. Use `NormalCardInfo`."
          },
          "NormalCardInfo": {
            "description": "What was read.",
            "x-secret": true,
            "anyOf": [
              {
                "$ref": "#/components/schemas/NormalCardInfo"
              },
              {
                "type": "null"
              }
            ]
          },
          "WarnCardInfos": {
            "type": [
              "array",
              "null"
            ],
            "description": "Warnings about the card.\n- `-9101`: covered, or its border is incomplete\n- `-9102`: a copy\n- `-9103`: a photo of a screen\n- `-9107`: glare\n- `-9108`: blur\n- `-9109`: warnings are not enabled\n",
            "items": {
              "type": "integer"
            }
          },
          "EditDetails": {
            "type": [
              "array",
              "null"
            ],
            "x-secret": true,
            "description": "What the user changed.",
            "items": {
              "$ref": "#/components/schemas/EditDetail"
            }
          }
        }
      },
      "CompareResult": {
        "type": "object",
        "description": "One liveness detection and comparison.",
        "required": [
          "ErrorCode",
          "ErrorMsg",
          "LiveErrorCode",
          "LiveErrorMsg",
          "CompareErrorCode",
          "CompareErrorMsg",
          "Sim",
          "IsNeedCharge",
          "LiveData",
          "LiveVideo",
          "ActionVideo",
          "BestFrame",
          "ProfileImage",
          "CardInfoInputJson",
          "RequestId"
        ],
        "properties": {
          "ErrorCode": {
            "$ref": "#/components/schemas/VerificationCode"
          },
          "ErrorMsg": {
            "type": "string",
            "description": "The code, for people."
          },
          "LiveErrorCode": {
            "$ref": "#/components/schemas/VerificationCode",
            "description": "The code of the liveness detection."
          },
          "LiveErrorMsg": {
            "type": "string",
            "description": "That code, for people."
          },
          "CompareErrorCode": {
            "description": "The code of the comparison.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/VerificationCode"
              },
              {
                "type": "null"
              }
            ]
          },
          "CompareErrorMsg": {
            "type": [
              "string",
              "null"
            ],
            "description": "That code, for people."
          },
          "Sim": {
            "type": [
              "number",
              "null"
            ],
            "description": "The similarity of the faces, from 0 to 100."
          },
          "IsNeedCharge": {
            "type": "boolean",
            "deprecated": true,
            "description": "No longer used. See `ChargeCount`."
          },
          "LivenessInfoTag": {
            "type": [
              "array",
              "null"
            ],
            "description": "Signs of an attack, with `SdkVersion` `PLUS`.\n- `01`: the eyes were closed throughout\n- `02`: the motion was not made\n- `03`: a photo was replayed\n- `04`: a synthetic picture\n- `05`: a synthetic video\n- `06`: a synthetic motion\n- `07`: a known fraud template\n- `08`: a watermark\n- `09`: the light check failed\n- `10`: the face check failed\n- `11`: the face is of poor quality\n- `12`: the recording is of poor quality\n- `13`: an adversarial sample\n",
            "items": {
              "type": "string",
              "x-known-values": [
                "01",
                "02",
                "03",
                "04",
                "05",
                "06",
                "07",
                "08",
                "09",
                "10",
                "11",
                "12",
                "13"
              ]
            }
          },
          "LiveData": {
            "$ref": "#/components/schemas/FileInfo"
          },
          "LiveVideo": {
            "$ref": "#/components/schemas/FileInfo"
          },
          "ActionVideo": {
            "$ref": "#/components/schemas/FileInfo"
          },
          "BestFrame": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/FileInfo"
              },
              {
                "type": "null"
              }
            ]
          },
          "ProfileImage": {
            "$ref": "#/components/schemas/FileInfo"
          },
          "CardInfoInputJson": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/FileInfo"
              },
              {
                "type": "null"
              }
            ]
          },
          "RequestId": {
            "$ref": "#/components/schemas/RequestId"
          }
        }
      },
      "FileInfo": {
        "type": "object",
        "description": "A picture, video or text of the verified person. Download it within 10 minutes, and compare its MD5.",
        "required": [
          "Url",
          "MD5",
          "Size"
        ],
        "properties": {
          "Url": {
            "type": "string",
            "x-secret": true,
            "description": "Its link, valid for 10 minutes, for anybody who has it."
          },
          "MD5": {
            "type": "string",
            "x-secret": true,
            "description": "Its MD5, in hex."
          },
          "Size": {
            "type": "integer",
            "description": "Its size.",
            "x-guess": "In bytes; no page gives the unit."
          }
        }
      },
      "EditDetail": {
        "type": "object",
        "description": "One field of the card that the user changed.",
        "properties": {
          "FieldName": {
            "type": [
              "string",
              "null"
            ],
            "description": "The name of the field."
          },
          "OriginalFieldValue": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "RevisedFieldValue": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "PersonalText": {
        "description": "Personal data, as printed on the card.",
        "type": [
          "string",
          "null"
        ],
        "x-secret": true
      },
      "PersonalString": {
        "description": "Personal data, as printed on the card; empty where the card has none.",
        "type": "string",
        "x-secret": true
      },
      "NormalCardInfo": {
        "type": "object",
        "description": "What was read of the card. At most one of these is present.",
        "properties": {
          "HKIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/NormalHKIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "MLIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/NormalMLIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "PhilippinesVoteID": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/PhilippinesVoteID"
              },
              {
                "type": "null"
              }
            ]
          },
          "IndonesiaIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/NormalIndonesiaIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "PhilippinesDrivingLicense": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/PhilippinesDrivingLicense"
              },
              {
                "type": "null"
              }
            ]
          },
          "PhilippinesTinID": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/PhilippinesTinID"
              },
              {
                "type": "null"
              }
            ]
          },
          "PhilippinesSSSID": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/PhilippinesSSSID"
              },
              {
                "type": "null"
              }
            ]
          },
          "PhilippinesUMID": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/PhilippinesUMID"
              },
              {
                "type": "null"
              }
            ]
          },
          "InternationalIDPassport": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/InternationalIDPassport"
              },
              {
                "type": "null"
              }
            ]
          },
          "GeneralCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/GeneralCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "IndonesiaDrivingLicense": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/IndonesiaDrivingLicense"
              },
              {
                "type": "null"
              }
            ]
          },
          "ThailandIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/NormalThailandIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "SingaporeIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/SingaporeIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "MacaoIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/MacaoIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "MainlandIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/MainlandIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "JapanIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/JapanIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "TaiWanIDCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/TaiWanIDCard"
              },
              {
                "type": "null"
              }
            ]
          },
          "HMTPermitCard": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/HMTPermit"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "NormalHKIDCard": {
        "type": "object",
        "description": "Hong Kong (China) identity card.",
        "properties": {
          "ChineseName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "RegistrationNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Permanent": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Symbol": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuedDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "CurrentIssueDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "HKIDVersion": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "NormalMLIDCard": {
        "type": "object",
        "description": "Malaysian identity card.",
        "properties": {
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FormattedAddress": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Type": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "PhilippinesVoteID": {
        "type": "object",
        "description": "Philippine voter's ID card.",
        "properties": {
          "VIN": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FirstName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LastName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "CivilStatus": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Citizenship": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Address": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "PrecinctNo": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "NormalIndonesiaIDCard": {
        "type": "object",
        "description": "Indonesian identity card.",
        "properties": {
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "BloodType": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FormattedAddress": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Street": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Village": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Area": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Religion": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "MaritalStatus": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Occupation": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Nationality": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "DueDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuedDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Province": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "City": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "PhilippinesDrivingLicense": {
        "type": "object",
        "description": "Philippine driver's license.",
        "properties": {
          "Name": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LastName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FirstName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "MiddleName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Nationality": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Address": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNo": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ExpiresDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "AgencyCode": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "PhilippinesTinID": {
        "type": "object",
        "description": "Philippine TIN ID card.",
        "properties": {
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Address": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssueDate": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "PhilippinesSSSID": {
        "type": "object",
        "description": "Philippine SSS ID card.",
        "properties": {
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "PhilippinesUMID": {
        "type": "object",
        "description": "Philippine UMID card.",
        "properties": {
          "Surname": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "MiddleName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "GivenName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Address": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "CRN": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "InternationalIDPassport": {
        "type": "object",
        "description": "Passport.",
        "properties": {
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Surname": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "GivenName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "DateOfExpiration": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuingCountry": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "NationalityCode": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "PassportCodeFirst": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "PassportCodeSecond": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "GeneralCard": {
        "type": "object",
        "description": "Any other card.",
        "required": [
          "LicenseNumber",
          "PersonalNumber",
          "PassportCodeFirst",
          "PassportCodeSecond",
          "ExpirationDate",
          "DueDate",
          "IssuedDate",
          "IssuedAuthority",
          "IssuedCountry",
          "FullName",
          "FirstName",
          "LastName",
          "Sex",
          "Age",
          "Birthday",
          "BirthPlace",
          "Nationality",
          "RegistrationNumber"
        ],
        "properties": {
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "PersonalNumber": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "PassportCodeFirst": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "PassportCodeSecond": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "ExpirationDate": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "DueDate": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "IssuedDate": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "IssuedAuthority": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "IssuedCountry": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "FirstName": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "LastName": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "Age": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "BirthPlace": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "Nationality": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "RegistrationNumber": {
            "$ref": "#/components/schemas/PersonalString"
          },
          "Address": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Address"
              },
              {
                "type": "null"
              }
            ]
          },
          "FullNameLocal": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FirstNameLocal": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LastNameLocal": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "Address": {
        "type": "object",
        "description": "An address on a card, in parts.",
        "properties": {
          "Country": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "PostalCode": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Subdivision": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "City": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FormattedAddress": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LineOne": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LineTwo": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LineThree": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LineFour": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LineFive": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "IndonesiaDrivingLicense": {
        "type": "object",
        "description": "Indonesian driving license.",
        "properties": {
          "LastName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FirstName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Address": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ExpirationDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuedDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuedCountry": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "NormalThailandIDCard": {
        "type": "object",
        "description": "Thai identity card.",
        "properties": {
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LastName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FirstName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FormattedAddress": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ExpirationDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuedDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "RegistrationNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Religion": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ThaiBirthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ThaiExpirationDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ThaiIssueDate": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "SingaporeIDCard": {
        "type": "object",
        "description": "Singaporean identity card.",
        "properties": {
          "ChineseName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Nationality": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Address": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Race": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "NRICCode": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "PostCode": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "DateOfExpiration": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "DateOfIssue": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "MacaoIDCard": {
        "type": "object",
        "description": "Macao identity card.",
        "properties": {
          "FirstName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LastName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ExpirationDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Age": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuedCountry": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Field1": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Field2": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "MainlandIDCard": {
        "type": "object",
        "description": "Chinese mainland identity card.",
        "properties": {
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Nation": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FormattedAddress": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Authority": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ValidDate": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "JapanIDCard": {
        "type": "object",
        "description": "Japanese identity card.",
        "properties": {
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Age": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ExpirationDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "FormattedAddress": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "TaiWanIDCard": {
        "type": "object",
        "description": "Taiwan identity card.",
        "properties": {
          "FullName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "LicenseNumber": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssuedCountry": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "RegistrationNumber": {
            "$ref": "#/components/schemas/PersonalText"
          }
        }
      },
      "HMTPermit": {
        "type": "object",
        "description": "Exit-entry permit for travel to and from Hong Kong, Macao or Taiwan.",
        "properties": {
          "Name": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "EnglishName": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Number": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Sex": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "ValidDate": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssueAuthority": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "IssueAddress": {
            "$ref": "#/components/schemas/PersonalText"
          },
          "Birthday": {
            "$ref": "#/components/schemas/PersonalText"
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
