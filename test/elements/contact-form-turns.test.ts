import { aTimeout, expect } from '@open-wc/testing';
import { AdapterError } from '../../src/adapter/errors.js';
import { alderStreetPractice, ana, maya } from '../../src/adapters/memory/people.js';
import { alderStreetReasons } from '../../src/adapters/memory/reasons.js';
import type { VisitRequestEvent } from '../../src/controllers/visit-request-event.js';
import '../../src/define/contact-form.js';
import type { Practice } from '../../src/model/practice.js';
import type { Reason } from '../../src/model/reason.js';
import { FormOnPage } from '../support/contact-form.js';
import { listenToAnnouncements } from '../support/conversation.js';
import { settled } from '../support/shown.js';

const paused: Practice = { ...alderStreetPractice, messaging: { state: 'paused', outsideHours: 'taken' } };
const LEO = 'leo-delgado' as never;

/** A page whose practice changes what it asks, and tells the page of it. */
async function turning(setting: Parameters<typeof FormOnPage.open>[0] = {}) {
  const reasons = [...alderStreetReasons];
  const page = await FormOnPage.open({ ...setting, scenario: { reasons } });
  const turn = async (change: { readonly practice?: Practice; readonly reasons?: readonly Reason[] }): Promise<void> => {
    if (change.practice) page.backend.practice = change.practice;
    if (change.reasons) reasons.splice(0, reasons.length, ...change.reasons);
    page.client.changes.announce([{ kind: 'practice' }]);
    await settled(page.element);
  };
  return { page, turn };
}

/** The medical question, with other signs of danger. */
const withSigns = (...adult: string[]): readonly Reason[] =>
  alderStreetReasons.map((reason) => (reason.redFlags ? { ...reason, redFlags: { ...reason.redFlags, adult } } : reason));

/** A medical question of Rosa's, with nothing missing. */
async function question(page: FormOnPage): Promise<void> {
  for (const label of ['A medical question', 'Me, Rosa', 'A few days']) await page.choose(label);
  page.find('#control-signs label', 'No').click();
  await page.write(page.body, 'It hurts.');
}

