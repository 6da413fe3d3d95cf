/** What this package needs to know of `fetch` where no type declarations of the runtime are loaded. */
interface UnknownRuntime {
  readonly init: { readonly redirect?: string; readonly signal?: unknown }
  readonly response: {
    readonly ok: boolean
    readonly status: number
    readonly headers: {
      get(name: string): string | null
      has(name: string): boolean
      set(name: string, value: string): void
      forEach(callback: (value: string, name: string) => void): void
    }
    text(): Promise<string>
    json(): Promise<unknown>
  }
}

// Everything is derived from `fetch`, because that is the one declaration which DOM, Node.js, Deno, Bun and Workers types
// all put on `globalThis`; and so that the emitted types name no global and compile where none is declared.
type Runtime = typeof globalThis extends {
  fetch: (input: infer _Input, init?: infer Init) => Promise<infer Response extends UnknownRuntime['response']>
}
  ? { readonly init: NonNullable<Init>; readonly response: Response }
  : UnknownRuntime

/** The `Headers` of the runtime, as its own type declarations describe it. */
export type SignedHeaders = Runtime['response']['headers']

/** The `Response` of the runtime, as its own type declarations describe it. */
export type FetchResponse = Runtime['response']

/** The second argument of `fetch`, with the fields that are signed narrowed to what can be signed. */
export type FetchInit = Omit<Runtime['init'], 'method' | 'headers' | 'body'> & Omit<SignRequest, 'url'>

/**
 * A Tencent Cloud API key.
 *
 * `token` makes it a temporary one. All three are visible ASCII characters without spaces.
 */
export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
  /** The session token of temporary credentials, sent as `X-TC-Token`. Default: none (a long-term key). */
  readonly token?: string | undefined
  /**
   * When temporary credentials end, in UNIX seconds (STS calls it `ExpiredTime`). Read only when the credentials come from
   * a {@link CredentialsProvider}.
   */
  readonly expiration?: number | undefined
}

/**
 * Asked for credentials when none are at hand. What it returns is kept until 60 seconds before `expiration`; without an
 * `expiration` it is not kept at all. What it throws reaches the caller of `sign` unchanged, and is forgotten.
 *
 * It must time out by itself: concurrent callers share its question, and a promise that never settles holds them all. The
 * `signal` of a {@link Signer.fetch} does not end the wait for it.
 */
export type CredentialsProvider = () => Credentials | PromiseLike<Credentials>

/** Header fields in any of the shapes that `fetch` takes. Values are ASCII without line breaks. */
export type HeadersInput =
  | SignedHeaders
  | Readonly<Record<string, string>>
  | Iterable<readonly [name: string, value: string]>

/** A body that can be hashed before it is sent. Streams, forms and blobs can't: read them into bytes first. */
export type Body = string | ArrayBuffer | ArrayBufferView

/** The request to sign. */
export interface SignRequest {
  /** `GET` or `POST`. Default: `GET`, as for `fetch`. */
  readonly method?: string | undefined
  /** An absolute `http:` or `https:` URL (a string or a `URL`) without user name and password. */
  readonly url: string | { readonly href: string }
  /** Header fields to be sent. Default: none. */
  readonly headers?: HeadersInput | undefined
  /** The body of a `POST`. Default: empty. */
  readonly body?: Body | null | undefined
}

/** How one request is signed. */
export interface SignOptions {
  /** UNIX time in whole seconds. Default: now, by the server's clock as far as it is known. */
  readonly timestamp?: number | undefined
  /**
   * Names of the header fields to sign, in any order and case; each must be present. The service wants `content-type` and
   * `host` among them. Default: `content-type`, `host`, and `x-tc-action` where the request has it.
   */
  readonly signedHeaders?: readonly string[] | undefined
  /**
   * Leaves the body out of the signature and says so to the service by `X-TC-Content-SHA256: UNSIGNED-PAYLOAD`.
   * Default: `false`.
   */
  readonly unsignedPayload?: boolean | undefined
}

/** How a signer is made. */
export interface SignerOptions {
  /** An API key, or a function that gives one. */
  readonly credentials: Credentials | CredentialsProvider
  /** The service's name in the credential scope, for example `faceid`. Default: the first label of each request's host. */
  readonly service?: string | undefined
  /** Default: the runtime's own `fetch`, looked up at each call. */
  readonly fetch?: ((url: string, init: Runtime['init']) => Promise<FetchResponse>) | undefined
  /** The local clock, in milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /**
   * Lets a browser sign with a long-term key, which hands that key to everyone who opens the page. Default: `false`.
   */
  readonly dangerouslyAllowLongTermSecretsInBrowser?: boolean | undefined
}

/** Signs requests. Holds its credentials where neither `JSON.stringify` nor a debugger's object view finds them. */
export interface Signer {
  /**
   * Signs a request, steps 1 to 4 of Signature v3.
   *
   * @returns a new `Headers`: those given, with `Authorization`, `X-TC-Timestamp`, and where they apply `X-TC-Token`,
   *   `X-TC-Content-SHA256` and a default `Content-Type` (`application/json` for POST,
   *   `application/x-www-form-urlencoded` for GET). There is no `Host` among them: it is signed from the URL, and `fetch`
   *   sends it.
   * @throws TypeError that names the argument it refuses, before any cryptography. What a credentials provider throws.
   */
  sign(request: SignRequest, options?: SignOptions): Promise<SignedHeaders>
  /**
   * `fetch`, signed. A redirect is returned instead of followed, unless `init.redirect` says otherwise: a signature is made
   * for one host. `init.signal` ends the request, but not the wait for credentials.
   *
   * @throws as {@link Signer.sign} does, and as `fetch` does.
   */
  fetch(url: SignRequest['url'], init?: FetchInit, options?: SignOptions): Promise<FetchResponse>
  /**
   * Tells the signer what time it is at the service, for example by the `Date` header of an answer.
   * Signatures and the expiry of credentials follow that clock from now on; an explicit `timestamp` still wins. The
   * service refuses signatures more than five minutes off.
   *
   * @param timestamp UNIX time in whole seconds.
   * @throws TypeError for anything else.
   */
  setServerTime(timestamp: number): void
}
