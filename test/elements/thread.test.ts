import { aTimeout, expect, html } from '@open-wc/testing';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { manyMessages } from '../../src/adapters/memory/many.js';
import { alderStreet, answeredRefill } from '../../src/adapters/memory/scenarios.js';
import { sendMessage } from '../../src/client/messages.js';
import { claimThread, closeThread, routeThread } from '../../src/client/queue.js';
import { readThread } from '../../src/client/messages.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { PersonId, ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, find, listenToAnnouncements, open, type Opening, type Reading, seen, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const options = { signal: new AbortController().signal };
const thread = (id: string, opening?: Opening) => open<CareThread>(html`<care-thread thread=${id}></care-thread>`, opening);
const bubbles = (element: CareThread) => parts(element, 'message');
const part = (element: CareThread, name: string) => parts(element, name).map(wordsOf);
const reply = ({ client, element }: Reading<CareThread>, body: string) =>
  sendMessage(client, { thread: element.thread!, body });

describe('<care-thread>', function () {
  this.timeout(10_000);

  it('says who has it, who had it, and tells all that happened by name and role', async () => {
    const { element } = await thread('refill');
    expect(part(element, 'title')).to.deep.equal(['A medicine refill']);
    expect(part(element, 'custody')[0]).to.equal('You have this now. Nothing is waiting at the practice.');
    expect(part(element, 'handover')[0]).to.match(/You .*Ana Morales front desk.*Dr\. Grace Lee answered.*You have it now/);
    expect(part(element, 'event').join()).to.contain(
      'Ana Morales, front desk, passed this to Dr. Grace Lee. Reason: No refills left on the prescription.',
    );
    expect(find(element, 'h3').length).to.equal(2);
    await expectAccessible(element);
  });

  it('marks each answer with person, role, practice, on whose behalf, and who wrote the words', async () => {
    const { element } = await thread('maya-cough', { me: 'rosa' });
    expect(part(element, 'byline').at(-1)).to.match(
      /^JC June Carter nurse , Alder Street Family Practice , for Dr\. Grace Lee \. Wrote this personally/,
    );
    expect(part(element, 'byline')[0]).to.contain('You parent , for Maya Delgado');
  });

  it('shows what was answered in the form beside its question, and keeps line breaks', async () => {
    const { element } = await thread('refill');
    const facts = find(element, 'dl > div').map(wordsOf);
    expect(facts).to.include('Which medicine? Lisinopril 10 mg');
    expect(getComputedStyle(find(element, '.body')[0]!).whiteSpace).to.contain('pre-wrap');
  });

  it('says who opened one’s own message, and when', async () => {
    const { element } = await thread('refill');
    expect(part(element, 'state')[0]).to.match(/^Opened by Ana Morales at .* and Dr\. Grace Lee (today at|on) .*/);
    const waiting = await thread('back-pain');
    expect(part(waiting.element, 'state')[0]).to.match(/^Sent .*\. Nobody has opened it yet$/);
  });

  it('promises an answer in the practice’s time, and says in the same place when it is late', async () => {
    const { element } = await thread('leo-form', { me: 'rosa' });
    expect(part(element, 'custody')[0]).to.equal(
      'Waiting at the practice. Nobody has it yet. You will hear back by Saturday, 12 pm.',
    );
    const late = await thread('back-pain');
    expect(part(late.element, 'custody')).to.deep.equal([]);
    expect(part(late.element, 'late')[0]).to.contain('This answer is late. It was due Saturday, November 21, 12 pm.');
    expect(find<HTMLAnchorElement>(late.element, 'a')[0]!.href).to.equal('tel:+12065550142');
    await expectAccessible(late.element);
  });

  it('is late from the moment the time has passed, with nobody pressing anything', async () => {
    const due = { ...answeredRefill, turn: 'practice' as const, dueAt: '2026-11-23T22:40:00Z' };
    const { element, clock } = await thread('refill', { scenario: { ...alderStreet, threads: [due] } });
    expect(part(element, 'late')).to.deep.equal([]);
    await clock.advance(6 * 60_000);
    await shown();
    expect(part(element, 'late')[0]).to.contain('This answer is late.');
  });

  it('reads from the practice’s side for staff, with no number to call', async () => {
    const { element } = await thread('back-pain', { me: 'ana' });
    expect(part(element, 'late')[0]).to.contain('Nobody has it yet.').and.not.to.contain('call');
    const mine = await thread('maya-cough', { me: 'june' });
    expect(part(mine.element, 'custody')[0]).to.equal('You have this now. Rosa Delgado was answered and can reply.');
    await expectAccessible(mine.element);
  });

  it('shows two readers live how a question is taken, passed on, answered and closed', async () => {
    const patient = await thread('back-pain');
    const { backend, clock } = patient;
    const ana = await thread('back-pain', { me: 'ana', backend, clock });
    const lee = await thread('back-pain', { me: 'lee', backend, clock });
    const id = 'back-pain' as ThreadId;
    const act = async (what: () => Promise<unknown>) => {
      await clock.advance(1000);
      await what();
      await shown();
    };
    await act(async () => claimThread(ana.client, await readThread(ana.client, id, options), options));
    expect(part(patient.element, 'late')[0]).to.contain('Ana Morales has this now.');
    const routing = { to: 'grace-lee' as PersonId, note: 'A doctor should say.' };
    await act(async () => routeThread(ana.client, await readThread(ana.client, id, options), routing, options));
    await act(async () => reply(lee, 'Not before Thursday.'));
    expect(wordsOf(patient.element)).to.contain('Not before Thursday.').and.to.contain('You have this now.');
    await act(async () => reply(patient, 'Thank you.'));
    expect(wordsOf(lee.element)).to.contain('Thank you.');
    await act(async () => {
      bubbles(lee.element).at(-1)!.scrollIntoView();
      await seen(bubbles(lee.element).at(-1)!);
    });
    expect(part(patient.element, 'state').at(-1)).to.match(/^Opened by .*Dr\. Grace Lee/);
    await act(async () => closeThread(lee.client, await readThread(lee.client, id, options), { note: 'Answered.' }, options));
    expect(part(patient.element, 'custody')[0]).to.equal('Closed. Dr. Grace Lee closed it. Today.');
    await expectAccessible(patient.element);
  });

  it('notes what was read once per message, and only what others wrote', async () => {
    const marks: string[] = [];
    const count = (opening: Opening) =>
      thread('refill', { ...opening, before: ({ method }) => void (method === 'markRead' && marks.push(method)) });
    const { element, backend, clock } = await count({});
    bubbles(element).at(-1)!.scrollIntoView();
    await seen(bubbles(element).at(-1)!);
    expect(marks.length).to.equal(1);
    await element.refresh();
    await shown();
    expect(marks.length).to.equal(1);
    const lee = await thread('refill', { me: 'lee', backend, clock });
    reply(lee, 'One more thing.');
    await shown();
    bubbles(element).at(-1)!.scrollIntoView();
    await seen(bubbles(element).at(-1)!);
    expect(marks.length).to.equal(2);
  });

  it('notes nothing as read while it is not on show', async () => {
    const marks: string[] = [];
    await open(html`<div hidden><care-thread thread="refill"></care-thread></div>`, {
      before: ({ method }) => void marks.push(method),
    });
    expect(marks).to.include('listEntries').and.not.to.include('markRead');
  });

  it('F07 shows a message once and says it once, whatever is repeated', async () => {
    const patient = await thread('refill');
    const { backend, clock, element } = patient;
    const lee = await thread('refill', { me: 'lee', backend, clock });
    const { said, stop } = await listenToAnnouncements();
    reply(lee, 'One more thing.');
    for (let hint = 0; hint < 3; hint++) patient.client.changes.announce([{ kind: 'thread', thread: 'refill' as ThreadId }]);
    await shown();
    await element.refresh();
    await shown();
    expect(find(element, '.body').filter((body) => wordsOf(body) === 'One more thing.').length).to.equal(1);
    await aTimeout(1500);
    stop();
    expect(said).to.deep.equal(['New message from Dr. Grace Lee']);
  });

  it('says nothing aloud of what stood there before, or of what is older', async () => {
    const { said, stop } = await listenToAnnouncements();
    const { element } = await thread('long', { scenario: manyMessages(120) });
    const count = find(element, '.message').length;
    button(element, 'Show earlier messages').click();
    await shown();
    expect(find(element, '.message').length).to.be.above(count);
    await aTimeout(100);
    stop();
    expect(said).to.deep.equal([]);
  });

  it('reads older pages one by one, down to the first message', async () => {
    const { element } = await thread('long', { scenario: manyMessages(120) });
    for (let page = 0; page < 2; page++) {
      button(element, 'Show earlier messages').click();
      await shown();
    }
    expect(find(element, '.message').length).to.equal(120);
    expect(wordsOf(element)).not.to.contain('Show earlier messages');
  });

  it('scrolls nothing sideways at 320 px, and gives every finger 44 px', async () => {
    const { element } = await thread('refill', { width: '320px' });
    const { right } = element.getBoundingClientRect();
    for (const inside of find(element, '*')) {
      expect(inside.getBoundingClientRect().right, inside.className).to.be.at.most(right + 0.5);
      if (inside.matches('button, a')) expect(inside.getBoundingClientRect().height).to.be.at.least(44);
    }
    expect(find(element, '.handover')[0]!.checkVisibility()).to.equal(false);
  });

  it('shows the rest of a thread of which an entry cannot be read, and says so', async () => {
    const opening: Opening = {};
    const good = await thread('refill', opening);
    const connection = await good.client.connect();
    const messages = {
      ...connection.messages!,
      listEntries: async () => {
        const page = await connection.messages!.listEntries({ thread: 'refill' as ThreadId }, options);
        return { ...page, items: [...page.items.slice(1), { type: 'message', id: 7 } as never] };
      },
    };
    const adapter = { name: 'odd', connect: async () => ({ ...connection, messages }) };
    const { element } = await thread('refill', { adapter });
    expect(wordsOf(element)).to.contain('1 message could not be shown. Nothing is lost.').and.to.contain('The pharmacy says');
    await expectAccessible(element);
  });

  it('does nothing where no thread is named', async () => {
    const { element } = await open<CareThread>(html`<care-thread></care-thread>`);
    expect(wordsOf(element)).to.equal('');
  });

  it('says what it is when the thread is not there, and shows another when it is told to', async () => {
    const { element } = await thread('nowhere');
    expect(wordsOf(element)).to.contain('This is not here any more.').and.to.contain('Call +1 206 555 0142');
    await expectAccessible(element);
    element.thread = 'refill' as ThreadId;
    await shown();
    expect(part(element, 'title')).to.deep.equal(['A medicine refill']);
  });

  it('keeps what was read when the practice cannot be reached, and goes on by itself', async () => {
    let isDown = false;
    const { element } = await thread('refill', {
      before: () => {
        if (isDown) throw new AdapterError('unavailable', 'down');
      },
    });
    isDown = true;
    await element.refresh();
    await shown();
    expect(wordsOf(element)).to.contain('We cannot reach the practice right now.').and.to.contain('The pharmacy says');
    await expectAccessible(element);
    isDown = false;
    button(element, 'Try again').click();
    await shown();
    expect(wordsOf(element)).not.to.contain('We cannot reach');
  });
});
