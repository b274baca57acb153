import { expect } from '@open-wc/testing';
import '../../src/define/contact-form.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import { alderStreetPractice } from '../../src/adapters/memory/people.js';
import { alderStreetReasons } from '../../src/adapters/memory/reasons.js';
import type { Messaging, Practice } from '../../src/model/practice.js';
import { expectAccessible } from '../support/conversation.js';
import { settled } from '../support/shown.js';
import { FormOnPage } from '../support/contact-form.js';

const CALL = 'Call +1 206 555 0142';
/** Saturday evening in Seattle. */
const NIGHT = '2026-11-29T04:10:00Z';

const practiceThat = (messaging: Partial<Messaging>): Practice => ({
  ...alderStreetPractice,
  messaging: { state: 'open', outsideHours: 'taken', ...messaging },
});

/** Refuses to send. */
const refusing =
  (code: AdapterErrorCode, before: () => void = () => {}) =>
  ({ port, method }: { port: string; method: string }): void => {
    if (port !== 'contact' || method !== 'send') return;
    before();
    throw new AdapterError(code, 'as the test wants it');
  };

const field = (page: FormOnPage) => page.root.querySelector('textarea, input, [part=send]');

describe('<care-contact-form> where nobody would answer', function () {
  this.timeout(20_000);

  it('has no field for a doctor who answers by phone, and says when and where to call', async () => {
    const page = await FormOnPage.open({ recipient: 'leila-haddad' });
    expect(field(page)).to.equal(null);
    expect(page.text).to.contain('Dr. Leila Haddad does not answer messages. Answers the phone weekdays 8 to 10.');
    expect(page.root.querySelector<HTMLAnchorElement>('a.button')!.href).to.equal('tel:+12065550167');
    await expectAccessible(page.element);
  });

  it('never shows a field before it is known whether the doctor answers', async () => {
    const page = await FormOnPage.open({
      recipient: 'leila-haddad',
      before: ({ method }) => (method === 'listCareTeam' ? new Promise(() => {}) : undefined),
    });
    expect(field(page)).to.equal(null);
    expect(page.root.querySelector('.waiting')).not.to.equal(null);
  });

  it('names a doctor who answers as who reads it, and sends it to them', async () => {
    const page = await FormOnPage.open({ recipient: 'grace-lee' });
    await page.fillIn();
    expect(page.text).to.contain('Dr. Grace Lee, family physician, reads it first.').and.not.to.contain('Ana Morales');
    await page.press();
    expect(page.text).to.contain('Your message is sent.').and.to.contain('Dr. Grace Lee');
  });

  it('I13 takes a recipient that is nobody for none, whatever it is, and follows one that changes', async () => {
    for (const recipient of ['', 'nobody', '__proto__', '<b>', 'x'.repeat(500)]) {
      const page = await FormOnPage.open({ recipient });
      await page.choose('A medicine refill');
      expect(page.text, recipient.slice(0, 10)).to.contain('Ana Morales, front desk, reads it first.');
    }
    const page = await FormOnPage.open({ recipient: 'leila-haddad' });
    for (let turn = 0; turn < 1000; turn++) page.element.setAttribute('recipient', `nobody-${turn}`);
    page.element.recipient = undefined;
    await settled(page.element);
    expect(page.text).to.contain('What do you need?');
  });

  it('offers the phone for a reason whose reader does not answer, and the other reasons', async () => {
    const reasons = alderStreetReasons.map((reason, place) =>
      place === 1 ? { ...reason, receiver: { first: { ...reason.receiver!.first, answers: 'nobody' as const } } } : reason,
    );
    const page = await FormOnPage.open({ scenario: { reasons } });
    await page.choose('A medicine refill');
    expect(page.text).to.contain('Ana Morales does not answer messages.').and.to.contain(CALL);
    expect(page.root.querySelector('textarea, [part=send]')).to.equal(null);
    await expectAccessible(page.element);
    await page.choose('A bill');
    expect(page.body).not.to.equal(null);
  });

  it('says that the practice takes no messages, and when it is open', async () => {
    const page = await FormOnPage.open({ scenario: { practice: practiceThat({ state: 'off' }) } });
    expect(field(page)).to.equal(null);
    expect(page.text).to.contain('How to reach us').and.to.contain('We do not take messages here.').and.to.contain(CALL);
    expect(page.text).to.contain('Monday to Thursday, 8 am–6 pm Friday, 8 am–4 pm Saturday, 9 am–12 pm');
    await expectAccessible(page.element);
  });

  it('says until when it is paused and why, and opens by itself when that is over', async () => {
    const messaging = { state: 'paused', until: '2026-11-24T01:00:00Z', note: 'Two of us are ill.' } as const;
    const page = await FormOnPage.open({ scenario: { practice: practiceThat(messaging) } });
    expect(field(page)).to.equal(null);
    expect(page.text).to.contain('We take no messages right now. Two of us are ill. You can write from Monday, 5 pm on.');
    await page.clock.advance(3 * 60 * 60_000);
    await settled(page.element);
    expect(page.text).to.contain('What do you need?');
  });

  it('says that it is closed and takes nothing until it opens, where that is so', async () => {
    const page = await FormOnPage.open({ now: NIGHT, scenario: { practice: practiceThat({ outsideHours: 'refused' }) } });
    expect(field(page)).to.equal(null);
    expect(page.text).to.contain('You can write from Monday, 8 am on.').and.to.contain(CALL);
  });

  it('takes messages out of hours where the practice does, and says when they are read', async () => {
    const page = await FormOnPage.open({ now: NIGHT });
    await page.choose('A bill');
    expect(page.text).to.contain('We are closed now. We read this from Monday, 8 am.');
    const open = await FormOnPage.open();
    await open.choose('A bill');
    expect(open.text).not.to.contain('closed');
  });

  it('keeps what was typed when a pause comes, to be read and copied, and shows it again afterwards', async () => {
    const page = await FormOnPage.open();
    await page.fillIn('The words I wrote.');
    (page.root.activeElement as HTMLElement | null)?.blur();
    page.backend.practice = practiceThat({ state: 'paused' });
    page.client.changes.announce([{ kind: 'practice' }]);
    await settled(page.element);
    expect(field(page)).to.equal(null);
    expect(page.text).to.contain('You can copy it: Lisinopril 10 mg The words I wrote.');
    expect(await page.announced('We take no messages right now.')).to.equal(true);
    await expectAccessible(page.element);
    page.backend.practice = alderStreetPractice;
    page.client.changes.announce([{ kind: 'practice' }]);
    await settled(page.element);
    expect(page.body.value).to.equal('The words I wrote.');
  });

  it('F10 reads again what the practice says when it refuses for now, and keeps the words to copy', async () => {
    const pause = (): void => {
      page.backend.practice = practiceThat({ state: 'paused' });
    };
    // Nobody else tells the page of it.
    const page: FormOnPage = await FormOnPage.open({ without: ['changes'], before: refusing('conflict', pause) });
    await page.fillIn('The words I wrote.');
    await page.press();
    await settled(page.element);
    expect(field(page)).to.equal(null);
    expect(page.text).to.contain('We take no messages right now.').and.to.contain('The words I wrote.').and.to.contain(CALL);
    expect(page.root.activeElement, 'the focus is near').not.to.equal(null);
  });

  it('F10 says so when one may no longer write to somebody, and offers the practice and the phone instead', async () => {
    let refused = false;
    const refuse = refusing('forbidden');
    const page = await FormOnPage.open({
      recipient: 'grace-lee',
      before(call) {
        if (!refused && call.method === 'send') {
          refused = true;
          refuse(call);
        }
      },
    });
    await page.fillIn('The words I wrote.');
    await page.press();
    expect(page.text).to.contain('Not sent. You cannot write to them here.').and.to.contain(CALL);
    expect(page.body.value).to.equal('The words I wrote.');
    expect(page.body.matches(':disabled')).to.equal(false);
    await expectAccessible(page.element);
    await page.press(page.find('button', 'Write to the practice instead'));
    expect(page.text).to.contain('Ana Morales, front desk, reads it first.');
    await page.press();
    expect(page.backend.messages().map(({ body }) => body)).to.deep.equal(['The words I wrote.']);
  });

  it('S13 leads nowhere but to the phone', async () => {
    const page = await FormOnPage.open({ recipient: 'leila-haddad' });
    const form = await FormOnPage.open();
    await form.choose('A medical question');
    form.find('#control-signs label', 'Yes').click();
    await settled(form.element);
    for (const { root } of [page, form]) {
      for (const { protocol } of root.querySelectorAll('a')) expect(protocol).to.equal('tel:');
    }
  });
});
