// Generated from spec/token-endpoint.yaml by `pnpm generate`. Do not edit.

export const openapi = {
  "openapi": "3.1.0",
  "info": {
    "title": "tc3-edge token endpoint",
    "version": "1",
    "summary": "Issues tokens of Tencent Cloud's Identity Verification SDK to a product's own users.",
    "description": "Issues one SDK token per verification. If no capacity is free soon, it answers 503 with Retry-After. A request that is\nrepeated with the same `Idempotency-Key` gets the token of the first one.\n\nEvery error is a problem document (RFC 9457) with a stable `code`; `type` links to a page that explains it. Any other\npath answers 404, and any other method of a path 405.\n\n`ProblemCode` is the catalogue of problems. There, `x-status` is the HTTP status, `x-retry-after` says whether the\nresponse has a Retry-After (`always`, `sometimes`, `never`), and `x-idempotency-key` says which key to send next: the\n`same`, a `new` one, or `either`, because nothing was carried out.\n",
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
      "description": "For apps and backends."
    },
    {
      "name": "Operation",
      "description": "For operators and their monitors."
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
        "summary": "Issue a token for one verification.",
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
            "description": "A token. For ten minutes, repeating the request with the same Idempotency-Key returns the same token, as long as it is valid for two minutes more.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
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
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/ContentTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "502": {
            "$ref": "#/components/responses/BadGateway"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          }
        }
      }
    },
    "/": {
      "get": {
        "operationId": "home",
        "tags": [
          "Operation"
        ],
        "summary": "Say what this server is. Browsers get a page, other clients plain text.",
        "security": [],
        "responses": {
          "200": {
            "description": "What this server is, and its operations.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/X-Request-Id"
              }
            },
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              },
              "text/html": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
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
        "summary": "Check the configuration.",
        "security": [],
        "responses": {
          "200": {
            "description": "Every setting is valid.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              },
              "X-Request-Id": {
                "$ref": "#/components/headers/X-Request-Id"
              }
            },
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
                    },
                    "signing": {
                      "enum": [
                        "backdated",
                        "present"
                      ],
                      "description": "How calls to Tencent Cloud are signed. `present`: with the present time, because the service refuses\ntimestamps that are set back; a call that is delivered late may then exceed the calls per second.\nMissing if the rate limiter can't be reached.\n"
                    },
                    "warnings": {
                      "type": "array",
                      "description": "What the operator should know of valid settings, such as a region that is not known here.",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/Misconfigured"
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
        "summary": "Get the OpenAPI document.",
        "security": [],
        "responses": {
          "200": {
            "description": "An OpenAPI 3.1 document.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/X-Request-Id"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "object"
                }
              }
            }
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
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
        "summary": "Explain a problem. Browsers get a page, other clients plain text.",
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
            "description": "What the problem means and what to do.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/X-Request-Id"
              }
            },
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              },
              "text/html": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
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
        "description": "A JWT from the product's own issuer. Its issuer and subject identify the caller."
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
        "description": "1 to 255 visible ASCII characters in quotes (draft-ietf-httpapi-idempotency-key-header-07); the quotes may be left\nout. Make a new key for each verification, and send it again when you repeat the request.\n",
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
        "description": "Your own name for the request. It appears in the log and in the response; anything else is replaced.",
        "schema": {
          "type": "string",
          "pattern": "^[\\w-]{8,64}$"
        }
      }
    },
    "headers": {
      "Allow": {
        "description": "The methods that the path supports.",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "Cache-Control": {
        "description": "Responses are never cached.",
        "required": true,
        "schema": {
          "const": "no-store"
        }
      },
      "Retry-After": {
        "description": "Seconds until the request is worth repeating. Absent where repeating it won't help.",
        "schema": {
          "type": "integer",
          "minimum": 1
        }
      },
      "WWW-Authenticate": {
        "description": "The challenge of RFC 6750.",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^Bearer"
        }
      },
      "X-Request-Id": {
        "description": "Identifies the request in the log.",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[\\w-]{8,64}$"
        }
      }
    },
    "responses": {
      "BadRequest": {
        "description": "The request is malformed. Sending it again unchanged fails again.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "idempotency-key-invalid",
                        "json-invalid",
                        "parameters-invalid",
                        "preset-unknown",
                        "request-invalid"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "Unauthorized": {
        "description": "The credentials are missing or not valid.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "WWW-Authenticate": {
            "$ref": "#/components/headers/WWW-Authenticate"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "credentials-invalid",
                        "credentials-missing"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "Forbidden": {
        "description": "The credentials are valid, but don't allow this request.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "WWW-Authenticate": {
            "$ref": "#/components/headers/WWW-Authenticate"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "parameters-not-allowed",
                        "scope-insufficient"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "NotFound": {
        "description": "There is nothing at this path.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "not-found"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "MethodNotAllowed": {
        "description": "The path does not support this method.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "Allow": {
            "$ref": "#/components/headers/Allow"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "method-not-allowed"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "Conflict": {
        "description": "An earlier request with this Idempotency-Key has not finished.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "idempotency-key-in-progress"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "ContentTooLarge": {
        "description": "The body is larger than this kind of caller may send.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "body-too-large"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "UnsupportedMediaType": {
        "description": "The body is not declared as JSON in UTF-8.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "content-type-unsupported"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "UnprocessableContent": {
        "description": "The Idempotency-Key was used for another request.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "idempotency-key-reused"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "TooManyRequests": {
        "description": "The caller has reached a limit of its own.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "quota-exceeded",
                        "too-many-requests"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "InternalServerError": {
        "description": "A fault in the endpoint.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "internal-error"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "BadGateway": {
        "description": "Tencent Cloud answered with an error, or its answer was lost.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "upstream-credentials-refused",
                        "upstream-failed",
                        "upstream-outcome-unknown"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "ServiceUnavailable": {
        "description": "No token can be issued right now.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "budget-exhausted",
                        "capacity-exhausted",
                        "endpoint-misconfigured",
                        "gate-unavailable",
                        "issuer-unavailable",
                        "upstream-throttled"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "GatewayTimeout": {
        "description": "Tencent Cloud did not answer in time.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "upstream-timeout"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "Misconfigured": {
        "description": "The endpoint is not configured. `detail` names each invalid setting.",
        "headers": {
          "Cache-Control": {
            "$ref": "#/components/headers/Cache-Control"
          },
          "X-Request-Id": {
            "$ref": "#/components/headers/X-Request-Id"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/Problem"
                },
                {
                  "properties": {
                    "code": {
                      "enum": [
                        "endpoint-misconfigured"
                      ]
                    }
                  }
                }
              ]
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
            "description": "The name of one of the operator's presets.",
            "default": "default"
          },
          "parameters": {
            "description": "Tencent Cloud's own parameters, those that the preset allows this caller to choose.",
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
            "description": "What the app passes to the Identity Verification SDK."
          },
          "serverParamInfo": {
            "type": "string",
            "description": "What the app passes to newer SDKs beside the token, as it is. Absent where Tencent Cloud sends none."
          },
          "requestId": {
            "type": "string",
            "description": "Tencent Cloud's id of the call."
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the token expires, in UTC."
          },
          "expiresIn": {
            "type": "integer",
            "minimum": 0,
            "description": "Seconds until the token expires."
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
            "description": "The page that explains the problem, `/problems/{code}`."
          },
          "title": {
            "type": "string",
            "description": "What the problem is."
          },
          "status": {
            "type": "integer",
            "description": "The HTTP status."
          },
          "detail": {
            "type": "string",
            "description": "What is wrong with this request."
          },
          "code": {
            "$ref": "#/components/schemas/ProblemCode"
          },
          "advice": {
            "type": "string",
            "description": "What to do."
          },
          "errors": {
            "type": "array",
            "description": "Each invalid parameter, and what would be valid.",
            "items": {
              "type": "object",
              "required": [
                "parameter",
                "message"
              ],
              "additionalProperties": false,
              "properties": {
                "parameter": {
                  "type": "string",
                  "description": "The name of the parameter; empty where it is not known."
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "retryAfter": {
            "type": "integer",
            "minimum": 1,
            "description": "The value of Retry-After."
          },
          "promised": {
            "type": "boolean",
            "description": "Of `capacity-exhausted`: whether capacity is kept for the caller at the time in Retry-After, so that a request\nin that second or the next few is served.\n"
          },
          "requestId": {
            "type": "string",
            "description": "The value of X-Request-Id."
          },
          "upstreamRequestId": {
            "type": "string",
            "description": "Tencent Cloud's id of the call, if one was made."
          }
        }
      },
      "ProblemCode": {
        "description": "The stable code of a problem. `title` and `description` are for people and may change.",
        "oneOf": [
          {
            "const": "body-too-large",
            "title": "Request body too large",
            "description": "Send a smaller body: at most 16 kB from app users, 10 MB from backends.",
            "x-status": 413,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "budget-exhausted",
            "title": "Daily token budget used up",
            "description": "Wait for the time in Retry-After, then send the same request again. Tell the operator.",
            "x-status": 503,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "capacity-exhausted",
            "title": "No capacity right now",
            "description": "Wait for the time in Retry-After, then send the same request again.",
            "x-status": 503,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "content-type-unsupported",
            "title": "Unsupported content type",
            "description": "Send the header \"Content-Type: application/json\".",
            "x-status": 415,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "credentials-invalid",
            "title": "Invalid credentials",
            "description": "Send a current JWT from your issuer, or an API key that this endpoint accepts.",
            "x-status": 401,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "credentials-missing",
            "title": "Missing credentials",
            "description": "Send \"Authorization: Bearer\" with a JWT or an API key.",
            "x-status": 401,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "endpoint-misconfigured",
            "title": "Endpoint misconfigured",
            "description": "Tell the operator. GET /healthz names each invalid setting.",
            "x-status": 503,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "gate-unavailable",
            "title": "Rate limiter unavailable",
            "description": "Wait for the time in Retry-After, then send the same request again.",
            "x-status": 503,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "idempotency-key-in-progress",
            "title": "Request in progress",
            "description": "Wait for the time in Retry-After, then send the same request again to get its response.",
            "x-status": 409,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "idempotency-key-invalid",
            "title": "Invalid Idempotency-Key",
            "description": "Send 1 to 255 visible ASCII characters in quotes, such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\".",
            "x-status": 400,
            "x-retry-after": "never",
            "x-idempotency-key": "new"
          },
          {
            "const": "idempotency-key-reused",
            "title": "Idempotency-Key already used",
            "description": "Use a new key for each new request.",
            "x-status": 422,
            "x-retry-after": "never",
            "x-idempotency-key": "new"
          },
          {
            "const": "internal-error",
            "title": "Internal error",
            "description": "Send the request again. If it fails again, give the operator the requestId.",
            "x-status": 500,
            "x-retry-after": "never",
            "x-idempotency-key": "same"
          },
          {
            "const": "issuer-unavailable",
            "title": "JWT issuer unreachable",
            "description": "Wait for the time in Retry-After, then send the same request again.",
            "x-status": 503,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "json-invalid",
            "title": "Invalid JSON",
            "description": "Send a JSON object such as {\"preset\": \"default\", \"parameters\": {}}.",
            "x-status": 400,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "method-not-allowed",
            "title": "Method not allowed",
            "description": "Use a method listed in the Allow header.",
            "x-status": 405,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "not-found",
            "title": "Not found",
            "description": "Request tokens with POST /v1/tokens.",
            "x-status": 404,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "parameters-invalid",
            "title": "Invalid parameters",
            "description": "Correct the parameters listed in \"errors\". The same request would fail again.",
            "x-status": 400,
            "x-retry-after": "never",
            "x-idempotency-key": "new"
          },
          {
            "const": "parameters-not-allowed",
            "title": "Parameters not allowed",
            "description": "Leave out the parameters listed in \"errors\", or ask the operator to allow them in the preset.",
            "x-status": 403,
            "x-retry-after": "never",
            "x-idempotency-key": "new"
          },
          {
            "const": "preset-unknown",
            "title": "Unknown preset",
            "description": "Name a preset that the operator has set up for your kind of caller, or leave it out for \"default\".",
            "x-status": 400,
            "x-retry-after": "never",
            "x-idempotency-key": "new"
          },
          {
            "const": "quota-exceeded",
            "title": "Hourly token limit reached",
            "description": "Wait for the time in Retry-After, then send the same request again.",
            "x-status": 429,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "request-invalid",
            "title": "Invalid request body",
            "description": "Send a JSON object such as {\"preset\": \"default\", \"parameters\": {}}.",
            "x-status": 400,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "scope-insufficient",
            "title": "Scope missing",
            "description": "Use an API key with the scope that the request needs, or ask the operator to add the scope.",
            "x-status": 403,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "too-many-requests",
            "title": "Too many requests",
            "description": "Wait for the time in Retry-After, then send the same request again.",
            "x-status": 429,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "upstream-credentials-refused",
            "title": "Tencent Cloud rejected this endpoint",
            "description": "Tell the operator. Sending the request again won't help until the operator fixes it.",
            "x-status": 502,
            "x-retry-after": "never",
            "x-idempotency-key": "same"
          },
          {
            "const": "upstream-failed",
            "title": "Error from Tencent Cloud",
            "description": "If there is a Retry-After, wait that long and send the same request again. Otherwise tell the operator.",
            "x-status": 502,
            "x-retry-after": "sometimes",
            "x-idempotency-key": "same"
          },
          {
            "const": "upstream-outcome-unknown",
            "title": "Response from Tencent Cloud lost",
            "description": "A token may have been issued, but nobody holds it. Wait for the time in Retry-After, then send the same request again.",
            "x-status": 502,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "upstream-throttled",
            "title": "Tencent Cloud is throttling the account",
            "description": "Wait for the time in Retry-After, then send the same request again.",
            "x-status": 503,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          },
          {
            "const": "upstream-timeout",
            "title": "Tencent Cloud timed out",
            "description": "A token may have been issued, but nobody holds it. Wait for the time in Retry-After, then send the same request again.",
            "x-status": 504,
            "x-retry-after": "always",
            "x-idempotency-key": "same"
          }
        ]
      },
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
      }
    }
  }
}
