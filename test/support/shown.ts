import { aTimeout } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';

/** Waits until what is under way in memory has been shown: a few turns of the event loop, each with its rendering. */
export async function settled(element: HTMLElement): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await aTimeout(0);
    await (element as ReactiveElement).updateComplete;
  }
}

/** What is on show under a part's name, in the element's own shadow root. */
export function parts(element: HTMLElement, name: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~='${name}']`)];
}
