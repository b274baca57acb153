import type { CommonWords } from '../../i18n/en/common.js';
import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { Person, Subject } from '../../model/person.js';
import type { FieldsView } from '../shared/fields/fields-view.js';
import type { ContactDraft } from './contact-draft.js';
import type { FormContent } from './form-content.js';

/** What the parts of the form are drawn from. */
export interface FormView extends FieldsView {
  readonly words: ContactFormWords;
  readonly common: CommonWords;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The practice's number, when it is known. */
  readonly phone: string | undefined;
  readonly content: FormContent;
  readonly draft: ContactDraft;
  /** Whom it is about. */
  readonly subject: Subject | undefined;
  /** To whom it is addressed, when it is to one person. */
  readonly recipient: Person | undefined;
  /** The signs of danger that are asked. */
  readonly signs: readonly string[];
  /** To be called when the draft has changed; selects what is to have the focus then. */
  readonly changed: (focusNext?: string) => void;
}
