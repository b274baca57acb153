import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatTimeWindow } from '../../../i18n/format.js';
import type { Reason } from '../../../model/reason.js';
import type { ReplyWish } from '../../../model/reply-wish.js';
import { besideField, choiceGroup, describedBy } from '../../shared/fields/choice-templates.js';
import { isPhone, type Problem } from '../../shared/fields/field-problems.js';
import { type FieldsView, problemAt } from '../../shared/fields/fields-view.js';
import { isolated } from '../../shared/person-words.js';
import { type ContactDraft, controlId, type DraftPart } from '../contact-draft.js';
import { moreWords } from './more-words.js';

const known = <T extends string>(words: readonly T[]) =>
  [...new Set(words)].filter((word): word is Exclude<T, 'other'> => word !== 'other');

/** How somebody wants to be answered, of what is offered; what they did not choose is what asks least of anybody. */
export function replyOf({ reply: offer }: Reason, draft: ContactDraft): ReplyWish | undefined {
  if (!offer) return undefined;
  const pick = <T extends string>(words: readonly T[], chosen: string, least: T) =>
    words.find((word) => word === chosen) ?? words.find((word) => word === least) ?? words[0] ?? least;
  const channel = pick(known(offer.channels), draft.get('channel'), 'message');
  const wish = { channel, from: pick(known(offer.from), draft.get('from'), 'anyone'), windows: [] };
  if (channel !== 'phone') return wish;
  const chosen = draft.get('windows').split('\n');
  return { ...wish, phone: draft.get('phone').trim(), windows: offer.windows.filter((window) => chosen.includes(window)) };
}

/** What it is asked with. */
interface ReplyView extends FieldsView {
  readonly draft: ContactDraft;
}

/** Asks how to answer, and by whom, as far as there is a choice. */
export function replyChoice(reason: Reason, view: ReplyView): TemplateResult | typeof nothing {
  const { fieldWords, lang, draft, changed } = view;
  const words = moreWords(lang);
  const { reply: offer } = reason;
  const wish = replyOf(reason, draft);
  if (!offer || !wish) return nothing;
  const [channels, answerers] = [known(offer.channels), known(offer.from)];
  const asks = (part: DraftPart, legend: unknown, labels: Readonly<Record<string, string>>, values: readonly string[], several = false) =>
    choiceGroup({
      id: controlId(part),
      legend,
      several,
      options: values.map((value) => ({ value, label: labels[value] ?? isolated(formatTimeWindow(value, { lang })) })),
      chosen: part === 'windows' ? wish.windows : [part === 'from' ? wish.from : wish.channel],
      choose(chosen) {
        draft.set(part, chosen.join('\n'));
        changed();
      },
      problem: problemAt(view, controlId(part)),
    });
  const isCall = wish.channel === 'phone';
  if (!isCall && channels.length < 2 && answerers.length < 2) return nothing;
  const id = controlId('phone');
  const problem = problemAt(view, id);
  return html`<h3>${words.howToAnswer}</h3>
    ${channels.length > 1 ? asks('channel', words.answerBy, words.channels, channels) : nothing}
    ${isCall
      ? html`<div class="field" part="field">
            <label for=${id}>${words.numberToCall}</label>
            ${besideField(id, { problem })}
            <input
              id=${id}
              type="tel"
              autocomplete="tel"
              .value=${live(draft.get('phone'))}
              aria-required="true"
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${describedBy(id, { problem })}
              @input=${({ target }: Event) => {
                draft.set('phone', (target as HTMLInputElement).value);
                changed();
              }}
            />
          </div>
          ${offer.windows.length > 0
            ? asks('windows', html`${words.goodTimes} <span class="soft small">${fieldWords.optional}</span>`, {}, [...new Set(offer.windows)], true)
            : nothing}`
      : nothing}
    ${answerers.length > 1 ? asks('from', words.whoMayAnswer, words.answerers, answerers) : nothing}`;
}

/** What is in the way of calling back; `refused` is what a backend named of it. */
export function replyProblems(
  reason: Reason,
  { fieldWords: { missing, refused: notTaken }, draft, lang }: Pick<ReplyView, 'fieldWords' | 'draft' | 'lang'>,
  refused?: string,
): readonly Problem[] {
  const phone = replyOf(reason, draft)?.phone;
  const text = refused === undefined ? missing.phone : notTaken;
  const isWrong = phone !== undefined && (refused === undefined ? !isPhone(phone) : refused === 'phone');
  return isWrong ? [{ at: controlId('phone'), name: moreWords(lang).numberToCall, text }] : [];
}
