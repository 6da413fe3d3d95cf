// Generated from spec/token-endpoint.yaml by `pnpm generate`. Do not edit.

export const openapi = {
  "openapi": "3.1.0",
  "info": {
    "title": "tc3-edge token endpoint",
    "version": "1",
    "summary": "Hands out tokens of Tencent Cloud's Identity Verification SDK to a product's own users.",
    "description": "A call takes one permit among those that the account has for a second. Whoever can't have one soon is told when to\ncome back. With an `Idempotency-Key`, a request that is sent again gets the token of the first one.\n\nWhatever is not a token is a problem document (RFC 9457) with a stable `code`. `type` leads to a page that says what\nit means and what to do.\n",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "/",
      "description": "The host that serves this document"
    }
  ],
  "tags": [
    {
      "name": "Tokens",
      "description": "What apps and backends call."
    },
    {
      "name": "Operation",
      "description": "What operators and their monitors call."
    }
  ],
  "security": [
    {
      "appUser": []
    },
    {
      "backend": []
    }
  ],
  "paths": {
    "/v1/tokens": {
      "post": {
        "operationId": "issueToken",
        "tags": [
          "Tokens"
        ],
        "summary": "Apply for a token, one for each verification.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Idempotency-Key"
          },
          {
            "$ref": "#/components/parameters/X-Request-Id"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "At most 16 kB from an app user, 10 MB from a backend.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TokenRequest"
              },
              "examples": {
                "plain": {
                  "summary": "All defaults",
                  "value": {}
                },
                "card": {
                  "summary": "Another identity document",
                  "value": {
                    "preset": "default",
                    "parameters": {
                      "IdCardType": "HK"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "A token. Repeated with the same Idempotency-Key, the same token again for ten minutes.",
            "headers": {
              "Cache-Control": {
                "description": "`no-store`: a token is for one verification.",
                "schema": {
                  "const": "no-store"
                }
              },
              "X-Request-Id": {
                "$ref": "#/components/headers/X-Request-Id"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Token"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "409": {
            "$ref": "#/components/responses/ComeBack"
          },
          "413": {
            "$ref": "#/components/responses/Problem"
          },
          "415": {
            "$ref": "#/components/responses/Problem"
          },
          "422": {
            "$ref": "#/components/responses/Problem"
          },
          "429": {
            "$ref": "#/components/responses/ComeBack"
          },
          "500": {
            "$ref": "#/components/responses/Problem"
          },
          "502": {
            "$ref": "#/components/responses/Problem"
          },
          "503": {
            "$ref": "#/components/responses/ComeBack"
          },
          "504": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/healthz": {
      "get": {
        "operationId": "health",
        "tags": [
          "Operation"
        ],
        "summary": "Whether the endpoint is set up.",
        "security": [],
        "responses": {
          "200": {
            "description": "It is.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "status"
                  ],
                  "properties": {
                    "status": {
                      "const": "ok"
                    }
                  }
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/openapi.json": {
      "get": {
        "operationId": "openapi",
        "tags": [
          "Operation"
        ],
        "summary": "This document.",
        "security": [],
        "responses": {
          "200": {
            "description": "OpenAPI 3.1.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object"
                }
              }
            }
          },
          "405": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    },
    "/problems/{code}": {
      "get": {
        "operationId": "problem",
        "tags": [
          "Tokens"
        ],
        "summary": "What a problem means and what to do, for people.",
        "security": [],
        "parameters": [
          {
            "name": "code",
            "in": "path",
            "required": true,
            "description": "The `code` of a problem document.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A text.",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "404": {
            "$ref": "#/components/responses/Problem"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "appUser": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "A JWT of the product's own issuer. Its issuer and subject are the caller."
      },
      "backend": {
        "type": "http",
        "scheme": "bearer",
        "description": "An API key."
      }
    },
    "parameters": {
      "Idempotency-Key": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "description": "1 to 255 visible ASCII characters in quotes (draft-ietf-httpapi-idempotency-key-header-07); without quotes is\naccepted too. Make a new one for each verification, and send it again when a request is repeated.\n",
        "schema": {
          "type": "string",
          "examples": [
            "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""
          ]
        }
      },
      "X-Request-Id": {
        "name": "X-Request-Id",
        "in": "header",
        "required": false,
        "description": "The caller's own name for the request, which stands in the logs and comes back.",
        "schema": {
          "type": "string",
          "pattern": "^[\\w-]{8,64}$"
        }
      }
    },
    "headers": {
      "X-Request-Id": {
        "description": "Names the request in the logs.",
        "schema": {
          "type": "string"
        }
      },
      "Retry-After": {
        "description": "When to come back, in seconds.",
        "schema": {
          "type": "integer",
          "minimum": 1
        }
      },
      "WWW-Authenticate": {
        "description": "RFC 6750.",
        "schema": {
          "type": "string"
        }
      }
    },
    "responses": {
      "Problem": {
        "description": "A problem document. `code` says which.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Unauthorized": {
        "description": "The credentials are missing, not good, or not enough.",
        "headers": {
          "WWW-Authenticate": {
            "$ref": "#/components/headers/WWW-Authenticate"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "ComeBack": {
        "description": "Not now. Retry-After says when, where waiting helps.",
        "headers": {
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      }
    },
    "schemas": {
      "TokenRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "preset": {
            "type": "string",
            "description": "Which of the operator's presets to use.",
            "default": "default"
          },
          "parameters": {
            "description": "Tencent Cloud's own parameters, those that the preset opens to the caller.",
            "$ref": "#/components/schemas/ApplySdkVerificationTokenRequest"
          }
        }
      },
      "Token": {
        "type": "object",
        "required": [
          "sdkToken",
          "requestId",
          "expiresAt",
          "expiresIn"
        ],
        "additionalProperties": false,
        "properties": {
          "sdkToken": {
            "type": "string",
            "description": "What the app hands to the Identity Verification SDK, and fetches the result with."
          },
          "requestId": {
            "type": "string",
            "description": "Tencent Cloud's name for the call."
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the token ends, in UTC."
          },
          "expiresIn": {
            "type": "integer",
            "description": "The same in seconds from now."
          }
        }
      },
      "Problem": {
        "type": "object",
        "required": [
          "type",
          "title",
          "status",
          "detail",
          "code",
          "advice",
          "requestId"
        ],
        "additionalProperties": false,
        "properties": {
          "type": {
            "type": "string",
            "description": "Where the problem is explained, `/problems/{code}`."
          },
          "title": {
            "type": "string"
          },
          "status": {
            "type": "integer"
          },
          "detail": {
            "type": "string",
            "description": "What is wrong with this request."
          },
          "code": {
            "type": "string",
            "description": "Stable."
          },
          "advice": {
            "type": "string",
            "description": "What to do."
          },
          "errors": {
            "type": "array",
            "description": "Each parameter that is wrong, and what would be right.",
            "items": {
              "type": "object",
              "required": [
                "parameter",
                "message"
              ],
              "properties": {
                "parameter": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "retryAfter": {
            "type": "integer",
            "description": "As Retry-After."
          },
          "requestId": {
            "type": "string",
            "description": "As X-Request-Id."
          },
          "upstreamRequestId": {
            "type": "string",
            "description": "Tencent Cloud's name for the call, if one was made."
          }
        }
      },
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
      }
    }
  }
}
