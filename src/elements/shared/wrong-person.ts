import { html, type TemplateResult } from 'lit';
import type { PersonId } from '../../model/id.js';
import { note } from '../../primitives/note.js';
import type { Choosing } from './chosen-instead.js';
import { nameOf } from './person-words.js';

/** The words of the question whether it is about the right person. */
export interface WrongPersonWords {
  wrongPerson(subject: string, chosen: string): string;
  readonly notYet: string;
  sendAbout(subject: string): string;
  readonly doNotSend: string;
}

/** About whom it is, and whom one had chosen. */
export function wrongPersonTitle(
  { thread, subjects }: Pick<Choosing, 'thread' | 'subjects'>,
  chosen: PersonId,
  text: WrongPersonWords,
): string {
  const other = subjects.find(({ id }) => id === chosen);
  return text.wrongPerson(nameOf(thread.subject, ''), other ? nameOf(other, '') : '');
}

export interface WrongPersonOptions {
  readonly title: string;
  readonly text: WrongPersonWords;
  readonly onSend: () => void;
  readonly onKeep: () => void;
}

/** Asks before anything leaves (it is about one child, and the other one was chosen). */
export function wrongPersonNote({ thread }: Pick<Choosing, 'thread'>, { title, text, onSend, onKeep }: WrongPersonOptions): TemplateResult {
  const button = (words: string, onClick: () => void) =>
    html`<button class="button" type="button" @click=${onClick}>${words}</button>`;
  const actions = html`${button(text.sendAbout(nameOf(thread.subject, '')), onSend)} ${button(text.doNotSend, onKeep)}`;
  return html`<div class="ask">${note({ tone: 'attention', title, text: text.notYet, actions })}</div>`;
}
