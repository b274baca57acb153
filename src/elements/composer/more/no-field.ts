import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../../../i18n/en/common.js';
import type { ComposerMoreWords } from '../../../i18n/en/composer-more.js';
import { formatDue } from '../../../i18n/format.js';
import { messagingAt } from '../../../model/messaging-at.js';
import { icon } from '../../../primitives/icon.js';
import { arrowIcon, clockIcon, lockIcon, phoneIcon } from '../../../primitives/icons.js';
import { note, type NoteOptions } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import type { ComposerView } from '../composer-view.js';
import type { Standing } from './standing.js';

export interface NoFieldOptions {
  readonly text: ComposerMoreWords;
  readonly common: CommonWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The practice's number, for those who would call it. */
  readonly phone: string | undefined;
  readonly isStaff: boolean;
  /** What was being written when it ended. */
  readonly written: string;
  /** Whether nothing goes on from it already, on its way. */
  readonly mayContinue: boolean;
  /** Begins to go on from a thread that is over. */
  readonly onContinue: () => void;
  /** Opens the thread it goes on in. */
  readonly onNewer: () => void;
}

/** In the place of the field: why there is none, and the way on. */
export function noField(standing: Standing, view: ComposerView | undefined, options: NoFieldOptions): TemplateResult {
  const { text, written } = options;
  // What was typed is never lost: it can still be read and copied.
  return html`${note(noteOf(standing, view, options))}
  ${written ? html`<p class="small">${text.written}</p><p class="kept">${written}</p>` : nothing}`;
}

/** Its title alone. Empty where there is a field. */
export function titleOf(standing: Standing, view: ComposerView, { text, common, now }: NoFieldOptions): string {
  const { thread, practice } = view;
  switch (standing) {
    case 'open':
      return '';
    case 'continued':
      return text.continued;
    case 'continuable':
    case 'over':
      return thread.state === 'expired' ? text.expired : text.closed;
    case 'gated': {
      const { state } = messagingAt(practice!, now);
      return state === 'off' ? text.noMessages : state === 'paused' ? text.paused : text.shut;
    }
    case 'by-phone':
      return text.byPhone(nameOf(thread.custody.holder, common.somebody));
    default:
      return text.noMessages;
  }
}

function noteOf(standing: Standing, view: ComposerView | undefined, options: NoFieldOptions): NoteOptions {
  const { text, common, phone, isStaff, mayContinue, onContinue, onNewer } = options;
  const title = view ? titleOf(standing, view, options) : text.noMessages;
  const call = phoneButton(phone, common.call);
  const button = (words: string, onClick: () => void) =>
    html`<button class="button" type="button" @click=${onClick}>${icon(arrowIcon, { turns: true })} ${words}</button>`;
  if (standing === 'continued') return { title, mark: lockIcon, actions: button(text.openNewer, onNewer) };
  if (standing === 'continuable') {
    if (!mayContinue) return { title, mark: lockIcon };
    return { title, text: text.continueWay, mark: lockIcon, actions: html`${button(text.continue, onContinue)} ${call}` };
  }
  if (standing === 'over') {
    return { title, text: isStaff ? text.closedForStaff : text.closedWay, mark: lockIcon, actions: call };
  }
  if (view && standing === 'gated') return { title, text: gateWords(view, options), mark: clockIcon, actions: call };
  const holder = standing === 'by-phone' ? view?.thread.custody.holder : undefined;
  const way = holder?.phoneHours ? text.byPhoneAt(isolated(holder.phoneHours)) : text.noMessagesWay;
  const actions = holder?.phone ? phoneButton(holder.phone, common.call) : call;
  return { title, text: isStaff ? undefined : way, mark: phoneIcon, actions };
}

/** From when on one can write again, and what the practice says to it. */
function gateWords({ practice }: ComposerView, { text, lang, now }: NoFieldOptions): TemplateResult {
  const { state, opensAt } = messagingAt(practice!, now);
  const opens = opensAt && text.opensAt(formatDue(opensAt, now, { lang, zone: practice!.zone }));
  const words = opens ?? (state === 'off' ? text.noMessagesWay : text.opensLater);
  const why = state === 'refused' ? undefined : practice!.messaging?.note;
  return html`${why ? html`<bdi>${why}</bdi> ` : nothing}${words}`;
}
