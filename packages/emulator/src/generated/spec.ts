// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

export const spec: unknown = {
  "openapi": "3.1.0",
  "info": {
    "title": "Tencent Cloud Identity Verification (faceid)",
    "version": "2018-03-01",
    "summary": "The server-side calls behind Tencent Cloud's eKYC SDKs.",
    "description": "Written from Tencent Cloud's documentation of API 3.0. `info.version` is the value of `X-TC-Version`.\n`x-should-be` says in words what a `pattern` says in signs; `x-requests-per-second` is the documented limit;\n`x-secret` marks fields that must not show up in logs.\n\nEvery operation is `POST /`; the header `X-TC-Action` says which one is meant. OpenAPI tells operations apart by\npath, so each path key here carries the action as a fragment (`/#X-TC-Action=...`), which is never sent.\n\nThe API answers HTTP 200 whatever happens: look for `Response.Error`.\n",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "externalDocs": {
    "description": "The page this description was written from",
    "url": "https://www.tencentcloud.com/document/product/1061/49951"
  },
  "servers": [
    {
      "url": "https://faceid.tencentcloudapi.com",
      "description": "The host that the document names"
    },
    {
      "url": "https://faceid.intl.tencentcloudapi.com",
      "description": "International accounts (since January 2025)"
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
        "description": "Call it before every verification. The token starts the verification on the device and later fetches its result.\n\nAt most 20 requests a second are accepted. There is no idempotency input: when an answer is lost, the token in it\nis lost too, and asking again issues another one.\n",
        "x-requests-per-second": 20,
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
        "description": "The region that serves the call.",
        "schema": {
          "type": "string",
          "enum": [
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
            "description": "The identity document.\n- `HK`: Hong Kong (China) identity card\n- `ML`: Malaysian identity card\n- `IndonesiaIDCard`: Indonesian identity card\n- `PhilippinesVoteID`: Philippine voter's ID card\n- `PhilippinesDrivingLicense`: Philippine driver's license\n- `PhilippinesTinID`: Philippine TIN ID card\n- `PhilippinesSSSID`: Philippine SSS ID card\n- `PhilippinesUMID`: Philippine UMID card\n- `MLIDPassport`: passport issued in Hong Kong, Macao, Taiwan (China) or another country or region\n- `MacaoIDCard`: Macao identity card\n- `ThailandIDCard`: Thai identity card\n- `MainlandIDCard`: Chinese mainland identity card\n- `SingaporeIDCard`: Singaporean identity card\n- `JapanIDCard`: Japanese identity card\n- `MLDrivingLicense`: Malaysian driving license\n- `IndonesiaDrivingLicense`: Indonesian driving license\n- `ThailandDrivingLicense`: Thai driving license\n- `SingaporeDrivingLicense`: Singaporean driving license\n- `JapanDrivingLicense`: Japanese driving license\n- `TaiWanIDCard`: Taiwan identity card\n- `HMTPermit`: exit-entry permit (card) for travel to and from Hong Kong, Macao or Taiwan\n",
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
            "description": "Whether the authenticity of the identity card is checked (Hong Kong cards only). The document's table leaves\nthis field out; the document's example sends it.\n"
          },
          "CompareImage": {
            "type": "string",
            "contentEncoding": "base64",
            "x-secret": true,
            "minLength": 4,
            "pattern": "^[A-Za-z0-9+/]+={0,2}$",
            "x-should-be": "Base64 without a \"data:\" prefix and without line breaks",
            "description": "The photo to compare with, in Base64 without a `data:` prefix. Required when `CheckMode` is 2. The whole\nrequest may be 10 MB.\n"
          },
          "DisableChangeOcrResult": {
            "type": "boolean",
            "description": "Whether users are kept from editing the OCR result. Documented as not applied at present.",
            "default": false
          },
          "DisableCheckOcrWarnings": {
            "type": "boolean",
            "description": "Whether OCR warnings are switched off. While they are on (`false`), no OCR result is returned if there is a\nwarning. Applies to Hong Kong (China) and Malaysian identity cards and to passports.\n",
            "default": false
          },
          "Extra": {
            "type": "string",
            "maxLength": 1024,
            "description": "Passed through, and returned with the result of the verification. At most 1,024 characters (the document says\n\"bits\").\n"
          },
          "ActionList": {
            "type": "string",
            "pattern": "^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$",
            "description": "The motions to ask for: one, or two different ones with a comma between, out of `blink`, `mouth`, `nod` and\n`shake`. Only where `SecurityLevel` is 2 or 4; the API answers an error otherwise.\n",
            "x-should-be": "\"blink\", \"mouth\", \"nod\" or \"shake\", or two different ones with a comma between",
            "default": "blink",
            "examples": [
              "blink",
              "blink,mouth"
            ]
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
            "x-secret": true,
            "description": "The token of one verification. The document says it is valid for 7,200 seconds. After the verification, its\nresult is fetched with it.\n"
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
        "description": "The common error codes of API 3.0. This API has none of its own; codes not listed here may come.",
        "enum": [
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
          "ResourceUnavailable.InArrears",
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
