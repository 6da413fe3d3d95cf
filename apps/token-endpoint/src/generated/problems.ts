// Generated from spec/token-endpoint.yaml by `pnpm generate`. Do not edit.

export type ProblemCode = 'app-unverified' | 'body-too-large' | 'body-too-slow' | 'budget-exhausted' | 'capacity-exhausted' | 'content-type-unsupported' | 'credentials-invalid' | 'credentials-missing' | 'endpoint-misconfigured' | 'gate-unavailable' | 'idempotency-key-in-progress' | 'idempotency-key-invalid' | 'idempotency-key-reused' | 'internal-error' | 'issuer-unavailable' | 'json-invalid' | 'method-not-allowed' | 'not-found' | 'parameters-invalid' | 'parameters-not-allowed' | 'preset-unknown' | 'quota-exceeded' | 'request-invalid' | 'result-expired' | 'result-not-found' | 'scope-insufficient' | 'too-many-requests' | 'upstream-credentials-refused' | 'upstream-failed' | 'upstream-outcome-unknown' | 'upstream-throttled' | 'upstream-timeout'

export interface ProblemType {
  /** The HTTP status. */
  readonly status: number
  readonly title: string
  /** What to do about it. */
  readonly advice: string
  /** Whether the response has a Retry-After. */
  readonly retryAfter: 'always' | 'sometimes' | 'never'
  /** Which Idempotency-Key to send next; `either` where nothing was carried out. */
  readonly idempotencyKey: 'same' | 'new' | 'either'
}

/** The catalogue of problems (RFC 9457). */
export const problems: Readonly<Record<ProblemCode, ProblemType>> = {
  "app-unverified": {
    "status": 403,
    "title": "App not verified",
    "advice": "Send a current token of Firebase App Check in X-Firebase-AppCheck. If a fresh one is refused too, update the app.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "body-too-large": {
    "status": 413,
    "title": "Request body too large",
    "advice": "Send a smaller body. For a token: at most 16 kB from app users, 4 MB from backends unless the operator has set another limit. For a result: 4 kB.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "body-too-slow": {
    "status": 408,
    "title": "Request body too slow",
    "advice": "Send the same request again. If it is too slow again, use a better connection.",
    "retryAfter": "never",
    "idempotencyKey": "same"
  },
  "budget-exhausted": {
    "status": 503,
    "title": "Daily token budget used up",
    "advice": "Wait for the time in Retry-After, then send the same request again. Tell the operator.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "capacity-exhausted": {
    "status": 503,
    "title": "No capacity right now",
    "advice": "Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "content-type-unsupported": {
    "status": 415,
    "title": "Unsupported content type",
    "advice": "Send the header \"Content-Type: application/json\".",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "credentials-invalid": {
    "status": 401,
    "title": "Invalid credentials",
    "advice": "Send a current JWT from your issuer, or an API key that this endpoint accepts.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "credentials-missing": {
    "status": 401,
    "title": "Missing credentials",
    "advice": "Send \"Authorization: Bearer\" with a JWT or an API key.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "endpoint-misconfigured": {
    "status": 503,
    "title": "Endpoint misconfigured",
    "advice": "Tell the operator. GET /healthz names each invalid setting.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "gate-unavailable": {
    "status": 503,
    "title": "Rate limiter unavailable",
    "advice": "Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "idempotency-key-in-progress": {
    "status": 409,
    "title": "Request in progress",
    "advice": "Wait for the time in Retry-After, then send the same request again to get its response.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "idempotency-key-invalid": {
    "status": 400,
    "title": "Invalid Idempotency-Key",
    "advice": "Send 1 to 255 visible ASCII characters in quotes, such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\".",
    "retryAfter": "never",
    "idempotencyKey": "new"
  },
  "idempotency-key-reused": {
    "status": 422,
    "title": "Idempotency-Key already used",
    "advice": "Use a new key for each new request.",
    "retryAfter": "never",
    "idempotencyKey": "new"
  },
  "internal-error": {
    "status": 500,
    "title": "Internal error",
    "advice": "Send the request again. If it fails again, give the operator the requestId.",
    "retryAfter": "never",
    "idempotencyKey": "same"
  },
  "issuer-unavailable": {
    "status": 503,
    "title": "JWT issuer unreachable",
    "advice": "Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "json-invalid": {
    "status": 400,
    "title": "Invalid JSON",
    "advice": "Send a JSON object, as GET /openapi.json describes it for this path.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "method-not-allowed": {
    "status": 405,
    "title": "Method not allowed",
    "advice": "Use a method listed in the Allow header.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "not-found": {
    "status": 404,
    "title": "Not found",
    "advice": "Request tokens with POST /v1/tokens, read results with POST /v1/results.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "parameters-invalid": {
    "status": 400,
    "title": "Invalid parameters",
    "advice": "Correct the parameters listed in \"errors\". The same request would fail again.",
    "retryAfter": "never",
    "idempotencyKey": "new"
  },
  "parameters-not-allowed": {
    "status": 403,
    "title": "Parameters not allowed",
    "advice": "Leave out the parameters listed in \"errors\", or ask the operator to allow them in the preset.",
    "retryAfter": "never",
    "idempotencyKey": "new"
  },
  "preset-unknown": {
    "status": 400,
    "title": "Unknown preset",
    "advice": "Name a preset that the operator has set up for your kind of caller, or leave it out for \"default\".",
    "retryAfter": "never",
    "idempotencyKey": "new"
  },
  "quota-exceeded": {
    "status": 429,
    "title": "Hourly token limit reached",
    "advice": "Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "request-invalid": {
    "status": 400,
    "title": "Invalid request body",
    "advice": "Send a JSON object, as GET /openapi.json describes it for this path.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "result-expired": {
    "status": 410,
    "title": "Result expired",
    "advice": "A result can be read for three days after its token was issued.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "result-not-found": {
    "status": 404,
    "title": "Result not found",
    "advice": "Send the sdkToken and the receipt of one response, as the caller that they were issued to.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "scope-insufficient": {
    "status": 403,
    "title": "Scope missing",
    "advice": "Use an API key with the scope that the request needs, or ask the operator to add the scope.",
    "retryAfter": "never",
    "idempotencyKey": "either"
  },
  "too-many-requests": {
    "status": 429,
    "title": "Too many requests",
    "advice": "Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "upstream-credentials-refused": {
    "status": 502,
    "title": "Tencent Cloud rejected this endpoint",
    "advice": "Tell the operator. Sending the request again won't help until the operator fixes it.",
    "retryAfter": "never",
    "idempotencyKey": "same"
  },
  "upstream-failed": {
    "status": 502,
    "title": "Error from Tencent Cloud",
    "advice": "If there is a Retry-After, wait that long and send the same request again. Otherwise tell the operator.",
    "retryAfter": "sometimes",
    "idempotencyKey": "same"
  },
  "upstream-outcome-unknown": {
    "status": 502,
    "title": "Response from Tencent Cloud lost",
    "advice": "The request may have been carried out; a token that it issued is lost. Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "upstream-throttled": {
    "status": 503,
    "title": "Tencent Cloud is throttling the account",
    "advice": "Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  },
  "upstream-timeout": {
    "status": 504,
    "title": "Tencent Cloud timed out",
    "advice": "The request may have been carried out; a token that it issued is lost. Wait for the time in Retry-After, then send the same request again.",
    "retryAfter": "always",
    "idempotencyKey": "same"
  }
}
