import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { Entry, Message, pageOf } from 'carethread/model';
import { dropSchema, freshSchema } from '../support/reference-server.js';
import { callerOf, contentOf, type Answer, type Caller } from './caller.js';
import { startChildServer } from './child-server.js';
import { temporaryFile } from './temporary-file.js';

/** When to kill, in milliseconds after the send left: before it can have arrived, on the way, after the answer. */
const MOMENTS = [0, 2, 4, 8, 15, 60];

const url = process.env.DATABASE_URL;

describe('A server killed with -9 in the middle of a send, on SQLite', () => {
  it('F03 has the message once after the retry, and all it had acknowledged', { timeout: 120_000 }, async (test) => {
    const { file, remove } = temporaryFile();
    test.after(remove);
    await killAndRetry(test, { DATABASE_FILE: file });
  });
});

describe('A server killed with -9 in the middle of a send, on PostgreSQL', { skip: !url }, () => {
  it('F03 has the message once after the retry, and all it had acknowledged', { timeout: 120_000 }, async (test) => {
    const schema = freshSchema();
    test.after(() => dropSchema(schema));
    await killAndRetry(test, { DATABASE_URL: url!, DATABASE_SCHEMA: schema });
  });
});

async function killAndRetry(test: TestContext, environment: Readonly<Record<string, string>>): Promise<void> {
  let server = await startChildServer(test, environment);
  let sam = await callerOf(server, 'sam-okafor');
  const { id } = await sam.ask();
  const expected: string[] = [];
  const acknowledged: Message[] = [];
  for (const moment of MOMENTS) {
    const body = `killed after ${moment}`;
    const key = randomUUID();
    expected.push(body);
    const send = (caller: Caller) => caller.post(`/threads/${id}/messages`, { body }, { key });
    const first = send(sam).catch((): Answer | undefined => undefined);
    await new Promise((resolve) => setTimeout(resolve, moment));
    await server.end('SIGKILL');
    const answer = await first;
    if (answer) acknowledged.push(contentOf(Message, answer, 201));

    server = await startChildServer(test, environment);
    sam = await callerOf(server, 'sam-okafor');
    const retried = contentOf(Message, await send(sam), 201);
    if (answer) assert.equal(retried.id, acknowledged.at(-1)!.id);
    acknowledged.push(retried);
  }
  const { items } = await sam.read(pageOf(Entry), `/threads/${id}/entries?limit=100`);
  const messages = items.filter((entry): entry is Message => entry.type === 'message').reverse();
  assert.deepEqual(messages.slice(1).map(({ body }) => body), expected);
  for (const { id: kept } of acknowledged) assert.ok(messages.some((message) => message.id === kept));
  assert.equal(await server.end('SIGTERM'), 0);
}
