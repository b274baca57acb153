import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import {
  createClient,
  listHistory,
  listReported,
  listResults,
  noteVisit,
  openAttachment,
  readRelease,
  readResult,
  reportMistake,
  reviewCorrection,
  setRelease,
  uncoverResult,
} from '../../src/client/index.js';
import { once, patiently } from '../../src/conformance/steps.js';
import type { AttachmentId, Change, PersonId, ResultId, ResultKindId } from '../../src/model/index.js';

const ALT = 'alt-2026-11-18' as ResultId;
const SAMPLE = 'skin-sample' as ResultId;
const { sam } = SIGN_INS;

/** A client of somebody, perhaps with something else in what the backend answers; and what it announces and reports. */
function setUp(me: PersonId = sam, change: (connection: Connection) => Connection = (connection) => connection) {
  const adapter = memoryAdapter({ backend: memoryBackend(alderStreet), me });
  const codes: string[] = [];
  const client = createClient(
    { name: 'told', connect: async (options) => change(await adapter.connect(options)) },
    { report: ({ code }) => void codes.push(code) },
  );
  const announced: Change[] = [];
  client.changes.announce = (changes) => void announced.push(...changes);
  return { client, announced, codes };
}

describe('results of a client', () => {
  it('are read, followed and opened, and their release is', async () => {
    const { client } = setUp();
    const { items } = await listResults(client, { subject: sam, text: 'liver' }, patiently);
    assert.equal(items[0]?.id, ALT);
    assert.equal((await readResult(client, ALT, patiently)).measurements[0]?.value?.number, '48');
    assert.equal((await listHistory(client, { subject: sam, code: 'alt' }, patiently)).items.length, 5);
    assert.equal((await readRelease(client, sam, patiently)).kinds.length, 4);
    assert.deepEqual(await noteVisit(client, sam, patiently), {});
    const file = await openAttachment(client, 'chest-x-ray-report' as AttachmentId, patiently);
    assert.match(await file.text(), /^%PDF-/);
  });

  it('F13 that cannot be read are left out and reported, and the others are there', async () => {
    const { client, codes } = setUp(sam, ({ results, ...connection }) => ({
      ...connection,
      results: {
        ...results!,
        listResults: async (query, options) => {
          const { items } = await results!.listResults(query, options);
          return { items: [{ ...items[0]!, id: 7 as never }, ...items.slice(1)] };
        },
      },
    }));
    const { items } = await listResults(client, { subject: sam }, patiently);
    assert.ok(items.length > 5);
    assert.deepEqual(codes, ['unreadable']);
  });

  it('are announced once they changed, and no read is', async () => {
    const { client, announced } = setUp();
    const choice = { subject: sam, kind: 'blood' as ResultKindId, release: 'at-once' } as const;
    await uncoverResult(client, SAMPLE, patiently);
    await setRelease(client, choice, patiently);
    await reportMistake(client, { result: ALT, wrong: 'This', right: 'That' }, once());
    await readResult(client, ALT, patiently);
    assert.deepEqual(announced, [
      { kind: 'result', result: SAMPLE },
      { kind: 'result' },
      { kind: 'result', result: ALT },
    ]);
  });

  it('F03 report a mistake once under its key, with line ends of any system', async () => {
    const { client } = setUp();
    const options = once();
    await reportMistake(client, { result: ALT, wrong: 'One\r\ntwo', right: 'Three' }, options);
    const { corrections } = await reportMistake(client, { result: ALT, wrong: 'One\ntwo', right: 'Three' }, options);
    assert.equal(corrections.length, 1);
    assert.equal(corrections[0]!.wrong, 'One\ntwo');
  });

  it('are reviewed by staff, and by nobody else', async () => {
    const { client, announced } = setUp(SIGN_INS.june);
    const { items } = await listReported(client, {}, patiently);
    const { id, corrections } = items[0]!;
    const review = { result: id, correction: corrections[0]!.id, state: 'declined', note: 'The lab is sure.' } as const;
    const reviewed = await reviewCorrection(client, review, patiently);
    assert.equal(reviewed.corrections[0]?.state, 'declined');
    assert.deepEqual(announced, [{ kind: 'result', result: id }]);
    const forbidden = { code: 'forbidden' };
    await assert.rejects(reviewCorrection(setUp().client, review, patiently), forbidden);
    await assert.rejects(uncoverResult(client, SAMPLE, patiently), forbidden);
  });

  it('F13 have no file where something else comes', async () => {
    const { client } = setUp(sam, (connection) => ({
      ...connection,
      attachments: { open: () => Promise.resolve('<script>' as never) },
    }));
    await assert.rejects(openAttachment(client, 'any' as AttachmentId, patiently), { code: 'malformed' });
  });
});
