import { aTimeout, expect } from '@open-wc/testing';
import '../../src/define/thread.js';
import { manyMessages } from '../../src/adapters/memory/many.js';
import { sendMessage } from '../../src/client/messages.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, find, listenToAnnouncements, openThread, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const long = 'long' as ThreadId;
const bubbles = (element: CareThread) => parts(element, 'message');
const top = (element: Element): number => Math.round(element.getBoundingClientRect().top);
const newer = (element: CareThread) => parts(element, 'new').map(wordsOf);

/** Frames, since what is out of view is measured when it comes near. */
async function calm(): Promise<void> {
  await shown();
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  await aTimeout(50);
}

describe('the place of who reads', function () {
  this.timeout(20_000);

  it('stays when older messages come above, on the page and in a box that scrolls', async () => {
    // As in browsers that keep no place themselves.
    const { style } = document.documentElement;
    style.overflowAnchor = 'none';
    for (const isBox of [false, true]) {
      const { element } = await openThread('long', { scenario: manyMessages(120) });
      if (isBox) Object.assign(element.parentElement!.style, { display: 'block', blockSize: '500px', overflow: 'auto', overflowAnchor: 'none' });
      await calm();
      const first = bubbles(element)[0]!;
      first.scrollIntoView();
      await calm();
      const before = top(first);
      button(element, 'Show earlier messages').click();
      await calm();
      expect(bubbles(element).indexOf(first)).to.be.above(10);
      expect(Math.abs(top(first) - before), String(isBox)).to.be.at.most(2);
    }
    style.overflowAnchor = '';
  });

  it('stays when messages come below; a button says how many, leads there, and goes when they are seen', async () => {
    const { element, backend, clock } = await openThread('long', { scenario: manyMessages(30) });
    const lee = await openThread('long', { me: 'lee', backend, clock });
    const read = bubbles(element)[5]!;
    read.scrollIntoView();
    await calm();
    const before = top(read);
    const { said, stop } = await listenToAnnouncements();
    for (const body of ['One.', 'Two.', 'Three.']) {
      await clock.advance(1000);
      sendMessage(lee.client, { thread: long, body });
      await calm();
    }
    expect(Math.abs(top(read) - before)).to.be.at.most(2);
    expect(newer(element)).to.deep.equal(['3 new messages']);
    const shownAt = parts(element, 'new')[0]!.getBoundingClientRect();
    expect(shownAt.bottom).to.be.at.most(innerHeight);
    expect(shownAt.height).to.be.at.least(44);
    await expectAccessible(element);
    await aTimeout(1300);
    stop();
    expect(said.filter((words) => words.includes('New message from Dr. Grace Lee')).length).to.be.at.least(1);
    expect(said.join()).not.to.contain('Three');
    button(element, '3 new messages').focus();
    button(element, '3 new messages').click();
    await calm();
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.contain('One.');
    expect(element.shadowRoot!.activeElement!.getBoundingClientRect().top).to.be.within(0, innerHeight);
    bubbles(element).at(-1)!.scrollIntoView();
    await calm();
    expect(newer(element)).to.deep.equal([]);
    read.scrollIntoView();
    await calm();
    expect(newer(element)).to.deep.equal([]);
  });

  it('shows no such button for what comes into view by itself, is one’s own, or is another thread’s', async () => {
    const { element, client, backend, clock } = await openThread('long', { scenario: manyMessages(30) });
    const lee = await openThread('long', { me: 'lee', backend, clock });
    bubbles(element)[5]!.scrollIntoView();
    sendMessage(client, { thread: long, body: 'Mine.' });
    await calm();
    expect(newer(element)).to.deep.equal([]);
    bubbles(element).at(-1)!.scrollIntoView({ block: 'start' });
    await calm();
    await clock.advance(1000);
    sendMessage(lee.client, { thread: long, body: 'One.' });
    await calm();
    bubbles(element).at(-1)!.scrollIntoView();
    await calm();
    expect(newer(element)).to.deep.equal([]);
    expect(find(element, '.body').map(wordsOf)).to.include('One.');
  });
});
