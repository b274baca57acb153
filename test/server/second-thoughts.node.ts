import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { Entry, Message, pageOf, Receipt, Thread } from 'carethread/model';
import { sql } from 'kysely';
import { openDatabase } from '../../demo/server/database/open.js';
import { startReferenceServer } from '../support/reference-server.js';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer, type DatabaseName } from './each-database.js';
import { lastingDatabase } from './lasting-database.js';
import { refill } from './people.js';

onEachDatabase('A message of one’s own', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
    }),
  );

  async function asked(): Promise<{ thread: string; path: string }> {
    const { thread, message } = contentOf(Receipt, await shared.parts.sam.post('/contact-requests', refill()), 201);
    return { thread: thread.id, path: `/threads/${thread.id}/messages/${message.id}` };
  }
  const versionOf = async (caller: Caller, thread: string) => (await caller.read(Thread, `/threads/${thread}`)).version;

  it('is changed, and what it said stays to be seen', async () => {
    const { sam, ana } = shared.parts;
    const { thread, path } = await asked();
    const before = await versionOf(sam, thread);
    contentOf(Message, await sam.put(path, { body: 'Two tablets are left.' }), 200);
    const after = await versionOf(sam, thread);
    assert.notEqual(after, before);
    const [newest] = (await ana.read(pageOf(Entry), `/threads/${thread}/entries`)).items;
    assert.ok(newest?.type === 'message');
    assert.deepEqual([newest.body, newest.amendments.map(({ body }) => body)], ['Two tablets are left.', ['Three tablets are left.']]);
    assert.equal((await ana.read(Thread, `/threads/${thread}`)).lastMessage?.snippet, 'Two tablets are left.');
    contentOf(Message, await sam.put(path, { body: 'Two tablets are left.' }), 200);
    assert.equal(await versionOf(sam, thread), after);
    assertProblem(await sam.put(path, { body: ' ' }), 422, 'invalid', 'body');
    assertProblem(await sam.put(path, { body: 'x'.repeat(751) }), 422, 'invalid', 'body');
  });

  it('is taken back once, and its mark stays', async () => {
    const { sam, ana } = shared.parts;
    const { thread, path } = await asked();
    const gone = contentOf(Message, await sam.delete(path), 200);
    assert.deepEqual([gone.body, gone.answers, gone.cards, gone.amendments], ['', [], [], []]);
    assert.ok(gone.retractedAt);
    assert.equal((await ana.read(Thread, `/threads/${thread}`)).lastMessage?.snippet, '');
    assertProblem(await sam.delete(path), 409, 'conflict');
    assertProblem(await sam.put(path, { body: 'Back' }), 409, 'conflict');
  });

  it('is nobody else’s to change, of no other thread, and fixed once it is over', async () => {
    const { sam, rosa, ana } = shared.parts;
    const { thread, path } = await asked();
    const { thread: other } = await asked();
    const change = (caller: Caller, at: string) => [caller.put(at, { body: 'Mine' }), caller.delete(at)];
    for (const answer of await Promise.all(change(ana, path))) assertProblem(answer, 403, 'forbidden');
    for (const answer of await Promise.all(change(rosa, path))) assertProblem(answer, 404, 'not-found');
    const elsewhere = path.replace(thread, other);
    for (const answer of await Promise.all(change(sam, elsewhere))) assertProblem(answer, 422, 'invalid', 'message');
    const nowhere = `/threads/${thread}/messages/no-such`;
    for (const answer of await Promise.all(change(sam, nowhere))) assertProblem(answer, 422, 'invalid', 'message');
    await ana.post(`/threads/${thread}/close`, { note: 'Done' });
    for (const answer of await Promise.all(change(sam, path))) assertProblem(answer, 409, 'conflict');
  });

  it('leaves none of its words in the database once it is taken back, nor in what a retry is answered', async (test) => {
    const where = lastingDatabase(test, database);
    const server = await startReferenceServer(where);
    const sam = await callerOf(server, 'sam-okafor');
    const ana = await callerOf(server, 'ana-morales');
    const secret = { ...refill(), answers: [...refill().answers, { field: 'pharmacy', value: 'quollian' }], body: 'quollian one' };
    const key = 'sent-and-taken-back';
    const { thread, message } = contentOf(Receipt, await sam.post('/contact-requests', secret, { key }), 201);
    const path = `/threads/${thread.id}/messages/${message.id}`;
    await sam.put(path, { body: 'quollian two' });
    await ana.post(`/threads/${thread.id}/claim`);
    const kept = contentOf(Message, await sam.post(`/threads/${thread.id}/messages`, { body: 'bettong' }), 201);
    contentOf(Message, await sam.delete(path), 200);
    const replayed = contentOf(Receipt, await sam.post('/contact-requests', secret, { key }), 201);
    assert.deepEqual([replayed.message.id, replayed.message.body, replayed.thread.lastMessage?.snippet], [message.id, '', '']);
    assert.ok(kept.body);
    if (where.database === 'sqlite-file') assert.doesNotMatch(allBytes(where.file), /quollian/i);
    await server.close();
    const stored = await allRows(where, database);
    assert.match(stored, /bettong/);
    assert.doesNotMatch(stored, /quollian/i);
  });
});

/** Everything that stands in the files, whether a table still has it or not. */
function allBytes(file: string): string {
  const files = [file, `${file}-wal`].filter((one) => existsSync(one));
  return files.map((one) => readFileSync(one, 'latin1')).join('');
}

/** Everything that stands in the tables. */
async function allRows(where: ReturnType<typeof lastingDatabase>, name: DatabaseName): Promise<string> {
  const database = await openDatabase(
    where.database === 'postgres' ? { url: process.env.DATABASE_URL!, schema: where.schema } : { file: where.file },
  );
  assert.equal(where.database === 'postgres', name === 'postgres');
  const tables = ['thread', 'entry', 'kept_answer', 'read_mark', 'person', 'notice', 'practice'];
  const rows = await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(database)));
  await database.destroy();
  return JSON.stringify(rows.map((found) => found.rows));
}
