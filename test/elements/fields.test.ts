import { expect } from '@open-wc/testing';
import '../../src/define/contact-form.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { alderStreetReasons } from '../../src/adapters/memory/reasons.js';
import { Field } from '../../src/model/field.js';
import { expectAccessible } from '../support/conversation.js';
import { FormOnPage } from '../support/contact-form.js';
import { settled } from '../support/shown.js';

type Setting = NonNullable<Parameters<typeof FormOnPage.open>[0]>;

/** A form that asks one thing. */
async function asking(field: Record<string, unknown>, { scenario, ...setting }: Setting = {}): Promise<FormOnPage> {
  const fields = [Field.parse({ id: 'asked', label: 'Asked', required: true, ...field })];
  const reasons = [{ ...alderStreetReasons.at(-1)!, promptRequired: false, fields }];
  const page = await FormOnPage.open({ ...setting, scenario: { ...scenario, reasons } });
  for (let turn = 0; turn < 5; turn++) await settled(page.element);
  return page;
}

const answers = (page: FormOnPage) => page.backend.messages().flatMap(({ answers }) => answers.map(({ value }) => value));
const medications = { 'rosa-delgado': [{ name: 'Levothyroxine 50 mcg' }] };
const windows = ['08:00-10:00', '12:00-13:30'].map((value) => ({ value, label: value }));

describe('Questions that a backend declares', function () {
  this.timeout(20_000);

  it('offer times in the reader’s own way of saying them, several at once', async () => {
    const page = await asking({ kind: 'time-windows', choices: windows });
    await page.press();
    expect(page.text).to.contain('Choose a time');
    page.find('.problems a', 'Asked').click();
    expect((page.root.activeElement as HTMLInputElement).type).to.equal('checkbox');
    await expectAccessible(page.element);
    await page.choose('8–10 am');
    await page.choose('12:00–1:30 pm');
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
    expect(answers(page)[0]).to.contain('08:00-10:00');
  });

  it('ask for a time of one’s own where none are offered, with a start and a later end', async () => {
    const page = await asking({ kind: 'time-windows' });
    await page.write(page.control('From'), '13:00');
    await page.press();
    expect(page.text).to.contain('Choose a start, and an end after it');
    await page.write(page.control('To'), '12:00');
    expect(page.text).to.contain('Choose a start, and an end after it');
    await page.write(page.control('To'), '14:00');
    expect(page.text).not.to.contain('Choose a start');
    await expectAccessible(page.element);
    await page.press();
    expect(answers(page)).to.deep.equal(['13:00-14:00']);
  });

  it('take a phone number of five digits or more, as the backend does', async () => {
    const page = await asking({ kind: 'phone' });
    await page.write(page.control('Asked'), '(20) 65');
    await page.press();
    expect(page.text).to.contain('Write a number we can call you at');
    await page.write(page.control('Asked'), '206 55');
    await page.press();
    expect(answers(page)).to.deep.equal(['206 55']);
  });

  it('offer what the subject takes, and a place for what is not on the list', async () => {
    const page = await asking({ kind: 'medication' }, { scenario: { medications } });
    await page.choose('Another one');
    await page.press();
    expect(page.text).to.contain('Name the medicine');
    await page.write(page.control('The name on the box'), 'Ibuprofen 400 mg');
    await expectAccessible(page.element);
    await page.press();
    expect(answers(page)).to.deep.equal(['Ibuprofen 400 mg']);
  });

  it('send the medicine that was chosen from the list', async () => {
    const page = await asking({ kind: 'medication' }, { scenario: { medications } });
    await page.choose('Levothyroxine 50 mcg');
    await page.press();
    expect(answers(page)).to.deep.equal(['Levothyroxine 50 mcg']);
  });

  it('ask for a medicine in words where the list cannot be read, or never comes', async () => {
    const fail = (): never => {
      throw new AdapterError('unavailable', 'as the test wants it');
    };
    for (const act of [fail, () => new Promise<void>(() => {})]) {
      const page = await asking({ kind: 'medication' }, {
        scenario: { medications },
        before: ({ method }) => (method === 'listMedications' ? act() : undefined),
      });
      await page.write(page.control('Asked'), 'Ibuprofen');
      await page.press();
      expect(answers(page)).to.deep.equal(['Ibuprofen']);
    }
  });

  it('draw no list under a hand that writes', async () => {
    let answer = () => {};
    const page = await asking({ kind: 'medication' }, {
      scenario: { medications },
      before: ({ method }) => (method === 'listMedications' ? new Promise<void>((resolve) => (answer = resolve)) : undefined),
    });
    const control = page.control('Asked');
    control.focus();
    answer();
    for (let turn = 0; turn < 5; turn++) await settled(page.element);
    expect(page.root.activeElement).to.equal(control);
    await page.write(control, 'Ibuprofen');
    page.body.focus();
    for (let turn = 0; turn < 5; turn++) await settled(page.element);
    expect(page.control('Asked').value).to.equal('Ibuprofen');
  });

  for (const text of ['', 'Ibuprofen ', 'Levothyroxine 50 mcg']) {
    it(`leave words where they are written, whatever they become: "${text}"`, async () => {
      let answer = () => {};
      const page = await asking({ kind: 'medication' }, {
        scenario: { medications },
        before: ({ method }) => (method === 'listMedications' ? new Promise<void>((resolve) => (answer = resolve)) : undefined),
      });
      const control = page.control('Asked');
      control.focus();
      await page.write(control, 'Ibu');
      answer();
      for (let turn = 0; turn < 5; turn++) await settled(page.element);
      await page.write(control, text);
      expect(page.root.activeElement === control, 'the focus stays').to.equal(true);
      expect(control.value).to.equal(text);
      // Once the hand has left, what is drawn is what was answered.
      await page.write(page.body, 'More.');
      page.body.focus();
      await page.write(page.body, 'More words.');
      const shown = page.root.querySelector<HTMLInputElement>('#control-0[type=text], #control-0 input');
      expect(shown?.type).to.equal(text === 'Ibuprofen ' ? 'text' : 'radio');
    });
  }

  it('say that files cannot be added, and keep nobody from sending', async () => {
    const page = await asking({ kind: 'attachment' });
    expect(page.text).to.contain('You cannot add files here yet.');
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
  });
});