describe('<care-contact-form> when things turn while somebody writes', function () {
  this.timeout(20_000);

  it('asks signs of danger anew once others are asked: a no to some is none to all', async () => {
    const { page, turn } = await turning();
    await question(page);
    await turn({ reasons: withSigns('Chest pain', 'A stiff neck') });
    await page.press();
    expect(page.backend.messages()).to.deep.equal([]);
    expect(page.root.activeElement?.textContent).to.equal('One thing to look at.');
    page.find('#control-signs label', 'No').click();
    await settled(page.element);
    await page.press();
    expect(page.backend.messages()[0]!.answers[0]!.value).to.contain('A stiff neck');
  });

  it('leads to help only while signs of danger are asked', async () => {
    const { page, turn } = await turning();
    await question(page);
    page.find('#control-signs label', 'Yes').click();
    await settled(page.element);
    await turn({ reasons: withSigns() });
    expect(page.root.querySelector('.urgent')).to.equal(null);
    await page.press();
    expect(page.backend.messages().length).to.equal(1);
  });

  const answers: readonly [string, (page: FormOnPage) => Promise<void>][] = [
    ['a choice', (page) => page.choose('A few days')],
    ['a yes', async (page) => page.find('#control-1 label', 'Yes').click()],
    ['a sign of danger', async (page) => page.find('#control-signs label', 'Yes').click()],
    ['a way to answer', (page) => page.choose('Phone call')],
  ];
  for (const [what, answer] of answers) {
    it(`stays about the same child once anything is answered, be it only ${what}`, async () => {
      const page = await FormOnPage.open();
      await page.choose('A medical question');
      page.client.selection.choose(maya.id);
      await settled(page.element);
      await answer(page);
      page.client.selection.choose(LEO);
      await settled(page.element);
      expect(page.find('#control-subject label', 'Maya').querySelector('input')!.checked).to.equal(true);
    });
  }

  it('asks what is new when the practice misses an answer that was never asked for', async () => {
    let misses = true;
    const reasons = [...withSigns()];
    const page: FormOnPage = await FormOnPage.open({
      scenario: { reasons },
      without: ['changes'],
      before({ method, port }) {
        if (!misses || port !== 'contact' || method !== 'send') return;
        misses = false;
        reasons.splice(0, reasons.length, ...withSigns('Chest pain'));
        throw new AdapterError('invalid', 'as the test wants it', { field: 'redFlags' });
      },
    });
    for (const label of ['A medical question', 'Me, Rosa', 'A few days']) await page.choose(label);
    await page.write(page.body, 'It hurts.');
    await page.press();
    page.find('#control-signs label', 'No').click();
    await settled(page.element);
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
  });

  it('points nowhere for what was refused and stands in no field', async () => {
    for (const field of ['redFlags', 'reply.phone']) {
      const page = await FormOnPage.open({
        before({ method, port }) {
          if (port === 'contact' && method === 'send') throw new AdapterError('invalid', 'no', { field });
        },
      });
      await page.fillIn();
      await page.press();
      expect(page.text).to.contain('Not sent.');
      expect(page.root.querySelectorAll('.problems').length, field).to.equal(0);
    }
  });

  it('can take a waiting message back while a pause keeps from writing', async () => {
    const { page, turn } = await turning();
    await page.fillIn('The words I wrote.');
    page.network.set(false);
    await page.press();
    const receiver = { first: { ...ana, answers: 'nobody' as const } };
    await turn({ reasons: alderStreetReasons.map((reason) => ({ ...reason, receiver })) });
    expect(page.text).to.contain('does not answer messages').and.to.contain('Waiting to send.');
    const change = page.find('button', 'Change it');
    expect(change.matches(':disabled')).to.equal(false);
    await page.press(change);
    expect(page.client.outbox.items()).to.deep.equal([]);
    expect(page.root.activeElement?.textContent).to.contain('does not answer messages');
  });

  it('lets no text event out to the page', async () => {
    const page = await FormOnPage.open();
    const heard: string[] = [];
    const kinds = ['beforeinput', 'input', 'change', 'compositionstart', 'compositionupdate', 'compositionend', 'paste'];
    for (const kind of kinds) page.element.addEventListener(kind, () => heard.push(kind));
    await page.choose('A medicine refill');
    for (const kind of kinds) page.body.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
    expect(heard).to.deep.equal(['change']);
    await page.write(page.body, 'still heard inside');
    await page.choose('1 to 3');
    await page.write(page.control('Which medicine?'), 'Lisinopril');
    await page.press();
    expect(page.backend.messages()[0]!.body).to.equal('still heard inside');
  });

  it('gives the words for a visit to nobody else’s page', async () => {
    const page = await FormOnPage.open();
    await page.fillIn('x'.repeat(751));
    let heard: VisitRequestEvent | undefined;
    page.element.addEventListener('care-visit-request', (event) => (heard = event as VisitRequestEvent));
    await page.press(page.find('button', 'Book a visit about this'));
    expect(heard!.readText().length).to.equal(751);
    Object.defineProperty(page.client, 'reader', { get: () => 'sam-okafor' });
    expect(heard!.readText()).to.equal('');
  });

  it('says once that a pause has come: where the focus is, or aloud', async () => {
    const { page, turn } = await turning();
    await page.fillIn();
    page.body.focus();
    const { said, stop } = await listenToAnnouncements();
    await turn({ practice: paused });
    expect(page.root.activeElement?.textContent).to.equal('We take no messages right now.');
    await aTimeout(1500);
    stop();
    expect(said).to.deep.equal([]);
  });

  it('gives the focus to no button that sends when what had it goes away', async () => {
    const { page, turn } = await turning();
    await question(page);
    page.find('#control-1 label', 'Yes').querySelector('input')!.focus();
    await turn({ reasons: alderStreetReasons.map((reason) => ({ ...reason, fields: [] })) });
    expect(page.root.activeElement?.localName).to.equal('h3');
  });
});
