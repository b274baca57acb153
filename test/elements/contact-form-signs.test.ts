import { expect } from '@open-wc/testing';
import '../../src/define/contact-form.js';
import { alderStreetPractice } from '../../src/adapters/memory/people.js';
import { expectAccessible } from '../support/conversation.js';
import { settled } from '../support/shown.js';
import { FormOnPage } from '../support/contact-form.js';

const CHILD = 'Hard to wake up, or very limp';
const ADULT = 'Chest pain, or a hard time breathing';

/** A medical question, with all but the signs answered. */
async function question(subject = 'Me, Rosa'): Promise<FormOnPage> {
  const page = await FormOnPage.open();
  await page.choose('A medical question');
  await page.choose(subject);
  return page;
}

async function answerRest(page: FormOnPage): Promise<void> {
  await page.choose('A few days');
  await page.write(page.body, 'It hurts when I lift things.');
}

describe('Signs of danger in <care-contact-form>', function () {
  this.timeout(20_000);

  it('are those of an adult, or of a child, as whom it is about', async () => {
    const page = await question();
    expect(page.text).to.contain('Is any of this true right now?').and.to.contain(ADULT).and.not.to.contain(CHILD);
    await page.choose('Maya Delgado');
    expect(page.text).to.contain(CHILD).and.not.to.contain(ADULT);
    await expectAccessible(page.element);
  });

  it('are not asked where a reason has none', async () => {
    const page = await FormOnPage.open();
    await page.choose('A bill');
    expect(page.root.querySelector('#control-signs')).to.equal(null);
  });

  it('stop everything at a yes: the way to help has the focus, is said, and nothing can be sent', async () => {
    const page = await question('Maya Delgado');
    await answerRest(page);
    page.find('#control-signs label', 'Yes').click();
    await settled(page.element);
    expect(page.root.activeElement?.textContent).to.equal('This needs help now.');
    const calls = [...page.root.querySelectorAll<HTMLAnchorElement>('.urgent a')].map(({ href }) => href);
    expect(calls).to.deep.equal(['tel:911', 'tel:988', 'tel:+12065550142']);
    expect(page.root.querySelector('textarea, [part=send]')).to.equal(null);
    page.root.querySelector('form')!.requestSubmit();
    await settled(page.element);
    expect(page.backend.messages()).to.deep.equal([]);
    expect(await page.announced('This needs help now.')).to.equal(true);
    await expectAccessible(page.element);
  });

  it('lose nothing that was typed: a no brings it back, and it can be sent', async () => {
    const page = await question('Maya Delgado');
    await answerRest(page);
    page.find('#control-signs label', 'Yes').click();
    await settled(page.element);
    page.find('#control-signs label', 'No').click();
    await settled(page.element);
    expect(page.body.value).to.equal('It hurts when I lift things.');
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
    expect(page.backend.messages()[0]!.answers[0]!.value).to.contain(CHILD);
  });

  it('are asked anew for another person: a no for one child is none for the other', async () => {
    const page = await question('Maya Delgado');
    page.find('#control-signs label', 'No').click();
    await answerRest(page);
    await page.choose('Leo Delgado');
    await page.press();
    expect(page.root.activeElement?.textContent).to.equal('One thing to look at.');
    page.find('.problems a', 'Is any of this true right now?').click();
    expect((page.root.activeElement as HTMLInputElement).name).to.equal('control-signs');
    expect(page.backend.messages()).to.deep.equal([]);
  });

  it('say whom to call also where the practice gives no number for emergencies', async () => {
    const { emergencyPhone: _, ...practice } = alderStreetPractice;
    const page = await FormOnPage.open({ scenario: { practice } });
    await page.choose('A medical question');
    page.find('#control-signs label', 'Yes').click();
    await settled(page.element);
    expect(page.text).to.contain('Call your emergency number');
  });
});
