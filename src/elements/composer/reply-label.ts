import { html, type TemplateResult } from 'lit';
import type { CommonWords } from '../../i18n/en/common.js';
import type { ComposerWords } from '../../i18n/en/composer.js';
import { formatDue } from '../../i18n/format.js';
import { isolated, nameOf } from '../shared/person-words.js';
import { isClosed } from '../shared/whose-turn.js';
import { addresseeOf } from './addressee.js';
import type { ComposerView } from './composer-view.js';

export interface ReplyLabelOptions {
  readonly text: ComposerWords;
  readonly common: CommonWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  isPast(at: string): boolean;
}

/** To whom it goes, who writes for whom, who may open it first, and by when there is an answer. */
export function replyLabel({ thread, me, practice }: ComposerView, options: ReplyLabelOptions): TemplateResult {
  const { text, common, lang, now, isPast } = options;
  // Who takes up a thread that is over is not known before it is sent.
  const continues = isClosed(thread);
  const { to, first } = addresseeOf(thread, me);
  const isStaff = me.kind === 'staff';
  const named = (person: typeof me): string => nameOf(person, common.somebody);
  const isAwaited = !continues && thread.dueAt && thread.turn === 'practice' && !isStaff && !isPast(thread.dueAt);
  const more = [
    !isStaff && thread.subject.id !== me.id && text.writingAs(named(me), named(thread.subject)),
    !continues && first && text.first(named(first)),
    isAwaited && text.answerBy(formatDue(thread.dueAt!, now, { lang, zone: practice?.zone })),
  ];
  return html`<b>${what()}</b> <span class="soft small">${more.filter(Boolean).join(' ')}</span>`;

  function what(): string {
    const practiceName = isolated(thread.practice.name);
    if (continues) return text.goOn(practiceName);
    return !to && isStaff ? text.replyAbout(named(thread.subject)) : text.reply(to ? named(to) : practiceName);
  }
}
