import { html, nothing, type TemplateResult } from 'lit';
import type { Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { offlineIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { problemSummary } from '../shared/fields/problem-summary.js';
import { controlId, fieldsOf } from './contact-draft.js';
import type { FormView } from './form-view.js';
import { fieldTemplates } from '../shared/fields/field-templates.js';
import { bodyTemplate } from './body-template.js';
import { type Gate, gateNote } from './gate.js';
import type { AskedResults } from './more/asked-results.js';
import type * as More from './more/form-more.js';
import { emergency, signsAnswer, signsQuestion } from './signs.js';

/** How far the form has come, and what can be done with it. */
export interface FormDoing {
  /** What is fetched beside the practice's words. */
  readonly more: typeof More;
  readonly asked: AskedResults;
  readonly reason: Reason | undefined;
  /** What keeps from writing for the reason. */
  readonly gate: Gate | undefined;
  /** What was written in one's own words. */
  readonly written: readonly string[];
  /** When the practice is open, in words. */
  readonly openHours: readonly string[];
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

/** Text events stop here: scripts of the page have no business with them. */
const stop = (event: Event): void => event.stopPropagation();

/** The form: the reason, whom it is about, the signs of danger, and what follows from them. */
export function formTemplate(view: FormView, doing: FormDoing): TemplateResult {
  const { words, fieldWords, problems } = view;
  const { reason, isLocked, isOffline, submit } = doing;
  return html`<form class="stack parts" novalidate @submit=${submit} @beforeinput=${stop} @input=${stop} @compositionstart=${stop} @compositionupdate=${stop} @compositionend=${stop} @paste=${stop}>
    ${isOffline ? note({ mark: offlineIcon, text: words.youAreOffline }) : nothing}
    ${problemSummary(problems, fieldWords)} ${doing.more.askedNote(doing.asked, view)}
    <fieldset class="stack parts" ?disabled=${isLocked}>
      ${doing.more.aboutResults(doing.asked, view)} ${doing.more.reasonChoice(view, reason, doing.chooseReason)}
      ${reason
        ? html`<div class="stack rest">
            <h3>${reason.label}</h3>
            ${doing.gate ? gateNote(doing.gate, doing.written, doing.openHours, view) : asked(reason, view, doing)}
          </div>`
        : nothing}
    </fieldset>
    ${!reason || doing.gate ? doing.delivery : isDanger(reason, view) ? nothing : ending(reason, view, doing)}
  </form>`;
}

const isDanger = (reason: Reason, view: FormView): boolean => signsAnswer(reason, view) === 'yes';

function asked(reason: Reason, view: FormView, { more, visitIsUntaken, wantVisit, ...doing }: FormDoing): TemplateResult {
  return html`${more.subjectChoice(view, doing.chooseSubject)} ${signsQuestion(reason, view)}
  ${isDanger(reason, view)
    ? emergency(view)
    : html`${fieldTemplates(fieldsOf(reason), view)} ${bodyTemplate(reason, view, () => more.tooLongNote(view, visitIsUntaken, wantVisit))}
      ${more.replyChoice(reason, view)}`}`;
}

function ending(reason: Reason, view: FormView, { more, isLocked, isSending, delivery }: FormDoing): TemplateResult {
  const { words, draft } = view;
  const isOver = textLength(draft.get('body')) > reason.budget;
  return html`<div class="stack near">
    ${more.receiverView(reason, view)} ${delivery}
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
