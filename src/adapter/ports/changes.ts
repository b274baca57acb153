import type { Changes } from '../../model/change.js';
import type { CallOptions } from '../call-options.js';

/** Whether hints arrive as things happen, are asked for, or cannot come at all. */
export type LiveState = 'live' | 'polling' | 'offline';

export interface ChangeSink {
  /** Something may have changed: ask {@link ChangesPort.changesSince}. May come twice, late, or for nothing. */
  hint(): void;
  state(state: LiveState): void;
}

/** Noticing what others do. */
export interface ChangesPort {
  /** What changed since a bookmark. With none: nothing, and the bookmark of now. This is the truth. */
  changesSince(since: string | undefined, options: CallOptions): Promise<Changes>;

  /** Calls the sink until stopped. Only ever a hint; a backend that cannot push has no `watch` and is asked. */
  watch?(sink: ChangeSink): () => void;
}
