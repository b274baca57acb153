import { aTimeout, expect, html } from '@open-wc/testing';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { manyMessages } from '../../src/adapters/memory/many.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ThreadId } from '../../src/model/id.js';
import { button, find, listenToAnnouncements, open, type Opening, seen, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const thread = (id: string, opening?: Opening) => open<CareThread>(html`<care-thread thread=${id}></care-thread>`, opening);
const bubbles = (element: CareThread) => parts(element, 'message');

describe('who reads a thread', function () {
  this.timeout(20_000);

  it('notes nothing as read before the newest message has come into view', async () => {
    const marks: string[] = [];
    const { element } = await thread('long', {
      scenario: manyMessages(40),
      before: ({ method }) => void (method === 'markRead' && marks.push(method)),
    });
    bubbles(element)[0]!.scrollIntoView();
    await shown();
    expect(marks).to.deep.equal([]);
    bubbles(element).at(-1)!.scrollIntoView();
    await seen(bubbles(element).at(-1)!);
    expect(marks).to.deep.equal(['markRead']);
  });

  it('puts a page of older messages in its own thread only, and asks anew in another', async () => {
    const [long] = manyMessages(120).threads;
    let answer = () => {};
    let isSlow = false;
    const { element } = await thread('long', {
      scenario: { ...alderStreet, threads: [long!, { ...long!, id: 'other' as ThreadId, title: 'Another' }] },
      before: ({ method }) => (method === 'listEntries' && isSlow ? new Promise<void>((resolve) => (answer = resolve)) : undefined),
    });
    const count = bubbles(element).length;
    isSlow = true;
    button(element, 'Show earlier messages').click();
    await shown();
    expect(wordsOf(element)).to.contain('Getting earlier messages…');
    isSlow = false;
    element.thread = 'other' as ThreadId;
    await shown();
    expect(wordsOf(element)).not.to.contain('Getting earlier messages…');
    answer();
    await shown();
    expect(bubbles(element).length).to.equal(count);
  });

  it('keeps the focus when the button that had it goes away', async () => {
    const { element } = await thread('long', { scenario: manyMessages(60) });
    button(element, 'Show earlier messages').focus();
    button(element, 'Show earlier messages').click();
    await shown();
    expect(find(element, 'button').map(wordsOf)).not.to.include('Show earlier messages');
    expect(element.shadowRoot!.activeElement?.localName).to.equal('h2');
  });

  it('says aloud that the practice cannot be reached, when that comes by itself, and nothing at first', async () => {
    let isDown = true;
    const { said, stop } = await listenToAnnouncements();
    const { element } = await thread('refill', {
      before: ({ port }) => {
        if (isDown && port === 'messages') throw new AdapterError('unavailable', 'down');
      },
    });
    await aTimeout(300);
    isDown = false;
    await element.refresh();
    await aTimeout(300);
    expect(said).to.deep.equal([]);
    isDown = true;
    await element.refresh();
    await element.refresh();
    await aTimeout(1500);
    stop();
    expect(said).to.deep.equal(['We cannot reach the practice right now.']);
  });

  it('tells staff what went wrong in words for them, with no number to call', async () => {
    const before = (code: 'unavailable' | 'malformed'): Opening['before'] => ({ port }) => {
      if (port === 'messages') throw new AdapterError(code, 'for the test');
    };
    for (const code of ['unavailable', 'malformed'] as const) {
      const { element } = await thread('refill', { me: 'lee', before: before(code) });
      expect(wordsOf(element)).to.contain('Try again').and.not.to.match(/practice|Call/);
    }
  });

  it('F23 shows nothing of what somebody else has read, whatever fails', async () => {
    let isDown = false;
    const { element, signIn } = await thread('refill', {
      me: 'lee',
      before: ({ port }) => {
        if (isDown && port === 'messages') throw new AdapterError('unavailable', 'down');
      },
    });
    isDown = true;
    await signIn('rosa');
    expect(wordsOf(element)).to.contain('We cannot reach the practice').and.not.to.contain('pharmacy');
  });
});
