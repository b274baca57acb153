import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adapter, Connection } from '../../src/adapter/adapter.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { conformance } from '../../src/conformance/conformance.js';
import type { Backend } from '../../src/conformance/harness.js';
import type { Message } from '../../src/model/message.js';
import type { Thread } from '../../src/model/thread.js';
import { memoryHarness, openMemory } from '../adapters/memory-backend.js';

/** Runs the kit on a backend and gives back the titles of the tests that failed, with what they said. */
async function failures(open: () => Backend): Promise<Map<string, string>> {
  const tests: [string, () => Promise<void>][] = [];
  const runner = {
    describe: (_title: string, body: () => void) => body(),
    it: (title: string, body: () => Promise<void>) => void tests.push([title, body]),
  };
  conformance('broken', runner, { ...memoryHarness, open: () => Promise.resolve(open()) });
  const failed = new Map<string, string>();
  for (const [title, body] of tests) {
    await body().catch((error: unknown) => failed.set(title, String(error)));
  }
  return failed;
}

const SEATS = ['patient', 'stranger', 'parent', 'staff', 'colleague'] as const;

/** A backend in memory whose connections have something broken in them. */
function breaking(breakIt: (connection: Connection, backend: Backend) => Connection): () => Backend {
  return () => {
    const backend = openMemory();
    const broken = (adapter: Adapter): Adapter => ({
      name: 'broken',
      connect: async (options) => breakIt(await adapter.connect(options), backend),
    });
    return { ...backend, ...Object.fromEntries(SEATS.map((seat) => [seat, broken(backend[seat])])) };
  };
}

/** A connection with some methods of `messages` replaced. */
const withMessages = (
  connection: Connection,
  methods: (port: NonNullable<Connection['messages']>) => Partial<NonNullable<Connection['messages']>>,
): Connection => ({ ...connection, messages: { ...connection.messages!, ...methods(connection.messages!) } });

const eachThread =
  (change: (thread: Thread) => unknown) =>
  (connection: Connection): Connection =>
    withMessages(connection, (port) => ({
      readThread: async (id, options) => change(await port.readThread(id, options)) as Thread,
    }));

const OFFERS = 'has the ports and methods it says it has, for patients';

let keys = 0;

/** How an adapter can be broken, and the tests that must notice. */
const BROKEN: readonly [string, () => Backend, readonly string[]][] = [
  [
    'a resent message gets a new id',
    breaking((connection) =>
      withMessages(connection, (port) => ({
        send: (draft, options) => port.send(draft, { ...options, key: `other-key-${++keys}` as typeof options.key }),
      })),
    ),
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
    breaking((connection, { staff }) => {
      const signal = new AbortController().signal;
      return withMessages(connection, () => ({
        readThread: async (id, options) => (await staff.connect({ signal })).messages!.readThread(id, options),
      }));
    }),
    ['a thread is nothing a stranger reads, writes in or hears of'],
  ],
  [
    'it drops what happened from the line of a thread',
    breaking((connection) =>
      withMessages(connection, (port) => ({
        listEntries: async (query, options) => {
          const page = await port.listEntries(query, options);
          return { ...page, items: page.items.filter(({ type }) => type === 'message') };
        },
      })),
    ),
    ['a hand-over says who, to whom and why, to both sides', 'a claim leaves a mark on the line, by name and role'],
  ],
  [
    'staff answer without a name',
    breaking((connection) =>
      withMessages(connection, (port) => ({
        listEntries: async (query, options) => {
          const page = await port.listEntries(query, options);
          const nameless = ({ author, ...rest }: Message): Message => ({ ...rest, author: { ...author, name: '' } });
          return { ...page, items: page.items.map((entry) => (entry.type === 'message' ? nameless(entry) : entry)) };
        },
      })),
    ),
    ['a reply is read by the other side, with who wrote it'],
  ],
  [
    'it uses a word the model does not know',
    breaking(eachThread((thread) => ({ ...thread, turn: 'doctor' }))),
    ['a reply gives the turn to the other side', 'each participant has a mark of their own'],
  ],
  [
    'an optional part has the wrong shape',
    breaking(eachThread((thread) => ({ ...thread, readMarks: {} }))),
    ['a read mark never goes back'],
  ],
  [
    'it tidies what people write',
    breaking((connection) =>
      withMessages(connection, (port) => ({
        send: ({ thread, body }, options) => port.send({ thread, body: body.normalize().trim() }, options),
      })),
    ),
    ['I01 text comes back exactly'],
  ],
  [
    'it skips a thread between two pages',
    breaking((connection) =>
      withMessages(connection, (port) => ({
        listThreads: async ({ after }, options) => {
          const page = await port.listThreads({ after }, options);
          return after === undefined ? page : { ...page, items: page.items.slice(1) };
        },
      })),
    ),
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
    breaking((connection) =>
      withMessages(connection, (port) => ({
        readThread: (id, { signal }) =>
          port.readThread(id, { signal: new AbortController().signal }).then((thread) => {
            if (signal.aborted) throw new AdapterError('unavailable', 'gave up');
            return thread;
          }),
      })),
    ),
    [
      'a call given up beforehand rejects with the reason it was given up for',
      'a call given up on the way rejects with the reason it was given up for',
    ],
  ],
];

describe('the conformance kit', () => {
  it('finds nothing wrong with an adapter that is right', async () => {
    assert.deepEqual([...(await failures(openMemory))], []);
  });

  for (const [name, open, noticed] of BROKEN) {
    it(`notices when ${name}`, async () => {
      const failed = await failures(open);
      const unnoticed = noticed.filter((title) => !failed.has(title));
      assert.deepEqual(unnoticed, [], `these should have failed; what did: ${[...failed.keys()].join('; ')}`);
    });
  }
});
