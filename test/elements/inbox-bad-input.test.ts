import { expect, fixtureCleanup, html } from '@open-wc/testing';
import '../../src/define/inbox.js';
import type { Adapter, Connection } from '../../src/adapter/adapter.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { MessageId, PersonId, ThreadId } from '../../src/model/id.js';
import type { Entry } from '../../src/model/message.js';
import type { Person } from '../../src/model/person.js';
import type { Thread } from '../../src/model/thread.js';
import { badTexts, mutated, NAMES, seeded } from '../support/bad-input.js';
import { find, open, shown, wordsOf } from '../support/conversation.js';
import { message, nurse, thread, threadEvent } from '../support/people.js';

const options = { signal: new AbortController().signal };
const inbox = html`<care-inbox .thread=${'refill' as ThreadId}></care-inbox>`;

type Method = (...args: unknown[]) => Promise<unknown>;

/** An adapter that answers whatever it is told to. */
async function answering(change: (method: string, answer: unknown) => unknown): Promise<Adapter> {
  const good = await memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam }).connect(options);
  const port = (methods: object) =>
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        typeof method === 'function' && name !== 'watch'
          ? async (...args: unknown[]) => change(name, await (method as Method)(...args).catch(() => undefined))
          : (method as unknown),
      ]),
    );
  const { me, subjects } = good;
  return {
    name: 'odd',
    connect: async () => ({
      ...good,
      ...(change('connect', { me, subjects }) as Pick<Connection, 'me' | 'subjects'>),
      messages: port(good.messages!) as unknown as NonNullable<Connection['messages']>,
      practice: port(good.practice!) as unknown as NonNullable<Connection['practice']>,
      changes: undefined,
    }),
  };
}

/** What nothing may ever lead to: an exception that gets out, or a script that runs. */
function watchForEscapes(): { readonly escaped: unknown[]; stop(): void } {
  const escaped: unknown[] = [];
  const note = (event: Event): void => {
    escaped.push((event as ErrorEvent).error ?? (event as PromiseRejectionEvent).reason ?? event.type);
    event.preventDefault();
  };
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) addEventListener(type, note, true);
  return {
    escaped,
    stop() {
      for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) removeEventListener(type, note, true);
    },
  };
}

/** The elements of a tree by name, without what they say: text cannot change it. A name without letters has no initials. */
const shape = (root: Element): string => find(root, ':not(.monogram *)').map(({ localName }) => localName).join(' ');

