import type { CommonWords } from '../../i18n/en/common.js';
import type { ResultCardWords } from '../../i18n/en/result-card.js';
import type { Result } from '../../model/result.js';
import type { Surroundings } from '../shared/surroundings.js';

/** All that a part of the card needs to say something. */
export interface Telling extends Surroundings {
  readonly result: Result;
  readonly text: ResultCardWords;
  readonly common: CommonWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
