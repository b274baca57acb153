import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Consent, DiagnosticReport, Resource, Task } from '@medplum/fhirtypes';
import type { ResultKindId } from '../../src/model/release.js';
import type { ResultId } from '../../src/model/id.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { AMY, amysRecords, type Between, open, refusing, signal, write } from './fhir-results-bench.js';
import { observation } from './fhir-results-values.js';

const CBC = 'DiagnosticReport/cbc' as ResultId;
const LABORATORY = 'laboratory' as ResultKindId;
const OURS = 'https://carethread.dev/fhir/';

describe('what is kept of results on a FHIR server', () => {
  let server: TestFhirServer | undefined;
  afterEach(() => server?.close());

  async function start(more: readonly Resource[] = [], by: Between = () => undefined) {
    server = await startFhirServer();
    server.load([...amysRecords(), ...more]);
    const as = (person: string, between: Between = () => undefined) => open({ url: server!.url, token: server!.tokenFor(person), by: between });
    const amy = await as(AMY, by);
    return { amy, as, subject: amy.subject };
  }

  const cover = async ({ results }: Awaited<ReturnType<typeof open>>, id: string) => (await results.readResult(id as ResultId, { signal })).cover?.until;

  it('covers an observation of a covered report, also by its own name, until one of both is opened', async () => {
    const { amy, subject } = await start();
    const [{ reference } = {}] = (amysRecords().find(({ id }) => id === 'cbc') as DiagnosticReport).result!;
    await amy.results.setRelease({ subject, kind: LABORATORY, release: 'until-opened' }, write());
    assert.equal(await cover(amy, reference!), 'opened');
    const member = observation('other-kind', { category: [{ coding: [{ code: 'exam' }] }], valueInteger: 7 });
    const report = { resourceType: 'DiagnosticReport', id: 'mixed', status: 'final', category: [{ coding: [{ code: 'LAB' }] }], code: { text: 'Mixed' }, subject: { reference: AMY }, result: [{ reference: 'Observation/other-kind' }] };
    server!.load([member, report as Resource]);
    const covered = await amy.results.readResult('Observation/other-kind' as ResultId, { signal });
    assert.deepEqual([covered.cover?.until, covered.measurements], ['opened', []]);
    const opened = await amy.results.uncover(covered.id, write());
    assert.deepEqual([opened.cover, opened.measurements.length], [undefined, 1]);
  });

  it('keeps when a covered result was taken', async () => {
    const { amy, subject } = await start();
    const { takenAt } = await amy.results.readResult(CBC, { signal });
    await amy.results.setRelease({ subject, kind: LABORATORY, release: 'until-opened' }, write());
    const covered = await amy.results.readResult(CBC, { signal });
    assert.ok(covered.cover && takenAt);
    assert.equal(covered.takenAt, takenAt);
  });

  it('opens what waits for a comment by a conclusion or a clinician\'s note, and by no machine\'s', async () => {
    const noted = (id: string, note: object) => observation(id, { valueInteger: 7, note: [{ text: 'The sample was late', ...note }] }) as Resource;
    const { amy, subject } = await start([
      noted('machine', { authorString: 'Analyzer 7' }),
      noted('organization', { authorReference: { reference: 'Organization/acme-lab', display: 'Acme' } }),
      noted('nobody', {}),
      noted('doctor', { authorReference: { reference: 'Practitioner/practitioner-1', display: 'Dr Ronald Bone' } }),
      { resourceType: 'DiagnosticReport', id: 'concluded', status: 'final', category: [{ coding: [{ code: 'LAB' }] }], code: { text: 'C' }, subject: { reference: AMY }, conclusion: 'All is well' } as Resource,
    ]);
    await amy.results.setRelease({ subject, kind: LABORATORY, release: 'until-comment' }, write());
    for (const id of ['machine', 'organization', 'nobody']) assert.equal(await cover(amy, `Observation/${id}`), 'comment', id);
    for (const id of ['Observation/doctor', 'DiagnosticReport/concluded']) assert.equal(await cover(amy, id), undefined, id);
  });

  it('shows results where it may not ask what was opened, and covers all where it may not ask what was chosen', async () => {
    const { as, subject } = await start();
    const refused = (type: string): Between => ({ url }) => (url.includes(`/${type}?patient`) ? refusing(403, 'forbidden') : undefined);
    const list = async (type: string) => (await (await as(AMY, refused(type))).results.listResults({ subject }, { signal })).items;
    const [noTasks, noConsents] = [await list('Task'), await list('Consent')];
    assert.ok(noTasks.length > 3 && noTasks.every(({ cover }) => !cover));
    assert.ok(noConsents.length > 3 && noConsents.every(({ cover }) => cover?.until === 'opened'));
  });

  it('F06 reviews what it has just read: who comes second does not undo who came first', async () => {
    const { amy, as } = await start();
    const { corrections } = await amy.results.reportMistake({ result: CBC, wrong: 'a', right: 'b' }, write());
    const { id } = corrections[0]!;
    const nurse = await as('grace-lee');
    let isFirst = true;
    const other = await as('ana-morales', async ({ url }) => {
      if (!/Task\?.*focus=/.test(url) || !isFirst) return undefined;
      isFirst = false;
      await nurse.results.reviewCorrection({ result: CBC, correction: id, state: 'changed', note: 'Mended' }, write());
      return undefined;
    });
    const late = other.results.reviewCorrection({ result: CBC, correction: id, state: 'declined', note: 'No' }, write());
    await assert.rejects(late, { code: 'conflict' });
    const [now] = (await amy.results.readResult(CBC, { signal })).corrections;
    assert.deepEqual([now!.state, now!.note], ['changed', 'Mended']);
  });

  it('F03 reports once where a server does not keep to a condition and the answer is lost', async () => {
    let isLost = true;
    const { amy } = await start([], async (request) => {
      const text = request.method === 'POST' ? await request.text() : '';
      if (!text.includes('amendment')) return undefined;
      const body = text.replace(/"ifNoneExist":"[^"]*",?/, '').replace(/,}/g, '}');
      const answer = await fetch(request.url, { method: 'POST', headers: request.headers, body });
      if (isLost) throw ((isLost = false), new TypeError('lost'));
      return answer;
    });
    const [given, mistake] = [write(), { result: CBC, wrong: 'a', right: 'b' }];
    await assert.rejects(amy.results.reportMistake(mistake, given), { code: 'unknown-outcome' });
    assert.equal((await amy.results.reportMistake(mistake, given)).corrections.length, 1);
  });

  it('keeps to the newest of two choices for one kind', async () => {
    const { amy, subject } = await start();
    await amy.results.setRelease({ subject, kind: LABORATORY, release: 'until-opened' }, write());
    const consent = (id: string, dateTime: string, word: string) => ({
      resourceType: 'Consent', id, status: 'active', dateTime, patient: { reference: AMY },
      scope: { coding: [{ code: 'patient-privacy' }] },
      category: [{ coding: [{ system: `${OURS}consent`, code: 'result-release' }] }],
      provision: { code: [{ coding: [{ code: 'laboratory' }] }], action: [{ coding: [{ system: `${OURS}release`, code: word }] }] },
    }) as Consent;
    server!.load([consent('newer', '2100-01-02', 'until-comment'), consent('a-older', '2000-01-01', 'at-once'), consent('z-older', '2000-01-01', 'at-once')]);
    assert.equal(await cover(amy, CBC), 'comment');
  });

  const reported = (place: number, more: Partial<Task> = {}) => ({
    resourceType: 'Task', id: `t-${place}`, status: 'requested', intent: 'proposal',
    code: { coding: [{ system: `${OURS}task`, code: 'amendment' }] },
    focus: { reference: `Observation/o-${place}` }, for: { reference: AMY }, requester: { reference: AMY },
    authoredOn: new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString(),
    input: ['wrong', 'right'].map((code) => ({ type: { coding: [{ system: `${OURS}amendment`, code }] }, valueString: code })),
    ...more,
  }) as Task;

  it('turns over what was reported without leaving out or repeating, while the first of it is finished', async () => {
    const places = Array.from({ length: 45 }, (_, place) => place);
    const { as } = await start(places.flatMap((place): Resource[] => [observation(`o-${place}`, { valueInteger: 7 }), reported(place)]));
    const nurse = await as('grace-lee');
    const found: string[] = [];
    const first = await nurse.results.listReported({}, { signal });
    found.push(...first.items.map(({ id }) => id));
    // The bookmark itself is among what is finished.
    for (const place of [0, 1, first.items.length - 1]) {
      const { id: result, corrections } = first.items[place]!;
      await nurse.results.reviewCorrection({ result, correction: corrections[0]!.id, state: 'changed' }, write());
    }
    for (let after = first.next; after !== undefined; ) {
      const page = await nurse.results.listReported({ after }, { signal });
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    assert.deepEqual(found, places.map((place) => `Observation/o-${place}`));
    await assert.rejects(nurse.results.listReported({ after: 'abc' }, { signal }), { code: 'invalid', field: 'after' });
  });

  it('tells when a visit before this one ended, and tells the same while this one goes on', async () => {
    const end = new Date(Date.now() - 3_600_000).toISOString();
    const visit = {
      resourceType: 'Task', id: 'visit', status: 'completed', intent: 'order', for: { reference: AMY }, owner: { reference: AMY },
      identifier: [{ system: `${OURS}key`, value: `result-visit-${AMY}-${AMY}` }],
      code: { coding: [{ system: `${OURS}task`, code: 'result-visit' }] },
      executionPeriod: { end },
    } as Task;
    const { amy, subject } = await start([visit]);
    for (let time = 0; time < 2; time++) assert.deepEqual(await amy.results.noteVisit({ subject }, write()), { since: end });
  });

  it('makes up no time for a report of a mistake that has none', async () => {
    const { amy } = await start([observation('o-1', { valueInteger: 7 }), reported(1)], async (request) => {
      if (!/Task\?patient/.test(request.url)) return undefined;
      const text = await (await fetch(request)).text();
      return new Response(text.replace(/"authoredOn":"[^"]*",?/g, '').replace(/"lastUpdated":"[^"]*",?/g, '').replace(/,}/g, '}'), { headers: { 'content-type': 'application/fhir+json' } });
    });
    assert.deepEqual((await amy.results.readResult('Observation/o-1' as ResultId, { signal })).corrections, []);
  });
});
