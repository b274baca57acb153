import type { Page } from '../../model/page.js';
import type { Practice } from '../../model/practice.js';
import type { Reason } from '../../model/reason.js';
import type { CallOptions } from '../call-options.js';

/** What a practice says of itself. */
export interface PracticePort {
  readPractice(options: CallOptions): Promise<Practice>;

  /** Why one can write to it, in the order they are offered. */
  listReasons(options: CallOptions): Promise<Page<Reason>>;
}
