import { expect } from '@open-wc/testing';
import '../../src/define/contact-form.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { maya, rosa } from '../../src/adapters/memory/people.js';
import { alderStreetReasons } from '../../src/adapters/memory/reasons.js';
import type { VisitRequestEvent } from '../../src/controllers/visit-request-event.js';
import type { ContactRequest } from '../../src/model/contact-request.js';
import { expectAccessible } from '../support/conversation.js';
import { settled } from '../support/shown.js';
import { FormOnPage } from '../support/contact-form.js';

/** A question about Maya, with nothing missing. */
async function question(page: FormOnPage): Promise<void> {
  for (const label of ['A medical question', 'Maya Delgado', 'A few days']) await page.choose(label);
  page.find('#control-signs label', 'No').click();
  await page.write(page.body, 'She has a fever.');
}

/** The thread that the backend made of it. */
const sent = (page: FormOnPage) => {
  const [message] = page.backend.messages();
  return message && page.backend.peek(message.thread);
};

describe('How to answer, in <care-contact-form>', function () {
  this.timeout(20_000);

  it('is asked where there is a choice, and nowhere else', async () => {
    const page = await FormOnPage.open();
    await page.choose('A bill');
    expect(page.text).not.to.contain('How should we answer?');
    await page.choose('A medicine refill');
    expect(page.text).to.contain('Answer me by').and.not.to.contain('Who may answer?').and.not.to.contain('Number to call');
    await page.choose('A medical question');
    expect(page.text).to.contain('Who may answer?').and.not.to.contain('Good times to call');
    await page.choose('Phone call');
    expect(page.text).to.contain('Number to call').and.to.contain('Good times to call');
    await expectAccessible(page.element);
  });

  it('asks for the number of a call where none is there, in the summary and at the field', async () => {
    const page = await FormOnPage.open();
    await question(page);
    await page.choose('Phone call');
    await page.write(page.control('Number to call'), '12');
    await page.press();
    expect(page.root.activeElement?.textContent).to.equal('One thing to look at.');
    page.find('.problems a', 'Number to call').click();
    expect(page.root.activeElement).to.equal(page.control('Number to call'));
    expect(page.backend.messages()).to.deep.equal([]);
  });

  it('is sent, and said back: who calls, where and when', async () => {
    const page = await FormOnPage.open();
    await question(page);
    for (const label of ['Phone call', '12–1 pm', 'A nurse or assistant']) await page.choose(label);
    await page.write(page.control('Number to call'), '206 555 0177');
    await page.press();
    expect(page.text).to.contain('We will call you on 206 555 0177 between 12 and 1 pm. A nurse or assistant answers.');
    expect(sent(page)?.reply).to.deep.equal({ channel: 'phone', from: 'nurse', phone: '206 555 0177', windows: ['12:00-13:00'] });
    await expectAccessible(page.element);
  });

  it('knows the number again in the next message, and nothing else', async () => {
    const page = await FormOnPage.open();
    await question(page);
    await page.choose('Phone call');
    await page.write(page.control('Number to call'), '206 555 0177');
    await page.press();
    await page.press(page.find('button', 'Write another message'));
    await page.choose('A medical question');
    expect(page.text).not.to.contain('Number to call');
    await page.choose('Phone call');
    expect(page.control('Number to call').value).to.equal('206 555 0177');
    expect(page.body.value).to.equal('');
  });

  it('puts what the practice refuses of it right at its field', async () => {
    const page = await FormOnPage.open({
      before({ method }) {
        if (method === 'send') throw new AdapterError('invalid', 'no', { field: 'reply.phone' });
      },
    });
    await question(page);
    await page.choose('Phone call');
    await page.write(page.control('Number to call'), '206 555 0177');
    await page.press();
    expect(page.control('Number to call').getAttribute('aria-invalid')).to.equal('true');
  });
});

describe('What is said before sending, in <care-contact-form>', function () {
  this.timeout(20_000);

  it('is what it may cost, and what costs nothing', async () => {
    const page = await FormOnPage.open();
    await page.choose('A medical question');
    const { cost } = alderStreetReasons[0]!;
    expect(page.text).to.contain(cost!.text).and.to.contain(cost!.free);
    await page.choose('A bill');
    expect(page.text).not.to.contain('cost');
  });

  it('is who writes, and for whom, when that is somebody else', async () => {
    const page = await FormOnPage.open();
    await page.choose('A bill');
    expect(page.text).not.to.contain('You write as');
    await page.choose('Maya Delgado');
    expect(page.text).to.contain('You write as Rosa Delgado, for Maya Delgado.');
  });

  it('is about whom the page has chosen, and tells the page whom the form chooses', async () => {
    const page = new FormOnPage();
    await page.client.connect();
    page.client.selection.choose(maya.id);
    await page.show();
    await page.choose('A bill');
    expect(page.text).to.contain('for Maya Delgado.');
    await page.choose('Me, Rosa');
    expect(page.client.selection.subject).to.equal(rosa.id);
  });

  it('stays about the same child once something is written, whoever is chosen elsewhere', async () => {
    const page = await FormOnPage.open();
    await page.choose('A bill');
    page.client.selection.choose(maya.id);
    await settled(page.element);
    expect(page.text).to.contain('for Maya Delgado.');
    await page.write(page.body, 'About Maya.');
    page.client.selection.choose('leo-delgado' as never);
    await settled(page.element);
    expect(page.text).to.contain('for Maya Delgado.');
    await page.press();
    expect(page.backend.messages().length).to.equal(1);
    expect(sent(page)?.subject.id).to.equal(maya.id);
  });
});

describe('A message that is too long, in <care-contact-form>', function () {
  this.timeout(20_000);

  const tooLong = async (): Promise<FormOnPage> => {
    const page = await FormOnPage.open();
    await page.fillIn('x'.repeat(751));
    return page;
  };

  it('becomes the wish for a visit, with ids in the event and the words at hand', async () => {
    const page = await tooLong();
    const heard: VisitRequestEvent[] = [];
    document.addEventListener('care-visit-request', (event) => {
      heard.push(event as VisitRequestEvent);
      event.preventDefault();
    }, { once: true });
    await page.press(page.find('button', 'Book a visit about this'));
    expect(heard.map(({ subject, reason }) => [subject, reason])).to.deep.equal([[rosa.id, 'refill' as ContactRequest['reason']]]);
    expect(heard[0]!.readText()).to.equal('x'.repeat(751));
    expect(page.text).not.to.contain('by phone');
  });

  it('says how to book one where the page books none, and loses nothing', async () => {
    const page = await tooLong();
    await page.press(page.find('button', 'Book a visit about this'));
    expect(page.text).to.contain('You can book a visit by phone. What you wrote stays here.');
    expect(page.body.value.length).to.equal(751);
    expect(await page.announced('You can book a visit by phone.')).to.equal(true);
    await expectAccessible(page.element);
  });
});
