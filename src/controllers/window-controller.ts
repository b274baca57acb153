import type { ReactiveController } from 'lit';
import type { ElementHost } from './client-controller.js';

/** How far beyond what is in sight rows are drawn, in pixels: little at first, and more once somebody scrolls. */
const AHEAD = { resting: 100, scrolled: 600 };

/** How many of the rows last used stay drawn wherever the reader goes: what is open or half written in them stays. */
const KEPT = 5;

/** A row to draw. */
export interface DrawnRow {
  /** Its place in the whole list, from 0. */
  readonly index: number;
  /** How much space the rows left out before it take, in pixels. */
  readonly gap: number;
}

/** Rows, and how much space those after the last of them take, in pixels. */
interface Near {
  readonly rows: readonly DrawnRow[];
  readonly after: number;
}

export interface WindowOptions {
  /** Selects the list. Its children are the rows, in the order of {@link WindowController.draw}. */
  readonly list: string;
  /** How high a row is as long as it has not been measured, in pixels. */
  readonly guess: number;
}

/**
 * Draws of a long list only what is in sight and a little more: guesses how high rows are, measures those it has drawn,
 * and shifts the page by what a guess was off, so that nothing moves under the reader's eyes. Rows that are being used
 * stay, and so do their neighbours: the focus is never lost, and Tab goes on from row to row.
 */
export class WindowController implements ReactiveController {
  readonly #host: ElementHost;
  readonly #list: string;
  readonly #heights = new Map<string, number>();
  #ids = new WeakMap<Element, string>();
  readonly #observer = new ResizeObserver((entries) => this.#measure(entries));
  readonly #guess: number;
  #all: readonly string[] = [];
  #drawn: readonly DrawnRow[] = [];
  /** What is near, as far as is known: to look again is to have the page laid out. */
  #known: Near | undefined;
  #after = 0;
  #used: readonly string[] = [];
  #ahead = AHEAD.resting;
  #frame = 0;
  #roots: readonly EventTarget[] = [];

  constructor(host: ElementHost, { list, guess }: WindowOptions) {
    this.#host = host;
    this.#list = list;
    this.#guess = guess;
    host.addController(this);
  }

  /** Which rows to draw now. `isWhole`: all of them, since there are few. */
  draw(ids: readonly string[], isWhole: boolean): readonly DrawnRow[] {
    const isSame = ids.length === this.#all.length && ids.every((id, index) => id === this.#all[index]);
    this.#all = isWhole ? [] : ids;
    if (isWhole) {
      this.#after = 0;
      return (this.#drawn = ids.map((_, index) => ({ index, gap: 0 })));
    }
    const { rows, after } = (this.#known = (isSame && this.#known) || this.#near());
    this.#after = after;
    return (this.#drawn = rows);
  }

  hostConnected(): void {
    // A scroll inside a shadow root is not heard outside of it.
    const roots: EventTarget[] = [window];
    for (let root = this.#host.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
    this.#roots = roots;
    for (const root of roots) root.addEventListener('scroll', this.#scroll, { capture: true, passive: true });
    addEventListener('resize', this.#look);
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#scroll, { capture: true });
    removeEventListener('resize', this.#look);
    this.#host.shadowRoot?.removeEventListener('focusin', this.#use);
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#ids = new WeakMap();
  }

  hostUpdated(): void {
    this.#host.shadowRoot?.addEventListener('focusin', this.#use);
    const list = this.#element;
    if (!list) return;
    list.style.paddingBlockEnd = this.#after ? `${this.#after}px` : '';
    this.#drawn.forEach(({ index, gap }, place) => {
      const row = list.children[place] as HTMLElement;
      row.style.marginBlockStart = gap ? `${gap}px` : '';
      const id = this.#all[index];
      if (id === undefined || id === this.#ids.get(row)) return;
      this.#ids.set(row, id);
      this.#observer.observe(row, { box: 'border-box' });
    });
    // What was read above, or came below, may have moved all this.
    this.#look();
  }

  get #element(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(this.#list);
  }

  #heightOf(id: string): number {
    return this.#heights.get(id) ?? this.#guess;
  }

  /** The rows near what is in sight, the first, and those in use. */
  #near(): Near {
    const list = this.#element;
    const top = list?.getBoundingClientRect().top ?? 0;
    // Before there is a list, nobody knows what stands over it: more may be drawn than will be in sight, but not yet more.
    const ahead = list ? this.#ahead : 0;
    const last = this.#all.indexOf(this.#used.at(-1) ?? '');
    const rows: DrawnRow[] = [];
    let y = top;
    let gap = 0;
    this.#all.forEach((id, index) => {
      const height = this.#heightOf(id);
      const isNear = y + height > -ahead && y < innerHeight + ahead;
      const isUsed = this.#used.includes(id) || (last >= 0 && Math.abs(index - last) === 1);
      if (isNear || isUsed || index === 0) {
        rows.push({ index, gap });
        gap = 0;
      } else {
        gap += height;
      }
      y += height;
    });
    return { rows, after: gap };
  }

  readonly #use = ({ target }: Event): void => {
    const row = (target as Element).closest(`${this.#list} > *`);
    const id = row && this.#ids.get(row);
    if (!id || id === this.#used.at(-1)) return;
    this.#used = [...this.#used.filter((other) => other !== id), id].slice(-KEPT);
    this.#known = undefined;
    this.#host.requestUpdate();
  };

  readonly #scroll = (): void => {
    this.#ahead = AHEAD.scrolled;
    this.#look();
  };

  readonly #look = (): void => {
    if (this.#all.length === 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { rows } = (this.#known = this.#near());
      const isSame = rows.length === this.#drawn.length && rows.every(({ index }, place) => index === this.#drawn[place]!.index);
      if (!isSame) this.#host.requestUpdate();
    });
  };

  /** Before it is painted: what lies above the reader's eyes and is higher than was thought moves the page along. */
  #measure(entries: readonly ResizeObserverEntry[]): void {
    let [grown, shift] = [0, 0];
    let hasChanged = false;
    const rows = entries.map(({ target }) => ({ target, box: target.getBoundingClientRect() }));
    for (const { target, box } of rows.sort((a, b) => a.box.top - b.box.top)) {
      const id = this.#ids.get(target)!;
      if (!target.isConnected) this.#observer.unobserve(target);
      const isKnown = this.#heights.has(id);
      const before = this.#heightOf(id);
      const difference = box.height - before;
      if (box.height === 0 || (isKnown && difference === 0)) continue;
      // Where it stood before those over it grew. One that has just come in from above has its end in sight, not its
      // beginning.
      const top = box.top - grown;
      if (isKnown ? top + before <= 0 : top < 0) shift += difference;
      grown += difference;
      this.#heights.set(id, box.height);
      hasChanged = true;
    }
    if (!hasChanged) return;
    this.#look();
    if (shift) scrollerOf(this.#host).scrollBy({ top: shift, behavior: 'instant' });
  }
}

/** What scrolls when an element is to be seen. */
function scrollerOf(element: Element): Element {
  for (let at: Element | null | undefined = element; at; at = at.assignedSlot ?? at.parentElement ?? hostOf(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
