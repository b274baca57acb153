import { expect } from '@open-wc/testing';
import '../../src/define/contact-form.js';
import { settled } from '../support/shown.js';
import { FormOnPage } from '../support/contact-form.js';

/** Ours in a form of the page. */
async function inForm(): Promise<{ page: FormOnPage; form: HTMLFormElement; fieldset: HTMLFieldSetElement }> {
  const page = await FormOnPage.open();
  const form = document.createElement('form');
  const fieldset = document.createElement('fieldset');
  page.element.replaceWith(form);
  form.append(fieldset);
  fieldset.append(page.element);
  page.element.setAttribute('name', 'care');
  // It reads the practice again where it stands now.
  for (let turn = 0; turn < 4; turn++) await settled(page.element);
  return { page, form, fieldset };
}

describe('<care-contact-form> in a form of the page', function () {
  this.timeout(20_000);

  it('keeps that form from going on while something is unsent, in our words, and lets it go once it is sent', async () => {
    const { page, form } = await inForm();
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted++;
    });
    expect(form.checkValidity()).to.equal(true);
    await page.fillIn('Unsent words.');
    form.requestSubmit();
    expect(submitted).to.equal(0);
    expect(form.checkValidity()).to.equal(false);
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
    form.requestSubmit();
    expect(submitted).to.equal(1);
  });

  it('never gives that form what was written', async () => {
    const { page, form } = await inForm();
    await page.fillIn('Unsent words.');
    expect([...new FormData(form)]).to.deep.equal([]);
  });

  it('does not submit that form by its own button', async () => {
    const { page, form } = await inForm();
    let submitted = 0;
    form.addEventListener('submit', () => submitted++);
    await page.fillIn();
    await page.press();
    expect(submitted).to.equal(0);
    expect(page.backend.messages().length).to.equal(1);
  });

  it('is disabled with its fieldset, and sends nothing then', async () => {
    const { page, fieldset } = await inForm();
    await page.fillIn('Unsent words.');
    fieldset.disabled = true;
    await settled(page.element);
    expect(page.body.matches(':disabled')).to.equal(true);
    await page.press();
    expect(page.backend.messages()).to.deep.equal([]);
    fieldset.disabled = false;
    await settled(page.element);
    expect(page.body.value).to.equal('Unsent words.');
    await page.press();
    expect(page.backend.messages().length).to.equal(1);
  });

  it('loses nothing when that form is reset', async () => {
    const { page, form } = await inForm();
    await page.fillIn('Unsent words.');
    form.reset();
    await settled(page.element);
    expect(page.body.value).to.equal('Unsent words.');
  });
});
