import type { Connection } from '../adapter/adapter.js';
import type { WriteOptions } from '../adapter/call-options.js';
import type { AdapterErrorCode } from '../adapter/errors.js';
import type { SendKey, ThreadId } from '../model/id.js';

/** How far a message has come. `unknown` is not a failure: it may well have arrived. */
export type SendState<Result = unknown> =
  /** Waits for its turn, for the network, or for a backend that asked for time. */
  | { readonly status: 'queued' }
  | { readonly status: 'sending' }
  /** It left and no answer came. It is sent again under the same key, which has one effect. */
  | {
      readonly status: 'unknown';
      /** Whether nobody checks, since sending again could double it: the reader decides. */
      readonly blocked: boolean;
    }
  | { readonly status: 'reconciling' }
  /** Kept until something else happens. */
  | { readonly status: 'held'; readonly why: 'session' | 'offline' | 'quota' | 'expired-key' }
  | { readonly status: 'sent'; readonly result: Result }
  /** Refused for good. The words are kept and can be changed. */
  | { readonly status: 'rejected'; readonly code: AdapterErrorCode; readonly field?: string | undefined };

/** A message on its way. */
export interface OutboxItem<Draft = unknown, Result = unknown> {
  readonly key: SendKey;
  /** What it is: names the {@link SendKind}. */
  readonly kind: string;
  /** What must arrive in order, such as one thread's messages. Lanes do not wait for each other. */
  readonly lane: string;
  readonly draft: Draft;
  /** When it was given to the outbox, by this device's clock. ISO. */
  readonly at: string;
  readonly state: SendState<Result>;
}

/** How one kind of thing is sent. */
export interface SendKind<Draft, Result> {
  readonly name: string;
  send(connection: Connection, draft: Draft, options: WriteOptions): Promise<Result>;
  /** The thread it has become part of. */
  threadOf(result: Result): ThreadId;
  /** Another thread that it has changed, such as the one that it goes on from. */
  otherThreadOf?(draft: Draft): ThreadId;
  /** Whether sending the same key again is safe. Where it is not, `unknown` stays until the reader decides. */
  isRepeatable(connection: Connection): boolean;
}

/** A new key. Made with `getRandomValues`, since `randomUUID` is missing on insecure pages. */
export function newSendKey(): SendKey {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as SendKey;
}
