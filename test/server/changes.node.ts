import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { Changes, Entry, pageOf } from 'carethread/model';
import { createParser } from 'eventsource-parser';
import { dropSchema, freshSchema, startReferenceServer, type ReferenceServer } from '../support/reference-server.js';
import { callerOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer, type DatabaseName } from './each-database.js';
import { temporaryFile } from './temporary-file.js';

const bookmark = async (caller: Caller) => (await caller.read(Changes, '/changes')).next;

/** An event that never comes fails its test, and does not hold up the others. */
const LIMIT = { timeout: 30_000 };

interface Listening {
  /** How many events came. */
  count(): number;
  /** Resolves when so many have come, or the stream has ended. */
  reached(count: number): Promise<void>;
  readonly ended: Promise<void>;
}

/** Listens to a reader's stream of changes until the test ends. */
async function listen(test: TestContext, { url }: ReferenceServer, { token }: Caller): Promise<Listening> {
  const abort = new AbortController();
  test.after(() => abort.abort());
  const response = await fetch(`${url}/changes/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  let seen = 0;
  const waiting = new Set<() => void>();
  const parser = createParser({
    onEvent({ event, data }) {
      assert.equal(event, 'change');
      assert.equal(data, '');
      seen++;
      waiting.forEach((look) => look());
    },
  });
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
  })().catch(() => {});
  return {
    count: () => seen,
    reached: (count) =>
      Promise.race([
        ended,
        new Promise<void>((resolve) => {
          const look = () => seen >= count && resolve();
          waiting.add(look);
          look();
        }),
      ]),
    ended,
  };
}

onEachDatabase('Changes', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      lee: await callerOf(server, 'grace-lee'),
    }),
  );

  it('since a bookmark name each thread once, and nothing before it', async () => {
    const { sam, ana } = shared.parts;
    await sam.ask();
    const since = await bookmark(ana);
    assert.deepEqual(await ana.read(Changes, `/changes?since=${since}`), { changes: [], next: since });
    const { id } = await sam.ask();
    await ana.post(`/threads/${id}/claim`);
    const { changes, next } = await ana.read(Changes, `/changes?since=${since}`);
    assert.deepEqual(changes, [{ kind: 'thread', thread: id }]);
    assert.deepEqual((await ana.read(Changes, `/changes?since=${next}`)).changes, []);
  });

  it('are told of what staff do as well: custody, reading, closing', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const [first] = (await ana.read(pageOf(Entry), `/threads/${id}/entries`)).items;
    const acts: (() => Promise<unknown>)[] = [
      () => ana.post(`/threads/${id}/claim`),
      () => ana.put(`/threads/${id}/read-mark`, { upTo: first!.id }),
      () => ana.post(`/threads/${id}/messages`, { body: 'Hello' }),
      () => ana.post(`/threads/${id}/route`, { to: 'june-carter', note: 'For June' }),
      () => ana.post(`/threads/${id}/close`, { note: 'Done' }),
    ];
    let since = await bookmark(sam);
    for (const act of acts) {
      await act();
      const { changes, next } = await sam.read(Changes, `/changes?since=${since}`);
      assert.deepEqual(changes, [{ kind: 'thread', thread: id }]);
      since = next;
    }
  });

  it('miss nothing while many write at once', async () => {
    const { sam, rosa, ana, lee } = shared.parts;
    const start = await bookmark(lee);
    let writing = true;
    const seen = new Set<string>();
    const watching = (async () => {
      let since = start;
      for (let last = false; !last; ) {
        last = !writing;
        const { changes, next } = await lee.read(Changes, `/changes?since=${since}`);
        for (const { thread } of changes) seen.add(thread!);
        since = next;
      }
    })();
    const asked = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const { id } = await (index % 2 === 0 ? sam.ask() : rosa.ask({ ...rosaAsks }));
        if (index % 4 === 0) await ana.post(`/threads/${id}/claim`);
        return id as string;
      }),
    );
    writing = false;
    await watching;
    assert.deepEqual([...seen].sort(), [...asked].sort());
  });

  it('reach open streams of those who may see them, and no other', LIMIT, async (test) => {
    const { sam, rosa, ana } = shared.parts;
    const streams = await Promise.all([sam, rosa, ana].map((caller) => listen(test, shared.server, caller)));
    const [ofSam, ofRosa, ofAna] = streams;
    const { id } = await sam.ask();
    await Promise.all([ofSam!.reached(1), ofAna!.reached(1)]);
    await ana.post(`/threads/${id}/messages`, { body: 'Hello' });
    await Promise.all([ofSam!.reached(2), ofAna!.reached(2)]);
    await rosa.ask(rosaAsks);
    await Promise.all([ofRosa!.reached(1), ofAna!.reached(3)]);
    assert.equal(ofSam!.count(), 2);
    assert.equal(ofRosa!.count(), 1);
  });

  it('reach streams of another server process on the same database', LIMIT, async (test) => {
    const [one, other] = await twoServers(test, database);
    const sam = await callerOf(one!, 'sam-okafor');
    const ana = await callerOf(other!, 'ana-morales');
    const stream = await listen(test, other!, ana);
    const since = await bookmark(ana);
    const { id } = await sam.ask();
    await stream.reached(1);
    assert.equal(stream.count(), 1);
    assert.deepEqual((await ana.read(Changes, `/changes?since=${since}`)).changes, [{ kind: 'thread', thread: id }]);
  });

  it('streams end when the server closes, and when the session does', LIMIT, async (test) => {
    let now = Date.parse('2026-11-23T22:34:00Z');
    const server = await startReferenceServer({ database, clock: () => now });
    test.after(() => server.close());
    const sam = await callerOf(server, 'sam-okafor');
    const stream = await listen(test, server, sam);
    now += 8 * 60 * 60 * 1000 - 20;
    const short = await listen(test, server, sam);
    await short.ended;
    await Promise.all([server.close(), stream.ended]);
  });
});

const rosaAsks = { reason: 'something-else', subject: 'maya-delgado', answers: [], body: 'Hello' };

/** Two servers that start at the same time on one empty database, for one test. */
async function twoServers(test: TestContext, database: DatabaseName): Promise<ReferenceServer[]> {
  const { file, remove } = temporaryFile();
  const schema = freshSchema();
  const options =
    database === 'postgres'
      ? ({ database, schema, lookEvery: 20 } as const)
      : ({ database: 'sqlite-file', file, lookEvery: 20 } as const);
  const servers = await Promise.all([startReferenceServer(options), startReferenceServer(options)]);
  test.after(async () => {
    await Promise.all(servers.map((server) => server.close()));
    if (database === 'postgres') await dropSchema(schema);
    remove();
  });
  return servers;
}
