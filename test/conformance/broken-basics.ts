import { AdapterError } from '../../src/adapter/errors.js';
import { patiently } from '../../src/conformance/steps.js';
import type { Message } from '../../src/model/message.js';
import { breaking, type Broken, eachThread, forgetful, replacing } from './breaking.js';

const OFFERS = 'has the ports and methods it says it has, for patients';

/** How an adapter can be broken, and the tests that must notice. */
export const BROKEN: readonly Broken[] = [
  [
    'a resent message gets a new id',
    forgetful('messages', 'send'),
    ['F03 one key makes one message, however often it is sent', 'F11 a key used with other words is a conflict'],
  ],
  [
    'it claims a port it lacks',
    breaking(({ changes: _changes, ...connection }) => connection),
    [OFFERS, 'without a bookmark there is nothing, and a bookmark of now'],
  ],
  [
    'a port is both there and missing',
    breaking((connection) => ({ ...connection, missing: { messages: { code: 'unsupported' } } })),
    [OFFERS, 'has the ports and methods it says it has, for staff'],
  ],
  [
    'it says nothing of a method it lacks',
    breaking((connection) => ({ ...connection, missing: {} })),
    [OFFERS, 'the queue is not for patients, and says so'],
  ],
  [
    "it shows a stranger's thread",
    breaking((connection, { staff }) => ({
      ...connection,
      messages: {
        ...connection.messages!,
        readThread: async (id, options) => (await staff.connect(patiently)).messages!.readThread(id, options),
      },
    })),
    ['a thread is nothing a stranger reads, writes in or hears of'],
  ],
  [
    'it drops what happened from the line of a thread',
    replacing('messages', (port) => ({
      listEntries: async (query, options) => {
        const page = await port.listEntries(query, options);
        return { ...page, items: page.items.filter(({ type }) => type === 'message') };
      },
    })),
    ['a hand-over says who, to whom and why, to both sides', 'a claim leaves a mark on the line, by name and role'],
  ],
  [
    'staff answer without a name',
    replacing('messages', (port) => ({
      listEntries: async (query, options) => {
        const page = await port.listEntries(query, options);
        const nameless = ({ author, ...rest }: Message): Message => ({ ...rest, author: { ...author, name: '' } });
        return { ...page, items: page.items.map((entry) => (entry.type === 'message' ? nameless(entry) : entry)) };
      },
    })),
    ['a reply is read by the other side, with who wrote it'],
  ],
  [
    'it uses a word the model does not know',
    eachThread((thread) => ({ ...thread, turn: 'doctor' })),
    ['a reply gives the turn to the other side', 'each participant has a mark of their own'],
  ],
  [
    'an optional part has the wrong shape',
    eachThread((thread) => ({ ...thread, readMarks: {} })),
    ['a read mark never goes back'],
  ],
  [
    'it tidies what people write',
    replacing('messages', (port) => ({
      send: ({ thread, body }, options) => port.send({ thread, body: body.normalize().trim() }, options),
    })),
    ['I01 text comes back exactly'],
  ],
  [
    'it skips a thread between two pages',
    replacing('messages', (port) => ({
      listThreads: async ({ after }, options) => {
        const page = await port.listThreads({ after }, options);
        return after === undefined ? page : { ...page, items: page.items.slice(1) };
      },
    })),
    ['gives every thread once, also while one arrives'],
  ],
  [
    'it does not care which version was read',
    breaking(({ queue, ...connection }) => ({
      ...connection,
      queue: queue && {
        ...queue,
        claim: (thread, { ifVersion: _version, ...options }) => queue.claim(thread, options),
      },
    })),
    ['a write on a version that is past is stale, and changes nothing'],
  ],
  [
    'nobody hears of anything',
    breaking((connection) => ({
      ...connection,
      changes: { ...connection.changes!, changesSince: () => Promise.resolve({ changes: [], next: '1' }) },
    })),
    ['what one side writes the other hears of', 'a new thread, a claim and a read mark are heard of'],
  ],
  [
    'it does not stop for anyone, and has a reason of its own',
    replacing('messages', (port) => ({
      readThread: (id, { signal }) =>
        port.readThread(id, { signal: new AbortController().signal }).then((thread) => {
          if (signal.aborted) throw new AdapterError('unavailable', 'gave up');
          return thread;
        }),
    })),
    [
      'a call given up beforehand rejects with the reason it was given up for',
      'a call given up on the way rejects with the reason it was given up for',
    ],
  ],
];
