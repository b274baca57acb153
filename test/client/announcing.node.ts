import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS, waitingQuestion } from '../../src/adapters/memory/scenarios.js';
import {
  amendMessage,
  type Client,
  createClient,
  logCall,
  pauseMessages,
  retractMessage,
  settleThread,
} from '../../src/client/index.js';
import { write } from '../../src/conformance/steps.js';
import type { Message } from '../../src/model/index.js';
import { settle } from '../support/clock.js';

const calm = { signal: new AbortController().signal };

/** A client whose writes end as told once they are done, with a message of its reader's own; and what it has announced. */
async function setUp(me: 'sam' | 'ana', code?: AdapterErrorCode | 'left') {
  const backend = memoryBackend(alderStreet);
  const own = await write(await memoryAdapter({ backend, me: SIGN_INS[me] }).connect(calm), waitingQuestion.id);
  const client = createClient(
    memoryAdapter({
      backend,
      me: SIGN_INS[me],
      after({ method }) {
        if (code && method !== 'connect') throw code === 'left' ? new DOMException('left', 'AbortError') : new AdapterError(code, 'told');
      },
    }),
  );
  const heard: string[] = [];
  // Announced as it is, and not as the backend's changes tell: those are not listened to here.
  client.changes.announce = (changes) => void heard.push(...changes.map(({ kind }) => kind));
  return { client, heard, own };
}

const thread = { id: waitingQuestion.id, version: undefined };
const CALLS: Record<string, ['sam' | 'ana', 'thread' | 'practice', (client: Client, own: Message) => Promise<unknown>]> = {
  'words changed': ['sam', 'thread', (client, { thread, id }) => amendMessage(client, { thread, message: id, body: 'Other words' }, calm)],
  'words taken back': ['sam', 'thread', (client, { thread, id }) => retractMessage(client, { thread, message: id }, calm)],
  'a thread settled': ['sam', 'thread', (client) => settleThread(client, thread, calm)],
  'a call noted': ['ana', 'thread', (client) => logCall(client, thread, { outcome: 'reached', note: 'Called' }, calm)],
  'a pause begun': ['ana', 'practice', (client) => pauseMessages(client, {}, calm)],
};

describe('what is shown is read again', () => {
  for (const [name, [me, kind, call]] of Object.entries(CALLS)) {
    it(`after ${name}, also when no answer came or none that can be read`, async () => {
      for (const code of [undefined, 'unknown-outcome', 'malformed', 'left'] as const) {
        const { client, heard, own } = await setUp(me, code);
        await call(client, own).catch(() => {});
        await settle();
        assert.deepEqual(heard, [kind], code);
      }
    });
  }

  it('but not for what was refused, or never left', async () => {
    for (const code of ['conflict', 'forbidden', 'offline', 'unavailable'] as const) {
      const { client, heard } = await setUp('sam', code);
      await assert.rejects(settleThread(client, thread, calm), { code });
      assert.deepEqual(heard, []);
    }
  });
});
