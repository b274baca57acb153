import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { FieldsView } from '../shared/fields/fields-view.js';
import type { ContactDraft } from './contact-draft.js';

/** What the parts of the form are drawn from. */
export interface FormView extends FieldsView {
  readonly words: ContactFormWords;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly draft: ContactDraft;
}
