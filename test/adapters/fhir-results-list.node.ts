import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Resource } from '@medplum/fhirtypes';
import type { ResultId } from '../../src/model/id.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { AMY, amysRecords, type Between, open, refusing, signal } from './fhir-results-bench.js';
import { observation } from './fhir-results-values.js';

const DAY = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.UTC(2026, 0, 1) - days * DAY).toISOString();

/** Sixty reports, a day apart, each with an order of its own. */
const sixty = (): Resource[] =>
  Array.from({ length: 60 }, (_, place) => ({
    resourceType: 'DiagnosticReport',
    id: `r-${place}`,
    status: 'final',
    category: [{ coding: [{ code: 'LAB' }] }],
    code: { text: `Report ${place}` },
    subject: { reference: AMY },
    effectiveDateTime: dayBefore(place),
    basedOn: [{ reference: `ServiceRequest/s-${place}` }],
  }));

describe('a long list of results of a FHIR server', () => {
  let server: TestFhirServer | undefined;
  afterEach(() => server?.close());

  async function start(records: readonly Resource[], by?: Between) {
    server = await startFhirServer();
    server.load([...amysRecords().filter(({ resourceType }) => resourceType === 'Patient'), ...records]);
    const session = await open({ url: server.url, token: server.tokenFor(AMY), ...(by && { by }) });
    const { results, subject } = session;
    const page = (after?: string) => results.listResults({ subject, after }, { signal });
    /** All that is left after a bookmark. */
    const rest = async (after?: string): Promise<string[]> => {
      const found: string[] = [];
      let next = after;
      do {
        const { items, next: then } = await page(next);
        found.push(...items.map(({ id }) => id));
        next = then;
      } while (next !== undefined);
      return found;
    };
    return { ...session, page, rest };
  }

  const ALL = sixty().map(({ id }) => `DiagnosticReport/${id}`);

  it('F04 loses nothing where one read in the middle fails, and goes on where it was', async () => {
    let fails = false;
    const { page, rest } = await start(sixty(), ({ url }) => {
      if (!fails || !url.includes('/ServiceRequest')) return undefined;
      fails = false;
      return refusing(503, 'transient');
    });
    const { items, next } = await page();
    fails = true;
    await assert.rejects(page(next), { code: 'unavailable' });
    assert.deepEqual([...items.map(({ id }) => id as string), ...(await rest(next))], ALL);
  });

  it('F04 loses nothing where somebody gives up in the middle', async () => {
    const leaving = new AbortController();
    let leaves = false;
    const { page, rest, results, subject } = await start(sixty(), ({ url }) => {
      if (leaves && url.includes('/ServiceRequest')) leaving.abort();
      return undefined;
    });
    const { items, next } = await page();
    leaves = true;
    await assert.rejects(results.listResults({ subject, after: next }, { signal: leaving.signal }), { name: 'AbortError' });
    assert.deepEqual([...items.map(({ id }) => id as string), ...(await rest(next))], ALL);
  });

  it('shows two readers of one list the whole list each, at the same time', async () => {
    const { page, rest } = await start(sixty());
    const { items, next } = await page();
    const [one, other] = await Promise.all([rest(next), rest(next)]);
    const whole = ALL.slice(items.length);
    assert.deepEqual([one, other], [whole, whole]);
  });

  it('lets one reader go on where the other has given up', async () => {
    const leaving = new AbortController();
    const { page, rest, results, subject } = await start(sixty());
    const { items, next } = await page();
    const gone = results.listResults({ subject, after: next }, { signal: leaving.signal });
    const other = rest(next);
    leaving.abort();
    await assert.rejects(gone, { name: 'AbortError' });
    assert.deepEqual(await other, ALL.slice(items.length));
  });

  it('reads a list of a server that does not sort to its end, and not only as far as patience goes', async () => {
    const many = Array.from({ length: 5 }, (_, part) => sixty().map((each) => ({ ...each, id: `${each.id}-${part}`, basedOn: undefined }) as Resource));
    const { rest } = await start(many.flat(), ({ url }) => (url.includes('_sort=-date') ? refusing(400, 'invalid') : undefined));
    assert.equal(new Set(await rest()).size, 300);
  });

  it('lists an observation of any category and of none, but not what somebody told of their life', async () => {
    const of = (code?: string) => observation(code ?? 'none', { category: code && [{ coding: [{ code }] }], valueInteger: 7 }) as Resource;
    const { rest } = await start([of(), of('exam'), of('laboratory'), of('social-history'), of('survey')]);
    assert.deepEqual((await rest()).sort(), ['Observation/exam', 'Observation/laboratory', 'Observation/none']);
  });

  it('asks by category where a server will not be asked without', async () => {
    const { rest } = await start([observation('a', { valueInteger: 7 })], ({ url }) =>
      url.includes('/Observation?') && !/category|_id/.test(url) ? refusing(400, 'invalid') : undefined,
    );
    assert.deepEqual(await rest(), ['Observation/a']);
  });

  it('tells an observation with its report also where the report is of weeks before', async () => {
    const late = observation('late', { valueInteger: 7, effectiveDateTime: dayBefore(0) });
    const reports = sixty().map((each, place) => ({ ...each, basedOn: undefined, effectiveDateTime: dayBefore(9 + place) }) as Resource);
    const last = { ...reports.at(-1)!, result: [{ reference: 'Observation/late' }] } as Resource;
    const { rest } = await start([late, ...reports.slice(0, -1), last]);
    const found = await rest();
    assert.ok(!found.includes('Observation/late'));
    assert.equal(found.length, 60);
  });

  it('finds what is dated in part on each day that it may have been', async () => {
    const { results, subject } = await start([observation('march', { valueInteger: 7, effectiveDateTime: '2026-03' })]);
    const on = async (day: string) => (await results.listResults({ subject, from: day, to: day }, { signal })).items.map(({ id }) => id);
    for (const day of ['2026-03-01', '2026-03-15', '2026-03-31']) assert.deepEqual(await on(day), ['Observation/march' as ResultId]);
    for (const day of ['2026-02-28', '2026-04-01']) assert.deepEqual(await on(day), []);
  });
});
