import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { resultCardBody } from '../../../i18n/en/result-card-body.js';
import type { Measurement } from '../../../model/measurement.js';
import type { Result } from '../../../model/result.js';
import { icon } from '../../../primitives/icon.js';
import { downIcon } from '../../../primitives/icons.js';
import { note } from '../../../primitives/note.js';
import { safeUrl } from '../../../primitives/safe-url.js';
import { Later } from '../../shared/later.js';
import type { ReaderView } from '../../shared/reader-view.js';
import type { Surroundings } from '../../shared/surroundings.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import { AskingController } from './asking-controller.js';
import { panel, single } from './measurement-view.js';
import type { CardMore } from '../more/card-more.js';
import { exactly, placeOf } from './place.js';
import type { FirstTelling, Telling } from '../telling.js';
import { bodyStyles } from './body-styles.js';
import { standing } from './standing.js';
import { commentView, longText } from './words-view.js';

/** What the card lends to what stands in it. */
export interface CardTools {
  readonly isCompact: boolean;
  readonly askUrl: string | undefined;
  /** Takes what the backend has answered to something done here. */
  readonly changed: (result: Result) => void;
}

interface BodyTools extends CardTools {
  /** It is in view, or nearly: what lies in the past may be read. */
  readonly isNear: boolean;
  readonly asking: AskingController;
  readonly more: Later<CardMore>;
  /** Texts to be shown whole. */
  readonly whole: ReadonlySet<string>;
  readonly show: (text: string) => void;
}

/** How far ahead of being seen what lies in the past is read. */
const AHEAD = '200px';

/** What stands in a card: fetched while its result is on the way, once for all cards of a page. */
export class CardBody {
  readonly #host: ReactiveElement & ElementHost;
  readonly #text: LocalizeController<typeof resultCardBody>;
  readonly #asking: AskingController;
  readonly #more: Later<CardMore>;
  /** Texts that the reader wants to see whole. */
  readonly #whole = new Set<string>();
  #isNear = false;
  #nearby: IntersectionObserver | undefined;

  constructor(host: ReactiveElement & ElementHost, view: ReaderView<Surroundings>) {
    this.#host = host;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, bodyStyles.styleSheet!];
    this.#text = new LocalizeController(host, 'result-card-body', resultCardBody);
    this.#asking = new AskingController(host);
    this.#more = new Later(host, async () => {
      const { CardMore } = await import('../more/card-more.js');
      return new CardMore(host, view);
    });
    host.addController(this);
  }

  /** When it was taken, and how final it is. */
  standing(telling: FirstTelling): string {
    return standing(this.#full(telling));
  }

  /** All that it says, what the clinician says of it first. */
  template(telling: FirstTelling, tools: CardTools): TemplateResult {
    return bodyOf(this.#full(telling), {
      ...tools,
      isNear: this.#isNear,
      asking: this.#asking,
      more: this.#more,
      whole: this.#whole,
      show: (text) => {
        this.#whole.add(text);
        this.#host.requestUpdate();
      },
    });
  }

  hostUpdated(): void {
    const host = this.#host;
    // What lies below the fold of a long list is not read until it is near.
    if (this.#nearby || host.hasAttribute('compact') || !host.isConnected) return;
    this.#nearby = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        this.#isNear = true;
        host.requestUpdate();
        this.#nearby?.disconnect();
      },
      { rootMargin: AHEAD },
    );
    this.#nearby.observe(host);
  }

  hostDisconnected(): void {
    this.#nearby?.disconnect();
    this.#nearby = undefined;
  }

  #full(telling: FirstTelling): Telling {
    return { ...telling, text: { ...telling.text, ...this.#text.words } };
  }
}

/** All that a result says, what the clinician says of it first. */
function bodyOf(telling: Telling, tools: BodyTools): TemplateResult {
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

function values(telling: Telling, tools: BodyTools): TemplateResult | typeof nothing {
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
function rest(telling: Telling, tools: BodyTools): TemplateResult {
  const { result, text, common } = telling;
  const { more } = tools;
  const isNeeded = result.files.length + result.corrections.length > 0;
  const there = isNeeded ? more.value : more.known;
  const isOutside = result.measurements.some((one) => (one.flag && one.flag !== 'usual') || (placeOf(one)?.where ?? 'inside') !== 'inside');
  return html`
    ${there?.files(telling) ?? nothing}
    ${isOutside
      ? html`<details @toggle=${() => more.value}>
          <summary>${text.outside} ${icon(downIcon)}</summary>
          ${there?.outside() ?? nothing}
        </details>`
      : nothing}
    ${there?.corrections(telling) ?? nothing} ${actions(telling, tools)} ${more.known?.keeping(telling) ?? nothing}
    ${there?.report(telling, tools.changed) ?? nothing}
    ${more.hasFailed
      ? html`<div class="row">
          <p class="small" role="status">${text.moreFailed}</p>
          <button class="button" type="button" @click=${more.ask}>${common.tryAgain}</button>
        </div>`
      : nothing}
  `;
}

function actions(telling: Telling, { asking, askUrl, more }: BodyTools): TemplateResult {
  const { result, me, practice, text } = telling;
  const isPatient = me.kind !== 'staff';
  const isAsked = asking.has(result);
  const isServed = isPatient && asking.isServed;
  const address = isPatient && !asking.isServed ? safeUrl(askUrl) : undefined;
  const label = isAsked ? text.askAgain : text.ask(nameOf(result.orderedBy, text.practice));
  const zone = practice?.zone;
  const follow = (event: Event): void => {
    if (!asking.ask(result, zone)) event.preventDefault();
  };
  return html`<div>
    ${isAsked && isServed ? html`<p class="small">${text.asked}</p>` : nothing}
    <div class="row">
      ${isServed
        ? html`<button class="button" part="ask" type="button" @click=${() => (isAsked ? asking.takeOut(result, text) : asking.ask(result, zone))}>${label}</button>`
        : address
          ? html`<a class="button" part="ask" href=${address} referrerpolicy="no-referrer" @click=${follow}>${text.ask(nameOf(result.orderedBy, text.practice))}</a>`
          : nothing}
      <button
        class="button quiet"
        type="button"
        aria-expanded=${more.known?.isKeeping ?? false}
        @click=${() => void more.ask().then((part) => part?.toggleKeeping())}
      >
        ${text.keep}
      </button>
      ${isPatient
        ? html`<button class="button quiet" type="button" @click=${() => void more.ask().then((part) => part?.openReport())}>
            ${text.reportMistake}
          </button>`
        : nothing}
    </div>
  </div>`;
}
