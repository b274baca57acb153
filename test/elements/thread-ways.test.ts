import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { manyMessages } from '../../src/adapters/memory/many.js';
import { busyStreet } from '../../src/adapters/memory/scenarios.js';
import type { VisitRequestEvent } from '../../src/controllers/visit-request-event.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import { button, expectAccessible, find, listenToAnnouncements, type Opening, openThread, shown, wordsOf, write } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const thread = (id: string, opening: Opening = {}) => openThread(id, { scenario: busyStreet, ...opening });
const has = (element: CareThread, words: string): boolean => find(element, 'button').some((one) => wordsOf(one).startsWith(words));

describe('the end of a thread', function () {
  this.timeout(20_000);

  it('lets a patient say that this answered their question, once, and says that it was noted', async () => {
    const { element, backend, clock } = await thread('refill');
    await expectAccessible(element);
    const { said, stop } = await listenToAnnouncements();
    button(element, 'This answered my question').click();
    await shown();
    expect(has(element, 'This answered my question')).to.equal(false);
    expect(parts(element, 'event').map(wordsOf).at(-1)).to.match(/^You said that this answered your question\./);
    expect(element.shadowRoot!.activeElement === null || document.activeElement !== document.body).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    stop();
    expect(said.join()).to.contain('We noted it. You can still write.');
    const lee = await thread('refill', { me: 'lee', backend, clock });
    expect(parts(lee.element, 'event').map(wordsOf).at(-1)).to.match(/^Sam Okafor said that this answered the question\./);
    await write(element, 'Oh, one more.');
    button(element, 'Send').click();
    await shown();
    expect(parts(element, 'custody').map(wordsOf).join()).to.contain('Dr. Grace Lee has this now.');
  });

  it('says so when it could not be noted, and offers it again', async () => {
    const { element } = await thread('refill', {
      before: ({ method }) => {
        if (method === 'settle') throw new AdapterError('stale', 'for the test');
      },
    });
    button(element, 'This answered my question').click();
    await shown();
    expect(find(element, '.ways').map(wordsOf)[0]).to.contain('We could not note this.');
    expect(has(element, 'This answered my question')).to.equal(true);
    await expectAccessible(element);
  });

  it('asks it of nobody who has no question answered: not of staff, not before an answer, not when it is over', async () => {
    for (const [id, me] of [['refill', 'lee'], ['back-pain', 'sam'], ['bill', 'sam']] as const) {
      const { element } = await thread(id, { me });
      expect(has(element, 'This answered my question'), id).to.equal(false);
    }
  });

  it('offers a visit in a long thread, with what is written so far for whoever takes it', async () => {
    const { element } = await thread('dizzy');
    expect(wordsOf(find(element, '.ways')[0]!)).to.contain('This has become long. A visit may be quicker.');
    await write(element, 'Dizzy again today.');
    let taken: VisitRequestEvent | undefined;
    const take = (event: VisitRequestEvent) => {
      taken = event;
      event.preventDefault();
    };
    element.addEventListener('care-visit-request', take);
    button(element, 'Book a visit about this').click();
    await shown();
    expect(taken!.threadId).to.equal('dizzy');
    expect(taken!.subject).to.equal('sam-okafor');
    expect(taken!.readText()).to.equal('Dizzy again today.');
    expect(JSON.stringify(taken)).not.to.contain('Dizzy');
    expect(find(element, '.ways').map(wordsOf)[0]).not.to.contain('Call us');
    element.removeEventListener('care-visit-request', take);
    button(element, 'Book a visit about this').click();
    await shown();
    expect(find(element, '.ways').map(wordsOf)[0]).to.contain('Call us to book a visit about this. Call +1 206 555 0142');
    await expectAccessible(element);
  });

  it('F23 hands what was written to nobody once somebody else has signed in', async () => {
    const { element, client, signIn } = await thread('dizzy');
    await write(element, 'Dizzy again today.');
    let taken: VisitRequestEvent | undefined;
    element.addEventListener('care-visit-request', (event) => {
      taken = event;
      event.preventDefault();
    });
    button(element, 'Book a visit about this').click();
    await signIn('rosa');
    client.drafts.set('thread/rosa-delgado/dizzy', 'Not for this page.');
    expect(taken!.readText()).to.equal('');
  });

  it('offers no visit in a short thread, nor to staff', async () => {
    const { element } = await thread('refill');
    expect(has(element, 'Book a visit')).to.equal(false);
    const june = await thread('dizzy', { me: 'june' });
    expect(has(june.element, 'Book a visit')).to.equal(false);
  });
});

