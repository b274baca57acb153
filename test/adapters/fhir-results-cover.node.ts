import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Resource } from '@medplum/fhirtypes';
import type { AttachmentId } from '../../src/model/attachment.js';
import type { ResultId } from '../../src/model/id.js';
import type { ResultKindId } from '../../src/model/release.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { AMY, amysRecords, type Between, open, refusing, signal, write } from './fhir-results-bench.js';
import { observation } from './fhir-results-values.js';

const LABORATORY = 'laboratory' as ResultKindId;
const EXAM = [{ coding: [{ code: 'exam' }] }];
const OURS = 'https://carethread.dev/fhir/';

/** A laboratory's report, which holds a panel of another kind, which holds a measurement of that kind. */
const nested = (more: object = {}): Resource[] => [
  observation('leaf', { category: EXAM, valueInteger: 7 }) as Resource,
  observation('panel', { category: EXAM, hasMember: [{ reference: 'Observation/leaf' }] }) as Resource,
  { resourceType: 'DiagnosticReport', id: 'whole', status: 'final', category: [{ coding: [{ code: 'LAB' }] }], code: { text: 'W' }, subject: { reference: AMY }, result: [{ reference: 'Observation/panel' }], ...more } as Resource,
];

describe('a covered result on a FHIR server', () => {
  let server: TestFhirServer | undefined;
  afterEach(() => server?.close());

  async function start(more: readonly Resource[], by: Between = () => undefined, scope?: string) {
    server = await startFhirServer();
    server.load([...amysRecords(), ...more]);
    const token = server.tokenFor(AMY);
    const amy = await open({ url: server.url, token: scope === undefined ? token : { ...token, scope }, by });
    const read = (id: string) => amy.results.readResult(id as ResultId, { signal });
    const choose = (release: 'until-opened' | 'until-comment') => amy.results.setRelease({ subject: amy.subject, kind: LABORATORY, release }, write());
    return { ...amy, read, choose };
  }

  const ways: Readonly<Record<string, Between>> = {
    'finds it': () => undefined,
    'does not find panels by what is in them': ({ url }) => (url.includes('has-member=') ? refusing(400, 'invalid') : undefined),
    'finds nothing by what is in it': ({ url }) => (/has-member=|[?&]result=/.test(url) ? refusing(400, 'not-supported') : undefined),
  };
  for (const [way, by] of Object.entries(ways)) {
    it(`gives no part of a part away by its own name where the server ${way}`, async () => {
      const { results, read, choose } = await start(nested(), by);
      assert.equal((await read('Observation/leaf')).measurements.length, 1);
      await choose('until-opened');
      for (const id of ['Observation/leaf', 'Observation/panel', 'DiagnosticReport/whole']) {
        const { cover, measurements } = await read(id);
        assert.deepEqual([id, cover?.until, measurements], [id, 'opened', []]);
      }
      await results.uncover('DiagnosticReport/whole' as ResultId, write());
      assert.equal((await read('Observation/leaf')).measurements.length, 1);
    });
  }

  it('ends with panels that are in each other', async () => {
    const round = (id: string, other: string) => observation(id, { category: EXAM, hasMember: [{ reference: `Observation/${other}` }] }) as Resource;
    const { read, choose } = await start([round('egg', 'hen'), round('hen', 'egg')]);
    await choose('until-opened');
    assert.equal((await read('Observation/egg')).cover, undefined);
  });

  it('shows a part once a clinician has said something to another part of the same report', async () => {
    const noted = observation('noted', { category: EXAM, valueInteger: 1, note: [{ text: 'Fine', authorReference: { reference: 'Practitioner/practitioner-1' } }] }) as Resource;
    const result = ['panel', 'noted'].map((id) => ({ reference: `Observation/${id}` }));
    const { read, choose } = await start([...nested({ result }), noted]);
    await choose('until-comment');
    for (const id of ['DiagnosticReport/whole', 'Observation/leaf']) assert.equal((await read(id)).cover, undefined, id);
  });

  it('says by when a clinician writes, as long as they have not', async () => {
    const task = (id: string, status: string, end: string) => ({
      resourceType: 'Task', id, status, intent: 'order', for: { reference: AMY }, focus: { reference: 'DiagnosticReport/whole' },
      code: { coding: [{ system: `${OURS}task`, code: 'comment' }] }, restriction: { period: { end } },
    }) as Resource;
    const { read, choose } = await start([...nested(), task('over', 'completed', '2026-11-20T02:00:00Z'), task('due', 'requested', '2026-11-26T02:00:00Z')]);
    await choose('until-comment');
    for (const id of ['DiagnosticReport/whole', 'Observation/leaf']) assert.equal((await read(id)).cover?.dueAt, '2026-11-26T02:00:00Z', id);
    server!.load(nested({ conclusion: 'All is well' }));
    assert.equal((await read('DiagnosticReport/whole')).cover, undefined);
    await choose('until-opened');
    const { cover, corrections } = await read('DiagnosticReport/whole');
    assert.deepEqual([cover, corrections], [{ until: 'opened' }, []]);
  });

  it('writes nothing over that has no version', async () => {
    const written: string[] = [];
    const { results, subject, choose } = await start(nested(), async (request) => {
      if (request.method === 'POST') written.push(await request.text());
      if (!/\/Consent\?/.test(request.url)) return undefined;
      const text = await (await fetch(request)).text();
      return new Response(text.replace(/"versionId":"[^"]*",?/g, ''), { headers: { 'content-type': 'application/fhir+json' } });
    });
    await choose('until-opened');
    const before = written.length;
    await assert.rejects(choose('until-comment'), { code: 'unsupported' });
    assert.equal(written.slice(before).some((text) => text.includes('PUT')), false);
    assert.equal((await results.readRelease({ subject }, { signal })).kinds.find(({ id }) => id === LABORATORY)?.release, 'until-opened');
  });

  it('opens files where the session may, and says so where it may not', async () => {
    const form = { presentedForm: [{ contentType: 'text/plain', data: 'SGk=' }] };
    const all = await start(nested(form));
    assert.equal(await (await all.attachments.open('DiagnosticReport/whole#0' as AttachmentId, { signal })).text(), 'Hi');
    await server!.close();
    const scope = ['Patient', 'DiagnosticReport', 'Observation', 'Task', 'Consent', 'Practitioner'].map((type) => `patient/${type}.rs`).join(' ');
    const some = await start(nested(form), undefined, scope);
    assert.deepEqual([some.attachments as unknown, some.missing['attachments']?.code], [undefined, 'forbidden']);
    assert.equal((await some.read('DiagnosticReport/whole')).files.length, 1);
  });
});
