import type { ReactiveController } from 'lit';
import type { ElementHost } from '../../../controllers/client-controller.js';

/** What was written and done. A day's heading is drawn anew when older messages come under it. */
const LINES = '.talk > ol > li:not(:has(> .day))';

/** Keeps what somebody reads where it is, while messages come above it or what stands at the top changes. */
export class PlaceKeeper implements ReactiveController {
  readonly #host: ElementHost;
  #place: { readonly line: Element; readonly top: number; readonly first: Element | null; readonly isInside: boolean } | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const talk = this.#talk;
    this.#place = undefined;
    if (!talk) return;
    const edge = edgeOf(scrollerOf(talk));
    const isBelow = (part: Element): boolean => part.getBoundingClientRect().bottom > edge;
    // Its day first: the lines of a day that is not drawn would have to be laid out to be asked.
    const day = [...talk.children].find(isBelow);
    const line = [...(day?.querySelectorAll(LINES) ?? [])].find(isBelow);
    if (!line) return;
    const { top } = line.getBoundingClientRect();
    this.#place = { line, top, first: talk.querySelector(LINES), isInside: talk.getBoundingClientRect().top < edge };
  }

  hostUpdated(): void {
    const talk = this.#talk;
    if (!talk || !this.#place?.line.isConnected) return;
    const { line, top, first, isInside } = this.#place;
    const isMore = talk.querySelector(LINES) !== first;
    if (isInside || isMore) hold(line, top, scrollerOf(talk));
  }

  get #talk(): Element | null | undefined {
    return this.#host.shadowRoot?.querySelector('.talk');
  }
}

/**
 * Puts a line back to where it was. Again in the next frames, since what comes near the view is only then measured, as
 * long as nobody else scrolls: the reader, or a browser that keeps places itself.
 */
function hold(line: Element, top: number, scroller: Element, frames = 3): void {
  const moved = line.getBoundingClientRect().top - top;
  if (Math.abs(moved) >= 1) scroller.scrollBy({ top: moved, behavior: 'instant' });
  const { scrollTop } = scroller;
  if (frames === 0) return;
  requestAnimationFrame(() => {
    if (line.isConnected && scroller.scrollTop === scrollTop) hold(line, top, scroller, frames - 1);
  });
}

/** What scrolls an element: the nearest box that can, else the page. */
function scrollerOf(element: Element): Element {
  const root = document.scrollingElement ?? document.documentElement;
  for (let at: Element | null = element; at && at !== document.body && at !== root; at = above(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return root;
}

const above = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Where what it shows begins. */
const edgeOf = (scroller: Element): number =>
  scroller === document.scrollingElement ? 0 : Math.max(0, scroller.getBoundingClientRect().top);
