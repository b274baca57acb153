import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import { formatDue } from '../../../i18n/format.js';
import { dueDate } from '../../../model/due-date.js';
import type { Practice } from '../../../model/practice.js';
import type { HalfDay, RequestLimits } from '../../../model/service.js';
import { besideField, choiceGroup, describedBy } from '../../shared/fields/choice-templates.js';
import type { Problem } from '../../shared/fields/field-problems.js';
import { problemSummary } from '../../shared/fields/problem-summary.js';
import { dayWords, type SlotTimes } from '../../shared/slot-words.js';
import { type DraftWish, halvesOf, weekdaysOf, wishId } from './wishes.js';

export interface RequestFormOptions {
  readonly wishes: readonly DraftWish[];
  readonly limits: RequestLimits;
  readonly problems: readonly Problem[];
  readonly words: PickerMoreWords;
  readonly fieldWords: FieldsWords;
  readonly times: SlotTimes;
  readonly practice: Practice | undefined;
  readonly isBusy: boolean;
  /** The field for what to talk about, what became of sending, and other ways on. */
  readonly topic: unknown;
  readonly outcome: unknown;
  readonly ways: unknown;
  readonly changed: () => void;
  readonly add: () => void;
  readonly remove: (place: number) => void;
  readonly send: () => void;
}

/** Asks for a time: up to three days and halves of days, the best first. */
export function requestForm(options: RequestFormOptions): TemplateResult {
  const { wishes, limits, problems, words, fieldWords, times, practice, isBusy, topic, outcome, ways, add, send } = options;
  const { answerDays: businessDays } = limits;
  // Said by the practice, or not at all.
  const due = practice && businessDays && dueDate(new Date(times.now).toISOString(), practice, { businessDays });
  const weekdays = weekdaysOf(limits, times.lang);
  const halves = halvesOf(limits);
  const rules = [
    words.limits(dayWords(limits.from, times), dayWords(limits.to, times)),
    weekdays && words.weekdays(weekdays),
    halves.length === 1 && words.only[halves[0]!],
  ];
  const submit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  return html`<form class="stack ask" novalidate @submit=${submit}>
    <div class="stack close">
      <h3 tabindex="-1">${words.ask}</h3>
      <p class="soft">${words.askHow(limits.wishes)} ${due ? words.hearBy(formatDue(due, times.now, times)) : words.practiceFinds}</p>
      <p class="small soft" id="limits">${rules.filter(Boolean).join(' ')}</p>
    </div>
    ${problemSummary(problems, fieldWords)}
    ${wishes.map((wish, place) => wishFields(wish, place, options))}
    ${wishes.length < limits.wishes
      ? html`<div class="row"><button class="button quiet" type="button" @click=${add}>${words.addChoice}</button></div>`
      : nothing}
    ${topic} ${outcome}
    <div class="row">
      <button class="button main" part="send" type="submit" aria-disabled=${isBusy ? 'true' : nothing}>
        ${isBusy ? words.sending : wishes.length > 1 ? words.send : words.sendOne}
      </button>
      ${ways}
    </div>
  </form>`;
}

function wishFields(wish: DraftWish, place: number, options: RequestFormOptions): TemplateResult {
  const { limits, problems, words, changed, remove } = options;
  const [dayId, halfId] = [wishId(place, 'day'), wishId(place, 'half')];
  const problemAt = (id: string) => problems.find(({ at }) => at === id)?.text;
  const halves = halvesOf(limits);
  const pickDay = ({ target }: Event): void => {
    wish.day = (target as HTMLInputElement).value;
    changed();
  };
  const choice = words.choice(place);
  return html`<fieldset class="stack close wish" aria-describedby="limits">
    <legend>${choice}</legend>
    <div class="row">
      <div class="field">
        <label class="soft small" for=${dayId}>${words.day}</label>
        <input
          type="date"
          id=${dayId}
          .value=${live(wish.day)}
          min=${limits.from}
          max=${limits.to}
          required
          aria-invalid=${problemAt(dayId) ? 'true' : nothing}
          aria-describedby=${describedBy(dayId, { problem: problemAt(dayId) })}
          @change=${pickDay}
        />
        ${besideField(dayId, { problem: problemAt(dayId) })}
      </div>
      ${halves.length > 1
        ? choiceGroup({
            id: halfId,
            legend: html`<span class="soft small">${words.half}</span>`,
            required: true,
            options: halves.map((half) => ({ value: half, label: words.halves[half] })),
            chosen: wish.half ? [wish.half] : [],
            choose: ([half = '']) => {
              wish.half = half as HalfDay | '';
              changed();
            },
            problem: problemAt(halfId),
          })
        : nothing}
      ${place > 0
        ? html`<button class="button quiet" type="button" @click=${() => remove(place)}>${words.removeChoice(choice)}</button>`
        : nothing}
    </div>
  </fieldset>`;
}
