import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/all.js';
import { shown, wordsOf } from '../support/conversation.js';
import { watchForEscapes } from '../support/escapes.js';

const TAGS = ['care-inbox', 'care-thread', 'care-composer', 'care-contact-form'] as const;

/** A value that an attribute can have, for those where it matters. Any other word will do for the rest. */
const GOOD: Readonly<Record<string, string>> = { thread: 'refill', recipient: SIGN_INS.lee };

const WRONG = [
  '', ' ', 'REFILL', 'Refill ', 'null', 'undefined', 'true', '0', '-1', 'NaN', '[object Object]', '__proto__', 'constructor',
  'javascript:window.__broken=1', '<img src=x onerror="window.__broken=1">', '../../x', '\u202Egnp', '😀', 'W'.repeat(10_000),
];

const attributesOf = (tag: string): readonly string[] =>
  (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes;

/** A provider that counts what its backend is asked. */
async function page(): Promise<{ provider: HTMLElement; asked: () => number }> {
  let asked = 0;
  const backend = memoryBackend(alderStreet, { now: () => Date.parse('2026-11-23T22:34:00Z') });
  const adapter = memoryAdapter({ backend, me: SIGN_INS.sam, before: () => void asked++ });
  const provider = await fixture<HTMLElement>(html`<care-provider .adapter=${adapter}></care-provider>`);
  return { provider, asked: () => asked };
}

async function wordsWith(tag: string, attributes: Readonly<Record<string, string>>): Promise<string> {
  const { provider } = await page();
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  provider.append(element);
  await shown();
  const words = wordsOf(element);
  fixtureCleanup();
  return words;
}

describe('attributes', function () {
  this.timeout(60_000);
  // What elements load when it is needed has come before they are compared.
  before(async () => {
    for (const tag of TAGS) {
      let [words, next] = ['', await wordsWith(tag, GOOD)];
      for (let same = 0; same < 3; same = words === next ? same + 1 : 0) [words, next] = [next, await wordsWith(tag, GOOD)];
    }
  });

  let watch: ReturnType<typeof watchForEscapes>;
  beforeEach(() => (watch = watchForEscapes()));
  afterEach(() => {
    watch.stop();
    expect(watch.escaped).to.deep.equal([]);
  });

  for (const tag of TAGS) {
    it(`I13 of <${tag}> may say anything: something is shown, and never the value`, async () => {
      for (const name of attributesOf(tag)) {
        for (const value of WRONG) {
          const words = await wordsWith(tag, { [name]: value });
          expect(/undefined|\[object|NaN/.test(words), `${name}="${value.slice(0, 40)}" shows ${words.slice(0, 200)}`).to.equal(false);
          if (value.length > 4) expect(words, name).not.to.include(value);
        }
      }
    });

    it(`I13 of <${tag}> count the same before it is known as after`, async () => {
      for (const name of attributesOf(tag)) {
        const value = GOOD[name] ?? 'message';
        const after = await wordsWith(tag, { [name]: value });
        const { provider } = await page();
        const early = document.implementation.createHTMLDocument().createElement(tag);
        early.setAttribute(name, value);
        provider.append(early);
        const { provider: other } = await page();
        const asProperty = document.implementation.createHTMLDocument().createElement(tag);
        Object.assign(asProperty, { [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]: value });
        other.append(asProperty);
        await shown();
        expect([wordsOf(early), wordsOf(asProperty)], name).to.deep.equal([after, after]);
        fixtureCleanup();
      }
    });

    it(`I13 of <${tag}> leave nothing behind when they are taken away`, async () => {
      const without = await wordsWith(tag, {});
      for (const name of attributesOf(tag)) {
        const { provider } = await page();
        const element = document.createElement(tag);
        element.setAttribute(name, GOOD[name] ?? 'message');
        provider.append(element);
        await shown();
        element.removeAttribute(name);
        await shown();
        expect(wordsOf(element), name).to.equal(without);
        fixtureCleanup();
      }
    });

    it(`I13 of <${tag}> can be set 10,000 times: the last counts, and the backend is not asked each time`, async () => {
      for (const name of attributesOf(tag)) {
        const value = GOOD[name] ?? 'message';
        const once = await wordsWith(tag, { [name]: value });
        const { provider, asked } = await page();
        const element = document.createElement(tag);
        provider.append(element);
        await shown();
        const before = asked();
        for (let count = 0; count < 10_000; count++) element.setAttribute(name, `value-${count}`);
        element.setAttribute(name, value);
        await shown();
        expect(wordsOf(element), name).to.equal(once);
        expect(asked() - before, name).to.be.lessThan(12);
        fixtureCleanup();
      }
    });
  }

  it('I13 of <care-provider> may say anything, 10,000 times, before it is known and after', async () => {
    for (const name of attributesOf('care-provider')) {
      const { provider } = await page();
      const element = document.implementation.createHTMLDocument().createElement('care-provider');
      for (const value of WRONG) element.setAttribute(name, value);
      provider.append(element);
      for (const value of WRONG) {
        element.setAttribute(name, value);
        await (element as HTMLElementTagNameMap['care-provider']).updateComplete;
      }
      for (let count = 0; count < 10_000; count++) element.setAttribute(name, `value-${count}`);
      element.removeAttribute(name);
      await shown();
      fixtureCleanup();
    }
    expect((window as { __broken?: unknown }).__broken).to.equal(undefined);
  });
});
