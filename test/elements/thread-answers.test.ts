import { expect } from '@open-wc/testing';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { busyStreet, detailAsked, pausedPractice } from '../../src/adapters/memory/scenarios.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import { readThread, sendMessage } from '../../src/client/messages.js';
import { closeThread } from '../../src/client/queue.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { Card } from '../../src/model/card.js';
import type { MessageId, ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, find, type Opening, openThread, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const statin = 'statin' as ThreadId;
const options = { signal: new AbortController().signal };
const thread = (opening: Opening = {}) => openThread('statin', { scenario: busyStreet, ...opening });
const cards = (element: CareThread) => parts(element, 'enclosed').map(wordsOf);
const refused = (element: CareThread) => find(element, '.refused').map(wordsOf)[0] ?? '';
const pharmacy = (element: CareThread) => find<HTMLInputElement>(element, '.enclosed input')[0]!;
const focused = (element: CareThread) => element.shadowRoot!.activeElement;

async function type(element: CareThread, words: string): Promise<void> {
  pharmacy(element).value = words;
  pharmacy(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await shown();
}

async function answer(element: CareThread, words: string): Promise<void> {
  await type(element, words);
  button(element, 'Send the answer').click();
  await shown();
}

/** The thread with other cards in the message that asks. */
const asking = (...asked: readonly Card[]): Scenario => ({
  ...busyStreet,
  threads: [
    {
      ...detailAsked,
      entries: detailAsked.entries.map((entry) => (entry.type === 'message' && entry.cards.length > 0 ? { ...entry, cards: [...asked] } : entry)),
    },
  ],
});
const [first] = detailAsked.entries.flatMap((entry) => (entry.type === 'message' ? entry.cards : []));
const second: Card = {
  kind: 'detail-request',
  label: 'How many tablets?',
  fields: [{ id: 'tablets', kind: 'text', label: 'How many tablets?', required: true, choices: [] }],
};

describe('an answer to what a thread asks for', function () {
  this.timeout(20_000);

  it('is kept, to be copied, when somebody else has answered first', async () => {
    let isSlow = true;
    let go = () => {};
    const { element, client, backend, clock } = await thread({
      before: ({ method }) => (isSlow && method === 'send' ? new Promise<void>((resolve) => (go = resolve)) : undefined),
    });
    await answer(element, 'Corner Pharmacy');
    const other = await thread({ backend, clock });
    await answer(other.element, 'Hill Pharmacy');
    isSlow = false;
    go();
    await shown();
    await shown();
    expect(refused(element)).to.contain('Corner Pharmacy').and.to.contain('This was answered already. Your words are kept.');
    expect(refused(element)).to.contain('Copy the words').and.not.to.contain('Change it');
    expect(client.outbox.items(statin).length).to.equal(1);
    await expectAccessible(element);
  });

  it('is kept, with all its words, when a question of it is asked no more', async () => {
    const { element, client } = await thread({
      before: ({ method }) => {
        if (method === 'send') throw new AdapterError('invalid', 'no', { field: 'detail.answers.0.value' });
      },
    });
    const answers = [{ field: 'pharmacy', value: 'Corner' }, { field: 'gone', value: 'After six' }];
    sendMessage(client, { thread: statin, body: '', detail: { message: 'statin-3' as MessageId, answers } });
    await shown();
    expect(refused(element)).to.contain('Which pharmacy? Corner').and.to.contain('No longer asked After six');
    expect(refused(element)).to.contain('Send again').and.to.contain('Copy the words').and.not.to.contain('Change it');
    expect(cards(element)[0]).to.contain('Not sent yet. See below.');
  });

  it('stays on show when the thread is closed, or messages are paused, while it is written', async () => {
    const { element, backend, clock } = await thread();
    await type(element, 'Corner Pharmacy');
    pharmacy(element).focus();
    const ana = await thread({ me: 'ana', backend, clock });
    await closeThread(ana.client, await readThread(ana.client, statin, options), { note: 'Done.' }, options);
    await shown();
    expect(cards(element)[0]).to.contain('This was not answered.').and.to.contain('What you wrote is still here: Which pharmacy? Corner Pharmacy');
    expect(wordsOf(focused(element)!)).to.contain('This was not answered.');
    await expectAccessible(element);
  });

  it('can be given from the moment the practice opens until it closes, and what was begun stays on show', async () => {
    const practice = {
      ...pausedPractice.practice,
      hours: [{ day: 1, opens: '14:35', closes: '14:37' }],
      messaging: { state: 'open' as const, outsideHours: 'refused' as const },
    };
    const { element, clock } = await thread({ scenario: { ...busyStreet, practice } });
    find(element, 'care-composer')[0]!.remove();
    expect(cards(element)[0]).to.contain('We take no messages right now.');
    await clock.advance(61_000);
    await shown();
    expect(cards(element)[0]).to.contain('Send the answer');
    await type(element, 'Corner Pharmacy');
    await clock.advance(180_000);
    await shown();
    expect(cards(element)[0]).to.contain('What you wrote is still here:').and.to.contain('Corner Pharmacy');
  });

  it('keeps the focus in its place, from the button to the answer', async () => {
    const { element } = await thread();
    await type(element, 'Corner Pharmacy');
    button(element, 'Send the answer').focus();
    button(element, 'Send the answer').click();
    await shown();
    expect(wordsOf(focused(element)!)).to.contain('Answered.');
  });

  it('tells the page before and after, which can prevent it, and none of its words', async () => {
    const { element, client } = await thread();
    const told: string[] = [];
    element.addEventListener('input', () => void told.push('input'));
    element.addEventListener('care-message-sent', (event) => void told.push(`${event.type} ${JSON.stringify(event)}`));
    element.addEventListener('care-message-send', (event) => void event.preventDefault(), { once: true });
    await answer(element, 'Corner Pharmacy');
    expect(client.outbox.items(statin).length).to.equal(0);
    expect(wordsOf(focused(element)!)).to.equal('Not sent. This page stopped it. Your answer is kept.');
    expect(pharmacy(element).value).to.equal('Corner Pharmacy');
    await expectAccessible(element);
    button(element, 'Send the answer').click();
    await shown();
    expect(told.length).to.equal(1);
    expect(told[0]).to.contain('care-message-sent').and.not.to.contain('Corner');
  });

  it('F23 is sent by nobody who signs in while the page prepares', async () => {
    const { element, client, backend, signIn } = await thread();
    let ready = () => {};
    element.addEventListener('care-message-send', (event) => event.waitUntil(new Promise<void>((resolve) => (ready = resolve))));
    await answer(element, 'Corner Pharmacy');
    await signIn('rosa');
    ready();
    await shown();
    expect(client.outbox.items(statin).length).to.equal(0);
    expect(backend.messages().some(({ answers }) => answers.some(({ value }) => value === 'Corner Pharmacy'))).to.equal(false);
  });

  it('goes to the first of two requests in a message, then to the second', async () => {
    const { element } = await thread({ scenario: asking(first!, second) });
    expect(find(element, '.enclosed form').length).to.equal(1);
    expect(cards(element)[1]).to.equal('How many tablets? Not answered yet.');
    await answer(element, 'Corner Pharmacy');
    expect(cards(element)[0]).to.contain('Answered.');
    expect(cards(element)[1]).to.contain('Send the answer');
    await answer(element, '30');
    expect(cards(element).join()).not.to.contain('Send the answer').and.not.to.contain('on its way');
  });
});
