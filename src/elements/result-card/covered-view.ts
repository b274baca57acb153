import { html, nothing, type TemplateResult } from 'lit';
import { formatDue } from '../../i18n/format.js';
import type { Cover } from '../../model/result.js';
import { icon } from '../../primitives/icon.js';
import { eyeOffIcon } from '../../primitives/icons.js';
import { nameOf } from '../shared/person-words.js';
import type { FirstTelling } from './telling.js';

export interface CoverActs {
  readonly state: 'resting' | 'asking' | 'failed';
  readonly uncover: () => void;
  /** None: nothing on the page changes what is covered. */
  readonly change: (() => void) | false;
}

/** What stands in the place of a covered result: why, who reads it by when, and the way to see it all the same. */
export function coveredView({ until, reader, dueAt }: Cover, telling: FirstTelling, { state, uncover, change }: CoverActs): TemplateResult {
  const { text, lang, practice, now } = telling;
  const who = nameOf(reader, text.nobodyNamed);
  const due = dueAt && Date.parse(dueAt) > now ? formatDue(dueAt, now, { lang, zone: practice?.zone }) : undefined;
  return html`<div class="covered" part="covered">
    <h4>${icon(eyeOffIcon)} ${text.covered}</h4>
    <p>
      ${until === 'comment' ? text.untilComment(who) : text.untilOpened}
      ${due ? text.readsBy(nameOf(reader, text.somebody), due) : nothing}
    </p>
    <p role="status">${state === 'failed' ? text.notShown : nothing}</p>
    <div class="row">
      <button class="button" type="button" aria-disabled=${state === 'asking' ? 'true' : nothing} @click=${uncover}>
        ${state === 'asking' ? text.showing : text.showNow}
      </button>
      ${change ? html`<button class="button quiet" type="button" @click=${change}>${text.changeCover}</button>` : nothing}
    </div>
  </div>`;
}
