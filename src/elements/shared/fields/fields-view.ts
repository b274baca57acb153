import type { FieldsWords } from '../../../i18n/en/fields.js';
import type { FieldAnswers } from './field-answers.js';
import type { Problem } from './field-problems.js';

/** What declared questions are drawn from. */
export interface FieldsView {
  /** The section `fields`. */
  readonly fieldWords: FieldsWords;
  /** A language tag that Intl takes. */
  readonly lang: string;
  /** What the ids of controls begin with, to be unlike those of others in the same shadow root. `control` when left out. */
  readonly prefix?: string;
  readonly answers: FieldAnswers;
  /** What was found to be in the way, once sending was tried. */
  readonly problems: readonly Problem[];
  /** Whether browsers may check the spelling. Some send the text away to do so. */
  readonly spellcheck: 'true' | 'false';
  /** What the subject takes, to choose from. None: it is asked in words. */
  readonly medicines?: readonly string[];
  /** To be called when an answer has changed. */
  readonly changed: () => void;
}

/** The words at a control that something is wrong with. */
export const problemAt = ({ problems }: Pick<FieldsView, 'problems'>, at: string): string | undefined =>
  problems.find((problem) => problem.at === at)?.text;
