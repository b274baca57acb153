import { expect } from '@open-wc/testing';
import '../../src/define/thread.js';
import { busyStreet, calledThread, waitingQuestion } from '../../src/adapters/memory/scenarios.js';
import type { ScenarioThread } from '../../src/adapters/memory/scenario.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ReplyWish } from '../../src/model/reply-wish.js';
import { button, expectAccessible, find, type Opening, openThread, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const thread = (id: string, opening: Opening = {}) => openThread(id, { scenario: busyStreet, ...opening });
const only = (one: ScenarioThread) => ({ ...busyStreet, threads: [one] });
const part = (element: CareThread, name: string) => parts(element, name).map(wordsOf);
const wished = (reply: ReplyWish): ScenarioThread => ({ ...calledThread, turn: 'practice', dueAt: '2026-11-25T02:00:00Z', reply });

describe('the head of a thread', function () {
  this.timeout(20_000);

  it('says to both sides how the patient wants to be answered, and lets staff call', async () => {
    const { element } = await thread('knee', { me: 'june' });
    expect(part(element, 'wish')).to.deep.equal(['Wants a call: +1 206 555 0181 , 12–1 pm, by anyone']);
    expect(find<HTMLAnchorElement>(element, '[part=wish] a')[0]!.href).to.equal('tel:+12065550181');
    await expectAccessible(element);
    const reply = calledThread.reply!;
    const waiting = await thread('knee', { scenario: only(wished(reply)) });
    expect(part(waiting.element, 'wish')).to.deep.equal(['You asked for a call: +1 206 555 0181 , 12–1 pm, by anyone']);
    expect(find(waiting.element, '[part=wish] a').length).to.equal(0);
  });

  it('says by whom, and nothing where anything will do or all is said', async () => {
    const nurse = wished({ channel: 'message', from: 'nurse', windows: [] });
    const { element } = await thread('knee', { scenario: only(nurse) });
    expect(part(element, 'wish')).to.deep.equal(['You asked for a message: by a nurse or assistant']);
    const any = await thread('knee', { scenario: only(wished({ channel: 'message', from: 'anyone', windows: [] })) });
    expect(part(any.element, 'wish')).to.deep.equal([]);
    const answered = await thread('knee');
    expect(part(answered.element, 'wish')).to.deep.equal([]);
  });

  it('tells the page once that an answer is late, with the thread’s id and nothing else', async () => {
    const late: Event[] = [];
    const hear = (event: Event) => late.push(event);
    document.addEventListener('care-thread-overdue', hear);
    const { element, client, clock } = await thread('knee', { scenario: only({ ...wished(calledThread.reply!), dueAt: '2026-11-23T22:40:00Z' }) });
    expect(late).to.deep.equal([]);
    await clock.advance(7 * 60_000);
    await shown();
    await element.refresh();
    const again = document.createElement('care-thread');
    again.thread = element.thread;
    element.after(again);
    await shown();
    document.removeEventListener('care-thread-overdue', hear);
    expect(late.length).to.equal(1);
    expect(Object.keys(late[0]!).filter((name) => name !== 'isTrusted')).to.deep.equal(['threadId']);
    expect(part(again, 'late')[0]).to.contain('This answer is late.');
    expect(client.reader).to.equal('sam-okafor');
  });

  it('shows the phone in the place of the promise once it has passed', async () => {
    const { element } = await thread('back-pain', { scenario: only(waitingQuestion) });
    expect(find<HTMLAnchorElement>(element, '[part=late] a')[0]!.href).to.equal('tel:+12065550142');
  });

  it('says of an expired thread why it is over', async () => {
    const { element } = await thread('work-form');
    expect(part(element, 'custody')[0]).to.equal('Closed. Nobody wrote for a long time, so it closed by itself.');
    expect(part(element, 'event').at(-1)).to.match(/^Closed by itself: nobody wrote for a long time\./);
    await expectAccessible(element);
  });

  it('leads from a thread to the one it goes on in, and back', async () => {
    const { element } = await thread('bill');
    expect(part(element, 'event').at(-1)).to.match(/^You went on in a newer conversation\./);
    button(element, 'Go on in the newer conversation').click();
    await shown();
    expect(element.thread).to.equal('bill-again');
    button(element, 'See what was said before').click();
    await shown();
    expect(element.thread).to.equal('bill');
  });

  it('tells how each call went, by name, in words', async () => {
    const { element } = await thread('knee');
    const events = part(element, 'event');
    expect(events[1]).to.match(/^June Carter, nurse, called you\. No answer\. Will try again at 12:30\./);
    expect(events[2]).to.match(/^June Carter, nurse, called and spoke with you\. Advice given: rest, ice, and a bandage\./);
  });
});
