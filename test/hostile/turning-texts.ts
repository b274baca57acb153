import { expect, fixtureCleanup } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { busyStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { find, open, shown } from '../support/conversation.js';
import { watchForEscapes } from '../support/escapes.js';
import { sidewaysIn, unisolatedIn } from './layout.js';
import { saying } from './saying.js';

/** Text that turns, climbs, hides or does not end (row I05). */
export const TURNING: Readonly<Record<string, string>> = {
  override: '\u202Eexe.gnp',
  embedding: 'a\u202Bb\u202Ac\u202D d',
  isolates: 'a\u2067b\u2066c\u2068d',
  'closing isolate': 'a\u2069\u2069\u202C b',
  'left and right marks': '\u200Fabc\u200E \u061Cdef',
  zalgo: `Z${'\u0351\u036B\u0343'.repeat(10)}a${'\u0334\u0300\u0301'.repeat(10)}lgo`,
  'zero width': 'a\u200B\u200C\u200D\uFEFF\u2060b',
  'tag characters': `A\u{E0041}\u{E0042}\u{E007F}B`,
  homoglyphs: 'Dr. Gr\u0430ce L\u0435e',
  arabic: 'محمد عبد الله، 12 (ب)',
  family: '👩‍👩‍👧‍👦'.repeat(40),
  'one word': 'W'.repeat(2000),
  'one address': `https://practice.example/${'a/b'.repeat(500)}`,
};

/** Tries them in every word of a view. A file for each view: no page of a browser lives through all of them. */
export function triesTurningTexts(view: string, template: TemplateResult): void {
  let watch: ReturnType<typeof watchForEscapes>;
  beforeEach(() => (watch = watchForEscapes()));
  afterEach(() => {
    watch.stop();
    expect(watch.escaped).to.deep.equal([]);
  });

  it(`I05 in every word of the ${view} turn no words beside them, and move nothing out at either side`, async () => {
    for (const [name, text] of Object.entries(TURNING)) {
      const { element } = await open(template, { adapter: saying(busyStreet, SIGN_INS.sam, text) });
      for (const reason of find(element, '[name=reason]').slice(0, 1)) reason.click();
      await shown();
      expect(element.shadowRoot!.textContent.length, 'it shows something').to.be.greaterThan(20);
      expect(unisolatedIn(element), name).to.deep.equal([]);
      for (const width of ['770px', '320px']) {
        (element.closest('care-provider')!.parentElement as HTMLElement).style.inlineSize = width;
        await shown();
        expect(sidewaysIn(element), `${name} at ${width}`).to.deep.equal([]);
      }
      fixtureCleanup();
    }
  });
}
