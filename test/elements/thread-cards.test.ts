import { expect } from '@open-wc/testing';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { busyStreet, detailAsked, messagingOffPractice } from '../../src/adapters/memory/scenarios.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import { sendMessage } from '../../src/client/messages.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { PersonId, ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, find, listenToAnnouncements, type Opening, openThread, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const thread = (id: string, opening: Opening = {}) => openThread(id, { scenario: busyStreet, ...opening });
const cards = (element: CareThread) => parts(element, 'enclosed').map(wordsOf);
const ask = (element: CareThread, name: string) =>
  find<HTMLInputElement>(element, '.enclosed input').find((input) => wordsOf(input.closest('.field, label')!).includes(name))!;

async function answer(element: CareThread, words: string): Promise<void> {
  const field = ask(element, 'Which pharmacy?');
  field.value = words;
  field.dispatchEvent(new InputEvent('input'));
  await shown();
  button(element, 'Send the answer').click();
  await shown();
}

describe('cards in a thread', function () {
  this.timeout(20_000);

  it('asks for a detail in place, sends the answer once, and says where it stands', async () => {
    const { element, client, backend, clock } = await thread('statin');
    expect(cards(element)[0]).to.contain('Which pharmacy?').and.to.contain('Name and street').and.to.contain('By delivery');
    await expectAccessible(element);
    ask(element, 'By delivery').click();
    await answer(element, 'Corner Pharmacy');
    expect(cards(element)[0]).to.equal('Which pharmacy? Answered. See the answer');
    expect(find(element, '.mine dl').map(wordsOf).at(-1)).to.equal('Which pharmacy? Corner Pharmacy How do you want to get it? By delivery');
    expect(client.outbox.items('statin').length).to.equal(1);
    button(element, 'See the answer').click();
    const focused = element.shadowRoot!.activeElement!;
    expect(wordsOf(focused)).to.contain('Corner Pharmacy').and.not.to.contain('One more detail');
    const ana = await thread('statin', { me: 'ana', backend, clock });
    expect(cards(ana.element)[0]).to.contain('Answered.');
    await expectAccessible(element);
  });

  it('names what is missing, takes the focus there, and sends nothing', async () => {
    const { element, client } = await thread('statin');
    button(element, 'Send the answer').click();
    await shown();
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('One thing to look at.');
    find<HTMLAnchorElement>(element, '.problems a')[0]!.click();
    expect(element.shadowRoot!.activeElement).to.equal(ask(element, 'Which pharmacy?'));
    expect(client.outbox.items('statin').length).to.equal(0);
    await expectAccessible(element);
  });

  it('keeps what was begun when the thread is left and opened again, and leaves it out of the page', async () => {
    const { element } = await thread('statin');
    ask(element, 'Which pharmacy?').value = 'Corner';
    ask(element, 'Which pharmacy?').dispatchEvent(new InputEvent('input'));
    element.thread = 'refill' as ThreadId;
    await shown();
    element.thread = 'statin' as ThreadId;
    await shown();
    expect(ask(element, 'Which pharmacy?').value).to.equal('Corner');
    expect(element.shadowRoot!.innerHTML).not.to.contain('"Corner');
  });

  it('F02 shows an answer of which nobody knows whether it arrived, and asks nothing a second time', async () => {
    const before: Opening['before'] = ({ method }) => {
      if (method === 'send') throw new AdapterError('unknown-outcome', 'for the test');
    };
    const { element } = await thread('statin', { before });
    await answer(element, 'Corner Pharmacy');
    expect(cards(element)[0]).to.equal('Which pharmacy? Your answer is on its way.');
    expect(find(element, '.unsure').map(wordsOf)[0]).to.contain('Which pharmacy? Corner Pharmacy').and.to.contain('We are not sure');
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
  });

  it('puts a refused answer back to be changed, with what was said', async () => {
    let isDown = true;
    const { element } = await thread('statin', {
      before: ({ method }) => {
        if (isDown && method === 'send') throw new AdapterError('invalid', 'no', { field: 'detail.answers.0.value' });
      },
    });
    await answer(element, 'Corner Pharmacy');
    expect(find(element, '.refused').map(wordsOf)[0]).to.contain('Not sent.');
    isDown = false;
    button(element, 'Change it').click();
    await shown();
    expect(ask(element, 'Which pharmacy?').value).to.equal('Corner Pharmacy');
    expect(cards(element)[0]).to.contain('The practice could not take this.');
    await answer(element, 'Hill Pharmacy');
    expect(cards(element)[0]).to.contain('Answered.');
  });

  it('says an answer’s fate aloud, and none of its words', async () => {
    const { element } = await thread('statin');
    const { said, stop } = await listenToAnnouncements();
    await answer(element, 'Corner Pharmacy');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    stop();
    expect(said.join()).to.contain('Your answer has arrived.').and.not.to.contain('Corner');
  });

  it('asks first when another person was chosen, and sends nothing before that is settled', async () => {
    const asked = { ...detailAsked, subject: { ...busyStreet.patients[1]!.subjects[1]! } };
    const scenario: Scenario = { ...busyStreet, threads: [{ ...asked, entries: asked.entries.map((entry) => (entry.type === 'message' && entry.author.id === 'sam-okafor' ? { ...entry, author: busyStreet.patients[1]!.person } : entry)) }] };
    const { element, client } = await thread('statin', { scenario, me: 'rosa' });
    client.selection.choose('leo-delgado' as PersonId);
    await answer(element, 'Corner Pharmacy');
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('This is about Maya Delgado. You had chosen Leo Delgado.');
    expect(client.outbox.items('statin').length).to.equal(0);
    await expectAccessible(element);
    button(element, 'Do not send').click();
    await shown();
    expect(client.outbox.items('statin').length).to.equal(0);
    expect(ask(element, 'Which pharmacy?').value).to.equal('Corner Pharmacy');
    button(element, 'Send the answer').click();
    await shown();
    button(element, 'Send it about Maya Delgado').click();
    await shown();
    expect(client.selection.subject).to.equal('maya-delgado');
    expect(cards(element)[0]).to.contain('Answered.');
  });

  it('asks nothing of staff, and nothing while the practice takes no messages', async () => {
    const { element } = await thread('statin', { me: 'ana' });
    expect(cards(element)[0]).to.contain('Not answered yet.');
    expect(find(element, '.enclosed input').length).to.equal(0);
    const off = { ...messagingOffPractice, threads: busyStreet.threads };
    const patient = await thread('statin', { scenario: off });
    expect(cards(patient.element)[0]).to.contain('We take no messages right now.');
    expect(find(patient.element, '.enclosed input').length).to.equal(0);
  });

  it('leads to another thread, unless the page opens it its own way', async () => {
    const { element } = await thread('pressure');
    expect(cards(element)[0]).to.equal('A medicine refill Open this conversation');
    await expectAccessible(element);
    const chosen: string[] = [];
    element.addEventListener('care-thread-select', (event) => {
      chosen.push(event.threadId);
      if (chosen.length === 1) event.preventDefault();
    });
    button(element, 'Open this conversation').click();
    await shown();
    expect(element.thread).to.equal('pressure');
    button(element, 'Open this conversation').click();
    await shown();
    expect(chosen).to.deep.equal(['refill', 'refill']);
    expect(parts(element, 'title').map(wordsOf)).to.deep.equal(['A medicine refill']);
    expect(element.shadowRoot!.activeElement).to.equal(parts(element, 'title')[0]);
  });

  it('shows a kind of card it does not know in words', async () => {
    const { element } = await thread('exercises');
    expect(cards(element)).to.deep.equal(['Exercises for the lower back, 10 minutes a day Shown here in words only.']);
    await expectAccessible(element);
  });

  it('draws what a colleague asks while the thread is open', async () => {
    const patient = await thread('refill');
    const { backend, clock, element } = patient;
    const lee = await thread('refill', { me: 'lee', backend, clock });
    const cardsSent = [{ kind: 'detail-request' as const, fields: [{ id: 'days', kind: 'text' as const, label: 'How many tablets?', required: true, choices: [] }] }];
    await clock.advance(1000);
    sendMessage(lee.client, { thread: 'refill' as ThreadId, body: 'One more thing.', cards: cardsSent });
    await shown();
    expect(cards(element)[0]).to.contain('How many tablets?').and.to.contain('Send the answer');
  });
});
