import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { ContactDraft } from './contact-draft.js';
import type { Problem } from './problems.js';

/** What the parts of the form are drawn from. */
export interface FormView {
  readonly words: ContactFormWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly draft: ContactDraft;
  /** What was found to be in the way, once sending was tried. */
  readonly problems: readonly Problem[];
  /** Whether browsers may check the spelling. Some send the text away to do so. */
  readonly spellcheck: 'true' | 'false';
  /** To be called when the draft has changed. */
  readonly changed: () => void;
}

/** The words at a control that something is wrong with. */
export const problemAt = ({ problems }: FormView, at: string): string | undefined =>
  problems.find((problem) => problem.at === at)?.text;
