import { manyMessages, manyThreads } from '../../../src/adapters/memory/many.js';
import { manyResults } from '../../../src/adapters/memory/scenarios.js';
import type { Scenario } from '../../../src/adapters/memory/scenario.js';

/** What is measured: the list of threads, one thread, or the list of results. */
export type View = 'inbox' | 'thread' | 'results';

/** How often each test was made whose result is in the list: as many points has its line over time. */
const POINTS = 12;

/** One way of showing a view. The driver calls the two in turn; only `mount` is measured. */
export interface Contender {
  prepare(view: View, rows: number): void | Promise<void>;
  mount(root: HTMLElement): void;
}

declare global {
  interface Window {
    bench: Contender & { shows(view: View, rows: number): boolean; deep(selector: string): Element[] };
  }
}

/** The same threads, messages and results for every contender. */
export function scenarioFor(view: View, rows: number): Scenario {
  if (view === 'results') return manyResults(rows, POINTS);
  return view === 'inbox' ? manyThreads(rows) : manyMessages(rows);
}

/** Hands a contender to the driver. */
export function register(contender: Contender): void {
  // What the browser does once, before it says its first date, is nobody's work here.
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(0);
  window.bench = { ...contender, shows, deep };
}

/** Whether the row a reader looks for first is drawn: the newest thread's title, message's words or result, with its line over time. */
function shows(view: View, rows: number): boolean {
  if (view === 'results') {
    const hasTrend = deep('svg').some((svg) => svg.querySelector('polyline, path:not([d=""])') && svg.getBoundingClientRect().width > 80);
    return hasTrend && textNodes(document.body).some((node) => node.data === 'Test 1' && isDrawn(node.parentElement!));
  }
  const thread = scenarioFor(view, rows).threads[0]!;
  const newest = thread.entries.findLast((entry) => entry.type === 'message')!;
  const words = view === 'inbox' ? thread.title : newest.type === 'message' ? newest.body : '';
  return textNodes(document.body).some((node) => node.data.includes(words) && isDrawn(node.parentElement!));
}

/** Every element that a selector finds, through shadow roots. */
function deep(selector: string, root: Document | ShadowRoot = document): Element[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? deep(selector, shadowRoot) : []));
  return [...root.querySelectorAll(selector), ...inside];
}

function textNodes(root: Node): Text[] {
  if (root instanceof Text) return [root];
  const inside = root instanceof Element && root.shadowRoot ? [root.shadowRoot, ...root.childNodes] : root.childNodes;
  return [...inside].flatMap(textNodes);
}

function isDrawn(element: Element): boolean {
  return element.getBoundingClientRect().height > 4 && element.checkVisibility({ visibilityProperty: true });
}