/** Everything that is downloaded while something is done. */
async function downloads(act: () => Promise<void>): Promise<{ readonly name: string; readonly blob: Blob }[]> {
  const found: { name: string; blob: Blob }[] = [];
  const { createObjectURL, revokeObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let last: Blob | undefined;
  const open = new Set<string>();
  URL.createObjectURL = (blob) => {
    last = blob as Blob;
    const url = createObjectURL.call(URL, blob);
    open.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    open.delete(url);
    revokeObjectURL.call(URL, url);
  };
  HTMLAnchorElement.prototype.click = function () {
    found.push({ name: this.download, blob: last! });
  };
  await act();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  Object.assign(URL, { createObjectURL, revokeObjectURL });
  HTMLAnchorElement.prototype.click = click;
  expect(open.size).to.equal(0);
  return found;
}

/** Frames that are put into the page, and those that were printed, none of them on paper. */
function printing(): { readonly frames: HTMLIFrameElement[]; readonly printed: HTMLIFrameElement[]; stop(): void } {
  const frames: HTMLIFrameElement[] = [];
  const printed: HTMLIFrameElement[] = [];
  const watch = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLIFrameElement)) continue;
      frames.push(node);
      node.contentWindow!.print = () => void printed.push(node);
    }
  });
  watch.observe(document.body, { childList: true });
  return { frames, printed, stop: () => watch.disconnect() };
}

async function keep(element: CareThread, words: string): Promise<void> {
  const more = parts(element, 'more')[0] as HTMLDetailsElement;
  more.open = true;
  await shown();
  button(element, words).click();
  for (let turn = 0; turn < 5; turn++) await shown();
}

