/** What went wrong, as the reader's situation. Adapters translate whatever their backend says into one of these. */
export type AdapterErrorCode =
  /** No session, or one that ended. */
  | 'auth-required'
  /** The session is good, but not for this. */
  | 'forbidden'
  | 'not-found'
  | 'gone'
  /** Somebody changed it since it was read. */
  | 'stale'
  /** It contradicts what the backend already has: a key used with other words, a taken slot. */
  | 'conflict'
  /** The backend found several where one was asked to be made. */
  | 'duplicate'
  /** The backend refuses the input; `field` says which. */
  | 'invalid'
  | 'too-large'
  | 'unsupported-type'
  | 'rate-limited'
  /** The backend is there but cannot answer now. */
  | 'unavailable'
  /** The request did not leave, or a read did not come back. */
  | 'offline'
  /** A write left and no answer came: it may have been done. Never shown as "failed". */
  | 'unknown-outcome'
  /** Some parts came, some did not. */
  | 'partial'
  /** The backend does not do this. */
  | 'unsupported'
  /** The answer was not what the contract says. */
  | 'malformed';

const RETRYABLE: ReadonlySet<AdapterErrorCode> = new Set(['rate-limited', 'unavailable', 'offline', 'unknown-outcome']);

export interface AdapterErrorDetails {
  /** Milliseconds the backend asked to wait. */
  readonly retryAfter?: number | undefined;
  /** The path of the field that is wrong, such as `answers.0.value`. Never its value. */
  readonly field?: string | undefined;
  /** What the backend's log knows this failure by. */
  readonly correlationId?: string | undefined;
}

/**
 * The only error an adapter throws, an abort by the caller apart. Its message is for developers and names a call, a
 * code or a field; it never holds a value, a body, a token, or a response as `cause`.
 */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: AdapterErrorCode;
  readonly retryAfter: number | undefined;
  readonly field: string | undefined;
  readonly correlationId: string | undefined;

  constructor(code: AdapterErrorCode, message: string, details: AdapterErrorDetails = {}) {
    super(message);
    this.code = code;
    this.retryAfter = details.retryAfter;
    this.field = details.field;
    this.correlationId = details.correlationId;
  }

  /** Whether trying the same again can succeed. A write may only be tried again under the same key. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}
