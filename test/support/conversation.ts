import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import type { Adapter } from '../../src/adapter/adapter.js';
import { memoryAdapter, type MemoryAdapterOptions, memoryBackend, type MemoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { type Client, createClient } from '../../src/client/client.js';
import type { Report } from '../../src/client/report.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import { handClock, type HandClock, switchedNetwork, type SwitchedNetwork } from './clock.js';

export interface Opening extends Partial<Omit<MemoryAdapterOptions, 'me'>> {
  readonly me?: keyof typeof SIGN_INS;
  readonly scenario?: Scenario;
  readonly clock?: HandClock;
  /** Takes the place of the memory adapter. */
  readonly adapter?: Adapter;
  /** The backend knows no keys: what is sent twice is there twice. */
  readonly unrepeatable?: boolean;
  readonly width?: string;
}

/** An element on a page, its client on a clock and a network of the test's own, and the backend behind. */
export interface Reading<T extends HTMLElement> {
  readonly element: T;
  readonly client: Client;
  readonly backend: MemoryBackend;
  readonly clock: HandClock;
  readonly network: SwitchedNetwork;
  readonly reports: readonly Report[];
  /** Somebody else signs in, on the same page. */
  signIn(who: keyof typeof SIGN_INS): Promise<void>;
}

/** Opens an element for a reader and waits until it has shown what the backend first said. */
export async function open<T extends HTMLElement>(template: TemplateResult, opening: Opening = {}): Promise<Reading<T>> {
  const { me = 'sam', clock = handClock(), scenario = alderStreet, width = '1024px' } = opening;
  const backend = opening.backend ?? memoryBackend(scenario, { now: clock.now });
  const network = switchedNetwork();
  const reports: Report[] = [];
  let reader = me;
  const memory: Adapter = {
    name: 'memory',
    connect: async (options) => {
      const connection = await memoryAdapter({ ...opening, backend, me: SIGN_INS[reader] }).connect(options);
      const { messages } = connection;
      return opening.unrepeatable && messages ? { ...connection, messages: { ...messages, idempotency: 'none' } } : connection;
    },
  };
  const adapter = opening.adapter ?? memory;
  const client = createClient(adapter, { clock, network, report: (report) => reports.push(report) });
  scrollTo(0, 0);
  const page = document.createElement('div');
  page.style.inlineSize = width;
  const provider = await fixture(html`<care-provider .client=${client}>${template}</care-provider>`, { parentNode: page });
  const element = provider.firstElementChild as T;
  await shown();
  const signIn = async (who: keyof typeof SIGN_INS): Promise<void> => {
    reader = who;
    await client.renew();
    await shown();
  };
  return { element, client, backend, clock, network, reports, signIn };
}

/** Opens a thread. What it would fetch when needed is fetched already: that it can be slow is no matter of these tests. */
export async function openThread(id: string, opening?: Opening): Promise<Reading<CareThread>> {
  await Promise.all([
    import('../../src/elements/thread/more/thread-more.js'),
    import('../../src/elements/thread/more/place-keeper.js'),
    import('../../src/elements/thread/more/record.js'),
  ]);
  return open<CareThread>(html`<care-thread thread=${id}></care-thread>`, opening);
}

/** Waits until what is under way in memory is drawn. */
export async function shown(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await aTimeout(0);
  // Observers of what is in view report with the frames. A tab behind another may wait for one for ever.
  await Promise.race([new Promise(requestAnimationFrame), aTimeout(100)]);
  for (let turn = 0; turn < 4; turn++) await aTimeout(0);
}

/** Every element under a root, through shadow roots and slots, in the order it is read. */
export function* everything(root: Element): Generator<Element> {
  yield root;
  const inside = root instanceof HTMLSlotElement && root.assignedElements().length > 0 ? [] : root.children;
  for (const child of root.shadowRoot?.children ?? inside) yield* everything(child);
}

/** What is found by a selector, in any shadow root underneath. */
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T[] {
  return [...everything(root)].filter((element) => element.matches(selector)) as T[];
}

/** The words on show, as they are read: without the marks that keep names apart, spaces as one. */
export function wordsOf(root: Element): string {
  return wordsIn(root).replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ').trim();
}

function wordsIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element) || node.localName === 'style' || node.hasAttribute('hidden')) return '';
  return ` ${Array.from(node.shadowRoot?.childNodes ?? node.childNodes, wordsIn).join('')} `;
}

/** The button that says so. */
export function button(root: Element, words: string): HTMLButtonElement {
  const found = find<HTMLButtonElement>(root, 'button').find((candidate) => wordsOf(candidate).startsWith(words));
  if (!found) throw new Error(`no button says "${words}"`);
  return found;
}

/** axe finds nothing, in the light scheme and in the dark one. */
export async function expectAccessible(element: Element): Promise<void> {
  // A page that has both schemes; axe does not know the colour of a canvas that is not painted.
  Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    endTransitions(element);
    await expect(element).to.be.accessible();
  }
  await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
}

/** Colours that are still changing are nobody's: what has begun to change is at its end at once. */
function endTransitions(root: Element): void {
  for (const element of everything(root)) {
    // Asking for a style has it computed, and with it what is about to begin.
    getComputedStyle(element).getPropertyValue('color');
    for (const animation of element.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  }
}

/**
 * Waits until the browser has told all who watch it that this is in view: with a frame, however long that takes on a
 * busy machine.
 */
export async function seen(element: Element): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
  await shown();
}

/** Everything that is said from now on; what an earlier test left to say is waited for. */
export async function listenToAnnouncements(): Promise<{ readonly said: string[]; stop(): void }> {
  await aTimeout(1300);
  const said: string[] = [];
  let last = inLiveRegions();
  const timer = setInterval(() => {
    const now = inLiveRegions();
    if (now !== last) said.push(now.replace(/[\u2068\u2069]/g, '').trim());
    last = now;
  }, 10);
  return { said, stop: () => clearInterval(timer) };
}

function inLiveRegions(): string {
  const roots = Array.from(document.querySelectorAll('body > div'), ({ shadowRoot }) => shadowRoot);
  return roots.map((root) => root?.textContent ?? '').join('');
}

/** Where a reply is written, in an element or in one that it shows. */
export const field = (element: Element): HTMLTextAreaElement => find<HTMLTextAreaElement>(element, 'textarea')[0]!;

/** Writes a reply. */
export async function write(element: Element, words: string): Promise<void> {
  field(element).value = words;
  field(element).dispatchEvent(new InputEvent('input'));
  await shown();
}

/** Writes a reply and presses Send. */
export async function send(element: Element, words: string): Promise<void> {
  await write(element, words);
  button(element, 'Send').click();
  await shown();
}
