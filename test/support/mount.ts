import { aTimeout, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Adapter } from '../../src/adapter/adapter.js';

interface Element extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
}

/** Puts an element inside a provider of this backend, and waits until both have shown what the backend first said. */
export async function mount<T extends HTMLElement>(template: TemplateResult, adapter: Adapter): Promise<T> {
  const provider = await fixture(html`<care-provider .adapter=${adapter}>${template}</care-provider>`);
  const element = provider.firstElementChild as T & Element;
  await settled(element);
  return element;
}

/** Waits until what is under way in memory has been shown: a few turns of the event loop, each with its rendering. */
export async function settled(element: HTMLElement): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await aTimeout(0);
    await (element as Element).updateComplete;
  }
}

/** What is on show under a part's name, in the element's own shadow root. */
export function parts(element: HTMLElement, name: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~='${name}']`)];
}