describe('a thread on paper and in a file', function () {
  this.timeout(20_000);

  it('is downloaded as text, whole, with names, roles, dates and zone, and no words in the file’s name', async () => {
    const { element } = await openThread('long', { scenario: manyMessages(120) });
    const [file, ...more] = await downloads(() => keep(element, 'Download as text'));
    expect(more.length).to.equal(0);
    expect(file!.name).to.equal('conversation-2026-11-23.txt');
    const text = await file!.blob.text();
    expect(text).to.match(/^A test result\nAbout: Sam Okafor\nPractice: Alder Street Family Practice\nSaved: November 23, 2026 at /);
    expect(text.match(/^Dr\. Grace Lee, family physician, Alder Street Family Practice$/gm)!.length).to.equal(60);
    expect(text.match(/^Sam Okafor$/gm)!.length).to.equal(60);
    expect(text).to.match(/^November \d+, 2026 at \d+:\d\d\s[ap]m \S+$/m);
    expect(text).to.contain('Ana Morales, front desk, passed this to June Carter. Reason: Asked to look at this.');
    expect(text).not.to.match(/[\u2068\u2069]|\bYou\b/);
    expect(wordsOf(find(element, '.ways')[0]!)).to.contain('Downloaded.');
  });

  it('is downloaded as data, oldest first', async () => {
    const { element } = await thread('potassium');
    const [file] = await downloads(() => keep(element, 'Download as data'));
    expect(file!.name).to.equal('conversation-2026-11-23.json');
    const data = JSON.parse(await file!.blob.text()) as { title: string; entries: { id: string; amendments?: unknown[]; key?: string }[] };
    expect(data.title).to.equal('A test result');
    expect(data.entries.map(({ id }) => id).slice(0, 2)).to.deep.equal(['potassium-1', 'potassium-2']);
    expect(data.entries[1]!.amendments!.length).to.equal(1);
    expect(data.entries.some((entry) => 'key' in entry)).to.equal(false);
  });

  it('tells in the text what was changed, taken back, answered and called', async () => {
    const texts: string[] = [];
    for (const [id, me] of [['potassium', 'sam'], ['maya-rash', 'rosa'], ['leo-inhaler', 'rosa'], ['knee', 'sam']] as const) {
      const { element } = await thread(id, { me });
      const [file] = await downloads(() => keep(element, 'Download as text'));
      texts.push(await file!.blob.text());
    }
    expect(texts[0]).to.match(/Changed on November 19, 2026 at .*Before, it said:\nIt is only a little low\. Take two/);
    expect(texts[1]).to.match(/Rosa Delgado took this message back on November 23, 2026/);
    expect(texts[1]).to.match(/^June Carter, nurse, Alder Street Family Practice, for Dr\. Grace Lee$/m);
    expect(texts[2]).to.contain('Which pharmacy?: Corner Pharmacy, 88 Alder Street');
    expect(texts[3]).to.contain('June Carter, nurse, called and spoke with Sam Okafor. Advice given');
  });

  it('says so when not all of it can be had, and downloads nothing', async () => {
    let isDown = false;
    const { element } = await openThread('long', {
      scenario: manyMessages(120),
      before: ({ method }) => {
        if (isDown && method === 'listEntries') throw new AdapterError('unavailable', 'down');
      },
    });
    isDown = true;
    const files = await downloads(() => keep(element, 'Download as text'));
    expect(files.length).to.equal(0);
    expect(wordsOf(find(element, '.ways')[0]!)).to.contain('We could not get all messages. Try again in a moment.');
  });

  it('F23 keeps nothing for whoever has signed in meanwhile', async () => {
    let go = () => {};
    let isSlow = false;
    const { element, signIn } = await openThread('long', {
      scenario: manyMessages(80),
      before: ({ method }) => (isSlow && method === 'listEntries' ? new Promise<void>((resolve) => (go = resolve)) : undefined),
    });
    isSlow = true;
    const files = await downloads(async () => {
      await keep(element, 'Download as text');
      isSlow = false;
      await signIn('rosa');
      go();
      await shown();
    });
    expect(files.length).to.equal(0);
  });

  it('says in the data that something could not be read', async () => {
    const { element } = await thread('potassium');
    const [file] = await downloads(() => keep(element, 'Download as data'));
    expect(JSON.parse(await file!.blob.text())).to.include({ unreadable: 0 });
  });

  it('F30 prints a sheet that is laid out, every question of a request, the way the thread runs, and leaves with its reader', async () => {
    for (const leave of ['reader', 'page', 'again'] as const) {
      const { element, signIn } = await thread('statin');
      element.dir = 'rtl';
      const { frames, printed, stop } = printing();
      await keep(element, 'Print');
      await waitUntil(() => printed.length > 0, 'nothing was printed', { timeout: 10_000 });
      const [frame] = frames;
      expect(frame!.getBoundingClientRect().width).to.be.above(600);
      expect(frame!.getBoundingClientRect().right).to.be.below(0);
      const { documentElement, body } = frame!.contentDocument!;
      expect(documentElement.dir).to.equal('rtl');
      expect(body.innerText).to.contain('Which pharmacy?\n').and.to.contain('How do you want to get it?');
      if (leave === 'reader') await signIn('rosa');
      else if (leave === 'page') element.remove();
      else button(element, 'Print').click();
      await shown();
      stop();
      expect(frame!.isConnected, leave).to.equal(false);
    }
  });

  it('is printed from a frame of its own: every entry, with name, role, date and zone, and no controls', async () => {
    const { element } = await thread('knee');
    const { frames, printed, stop } = printing();
    await keep(element, 'Print');
    await waitUntil(() => printed.length > 0, 'nothing was printed', { timeout: 10_000 });
    stop();
    const [frame] = frames;
    const page = frame!.contentDocument;
    expect(printed).to.deep.equal([frame]);
    expect(page!.querySelectorAll('li').length).to.be.at.least(4);
    expect(page!.body.textContent!.replaceAll(/[\u2068\u2069]/g, '')).to.contain('My left knee is thick').and.to.contain('June Carter, nurse, called and spoke with Sam Okafor.');
    expect(page!.querySelectorAll('button, input, textarea, a, script, style').length).to.equal(0);
    expect(page!.adoptedStyleSheets.length).to.equal(1);
    expect(page!.title).to.equal('Conversation');
    expect(frame!.title).to.equal('Conversation');
    frame!.contentWindow!.dispatchEvent(new Event('afterprint'));
    expect(frame!.isConnected).to.equal(false);
  });

  it('hides what can only be pressed when the page itself is printed', async () => {
    const { element } = await thread('statin');
    const sheets = element.shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const print = sheets.filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === 'print');
    const hidden = print.flatMap((rule) => [...rule.cssRules].map(({ cssText }) => cssText)).filter((text) => /display: none/.test(text));
    for (const part of ['button', '.ways', '.reply', '.enclosed form']) expect(hidden.join(), part).to.contain(part);
  });
});
