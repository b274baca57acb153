import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Client } from '../../../client/client.js';
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
import { reportPlace } from '../report-place.js';
import type { FirstTelling, Telling } from '../telling.js';
import { Trends } from '../trend/trends.js';
import { bodyStyles } from './body-styles.js';
import { exactly, placeOf } from './place.js';
import { standing } from './standing.js';
import { commentView, longText } from './words-view.js';

/** What the card lends to what stands in it. */
export interface CardTools {
  readonly isCompact: boolean;
  /** What lies in the past is read at once. */
  readonly isEager: boolean;
  readonly askUrl: string | undefined;
  /** Takes what the backend has answered to something done here. */
  readonly changed: (result: Result) => void;
}

interface BodyTools extends CardTools {
  readonly trends: Trends;
  /** Draws values over time, once the card has come near. */
  readonly past: (measurement: Measurement, telling: Telling) => TemplateResult | undefined;
  /** Somebody has begun to report a mistake in it. */
  readonly isReporting: boolean;
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
  readonly #client: () => Client | undefined;
  readonly #trends: Trends;
  #isNear = false;
  /** Asks for what lies in the past. */
  #askPast: (() => void) | undefined;
  #nearby: IntersectionObserver | undefined;

  constructor(host: ReactiveElement & ElementHost, view: ReaderView<Surroundings>) {
    this.#host = host;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, bodyStyles.styleSheet!];
    this.#text = new LocalizeController(host, 'result-card-body', resultCardBody);
    this.#asking = new AskingController(host);
    this.#client = () => view.client;
    this.#trends = new Trends(host, this.#client);
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
    const client = this.#client();
    this.#askPast = undefined;
    return bodyOf(this.#full(telling), {
      ...tools,
      trends: this.#trends,
      past: (measurement, all) => {
        if (this.#isNear || tools.isEager) return this.#trends.one(measurement, all);
        this.#askPast = () => this.#trends.ask(measurement, all);
      },
      isReporting: client?.drafts.get(reportPlace(client, telling.result.id, 'open')) === 'yes',
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
    if (this.#nearby || !this.#askPast || !host.isConnected) return;
    this.#nearby = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        this.#isNear = true;
        // It is drawn again with the answer.
        this.#askPast?.();
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
  const said = report?.trim() && result.status !== 'withdrawn' ? html`<div>${words(report)}</div>` : isEmpty && !isVoid ? html`<p>${text.nothing}</p>` : nothing;
  return html`${comments.length > 0 ? comments.map((comment) => commentView(comment, words(comment.text), telling)) : nothing}${
    isVoid ? note({ text: why }) : nothing
  }${result.status === 'withdrawn' ? nothing : values(telling, tools)}${said}${origin(telling)}${tools.isCompact ? nothing : rest(telling, tools)}`;
}

function values(telling: Telling, tools: BodyTools): TemplateResult | typeof nothing {
  const { measurements } = telling.result;
  const [only, another] = measurements;
  if (!only) return nothing;
  const hasPast = (one: Measurement): boolean => !tools.isCompact && Boolean(one.code) && exactly(one) !== undefined;
  if (another || only.group) return panel(measurements, telling, (one) => (hasPast(one) ? tools.trends.row(one, telling) : nothing));
  const past = hasPast(only) ? tools.past(only, telling) : undefined;
  return html`<div class=${past ? 'stack with-trend' : 'stack'}>${single(only, telling)}${past ?? nothing}</div>`;
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
  const isNeeded = result.files.length + result.corrections.length > 0 || tools.isReporting;
  const there = isNeeded ? more.value : more.known;
  const isOutside = result.measurements.some((one) => (one.flag && one.flag !== 'usual') || (placeOf(one)?.where ?? 'inside') !== 'inside');
  const outside = html`<details @toggle=${() => more.value}><summary>${text.outside}${icon(downIcon)}</summary>${there?.outside() ?? nothing}</details>`;
  const failed = html`<div class="row">
    <p class="small" role="status">${text.moreFailed}</p>
    <button class="button" type="button" @click=${more.ask}>${common.tryAgain}</button>
  </div>`;
  return html`${there?.files(telling) ?? nothing}${isOutside ? outside : nothing}${there?.corrections(telling) ?? nothing}${actions(telling, tools)}${
    there ? html`${there.keeping(telling)}${there.report(telling, tools.changed)}` : nothing
  }${more.hasFailed ? failed : nothing}`;
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
  const ask = isServed
    ? html`<button class="button" part="ask" type="button" @click=${() => (isAsked ? asking.takeOut(result, text) : asking.ask(result, zone))}>${label}</button>`
    : address
      ? html`<a class="button" part="ask" href=${address} referrerpolicy="no-referrer" @click=${follow}>${text.ask(nameOf(result.orderedBy, text.practice))}</a>`
      : nothing;
  const keep = (): void => void more.ask().then((part) => part?.toggleKeeping());
  const report = (): void => void more.ask().then((part) => part?.openReport(result.id));
  return html`<div>${isAsked && isServed ? html`<p class="small">${text.asked}</p>` : nothing}<div class="row">${ask}<button class="button quiet" type="button" aria-expanded=${more.known?.isKeeping ?? false} @click=${keep}>${text.keep}</button>${
    isPatient ? html`<button class="button quiet" type="button" @click=${report}>${text.reportMistake}</button>` : nothing
  }</div></div>`;
}
