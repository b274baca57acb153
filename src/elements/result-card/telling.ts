import type { CommonWords } from '../../i18n/en/common.js';
import type { ResultCardWords } from '../../i18n/en/result-card.js';
import type { ResultCardBodyWords } from '../../i18n/en/result-card-body.js';
import type { Result } from '../../model/result.js';
import type { Surroundings } from '../shared/surroundings.js';

/** What the card needs to say something of a result before it is known what draws it. */
export interface FirstTelling extends Surroundings {
  readonly result: Result;
  readonly text: ResultCardWords;
  readonly common: CommonWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** All that a part of the card needs to say something. */
export interface Telling extends FirstTelling {
  readonly text: ResultCardWords & ResultCardBodyWords;
}
