/** What this package needs to know of `fetch` where no type declarations of the runtime are loaded. */
interface UnknownRuntime {
  readonly input: {
    readonly url: string
    readonly method: string
    readonly headers: Iterable<[string, string]>
    arrayBuffer(): Promise<ArrayBuffer>
  }
  readonly init: { readonly redirect?: string; readonly signal?: unknown }
  readonly response: {
    readonly ok: boolean
    readonly status: number
    readonly headers: {
      get(name: string): string | null
      has(name: string): boolean
      forEach(callback: (value: string, name: string) => void): void
    }
    text(): Promise<string>
    json(): Promise<unknown>
  }
}

// Everything is derived from `fetch`, because that is the one declaration which DOM, Node.js, Deno, Bun and Workers types
// all put on `globalThis`; and so that the emitted types name no global and compile where none is declared.
type Runtime = typeof globalThis extends {
  fetch: (input: infer Input, init?: infer Init) => Promise<infer Response extends UnknownRuntime['response']>
}
  ? { readonly input: Input; readonly init: NonNullable<Init>; readonly response: Response }
  : UnknownRuntime

/** The first argument of `fetch` as the runtime's own type declarations describe it: a string, a `URL` or a `Request`. */
export type FetchInput = Runtime['input'] | SignRequest['url']

/** The second argument of `fetch`, with the fields that are signed narrowed to what can be signed. */
export type FetchInit = Omit<Runtime['init'], 'method' | 'headers' | 'body'> & Omit<SignRequest, 'url'>

/** The `Response` of the runtime, as its own type declarations describe it. */
export type FetchResponse = Runtime['response']

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
   * When temporary credentials expire, in UNIX seconds (STS calls it `ExpiredTime`). Read only when the credentials come from
   * a {@link CredentialsProvider}.
   */
  readonly expiration?: number | undefined
}

/**
 * Called for credentials when none are cached. What it returns is cached until 60 seconds before `expiration`; without an
 * `expiration` it is not cached at all. What it throws reaches the caller of `sign` unchanged, and is not cached.
 *
 * It must time out by itself: concurrent callers share one call of it, and a promise that never settles holds them all. The
 * `signal` of a {@link Signer.fetch} does not end the wait for it.
 */
export type CredentialsProvider = () => Credentials | PromiseLike<Credentials>

/** Header fields in any of the shapes that `fetch` takes. Values are ASCII without line breaks. */
export type HeadersInput =
  | Runtime['response']['headers']
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
  /**
   * UNIX time in whole seconds, used exactly as given. Default: now, by the server's clock as far as it is known
   * ({@link Signer.setServerTime}).
   */
  readonly timestamp?: number | undefined
  /**
   * Names of the header fields to sign, in any order and case, none twice; each must be present. The service wants
   * `content-type` and `host` among them. Default: `content-type`, `host`, and `x-tc-action` where the request has it.
   */
  readonly signedHeaders?: readonly string[] | undefined
  /**
   * Leaves the body out of the signature and says so to the service by `X-TC-Content-SHA256: UNSIGNED-PAYLOAD`.
   * Default: `false`.
   */
  readonly unsignedPayload?: boolean | undefined
}

/**
 * The header fields to send, by their names in lower case: those of the request, and those of the signature. Any client
 * takes them, `fetch` and `new Headers()` too.
 */
export interface SignedHeaders {
  readonly authorization: string
  readonly [name: string]: string
}

/** A derived key: it can sign, and it can't be read. */
export interface SigningKey {
  /** `Signature` (Signature v3, step 3): HMAC-SHA256 of the string to sign, in lower-case hex. */
  sign(stringToSign: string): string | Promise<string>
}

/** Where hashes and signatures are computed. */
export interface SignerCrypto {
  /** SHA-256 in lower-case hex. Text is hashed as UTF-8. */
  sha256Hex(data: string | ArrayBuffer | ArrayBufferView): string | Promise<string>
  /** Derives the key for a scope, as `deriveSigningKey` does. */
  deriveSigningKey(secretKey: string, scope: string): SigningKey | Promise<SigningKey>
}

/** How a signer is made. */
export interface SignerOptions {
  /** An API key, or a function that returns one. */
  readonly credentials: Credentials | CredentialsProvider
  /** The service's name in the credential scope, for example `faceid`. Default: the first label of each request's host. */
  readonly service?: string | undefined
  /**
   * Where hashes and signatures are computed, for example `nodeCrypto` of `@tc3-edge/signer/node`. Default: WebCrypto, which
   * every runtime has.
   */
  readonly crypto?: SignerCrypto | undefined
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
   * @returns a new object: the fields given, with `authorization`, `x-tc-timestamp`, and where they apply `x-tc-token`,
   *   `x-tc-content-sha256` and a default `content-type` (`application/json` for POST,
   *   `application/x-www-form-urlencoded` for GET). There is no `host` among them: it is signed from the URL, and `fetch`
   *   sends it.
   * @throws TypeError that names the argument it refuses, before any cryptography. What a credentials provider throws.
   */
  sign(this: void, request: SignRequest, options?: SignOptions): Promise<SignedHeaders>
  /**
   * `fetch`, signed: it takes what `fetch` takes, and can be given to any library that accepts a `fetch`.
   *
   * A body must be text or bytes; that of a `Request`, of whatever kind, is read to its end first. A redirect is returned
   * instead of followed, unless `init.redirect` says otherwise (a `Request`'s own `redirect` is not heeded): a signature is
   * made for one host. The `signal` ends the request, but not the wait for credentials.
   *
   * @throws as {@link Signer.sign} does, and as `fetch` does.
   */
  fetch(this: void, input: FetchInput, init?: FetchInit, options?: SignOptions): Promise<FetchResponse>
  /**
   * Tells the signer what time it is at the service, for example by the `Date` header of a response.
   * Signatures and the expiry of credentials follow that clock from then on; an explicit `timestamp` takes precedence. The
   * service refuses signatures more than five minutes off.
   *
   * @param timestamp UNIX time in whole seconds.
   * @throws TypeError for anything else.
   */
  setServerTime(this: void, timestamp: number): void
}
