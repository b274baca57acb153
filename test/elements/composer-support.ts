import { html, waitUntil } from '@open-wc/testing';
import type { CareComposer } from '../../src/elements/composer/composer.js';
import type { PersonId } from '../../src/model/id.js';
import { open, type Opening, type Reading, shown, wordsOf } from '../support/conversation.js';

export const leo = 'leo-delgado' as PersonId;
export const maya = 'maya-delgado' as PersonId;

/** A composer that stands alone. */
export const composer = (id: string, opening?: Opening): Promise<Reading<CareComposer>> =>
  open<CareComposer>(html`<care-composer thread=${id}></care-composer>`, opening);

/** Waits for words of a part that is fetched when it is needed. */
export async function fetched(element: Element, words: string): Promise<void> {
  await waitUntil(() => wordsOf(element).includes(words), `never says "${words}"`, { timeout: 4000 });
  await shown();
}

/** Notes what leaves: every call that writes, and the event before it. */
export function watchLeaving(): { readonly left: string[]; readonly before: NonNullable<Opening['before']>; listen(element: Element): void } {
  const left: string[] = [];
  return {
    left,
    before: ({ method }) => void (['send', 'continue'].includes(method) && left.push(method)),
    listen: (element) => element.addEventListener('care-message-send', ({ type }) => left.push(type)),
  };
}
