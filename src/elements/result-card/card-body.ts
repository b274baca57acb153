import { html, nothing, type TemplateResult } from 'lit';
import type { Measurement } from '../../model/measurement.js';
import type { Result } from '../../model/result.js';
import { note } from '../../primitives/note.js';
import { safeUrl } from '../../primitives/safe-url.js';
import type { Later } from '../shared/later.js';
import { isolated, nameOf } from '../shared/person-words.js';
import type { AskingController } from './asking-controller.js';
import { panel, single } from './measurement-view.js';
import type { CardMore } from './more/card-more.js';
import { exactly, placeOf } from './place.js';
import type { Telling } from './telling.js';
import { commentView, longText } from './words-view.js';

/** What the card lends to what stands in it. */
export interface CardTools {
  readonly isCompact: boolean;
  /** It is in view, or nearly: what lies in the past may be read. */
  readonly isNear: boolean;
  readonly asking: AskingController;
  readonly askUrl: string | undefined;
  readonly more: Later<CardMore>;
  /** Texts to be shown whole. */
  readonly whole: ReadonlySet<string>;
  readonly show: (text: string) => void;
  readonly changed: (result: Result) => void;
}

/** All that a result says, what the clinician says of it first. */
export function cardBody(telling: Telling, tools: CardTools): TemplateResult {
  const { result, text, me } = telling;
  const isVoid = result.status === 'cancelled' || result.status === 'withdrawn';
  const { comments, measurements, report } = result;
  const words = (said: string): TemplateResult => longText(said, tools.whole.has(said), () => tools.show(said), text.showAll);
  const why = result.status === 'cancelled' ? text.cancelled : me.kind === 'staff' ? text.withdrawnForStaff : text.withdrawn;
  const isEmpty = measurements.length + result.files.length === 0 && !report?.trim();
  return html`
    ${comments.map((comment) => commentView(comment, words(comment.text), telling))} ${isVoid ? note({ text: why }) : nothing}
    ${result.status === 'withdrawn' ? nothing : values(telling, tools)}
    ${report?.trim() && result.status !== 'withdrawn' ? html`<div>${words(report)}</div>` : nothing}
    ${isEmpty && !isVoid ? html`<p>${text.nothing}</p>` : nothing} ${origin(telling)} ${tools.isCompact ? nothing : rest(telling, tools)}
  `;
}

function values(telling: Telling, tools: CardTools): TemplateResult | typeof nothing {
  const { measurements } = telling.result;
  const [only, another] = measurements;
  if (!only) return nothing;
  const hasPast = (one: Measurement): boolean => !tools.isCompact && Boolean(one.code) && exactly(one) !== undefined;
  if (another || only.group) {
    return panel(measurements, telling, (one) => (hasPast(one) && tools.isNear ? (tools.more.value?.overTime(one, telling) ?? nothing) : nothing));
  }
  const past = hasPast(only) && tools.isNear ? tools.more.value?.trend(only, telling) : undefined;
  return html`<div class=${past ? 'stack with-trend' : 'stack'}>${single(only, telling)} ${past ?? nothing}</div>`;
}

/** What was corrected, and who measured it. */
function origin({ result, text }: Telling): TemplateResult | typeof nothing {
  const { changed, laboratory } = result;
  if (!changed?.trim() && !laboratory?.trim()) return nothing;
  return html`<p class="small soft">${[
    changed?.trim() && text.changed(isolated(changed)),
    laboratory?.trim() && text.from(isolated(laboratory)),
  ]
    .filter(Boolean)
    .join(' ')}</p>`;
}

/** What it means, its files, what was reported, and what can be done. */
function rest(telling: Telling, tools: CardTools): TemplateResult {
  const { result, text, common } = telling;
  const { more } = tools;
  const isNeeded = result.files.length + result.corrections.length > 0;
  const there = isNeeded ? more.value : more.known;
  const isOutside = result.measurements.some((one) => (one.flag && one.flag !== 'usual') || (placeOf(one)?.where ?? 'inside') !== 'inside');
  return html`
    ${there?.files(telling) ?? nothing}
    ${isOutside
      ? html`<details @toggle=${() => more.value}>
          <summary>${text.outside}</summary>
          ${there?.outside() ?? nothing}
        </details>`
      : nothing}
    ${there?.corrections(telling) ?? nothing} ${actions(telling, tools)} ${there?.report(telling, tools.changed) ?? nothing}
    ${more.hasFailed
      ? html`<div class="row">
          <p class="small" role="status">${text.moreFailed}</p>
          <button class="button" type="button" @click=${more.ask}>${common.tryAgain}</button>
        </div>`
      : nothing}
  `;
}

function actions(telling: Telling, { asking, askUrl, more }: CardTools): TemplateResult | typeof nothing {
  const { result, me, practice, text } = telling;
  if (me.kind === 'staff') return nothing;
  const isAsked = asking.has(result);
  const address = asking.isServed ? undefined : safeUrl(askUrl);
  const label = isAsked ? text.askAgain : text.ask(nameOf(result.orderedBy, text.practice));
  const zone = practice?.zone;
  const follow = (event: Event): void => {
    if (!asking.ask(result, zone, text)) event.preventDefault();
  };
  return html`<div>
    <p class="small" role="status">${isAsked && !address ? text.asked : nothing}</p>
    <div class="row">
      ${asking.isServed
        ? html`<button class="button" part="ask" type="button" @click=${() => (isAsked ? asking.takeOut(result, text) : asking.ask(result, zone, text))}>${label}</button>`
        : address
          ? html`<a class="button" part="ask" href=${address} referrerpolicy="no-referrer" @click=${follow}>${text.ask(nameOf(result.orderedBy, text.practice))}</a>`
          : nothing}
      <button class="button quiet" type="button" @click=${() => void more.ask().then((part) => part?.openReport())}>
        ${text.reportMistake}
      </button>
    </div>
  </div>`;
}
