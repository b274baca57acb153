import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AdapterErrorCode } from '../../src/adapter/errors.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { Adapter } from '../../src/adapter/adapter.js';
import {
  memoryAdapter,
  memoryBackend,
  type MemoryAdapterOptions,
  type MemoryCall,
  type Scenario,
} from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient, type Client } from '../../src/client/client.js';
import type { CareContactForm } from '../../src/elements/contact-form/contact-form.js';
import { handClock, switchedNetwork, type HandClock, type SwitchedNetwork } from './clock.js';
import { settled } from './shown.js';

interface Setting extends Partial<Omit<MemoryAdapterOptions, 'backend'>> {
  readonly scenario?: Partial<Scenario>;
  readonly adapter?: Adapter;
  readonly online?: boolean;
  readonly recipient?: string;
  /** When it is. */
  readonly now?: string;
}

/** The form on a page, with the practice behind it and time and network in hand. */
export class FormOnPage {
  readonly clock: HandClock;
  readonly network: SwitchedNetwork = switchedNetwork();
  readonly backend;
  readonly client: Client;
  /** Whom the page names. */
  readonly recipient: string | undefined;
  element!: CareContactForm;

  constructor({ scenario, online = true, adapter, recipient, now = SCENARIO_NOW, ...options }: Setting = {}) {
    this.clock = handClock(now);
    this.recipient = recipient;
    this.backend = memoryBackend({ ...alderStreet, threads: [], medications: {}, ...scenario }, { now: this.clock.now });
    this.network.set(online);
    const memory = memoryAdapter({ backend: this.backend, me: SIGN_INS.rosa, ...options });
    this.client = createClient(adapter ?? memory, { clock: this.clock, network: this.network });
  }

  static async open(setting: Setting = {}): Promise<FormOnPage> {
    const page = new FormOnPage(setting);
    await page.show();
    return page;
  }

  async show(): Promise<void> {
    const provider = await fixture(
      html`<care-provider .client=${this.client}>
        <care-contact-form lang="en-US" recipient=${ifDefined(this.recipient)}></care-contact-form>
      </care-provider>`,
    );
    this.element = provider.querySelector('care-contact-form')!;
    await settled(this.element);
    // The first form on a page fetches a part of itself.
    await import('../../src/elements/contact-form/more/form-more.js');
    for (let turn = 0; turn < 40 && this.root.querySelector('.waiting'); turn++) await settled(this.element);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** All words on show. */
  get text(): string {
    return this.root.querySelector<HTMLElement>('.care')!.innerText.replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s+/g, ' ');
  }

  get send(): HTMLButtonElement {
    return this.root.querySelector<HTMLButtonElement>('[part=send]')!;
  }

  get body(): HTMLTextAreaElement {
    return this.root.querySelector<HTMLTextAreaElement>('#control-body')!;
  }

  /** A field, group or button by the words on it. */
  find(selector: string, words: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>(selector)].find(({ innerText }) =>
      innerText.replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s+/g, ' ').includes(words),
    );
    if (!found) throw new Error(`no ${selector} says "${words}"`);
    return found;
  }

  control(label: string): HTMLInputElement | HTMLTextAreaElement {
    const { htmlFor } = this.find('label[for]', label) as HTMLLabelElement;
    return this.root.getElementById(htmlFor) as HTMLInputElement;
  }

  async choose(label: string): Promise<void> {
    this.find('label.choice, label.option', label).click();
    await settled(this.element);
  }

  async write(control: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(this.element);
  }

  /** A refill, with nothing missing. */
  async fillIn(body = 'I have three tablets.'): Promise<void> {
    await this.choose('A medicine refill');
    await this.write(this.control('Which medicine?'), 'Lisinopril 10 mg');
    await this.choose('1 to 3');
    await this.write(this.body, body);
  }

  async press(button: HTMLElement = this.send): Promise<void> {
    button.focus();
    button.click();
    await settled(this.element);
  }

  /** What screen readers were told last. */
  async announced(words: string): Promise<boolean> {
    for (let wait = 0; wait < 60; wait++) {
      const said = [...document.querySelectorAll('body > div')].map((host) => host.shadowRoot?.textContent ?? '');
      if (said.some((text) => text.includes(words))) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }
}

/** A `before` hook under which a call, or every call but the session's, fails. */
export function failing(code: AdapterErrorCode, method?: string, field?: string) {
  return (call: MemoryCall): void => {
    if (method ? call.method === method && call.port !== 'messages' : call.port === 'practice' || call.port === 'session') {
      throw new AdapterError(code, 'as the test wants it', { field });
    }
  };
}

/** Hears whatever no one caught. */
export function uncaught(): { readonly found: readonly unknown[]; stop(): void } {
  const found: unknown[] = [];
  const hear = (event: Event): void => void found.push((event as ErrorEvent).message ?? (event as PromiseRejectionEvent).reason);
  addEventListener('error', hear);
  addEventListener('unhandledrejection', hear);
  return {
    found,
    stop() {
      removeEventListener('error', hear);
      removeEventListener('unhandledrejection', hear);
    },
  };
}
