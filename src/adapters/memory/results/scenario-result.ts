import type { Instant } from '../../../model/instant.js';
import type { Result } from '../../../model/result.js';

/**
 * A result as it stands, with all it says. Its practice is the scenario's, and whether it is covered is known from what
 * its subject's side has chosen.
 */
export interface ScenarioResult extends Omit<Result, 'version' | 'practice' | 'cover'> {
  /** That it was covered and somebody has opened it. */
  readonly isOpened?: boolean | undefined;
  /** By when who ordered it writes, as the practice promises. */
  readonly dueAt?: Instant | undefined;
}

/** What is in a file of a scenario. */
export interface ScenarioFile {
  /** A media type: `application/pdf`. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
