import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Changes, Result } from 'carethread/model';
import { callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { twoPractices } from './people.js';
import { blood, tissue } from './results-told.js';

onEachDatabase('Changes of results', (database) => {
  const shared = sharedServer(
    async () => ({ database, practiceFile: await twoPractices() }),
    async (server) => ({
      ...server.results,
      url: server.url,
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      omar: await callerOf(server, 'omar-reed'),
    }),
  );

  /** What each of some callers is told of what somebody does. */
  async function toldOf(callers: readonly Caller[], act: () => Promise<unknown>) {
    const marks = await Promise.all(callers.map(async (caller) => (await caller.read(Changes, '/changes')).next));
    await act();
    const news = marks.map((mark, index) => callers[index]!.read(Changes, `/changes?since=${mark}`));
    return (await Promise.all(news)).map(({ changes }) => changes);
  }

  it('are told to those who may read it: arrival, comment, opening, report, review, correction', async () => {
    const { addResult, commentOnResult, sam, rosa, ana, omar } = shared.parts;
    const id = 'told-of';
    let correction = '';
    const acts: (() => Promise<unknown>)[] = [
      () => addResult(tissue({ id })),
      () => sam.post(`/results/${id}/uncover`),
      () => commentOnResult(id, { text: 'All good.' }),
      async () => {
        const answer = await sam.post(`/results/${id}/corrections`, { wrong: 'This', right: 'That' });
        correction = contentOf(Result, answer, 200).corrections[0]!.id;
      },
      () => ana.put(`/results/${id}/corrections/${correction}`, { state: 'changed' }),
      () => addResult(tissue({ id, status: 'corrected' })),
    ];
    for (const act of acts) {
      const told = await toldOf([sam, ana, rosa, omar], act);
      const change = { kind: 'result', result: id };
      assert.deepEqual(told, [[change], [change], [], []], String(act));
    }
  });

  it('are told without a name when somebody chooses when results are shown, to their side only', async () => {
    const { sam, rosa, ana } = shared.parts;
    const choose = () => sam.put('/people/release', { subject: 'sam-okafor', kind: 'blood', release: 'until-opened' });
    assert.deepEqual(await toldOf([sam, rosa, ana], choose), [[{ kind: 'result' }], [], []]);
  });

  it('are none when somebody only looks, nor when what is open is opened', async () => {
    const { addResult, sam, ana } = shared.parts;
    const id = await addResult(blood({ kind: { id: 'visit' } }));
    const looks: (() => Promise<unknown>)[] = [
      () => sam.put('/people/visit', { subject: 'sam-okafor' }),
      () => sam.get(`/results/${id}`),
      () => sam.post(`/results/${id}/uncover`),
    ];
    for (const look of looks) assert.deepEqual(await toldOf([sam, ana], look), [[], []], String(look));
  });

  it('reach an open stream of who may read it, and no other', { timeout: 30_000 }, async (test) => {
    const { addResult, sam, rosa, url } = shared.parts;
    const abort = new AbortController();
    test.after(() => abort.abort());
    const listen = async ({ token }: Caller) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${url}/changes/stream`, { headers, signal: abort.signal });
      return response.body!.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    };
    const [ofSam, ofRosa] = [await listen(sam), await listen(rosa)];
    const untilChange = async (stream: ReadableStreamDefaultReader<string>) => {
      let seen = '';
      while (!seen.includes('event: change')) seen += (await stream.read()).value ?? assert.fail();
      return seen;
    };
    await addResult(blood());
    assert.match(await untilChange(ofSam), /event: change/);
    await addResult(blood({ subject: { id: 'leo-delgado' } }));
    const heard = await untilChange(ofRosa);
    assert.equal(heard.split('event: change').length, 2);
  });
});
