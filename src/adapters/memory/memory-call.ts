import type { PortName } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';

/** Names one call of an adapter: `{ port: 'messages', method: 'send' }`. Connecting is `session`, `connect`. */
export interface MemoryCall {
  readonly port: PortName | 'session';
  readonly method: string;
}

/** Runs one call of an adapter, with whatever happens before and after it. */
export type Call = <T>(name: MemoryCall, options: CallOptions, effect: () => T) => Promise<T>;
