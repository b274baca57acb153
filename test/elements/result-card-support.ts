import { html, waitUntil } from '@open-wc/testing';
import '../../src/define/result-card.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import type { CareResultCard } from '../../src/elements/result-card/result-card.js';
import { button, find, open, type Opening, type Reading, seen, shown, wordsOf } from '../support/conversation.js';

/** A card that reads its result, with all that belongs to it there already. */
export async function card(id: string, opening: Opening = {}, attributes: { readonly compact?: boolean; readonly askUrl?: string } = {}): Promise<Reading<CareResultCard>> {
  await Promise.all([import('../../src/elements/result-card/body/card-body.js'), import('../../src/elements/result-card/more/card-more.js')]);
  const { compact = false, askUrl } = attributes;
  const reading = await open<CareResultCard>(html`<care-result-card result-id=${id} ?compact=${compact} ask-url=${askUrl ?? ''}></care-result-card>`, opening);
  reading.element.scrollIntoView();
  await seen(reading.element);
  await shown();
  return reading;
}

/** What it says, as it is read. */
export const says = (element: Element): string => wordsOf(element).replace(/[\u2066-\u2069]/g, '').replace(/\u00a0/g, ' ');
/** Waits for words. */
export const until = (element: Element, words: string): Promise<void> => waitUntil(() => says(element).includes(words), `never says "${words}": ${says(element)}`, { timeout: 4000 });

/** The first call of a method fails. */
export const failsOnce = (method: string, code: AdapterErrorCode): NonNullable<Opening['before']> => {
  let left = 1;
  return (call) => {
    if (call.method === method && left-- > 0) throw new AdapterError(code, 'no');
  };
};

/** Alder Street with one of its results said otherwise. */
export const where = (id: string, parts: object): Scenario => ({
  ...alderStreet,
  results: alderStreet.results!.map((result) => (result.id === id ? { ...result, ...parts } : result)),
});

/** Writes a report of a mistake. */
export async function fill(element: Element, wrong: string, right: string): Promise<void> {
  const areas = find<HTMLTextAreaElement>(element, 'textarea');
  [wrong, right].forEach((words, index) => {
    areas[index]!.value = words;
    areas[index]!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  });
  await shown();
}

/** Opens the form for one. */
export async function openReport(element: Element): Promise<void> {
  button(element, 'Report a mistake').click();
  await waitUntil(() => find(element, 'textarea').length === 2);
  await shown();
}
