import { html, type TemplateResult } from 'lit';
import type { ComposerMoreWords } from '../../../i18n/en/composer-more.js';
import type { PersonId } from '../../../model/id.js';
import { note } from '../../../primitives/note.js';
import { nameOf } from '../../shared/person-words.js';
import type { ComposerView } from '../composer-view.js';

/** About whom it is, and whom one had chosen. */
export function wrongPersonTitle({ thread, subjects }: ComposerView, chosen: PersonId, text: ComposerMoreWords): string {
  const other = subjects.find(({ id }) => id === chosen);
  return text.wrongPerson(nameOf(thread.subject, ''), other ? nameOf(other, '') : '');
}

export interface WrongPersonOptions {
  readonly title: string;
  readonly text: ComposerMoreWords;
  readonly onSend: () => void;
  readonly onKeep: () => void;
}

/** Asks before anything leaves (it is about one child, and the other one was chosen). */
export function wrongPersonNote({ thread }: ComposerView, { title, text, onSend, onKeep }: WrongPersonOptions): TemplateResult {
  const button = (words: string, onClick: () => void) =>
    html`<button class="button" type="button" @click=${onClick}>${words}</button>`;
  const actions = html`${button(text.sendAbout(nameOf(thread.subject, '')), onSend)} ${button(text.doNotSend, onKeep)}`;
  return html`<div class="ask">${note({ tone: 'attention', title, text: text.notYet, actions })}</div>`;
}
