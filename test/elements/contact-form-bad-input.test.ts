import { expect, fixtureCleanup } from '@open-wc/testing';
import type { Scenario } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/contact-form.js';
import type { Field } from '../../src/model/field.js';
import type { Reason } from '../../src/model/reason.js';
import { badTexts, NAMES } from '../support/bad-input.js';
import { FormOnPage, uncaught } from '../support/contact-form.js';

declare global {
  interface Window {
    __broken?: unknown;
  }
}

/** A practice whose every word is the same text. */
function practiceSaying(text: string): Partial<Scenario> {
  const named = { name: text, title: text };
  const [ana, june] = [{ ...alderStreet.staff[0]!, ...named }, { ...alderStreet.staff[1]!, ...named }];
  const choices = [{ value: 'a', label: text, explanation: text }, { value: 'b', label: text }];
  const kinds: readonly Field['kind'][] = ['text', 'long-text', 'choice', 'choices', 'date', 'phone', 'yes-no'];
  const reason: Reason = {
    ...alderStreet.reasons[0]!,
    label: text,
    explanation: text,
    prompt: text,
    promptRequired: true,
    receiver: { first: ana, then: june },
    fields: kinds.map((kind) => ({ id: kind, kind, label: text, help: text, required: false, choices })),
  };
  const rosa = alderStreet.patients[1]!;
  const patients = [{ person: { ...rosa.person, name: text }, subjects: rosa.subjects.map((one) => ({ ...one, name: text })) }];
  const practice = { ...alderStreet.practice, name: text, phone: text, emergencyPhone: text, crisisPhone: text };
  return { practice, reasons: [reason], patients };
}

/** Every element in the form's shadow, by tag. */
const tagsOf = (page: FormOnPage): string[] => [...page.root.querySelectorAll('*')].map(({ localName }) => localName);

const TAGS = new Set(
  'div h2 h3 h4 details summary svg path rect p a bdi form fieldset legend label input span strong textarea ol li b button ul'.split(' '),
);

describe('<care-contact-form> given bad input', () => {
  it('I01 shows whatever a practice calls its things as text, and runs none of it', async function () {
    this.timeout(60_000);
    const heard = uncaught();
    for (const text of await badTexts()) {
      const page = await FormOnPage.open({ scenario: practiceSaying(text) });
      const shown = (selector: string): string => page.root.querySelector(selector)!.textContent!;
      expect(shown('[part=reason] .what')).to.equal(text);
      expect(shown('h3')).to.equal(text);
      if (text) expect(shown('[part=reason] .why')).to.equal(text);
      expect(shown('#control-2 .what')).to.equal(text);
      expect(shown('label[for=control-0]')).to.equal(`${text} (you can leave this empty)`);
      if (text) expect(shown('#control-0-help')).to.equal(text);
      const strange = tagsOf(page).filter((tag) => !TAGS.has(tag));
      expect(strange, text).to.deep.equal([]);
      for (const link of page.root.querySelectorAll('a')) expect(link.href, text).to.match(/^(tel:[\d+*#]+)?$/);
      fixtureCleanup();
    }
    heard.stop();
    expect(heard.found).to.deep.equal([]);
    expect(window.__broken).to.equal(undefined);
  });

  it('I01 sends and keeps whatever a patient writes, letter by letter', async function () {
    this.timeout(30_000);
    const page = await FormOnPage.open();
    await page.fillIn();
    for (const text of (await badTexts()).filter((one) => one.length < 700)) {
      await page.write(page.body, text);
      expect(page.body.value).to.equal(text.replaceAll(/\r\n?/g, '\n'));
      expect(page.element.outerHTML).to.equal('<care-contact-form lang="en-US"></care-contact-form>');
    }
    expect(window.__broken).to.equal(undefined);
  });

  it('I08 shows names as people have them', async () => {
    for (const name of NAMES) {
      const page = await FormOnPage.open({ scenario: practiceSaying(name) });
      const shown = name.trim() || 'The practice';
      expect(page.root.querySelector('[part=promise]')!.textContent).to.contain(shown);
      expect(page.root.querySelectorAll('#control-subject .what')[1]!.textContent).to.contain(name.trim() || '…');
    }
  });

  it('I04 takes a field called __proto__ for a name', async () => {
    const field: Field = { id: '__proto__', kind: 'text', label: 'Odd', required: true, choices: [] };
    const page = await FormOnPage.open({ scenario: { reasons: [{ ...alderStreet.reasons[1]!, fields: [field] }] } });
    await page.write(page.control('Odd'), 'answer');
    await page.write(page.body, 'words');
    await page.press();
    expect(page.backend.messages()[0]!.answers).to.deep.equal([{ label: 'Odd', value: 'answer' }]);
    expect(({} as Record<string, unknown>).answer).to.equal(undefined);
  });
});
