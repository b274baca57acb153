import type { SendKey } from '../model/id.js';

/** What every call takes. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** What every call takes that changes something. */
export interface WriteOptions extends CallOptions {
  /** Chosen by the caller, kept for every retry: the same key takes effect once. */
  readonly key: SendKey;
}

/** A write that must not overwrite what it has not seen. */
export interface VersionedWriteOptions extends WriteOptions {
  /** The `version` that was read. Rejects with `stale` when it has changed since. */
  readonly ifVersion?: string | undefined;
}
