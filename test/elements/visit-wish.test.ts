import { expect, html } from '@open-wc/testing';
import '../../src/define/appointment-picker.js';
import '../../src/define/contact-form.js';
import '../../src/define/inbox.js';
import '../../src/elements/appointment-picker/more/picker-more.js';
import '../../src/elements/contact-form/more/form-more.js';
import '../../src/elements/thread/more/thread-more.js';
import { busyStreet } from '../../src/adapters/memory/scenarios.js';
import type { CareAppointmentPicker } from '../../src/elements/appointment-picker/appointment-picker.js';
import type { PersonId } from '../../src/model/id.js';
import { button, expectAccessible, field, find, open, type Opening, type Reading, shown, wordsOf, write } from '../support/conversation.js';
import { fetched } from './composer-support.js';

const LONG = 'x'.repeat(751);
const VISIT = 'Book a visit about this';

/** An element on a page that has a picker beside it. */
async function besidePicker<T extends HTMLElement>(
  name: string,
  { thread = '', subject, ...opening }: Opening & { readonly thread?: string; readonly subject?: string } = {},
): Promise<Reading<T> & { readonly picker: CareAppointmentPicker }> {
  const reading = await open<T>(html`<div></div>`, opening);
  const element = document.createElement(name) as T & { thread: string };
  element.thread = thread;
  const picker = document.createElement('care-appointment-picker');
  if (subject) picker.subjectId = subject as PersonId;
  reading.element.append(element, picker);
  for (let turn = 0; turn < 3; turn++) await shown();
  return { ...reading, element, picker };
}

/** Chooses a refill and writes a message that is too long. */
async function tooLong(form: Element): Promise<void> {
  find(form, 'label.choice, label.option').find((label) => wordsOf(label).includes('A medicine refill'))!.click();
  await shown();
  await write(form, LONG);
  await fetched(form, VISIT);
}

describe('a wish for a visit, beside a picker', function () {
  this.timeout(20_000);

  it('takes what is too long for the form along, word for word, for its subject, with the focus, and leaves it in the form', async () => {
    const { element, picker, client } = await besidePicker('care-contact-form', { me: 'rosa' });
    await tooLong(element);
    button(element, VISIT).click();
    await shown();
    await shown();
    expect(picker.topic).to.equal(LONG);
    expect(client.selection.subject).to.equal('rosa-delgado');
    expect(picker.shadowRoot!.activeElement?.localName).to.equal('h2');
    expect(wordsOf(picker)).to.contain('What you wrote goes along with this visit. It is not sent yet.');
    expect(wordsOf(element)).not.to.contain('by phone');
    expect(field(element).value).to.equal(LONG);
    expect(picker.outerHTML + element.outerHTML + location.href).not.to.contain('xxx');
    await expectAccessible(picker);
  });

  it('takes a reply that is too long along, and leaves it in its field', async () => {
    const { element, picker } = await besidePicker('care-composer', { thread: 'refill' });
    await write(element, LONG);
    await fetched(element, VISIT);
    button(element, 'Book a visit').click();
    await shown();
    await shown();
    expect(picker.topic).to.equal(LONG);
    expect(picker.shadowRoot!.activeElement?.localName).to.equal('h2');
    expect(wordsOf(element)).not.to.contain('Call us to book');
    expect(field(element).value).to.equal(LONG);
  });

  it('takes what is written under a long thread along, and says nothing of calling', async () => {
    const { element, picker } = await besidePicker('care-thread', { thread: 'dizzy', scenario: busyStreet });
    await write(element, 'Dizzy again today.');
    button(element, VISIT).click();
    await shown();
    await shown();
    expect(picker.topic).to.equal('Dizzy again today.');
    expect(wordsOf(find(element, '.ways')[0]!)).not.to.contain('Call us');
  });

  it('leaves it to the page where that says that it takes it', async () => {
    const { element, picker } = await besidePicker('care-contact-form', { me: 'rosa' });
    await tooLong(element);
    element.addEventListener('care-visit-request', (event) => event.preventDefault());
    button(element, VISIT).click();
    await shown();
    expect(picker.topic).to.equal('');
  });

  it('keeps what was written in the picker already, and is not doubled by being asked for twice', async () => {
    const { element, picker } = await besidePicker('care-contact-form', { me: 'rosa' });
    picker.topic = 'My knee, too.';
    await tooLong(element);
    button(element, VISIT).click();
    await shown();
    button(element, VISIT).click();
    await shown();
    expect(picker.topic).to.equal(`My knee, too.\n\n${LONG}`);
  });

  it('puts nobody’s words into the visit of another', async () => {
    const { element, picker } = await besidePicker('care-contact-form', { me: 'rosa', subject: 'maya-delgado' });
    await tooLong(element);
    button(element, VISIT).click();
    await shown();
    expect(picker.topic).to.equal('');
    expect(field(element).value).to.equal(LONG);
  });

  it('F23 leaves nothing in the picker for whoever signs in next', async () => {
    const { element, picker, signIn } = await besidePicker('care-composer', { thread: 'refill' });
    await write(element, LONG);
    await fetched(element, VISIT);
    button(element, 'Book a visit').click();
    await shown();
    expect(picker.topic).to.equal(LONG);
    await signIn('rosa');
    await shown();
    expect(picker.topic).to.equal('');
    expect(wordsOf(picker)).not.to.contain('goes along');
  });
});
