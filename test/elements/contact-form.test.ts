import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/contact-form.js';
import { alderStreetPractice } from '../../src/adapters/memory/people.js';
import { alderStreetReasons } from '../../src/adapters/memory/reasons.js';
import { Reason } from '../../src/model/reason.js';
import { expectAccessible } from '../support/conversation.js';
import { settled } from '../support/shown.js';
import { FormOnPage } from '../support/contact-form.js';

describe('<care-contact-form>', function () {
  this.timeout(20_000);

  it('asks for the reason first, each explained in one line, and for nothing else yet', async () => {
    const page = await FormOnPage.open();
    expect(page.text).to.contain('A medicine refill More of something you already take');
    expect(page.root.querySelectorAll('[part=reason]').length).to.equal(alderStreetReasons.length);
    expect(page.root.querySelector('textarea, [part=send]')).to.equal(null);
    await expectAccessible(page.element);
  });

  it('asks only what the reason needs', async () => {
    const page = await FormOnPage.open();
    await page.choose('A medicine refill');
    expect(page.text).to.contain('Which medicine?');
    await page.choose('A bill');
    expect(page.text).not.to.contain('Which medicine?');
    expect(page.control('A number to call you on').type).to.equal('tel');
    await expectAccessible(page.element);
  });

  it('asks whom it is about where there is a choice, and not where there is none', async () => {
    const rosa = await FormOnPage.open();
    await rosa.choose('A bill');
    expect(rosa.text).to.contain('Me, Rosa Delgado').and.to.contain('Maya Delgado, age 3');
    const sam = await FormOnPage.open({ me: 'sam-okafor' as never });
    await sam.choose('A bill');
    expect(sam.text).not.to.contain('Who is it for?');
  });

  it('says who reads it and by when, in the time of the practice, before anything is sent', async () => {
    const page = await FormOnPage.open();
    await page.choose('A medicine refill');
    // Monday afternoon in Seattle; two business days; open until six.
    expect(page.text).to.contain('Ana Morales, front desk, reads it first. It goes on to Dr. Grace Lee if needed.');
    expect(page.text).to.contain('You will hear back by Wednesday, 6 pm.');
  });

  it('promises nothing where the practice states no hours, or a zone nobody knows', async () => {
    for (const parts of [{ hours: [] }, { zone: 'Mars/Olympus_Mons' }]) {
      const page = await FormOnPage.open({ scenario: { practice: { ...alderStreetPractice, ...parts } } });
      await page.choose('A medicine refill');
      expect(page.text).to.contain('reads it first').and.not.to.contain('hear back');
    }
  });

  it('keeps what was typed, and answers to the same question, when the reason changes', async () => {
    const page = await FormOnPage.open();
    await page.fillIn('Three tablets left.');
    await page.choose('A medical question');
    expect(page.body.value).to.equal('Three tablets left.');
    await page.choose('A medicine refill');
    expect(page.control('Which medicine?').value).to.equal('Lisinopril 10 mg');
    expect(page.find('label.option', '1 to 3').querySelector('input')!.checked).to.equal(true);
  });

  it('shows what was typed again after the element was taken out and put back', async () => {
    const page = await FormOnPage.open();
    await page.fillIn('Three tablets left.');
    page.element.remove();
    await page.show();
    expect(page.body.value).to.equal('Three tablets left.');
    expect(page.control('Which medicine?').value).to.equal('Lisinopril 10 mg');
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain('tablets');
  });

  it('holds 751 of 750 characters: says so, announces it, cuts nothing, and can be pressed to hear why', async () => {
    const page = await FormOnPage.open();
    const text = '👍'.repeat(700) + 'x'.repeat(51);
    await page.fillIn(text);
    expect(page.text).to.contain('1 character over 750').and.to.contain('Nothing is cut');
    expect(await page.announced('1 character over 750. Nothing is cut')).to.equal(true);
    expect(page.body.value).to.equal(text);
    expect(page.body.hasAttribute('maxlength')).to.equal(false);
    expect(page.send.getAttribute('aria-disabled')).to.equal('true');
    expect(page.send.disabled).to.equal(false);
    await page.press();
    expect(page.backend.messages()).to.deep.equal([]);
    expect(page.root.activeElement?.textContent).to.equal('One thing to look at.');
    expect(page.text).to.contain('Make it shorter. It is 1 character over 750');
    await expectAccessible(page.element);
    await page.write(page.body, text.slice(0, -1));
    expect(page.send.hasAttribute('aria-disabled')).to.equal(false);
    expect(page.text).to.contain('0 characters left');
  });

  it('names all that is missing in one summary that takes the focus, and at each field', async () => {
    const page = await FormOnPage.open();
    await page.choose('A medicine refill');
    await page.press();
    expect(page.root.activeElement?.textContent).to.equal('2 things to look at.');
    const medicine = page.control('Which medicine?');
    expect(medicine.getAttribute('aria-invalid')).to.equal('true');
    const described = medicine.getAttribute('aria-describedby')!.split(' ').map((id) => page.root.getElementById(id)?.innerText);
    expect(described.join()).to.contain('Name the medicine');
    await expectAccessible(page.element);
    const before = location.href;
    page.find('.problems a', 'Which medicine?').click();
    expect(page.root.activeElement).to.equal(medicine);
    page.find('.problems a', 'How many days').click();
    expect((page.root.activeElement as HTMLInputElement).type).to.equal('radio');
    expect(location.href).to.equal(before);
    await page.write(medicine, 'Lisinopril');
    expect(page.text).to.contain('One thing to look at.');
  });

  it('can be filled in and sent by keyboard alone', async () => {
    const page = await FormOnPage.open();
    page.root.querySelector<HTMLElement>('summary')!.focus();
    for (const press of ['Tab', 'ArrowDown', 'Tab', 'Tab']) await sendKeys({ press });
    await settled(page.element);
    expect((page.root.activeElement as HTMLInputElement).id).to.equal(page.control('Which medicine?').id);
    await sendKeys({ type: 'Lisinopril' });
    for (const press of ['Tab', 'Space', 'Tab', 'Tab']) await sendKeys({ press });
    await sendKeys({ type: 'Three left.' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settled(page.element);
    expect(page.root.activeElement?.textContent).to.equal('Your message is sent.');
    expect(page.backend.messages()[0]!.body).to.equal('Three left.');
  });

  it('asks for a kind of field it does not know as plain text', async () => {
    const reason = Reason.parse({ id: 'mood', label: 'A mood', fields: [{ id: 'mood', kind: 'mood-ring', label: 'Your mood' }] });
    const page = await FormOnPage.open({ scenario: { reasons: [reason] } });
    expect(page.control('Your mood').type).to.equal('text');
  });

  it('S14 asks browsers not to check spelling, since some send the text away, unless the page allows it', async () => {
    const page = await FormOnPage.open();
    await page.fillIn();
    expect(page.body.spellcheck).to.equal(false);
    page.element.setAttribute('spellcheck', 'true');
    page.element.requestUpdate();
    await settled(page.element);
    expect(page.body.spellcheck).to.equal(true);
  });

  it('gives emergency numbers as links, folded away but always there', async () => {
    const page = await FormOnPage.open();
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('details a')].map(({ href }) => href);
    expect(links).to.deep.equal(['tel:911', 'tel:988', 'tel:+12065550142']);
    expect(page.root.querySelector('details')!.open).to.equal(false);
  });
});
