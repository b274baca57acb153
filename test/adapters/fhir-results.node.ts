import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Resource } from '@medplum/fhirtypes';
import type { CorrectionId } from '../../src/model/result.js';
import type { ResultId } from '../../src/model/id.js';
import type { ResultKindId } from '../../src/model/release.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { AMY, amysRecords, open, signal, write } from './fhir-results-bench.js';

const CBC = 'DiagnosticReport/cbc' as ResultId;
const LABORATORY = 'laboratory' as ResultKindId;

describe('results of a FHIR server, with the published records of Amy Shaw', () => {
  let server: TestFhirServer | undefined;
  afterEach(() => server?.close());

  async function start(more: readonly Resource[] = []) {
    server = await startFhirServer();
    server.load([...amysRecords(), ...more]);
    const amy = await open({ url: server.url, token: server.tokenFor(AMY) });
    const nurse = await open({ url: server.url, token: server.tokenFor('grace-lee') });
    return { amy, nurse, subject: amy.subject };
  }

  it('lists reports with what they found, and single observations beside them, taken last first', async () => {
    const { amy, subject } = await start();
    const { items, next } = await amy.results.listResults({ subject }, { signal });
    assert.equal(next, undefined);
    assert.deepEqual(items.slice(0, 3).map(({ name }) => name), [
      'Portable XR Chest Views',
      'CBC panel - Blood by Automated count',
      'Basic Metabolic Panel (BMP)',
    ]);
    const members = items.flatMap(({ id, measurements }) => (id.startsWith('DiagnosticReport') ? measurements : []));
    const alone = items.filter(({ id }) => id.startsWith('Observation'));
    assert.equal(members.length, 18);
    assert.equal(alone.length, 5);
    const [, , { laboratory, orderedBy } = {}] = items;
    assert.equal(laboratory, 'Acme Laboratory, Inc');
    assert.equal(orderedBy?.name, 'Dr Ronald Bone');
  });

  it('I10 keeps a reversed range as the laboratory wrote it', async () => {
    const { amy } = await start();
    const { measurements } = await amy.results.readResult(CBC, { signal });
    assert.deepEqual(measurements.find(({ name }) => /Hematocrit/.test(name))?.ranges, [{ low: '46', high: '38' }]);
  });

  it('finds words in names and in what was said, kinds, and days in the practice\'s zone', async () => {
    const { amy, subject } = await start();
    const names = async (filter: object) =>
      (await amy.results.listResults({ subject, ...filter }, { signal })).items.map(({ id }) => id);
    assert.deepEqual(await names({ text: 'BASIC glucose' }), ['DiagnosticReport/metabolic-panel']);
    assert.deepEqual(await names({ kind: 'LP29684-5' }), ['DiagnosticReport/chest-xray-report']);
    // 19:43 UTC on February 3 is still that day in Los Angeles.
    assert.deepEqual(await names({ from: '2019-02-03', to: '2019-02-03' }), ['DiagnosticReport/chest-xray-report']);
    assert.deepEqual(await names({ from: '2019-02-04' }), []);
    await assert.rejects(names({ text: 'x'.repeat(201) }), { code: 'invalid', field: 'text' });
  });

  it('shows nothing of a covered result: not in the list, not alone, not in a history, not in a file', async () => {
    const { amy, subject } = await start();
    const history = async () =>
      (await amy.results.listHistory({ subject, code: 'http://loinc.org|718-7' }, { signal })).items.length;
    assert.equal(await history(), 1);
    const [file] = (await amy.results.readResult('DiagnosticReport/chest-xray-report' as ResultId, { signal })).files;
    assert.ok((await amy.attachments.open(file!.id, { signal })).size > 1000);
    for (const kind of [LABORATORY, 'LP29684-5' as ResultKindId]) {
      await amy.results.setRelease({ subject, kind, release: 'until-opened' }, write());
    }
    const covered = await amy.results.readResult(CBC, { signal });
    const { items } = await amy.results.listResults({ subject }, { signal });
    for (const result of [covered, items.find(({ id }) => id === CBC)!]) {
      assert.equal(result.cover?.until, 'opened');
      assert.deepEqual([result.measurements, result.comments, result.files, result.laboratory], [[], [], [], undefined]);
    }
    assert.equal(await history(), 0);
    await assert.rejects(amy.attachments.open(file!.id, { signal }), { code: 'not-found' });
  });

  it('opens a covered result for good, also on another device, and keeps the choice', async () => {
    const { amy, subject } = await start();
    await amy.results.setRelease({ subject, kind: LABORATORY, release: 'until-comment' }, write());
    const before = await amy.results.readResult(CBC, { signal });
    const opened = await amy.results.uncover(CBC, write());
    assert.notEqual(opened.version, before.version);
    assert.equal((await amy.results.uncover(CBC, write())).version, opened.version);
    const elsewhere = await open({ url: server!.url, token: server!.tokenFor(AMY) });
    assert.equal((await elsewhere.results.readResult(CBC, { signal })).measurements.length, 8);
    const { kinds } = await elsewhere.results.readRelease({ subject }, { signal });
    assert.equal(kinds.find(({ id }) => id === LABORATORY)?.release, 'until-comment');
    await assert.rejects(amy.results.setRelease({ subject, kind: 'none' as ResultKindId, release: 'at-once' }, write()), {
      code: 'invalid',
      field: 'kind',
    });
  });

  it('hands a report of a mistake to staff once, and brings back what they say', async () => {
    const { amy, nurse } = await start();
    const given = write();
    const mistake = { result: CBC, wrong: 'It says fasting', right: 'I had eaten' };
    await amy.results.reportMistake(mistake, given);
    const { corrections } = await amy.results.reportMistake(mistake, given);
    assert.equal(corrections.length, 1);
    await assert.rejects(amy.results.reportMistake({ ...mistake, right: 'Not sure' }, given), { code: 'conflict' });
    const { items } = await nurse.results.listReported({}, { signal });
    assert.deepEqual(items.map(({ id }) => id), [CBC]);
    const review = { result: CBC, correction: corrections[0]!.id, state: 'declined' } as const;
    await assert.rejects(nurse.results.reviewCorrection(review, write()), { code: 'invalid', field: 'note' });
    await nurse.results.reviewCorrection({ ...review, state: 'under-review' }, write());
    await nurse.results.reviewCorrection({ ...review, note: 'The form says fasting' }, write());
    const [told] = (await amy.results.readResult(CBC, { signal })).corrections;
    assert.deepEqual([told!.state, told!.note, told!.right], ['declined', 'The form says fasting', 'I had eaten']);
    assert.match(told!.reviewedBy!.name, /Lee/);
    await assert.rejects(nurse.results.reviewCorrection({ ...review, note: 'Again, no' }, write()), { code: 'conflict' });
    await assert.rejects(nurse.results.reviewCorrection({ ...review, correction: 'none' as CorrectionId }, write()), { code: 'not-found' });
    assert.deepEqual((await nurse.results.listReported({}, { signal })).items, []);
  });

  it('leaves the record itself as it was', async () => {
    const { amy } = await start();
    const { version } = await amy.results.readResult(CBC, { signal });
    const { version: later } = await amy.results.reportMistake({ result: CBC, wrong: 'a', right: 'b' }, write());
    assert.ok(later!.startsWith(version!), 'the version of the report is the same');
  });

  it('shows nobody else\'s results', async () => {
    const { subject } = await start();
    const sam = await open({ url: server!.url, token: server!.tokenFor('sam-okafor') });
    await assert.rejects(sam.results.listResults({ subject }, { signal }), { code: 'not-found' });
    await assert.rejects(sam.results.readResult(CBC, { signal }), { code: 'not-found' });
    await assert.rejects(sam.results.readResult('Patient/example' as ResultId, { signal }), { code: 'not-found' });
  });

  it('tells of a first visit nothing, and within half an hour the same', async () => {
    const { amy, subject } = await start();
    assert.deepEqual(await amy.results.noteVisit({ subject }, write()), {});
    assert.deepEqual(await amy.results.noteVisit({ subject }, write()), {});
  });

  it('has for patients and for staff what is theirs, and says why not the rest', async () => {
    const { amy, nurse } = await start();
    const missing = (session: typeof amy) =>
      Object.entries(session.missing).flatMap(([name, { code }]) => (name.startsWith('results.') ? `${name} ${code}` : [])).sort();
    assert.deepEqual(missing(amy), ['results.listReported forbidden', 'results.reviewCorrection forbidden']);
    assert.deepEqual(
      missing(nurse),
      ['noteVisit', 'readRelease', 'reportMistake', 'setRelease', 'uncover'].map((name) => `results.${name} forbidden`),
    );
  });
});
