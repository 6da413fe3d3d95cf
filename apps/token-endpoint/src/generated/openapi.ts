// Generated from spec/token-endpoint.yaml by `pnpm generate`. Do not edit.

export const openapi = {
  "openapi": "3.1.0",
  "info": {
    "title": "tc3-edge token endpoint",
    "version": "1",
    "summary": "Issues tokens of Tencent Cloud's Identity Verification SDK to a product's own users, and reads the results of their verifications.",
    "description": "Issues one SDK token per verification, and reads the result for the caller that the token was issued to. If no capacity is\nfree soon, it returns 503 with Retry-After. A token request that is repeated with the same `Idempotency-Key` gets the token\nof the first one.\n\nA response that this document does not describe comes from the platform in front of the endpoint: 400 for malformed HTTP,\n413 for a request larger than the platform allows, 431 for long headers, and 429 or 5xx as HTML or text with Cloudflare's\nown error number if the Worker could not run. Treat these like a lost connection: send the same request again, with the\nsame `Idempotency-Key`.\n\nEvery error is a problem document (RFC 9457) with a stable `code`; `type` links to a page that explains it. Any other\npath returns 404, and any other method of a path 405.\n\n`ProblemCode` is the catalogue of problems. There, `x-status` is the HTTP status, `x-retry-after` says whether the\nresponse has a Retry-After (`always`, `sometimes`, `never`), and `x-idempotency-key` says which key to send next: the\n`same`, a `new` one, or `either`, because nothing was carried out.\n",
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
      "name": "Results",
      "description": "For apps and backends, after the verification."
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
            "$ref": "#/components/parameters/X-Firebase-AppCheck"
          },
          {
            "$ref": "#/components/parameters/X-Request-Id"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "At most 16 kB from an app user. From a backend, at most what the operator has set, 4 MB by default and up to 10 MB.",
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
            "description": "A token. For ten minutes, repeating the request with the same Idempotency-Key returns the same token, while it is valid for at least two more minutes.",
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
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
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
    "/v1/results": {
      "post": {
        "operationId": "readResult",
        "tags": [
          "Results"
        ],
        "summary": "Read the result of a verification.",
        "description": "Only for the caller that the token was issued to, or for a backend that names the app user it was issued to; the\nreceipt proves it. Without that proof the response is always the same 404. A result can be read for three days.\n\nApp users get a verdict and advice. Backends with the scope `results` get the reasons too, and with the scope\n`details` Tencent Cloud's own response.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/X-Firebase-AppCheck"
          },
          {
            "$ref": "#/components/parameters/X-Request-Id"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "At most 4 kB.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ResultRequest"
              },
              "examples": {
                "own": {
                  "summary": "A token of the caller's own",
                  "value": {
                    "sdkToken": "A561B769-C347-4724-A69A-6C3B3483E107",
                    "receipt": "r1.a.1764041640.default.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA"
                  }
                },
                "user": {
                  "summary": "A backend, for one of its app users",
                  "value": {
                    "sdkToken": "A561B769-C347-4724-A69A-6C3B3483E107",
                    "receipt": "r1.a.1764041640.default.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA",
                    "user": {
                      "sub": "user-17"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The result. With the verdict `unfinished`, Retry-After says when to read it again.",
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
              "application/json": {
                "schema": {
                  "description": "The fields that an app user gets, a backend, or a backend with the scope `details`.",
                  "oneOf": [
                    {
                      "$ref": "#/components/schemas/UserResult"
                    },
                    {
                      "$ref": "#/components/schemas/BackendResult"
                    },
                    {
                      "$ref": "#/components/schemas/DetailedResult"
                    }
                  ]
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
            "$ref": "#/components/responses/InsufficientScope"
          },
          "404": {
            "$ref": "#/components/responses/ResultNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "410": {
            "$ref": "#/components/responses/Gone"
          },
          "413": {
            "$ref": "#/components/responses/ContentTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
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
        "summary": "Describe this server. Browsers get a page, other clients plain text.",
        "security": [],
        "responses": {
          "200": {
            "description": "What this server does, and its operations.",
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
                      "description": "How calls of ApplySdkVerificationToken are signed. (Log lines say it for results, which have a rate limiter of\ntheir own.) `backdated`: so that the service refuses a call that is delivered late. `present`: with\nthe present time, because the service refuses backdated timestamps; calls that are delivered late\nmay then exceed the limit per second. Absent if the rate limiter can't be reached, or its state is not\nknown yet.\n"
                    },
                    "warnings": {
                      "type": "array",
                      "description": "Warnings about valid settings, such as an unknown region.",
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
      "X-Firebase-AppCheck": {
        "name": "X-Firebase-AppCheck",
        "in": "header",
        "required": false,
        "description": "A Firebase App Check token. App users need it if the operator requires it; backends don't.\n",
        "schema": {
          "type": "string"
        }
      },
      "X-Request-Id": {
        "name": "X-Request-Id",
        "in": "header",
        "required": false,
        "description": "An id of your own for the request, for the log and the response. An invalid one is replaced.",
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
                        "app-unverified",
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
      "RequestTimeout": {
        "description": "The body did not arrive in time.",
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
                        "body-too-slow"
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
        "description": "Tencent Cloud returned an error, or its response was lost.",
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
        "description": "The request can't be served right now.",
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
        "description": "Tencent Cloud did not respond in time.",
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
      },
      "InsufficientScope": {
        "description": "The API key does not have the scope that the request needs, or the app is not verified.",
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
                        "app-unverified",
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
      "ResultNotFound": {
        "description": "No result is known for this token, receipt and caller. All reasons get the same response.",
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
                        "result-not-found"
                      ]
                    }
                  }
                }
              ]
            }
          }
        }
      },
      "Gone": {
        "description": "The token was issued more than three days ago.",
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
                        "result-expired"
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
          "receipt",
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
          "receipt": {
            "type": "string",
            "description": "Proves to whom the token was issued. Send it with the token to POST /v1/results."
          },
          "serverParamInfo": {
            "type": "string",
            "description": "What the app passes unchanged to newer SDKs, with the token. Absent if Tencent Cloud sends none."
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
      "ResultRequest": {
        "type": "object",
        "description": "The token, and the proof of its owner. A wrong or missing receipt gets the same response as an unknown token.",
        "required": [
          "sdkToken",
          "receipt"
        ],
        "additionalProperties": false,
        "properties": {
          "sdkToken": {
            "type": "string",
            "description": "The token of the verification."
          },
          "receipt": {
            "type": "string",
            "description": "The receipt that was returned with the token."
          },
          "user": {
            "type": "object",
            "description": "For backends, the app user that the token was issued to. Leave it out for the backend's own tokens.",
            "required": [
              "sub"
            ],
            "additionalProperties": false,
            "properties": {
              "iss": {
                "type": "string",
                "description": "The issuer of the user's JWT. Required if the endpoint trusts several issuers (400 without it); otherwise it may be left out."
              },
              "sub": {
                "type": "string",
                "description": "The subject of the user's JWT."
              }
            }
          }
        }
      },
      "ResultSummary": {
        "type": "object",
        "required": [
          "verdict",
          "preset",
          "issuedAt",
          "attempts"
        ],
        "properties": {
          "verdict": {
            "type": "string",
            "description": "- `passed`: Tencent Cloud accepted the verification, its last comparison and its last card\n- `failed`: it did not, or returned an unknown code\n- `unfinished`: there is no result yet\n",
            "oneOf": [
              {
                "const": "passed"
              },
              {
                "const": "failed"
              },
              {
                "const": "unfinished"
              }
            ]
          },
          "advice": {
            "description": "What to tell the user after a failure.",
            "oneOf": [
              {
                "const": "try-again"
              },
              {
                "const": "better-light"
              },
              {
                "const": "other-document"
              },
              {
                "const": "contact-support"
              }
            ]
          },
          "preset": {
            "type": "string",
            "description": "The preset that the token was issued with."
          },
          "issuedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the token was issued, in UTC."
          },
          "attempts": {
            "type": "integer",
            "minimum": 0,
            "description": "How many times the user tried the liveness detection."
          }
        }
      },
      "ResultReasons": {
        "type": "object",
        "required": [
          "requestId"
        ],
        "properties": {
          "reason": {
            "$ref": "#/components/schemas/ResultReason"
          },
          "code": {
            "type": "string",
            "description": "Tencent Cloud's own code, such as \"1005\"."
          },
          "deviceRisk": {
            "description": "The risk of the device, where the preset's edition of the SDK measures it.",
            "oneOf": [
              {
                "const": "none"
              },
              {
                "const": "low"
              },
              {
                "const": "medium"
              },
              {
                "const": "high"
              },
              {
                "const": "unknown"
              }
            ]
          },
          "ocrEdited": {
            "type": "boolean",
            "description": "Whether the user changed what was read from the card."
          },
          "cardWarnings": {
            "type": "array",
            "description": "Tencent Cloud's warnings about the last card, such as -9103 for a photo of a screen.",
            "items": {
              "type": "integer"
            }
          },
          "attackTags": {
            "type": "array",
            "description": "Tencent Cloud's signs of an attack in the last attempt, such as \"03\" for a replayed photo.",
            "items": {
              "type": "string"
            }
          },
          "chargeCount": {
            "type": "integer",
            "minimum": 0,
            "description": "How many billed checks the verification had."
          },
          "extra": {
            "type": "string",
            "description": "The text that the backend gave when the token was issued."
          },
          "requestId": {
            "type": "string",
            "description": "Tencent Cloud's id of the call."
          }
        }
      },
      "ResultReason": {
        "description": "Why the verification ended as it did. `code` is Tencent Cloud's own.",
        "oneOf": [
          {
            "const": "passed",
            "description": "Passed (0)."
          },
          {
            "const": "liveness-unavailable",
            "description": "The liveness engine was not reached (1001)."
          },
          {
            "const": "spoofing-suspected",
            "description": "Suspected spoofing (1002)."
          },
          {
            "const": "face-not-detected",
            "description": "No face could be detected (1004)."
          },
          {
            "const": "liveness-failed",
            "description": "Liveness detection failed (1005)."
          },
          {
            "const": "poor-lighting",
            "description": "Too dark or too bright (1201)."
          },
          {
            "const": "picture-size",
            "description": "The picture is too large or too small (2004)."
          },
          {
            "const": "several-faces",
            "description": "More than one face (2012)."
          },
          {
            "const": "face-incomplete",
            "description": "No face, or only a part of one (2013)."
          },
          {
            "const": "picture-quality",
            "description": "The picture's resolution or quality is too low (2014)."
          },
          {
            "const": "comparison-failed",
            "description": "The comparison failed (2015)."
          },
          {
            "const": "faces-differ",
            "description": "The similarity is below the threshold (2016)."
          },
          {
            "const": "face-covered",
            "description": "The face is covered (2017)."
          },
          {
            "const": "card-rejected",
            "description": "The last card was not accepted, whatever the code."
          },
          {
            "const": "no-comparison",
            "description": "The code is 0, and no comparison confirms it."
          },
          {
            "const": "unrecognised",
            "description": "A code that is not known. It counts as failed."
          }
        ]
      },
      "UserResult": {
        "description": "What an app user gets. It has no codes, because they would help an attacker.",
        "type": "object",
        "allOf": [
          {
            "$ref": "#/components/schemas/ResultSummary"
          }
        ],
        "unevaluatedProperties": false
      },
      "BackendResult": {
        "description": "What a backend with the scope `results` gets.",
        "type": "object",
        "allOf": [
          {
            "$ref": "#/components/schemas/ResultSummary"
          },
          {
            "$ref": "#/components/schemas/ResultReasons"
          }
        ],
        "unevaluatedProperties": false
      },
      "DetailedResult": {
        "description": "What a backend with the scopes `results` and `details` gets.",
        "type": "object",
        "allOf": [
          {
            "$ref": "#/components/schemas/ResultSummary"
          },
          {
            "$ref": "#/components/schemas/ResultReasons"
          }
        ],
        "required": [
          "details"
        ],
        "properties": {
          "details": {
            "description": "Tencent Cloud's own response, with personal data.",
            "$ref": "#/components/schemas/GetSdkVerificationResultResponse"
          }
        },
        "unevaluatedProperties": false
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
            "description": "For `capacity-exhausted`: whether capacity is reserved for the caller at the time in Retry-After, so that a\nrequest in that second or the next few is served.\n"
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
            "const": "app-unverified",
            "title": "App not verified",
            "description": "Send a current token of Firebase App Check in X-Firebase-AppCheck. If a fresh one is refused too, update the app.",
            "x-status": 403,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "body-too-large",
            "title": "Request body too large",
            "description": "Send a smaller body. For a token: at most 16 kB from app users, 4 MB from backends unless the operator has set another limit. For a result: 4 kB.",
            "x-status": 413,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "body-too-slow",
            "title": "Request body too slow",
            "description": "Send the same request again. If it is too slow again, use a better connection.",
            "x-status": 408,
            "x-retry-after": "never",
            "x-idempotency-key": "same"
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
            "description": "Send a JSON object, as GET /openapi.json describes it for this path.",
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
            "description": "Request tokens with POST /v1/tokens, read results with POST /v1/results.",
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
            "description": "Send a JSON object, as GET /openapi.json describes it for this path.",
            "x-status": 400,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "result-expired",
            "title": "Result expired",
            "description": "A result can be read for three days after its token was issued.",
            "x-status": 410,
            "x-retry-after": "never",
            "x-idempotency-key": "either"
          },
          {
            "const": "result-not-found",
            "title": "Result not found",
            "description": "Send the sdkToken and the receipt of one response, as the caller that they were issued to.",
            "x-status": 404,
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
            "description": "The request may have been carried out; a token that it issued is lost. Wait for the time in Retry-After, then send the same request again.",
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
            "description": "The request may have been carried out; a token that it issued is lost. Wait for the time in Retry-After, then send the same request again.",
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
      "RequestId": {
        "type": "string",
        "description": "Names this request when you ask Tencent Cloud about it."
      },
      "PersonalText": {
        "description": "Personal data, as printed on the card.",
        "type": [
          "string",
          "null"
        ],
        "x-secret": true
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
      "PersonalString": {
        "description": "Personal data, as printed on the card; empty where the card has none.",
        "type": "string",
        "x-secret": true
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
      }
    }
  }
}
