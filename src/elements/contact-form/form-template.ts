import { html, nothing, type TemplateResult } from 'lit';
import type { Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { offlineIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { problemSummary } from '../shared/fields/problem-summary.js';
import { controlId, type FormView } from './form-view.js';
import { type Gate, gateNote } from './gate.js';
import { questions } from './questions.js';
import { reasonChoice } from './reason-choice.js';
import { receiverView } from './receiver-view.js';
import { emergency, signsAnswer, signsQuestion } from './signs.js';
import { subjectChoice } from './subject-choice.js';

/** How far the form has come, and what can be done with it. */
export interface FormDoing {
  readonly reason: Reason | undefined;
  /** What keeps from writing for the reason. */
  readonly gate: Gate | undefined;
  /** What was written in one's own words. */
  readonly written: readonly string[];
  /** Whether nothing can be changed now. */
  readonly isLocked: boolean;
  readonly isOffline: boolean;
  readonly isSending: boolean;
  readonly visitIsUntaken: boolean;
  /** How far what was sent has come. */
  readonly delivery: unknown;
  readonly chooseReason: (id: string) => void;
  readonly chooseSubject: (id: string) => void;
  readonly wantVisit: () => void;
  readonly submit: (event: Event) => void;
}

/** The form: the reason, whom it is about, the signs of danger, and what follows from them. */
export function formTemplate(view: FormView, doing: FormDoing): TemplateResult {
  const { words, fieldWords, problems } = view;
  const { reason, isLocked, isOffline, submit } = doing;
  return html`<form class="stack parts" novalidate @submit=${submit}>
    ${isOffline ? note({ mark: offlineIcon, text: words.youAreOffline }) : nothing}
    ${problemSummary(problems, fieldWords)}
    <fieldset class="stack parts" ?disabled=${isLocked}>
      ${reasonChoice(view, reason, doing.chooseReason)}
      ${reason
        ? html`<div class="stack rest">
            <h3>${reason.label}</h3>
            ${doing.gate ? gateNote(doing.gate, doing.written, view) : asked(reason, view, doing)}
          </div>`
        : nothing}
    </fieldset>
    ${reason && !doing.gate && !isDanger(reason, view) ? ending(reason, view, doing) : nothing}
  </form>`;
}

const isDanger = (reason: Reason, { draft, subject }: FormView): boolean => signsAnswer(draft, reason, subject) === 'yes';

function asked(reason: Reason, view: FormView, doing: FormDoing): TemplateResult {
  return html`${subjectChoice(view, doing.chooseSubject)} ${signsQuestion(reason, view)}
  ${isDanger(reason, view) ? emergency(view) : questions(reason, view, tooLong(view, doing))}`;
}

/** What is said where the message is too long. */
function tooLong({ words, common, phone }: FormView, { visitIsUntaken, wantVisit }: FormDoing): TemplateResult {
  return note({
    tone: 'attention',
    title: words.tooLong,
    text: visitIsUntaken ? words.bookByPhone : words.shortenOrVisit,
    actions: html`<button class="button" type="button" @click=${wantVisit}>${words.bookVisit}</button>
      ${visitIsUntaken ? phoneButton(phone, common.call) : nothing}`,
  });
}

function ending(reason: Reason, view: FormView, { isLocked, isSending, delivery }: FormDoing): TemplateResult {
  const { words, draft } = view;
  const isOver = textLength(draft.get('body')) > reason.budget;
  return html`<div class="stack near">
    ${receiverView(reason, view)} ${delivery}
    <div class="row">
      <button
        class="button main"
        part="send"
        type="submit"
        aria-disabled=${isLocked || isOver ? 'true' : nothing}
        aria-describedby=${isOver ? `${controlId('body')}-budget` : nothing}
      >
        ${isSending ? words.sending : words.send}
      </button>
    </div>
  </div>`;
}
