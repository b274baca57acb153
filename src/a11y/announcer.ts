import { deepActiveElement } from './focus.js';

/** Calls a function after some milliseconds. */
export type After = (milliseconds: number, run: () => void) => unknown;

/** A region has to have been there for a moment before what appears in it is read out. */
const SETTLE = 100;

/** How soon more may follow, in milliseconds: screen readers drop what comes faster. */
const PAUSE = 1_000;

const HIDDEN = `:host {
  all: initial !important; position: fixed !important; inline-size: 1px !important; block-size: 1px !important;
  overflow: hidden !important; clip-path: inset(50%) !important; white-space: nowrap !important;
}`;

/** Says things to people who listen instead of look. */
export interface Announcer {
  /** Never what a patient wrote: somebody may sit in a waiting room. `urgent` interrupts what is being read. */
  announce(text: string, options?: { readonly urgent?: boolean }): void;
}

/**
 * An announcer with its own pair of live regions. They lie in a shadow root, where a page's scripts do not come across
 * what they say. What is to be said within one pause is said together, and the same thing once.
 */
export function createAnnouncer(after: After): Announcer {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(HIDDEN);
  root.adoptedStyleSheets = [style];
  const regions = [region('alert', 'assertive'), region('status', 'polite')] as const;
  root.append(...regions);

  const waiting = [new Set<string>(), new Set<string>()] as const;
  let isBusy = false;

  function start(): void {
    isBusy = true;
    const place = dialogInFront() ?? document.body;
    if (host.parentNode !== place) place.append(host);
    after(SETTLE, speak);
  }

  function speak(): void {
    for (const [index, texts] of waiting.entries()) {
      const text = [...texts].join(' ');
      texts.clear();
      // The same words again would be no change, and silent: a space that nobody hears makes them one.
      const { textContent: before } = regions[index]!;
      if (text) regions[index]!.textContent = before === text ? `${text}\u00a0` : text;
    }
    after(PAUSE, () => {
      isBusy = false;
      if (waiting.some(({ size }) => size > 0)) start();
    });
  }

  return {
    announce(text, { urgent = false } = {}) {
      if (!text) return;
      waiting[urgent ? 0 : 1].add(text);
      if (!isBusy) start();
    },
  };
}

let ours: Announcer | undefined;

/** Says something once, through the document's one announcer. Never what a patient wrote. */
export function announce(text: string, options?: { readonly urgent?: boolean }): void {
  ours ??= createAnnouncer((milliseconds, run) => setTimeout(run, milliseconds));
  ours.announce(text, options);
}

function region(role: string, live: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.setAttribute('aria-live', live);
  return element;
}

/** While a dialog has the focus, what lies outside it is not read. */
function dialogInFront(): Element | undefined {
  for (let at: Element | null = deepActiveElement(); at; ) {
    const dialog: Element | null = at.closest('dialog[open], [aria-modal="true"]');
    if (dialog) return dialog;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