describe('bad answers to <care-inbox> and <care-thread>', function () {
  this.timeout(240_000);

  it('F12 shows a card in place for an answer that is no answer', async () => {
    const { escaped, stop } = watchForEscapes();
    for (const answer of [undefined, null, '', '<!doctype html><h1>502</h1>', [], {}, { items: 'none' }, 204, () => {}]) {
      const adapter = await answering((method, good) => (method === 'connect' || method === 'readPractice' ? good : answer));
      const { element } = await open(html`<care-inbox></care-inbox>`, { adapter });
      expect(wordsOf(element)).to.contain('We could not show this.').and.to.contain('Call +1 206 555 0142');
    }
    stop();
    expect(escaped).to.deep.equal([]);
  });

  // A thousand, a quarter at a time: each has to end in time on a machine that does something else as well.
  for (const seed of [13, 14, 15, 16]) {
    it(`F13 shows what it can of 250 answers that have drifted, and throws at none (${seed})`, async () => {
      const { escaped, stop } = watchForEscapes();
      const random = seeded(seed);
      let readable = 0;
      for (let fixture = 0; fixture < 250; fixture++) {
        const adapter = await answering((method, good) => (random() < 0.5 ? mutated(good, random) : good));
        const { element, client } = await open<CareInbox>(inbox, { adapter });
        const words = wordsOf(element);
        expect(words.length, `fixture ${fixture}`).to.be.above(0);
        expect(words, `fixture ${fixture}`).not.to.match(/\bundefined\b|\bNaN\b|\[object|Invalid Date/);
        if (words.includes('The pharmacy says')) readable++;
        client.close();
        fixtureCleanup();
      }
      await shown();
      stop();
      expect(escaped).to.deep.equal([]);
      expect(readable).to.be.within(50, 250);
    });
  }

  it('I01 I08 shows every text in every field as text, and nothing of it as anything else', async () => {
    const { escaped, stop } = watchForEscapes();
    const texts = await badTexts();
    // Where there is nothing to show, there is nothing to show it in.
    const plain = texts.map((text) => (text.trim() === '' ? text : 'words'));
    const [odd, even] = [await openAll(texts), await openAll(plain)];
    expect(shape(odd)).to.equal(shape(even));
    const bodies = find(odd, '.body');
    const shownTexts = texts.filter((text) => text !== '');
    expect(bodies.map((body) => body.textContent)).to.deep.equal(shownTexts);
    const facts = find(odd, 'dd').map((value) => value.textContent);
    expect(facts).to.deep.equal(texts);
    expect('__broken' in window).to.equal(false);
    stop();
    expect(escaped).to.deep.equal([]);
  });

  it('puts nothing that somebody wrote into an attribute, where a page’s scripts and logs would come across it', async () => {
    const element = await openAll(['canary']);
    expect(wordsOf(element).split('canary').length).to.be.above(10);
    const attributes = find(element, '*').flatMap((inside) => [...inside.attributes]);
    expect(attributes.filter(({ value }) => value.includes('canary'))).to.deep.equal([]);
  });

  it('I08 shows every name as it is, and somebody where there is none', async () => {
    const element = await openAll(NAMES);
    const bylines = find(element, '.name').map(wordsOf);
    expect(bylines).to.deep.equal(NAMES.map((name) => name.replace(/\s+/g, ' ').trim() || 'Somebody at the practice'));
  });

  it('I06 keeps to its width whatever is written without a space', async () => {
    const element = await openAll(['W'.repeat(5000), '👩‍👩‍👧‍👦'.repeat(500)], '320px');
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    const { right } = element.getBoundingClientRect();
    for (const part of find(element, '.message, .thread, h2')) expect(part.getBoundingClientRect().right).to.be.at.most(right);
  });
});

/** An inbox with a thread for each text, and one that is open with a message and an event for each. */
async function openAll(texts: readonly string[], width = '1024px'): Promise<CareInbox> {
  const people = texts.map((text, place) => person(text, place));
  const threads = texts.map((text, place) => threadOf(text, people[place]!, `thread-${place}`));
  const entries: Entry[] = texts.flatMap((text, place) => [
    message({
      id: `message-${place}` as MessageId,
      author: people[place]!,
      onBehalfOf: people[place]!,
      body: text,
      answers: [{ label: text, value: text }],
    }),
    threadEvent({ actor: people[place]!, to: people[place]!, note: text }),
  ]);
  const adapter = await answering((method, good) => {
    if (method === 'listThreads') return { items: threads };
    if (method === 'readThread') return threads[0];
    if (method === 'listEntries') return { items: entries.toReversed() };
    return good;
  });
  const opening = html`<care-inbox .thread=${threads[0]!.id}></care-inbox>`;
  return (await open<CareInbox>(opening, { adapter, width })).element;
}

const person = (text: string, place: number): Person =>
  nurse({
    id: `person-${place}` as PersonId,
    name: text,
    // An empty title or practice is left out, which is another shape.
    title: text.trim() || 'title',
    practice: { id: 'practice', name: text.trim() || 'practice' } as NonNullable<Person['practice']>,
  });

const threadOf = (text: string, holder: Person, id: string): Thread =>
  thread({
    id: id as ThreadId,
    title: text,
    subject: { ...holder, kind: 'patient' },
    custody: { state: 'held', holder, since: '2026-11-23T18:00:00Z' },
    lastMessage: { author: holder, snippet: text, at: '2026-11-23T18:00:00Z' },
    unread: 1,
  });
