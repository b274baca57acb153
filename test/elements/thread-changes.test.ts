import { expect } from '@open-wc/testing';
import '../../src/define/thread.js';
import type { Connection } from '../../src/adapter/adapter.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { amendedAnswer, answeredRefill, busyStreet, pausedPractice } from '../../src/adapters/memory/scenarios.js';
import { amendMessage, retractMessage } from '../../src/client/changing.js';
import { sendMessage } from '../../src/client/messages.js';
import { closeThread } from '../../src/client/queue.js';
import { readThread } from '../../src/client/messages.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { MessageId, ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, field, find, listenToAnnouncements, type Opening, openThread, shown, wordsOf, write } from '../support/conversation.js';
import { handClock } from '../support/clock.js';
import { parts } from '../support/shown.js';

const options = { signal: new AbortController().signal };
const refill = 'refill' as ThreadId;
const thread = (id: string, opening: Opening = {}) => openThread(id, { scenario: busyStreet, ...opening });
const bubbles = (element: CareThread) => parts(element, 'message').map(wordsOf);

describe('a thread whose messages change', function () {
  this.timeout(20_000);

  it('shows that an answer was changed and when, and what it said before', async () => {
    const { element } = await thread('potassium');
    const last = parts(element, 'message').at(-1)!;
    expect(wordsOf(last)).to.match(/Take one 20 mEq tablet.*Changed at 6:26 pm\./);
    const before = find<HTMLDetailsElement>(element, '.words details')[0]!;
    before.querySelector('summary')!.click();
    expect(wordsOf(before)).to.contain('What it said before').and.to.contain('Take two 20 mEq tablets');
    await expectAccessible(element);
  });

  it('leaves a mark where a message was taken back', async () => {
    const { element } = await thread('maya-rash', { me: 'june' });
    expect(bubbles(element)[1]).to.match(/Rosa Delgado took this message back at 5:54 pm\.$/);
    await expectAccessible(element);
  });

  it('shows both to the other side at once', async () => {
    const patient = await thread('refill');
    const { backend, clock, element } = patient;
    const lee = await thread('refill', { me: 'lee', backend, clock });
    await clock.advance(1000);
    const which = { thread: refill, message: 'refill-4' as MessageId };
    await amendMessage(lee.client, { ...which, body: 'After 5 today.' }, options);
    await shown();
    expect(bubbles(element).at(-1)).to.contain('After 5 today.').and.to.contain('What it said before');
    await retractMessage(lee.client, which, options);
    await shown();
    expect(bubbles(element).at(-1)).to.contain('took this message back').and.not.to.contain('After 5');
    expect(element.shadowRoot!.textContent).not.to.contain('After 5');
  });

  it('F08 does not bring back what was changed, taken back or not yet said, whatever comes late', async () => {
    const first = await thread('refill');
    const connection = await first.client.connect();
    const old = await connection.messages!.listEntries({ thread: refill }, options);
    const oldThread = await connection.messages!.readThread(refill, options);
    let isLate = false;
    const messages: Connection['messages'] = {
      ...connection.messages!,
      listEntries: (query, call) => (isLate ? Promise.resolve(old) : connection.messages!.listEntries(query, call)),
      readThread: (id, call) => (isLate ? Promise.resolve(oldThread) : connection.messages!.readThread(id, call)),
    };
    const { element } = await thread('refill', { adapter: { name: 'late', connect: async () => ({ ...connection, messages }) } });
    const lee = await thread('refill', { me: 'lee', backend: first.backend, clock: first.clock });
    await first.clock.advance(1000);
    await amendMessage(lee.client, { thread: refill, message: 'refill-4' as MessageId, body: 'After 5 today.' }, options);
    await element.refresh();
    await shown();
    isLate = true;
    await element.refresh();
    await shown();
    expect(bubbles(element).at(-1)).to.match(/Wrote this personally [\d:]+\s[ap]m After 5 today\./);
    isLate = false;
    sendMessage(lee.client, { thread: refill, body: 'And bring your card.' });
    await shown();
    await element.refresh();
    await shown();
    const now = bubbles(element);
    expect(now.at(-1)).to.contain('And bring your card.');
    isLate = true;
    await element.refresh();
    await shown();
    expect(bubbles(element)).to.deep.equal(now);
  });

  it('F15 keeps the server’s order with a clock that is a day wrong, and puts nothing in the future', async () => {
    for (const days of [-1, 1]) {
      const clock = handClock(new Date(Date.parse('2026-11-23T22:34:00Z') + days * 86_400_000).toISOString());
      const { element } = await thread('refill', {
        clock,
        scenario: { ...busyStreet, threads: [answeredRefill] },
        before: ({ method }) => {
          if (method === 'send') throw new AdapterError('unknown-outcome', 'for the test');
        },
      });
      await write(element, 'Do I need to skip breakfast?');
      button(element, 'Send').click();
      await shown();
      expect(bubbles(element).at(-1)).to.contain('skip breakfast');
      // A message on its way is not said to be older than the one above it.
      expect(find(element, '.day').length).to.equal(days === -1 ? 2 : 3);
      expect(wordsOf(element)).not.to.match(/-\d+ (min|day)|in \d+ (min|hour|day)|Tomorrow/);
    }
  });

  it('F10 says why a message cannot be sent any more, keeps its words to copy, and leads on', async () => {
    let isSlow = true;
    let go = () => {};
    const { element, backend, clock } = await thread('refill', {
      before: ({ method }) => (isSlow && method === 'send' ? new Promise<void>((resolve) => (go = resolve)) : undefined),
    });
    await write(element, 'One more question.');
    button(element, 'Send').click();
    await shown();
    const lee = await thread('refill', { me: 'lee', backend, clock });
    await closeThread(lee.client, await readThread(lee.client, refill, options), { note: 'Answered.' }, options);
    isSlow = false;
    go();
    await shown();
    const refused = find(element, '.refused')[0]!;
    expect(wordsOf(refused)).to.contain('One more question.').and.to.contain('Not sent. This conversation is closed. Your words are kept.');
    expect(wordsOf(refused)).to.contain('Call +1 206 555 0142').and.to.contain('Copy the words').and.not.to.contain('Send again');
    await expectAccessible(element);
  });

  it('F10 says so when the reader may not write here any more, or the practice takes no messages', async () => {
    for (const [scenario, code, words] of [
      [busyStreet, 'forbidden', 'You cannot write here any more.'],
      [{ ...pausedPractice, threads: [answeredRefill] }, 'conflict', 'We take no messages right now.'],
    ] as const) {
      const { element, client } = await thread('refill', {
        scenario,
        before: ({ method }) => {
          if (method === 'send') throw new AdapterError(code, 'for the test');
        },
      });
      sendMessage(client, { thread: refill, body: 'One more question.' });
      await shown();
      expect(wordsOf(find(element, '.refused')[0]!)).to.contain(`Not sent. ${words} Your words are kept.`);
    }
  });

  it('copies refused words, and says how to where the browser does not let it', async () => {
    const { element, client } = await thread('refill', {
      before: ({ method }) => {
        if (method === 'send') throw new AdapterError('forbidden', 'for the test');
      },
    });
    sendMessage(client, { thread: refill, body: 'One more question.' });
    await shown();
    const { said, stop } = await listenToAnnouncements();
    button(element, 'Copy the words').click();
    await new Promise((resolve) => setTimeout(resolve, 1300));
    stop();
    expect(said.join()).to.match(/^(Copied\.|Not copied\. Mark the words to copy them\.)$/);
  });

  it('lets a refused message be changed and sent again, once', async () => {
    let isDown = true;
    const { element } = await thread('refill', {
      before: ({ method }) => {
        if (isDown && method === 'send') throw new AdapterError('invalid', 'for the test', { field: 'body' });
      },
    });
    await write(element, 'Any news?');
    button(element, 'Send').click();
    await shown();
    isDown = false;
    button(element, 'Change it').click();
    await shown();
    expect(field(element).value).to.equal('Any news?');
    await write(element, 'Any news today?');
    button(element, 'Send').click();
    await shown();
    expect(find(element, '.body').map(wordsOf).filter((words) => words.startsWith('Any news'))).to.deep.equal(['Any news today?']);
  });

  it('names a writer’s tie to the patient, and for whom, on every message', async () => {
    const { element } = await thread('maya-cough', { me: 'june' });
    expect(parts(element, 'byline').map(wordsOf)[0]).to.match(/^RD Rosa Delgado parent , for Maya Delgado/);
    expect(amendedAnswer.entries.length).to.equal(2);
  });
});
