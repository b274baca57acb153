import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { AdapterError } from '../../src/adapter/errors.js';
import { checkStrictly } from '../../src/conformance/strict.js';
import { Measurement } from '../../src/model/measurement.js';
import { ReleasePreferences } from '../../src/model/release.js';
import { Result } from '../../src/model/result.js';
import { asText, mutated, mutations } from '../support/mutate.js';
import { AMY, amysRecords, amysToken, open, signal } from './fhir-results-bench.js';
import { searchset, startOddServer } from './fhir-results-server.js';
import { everyValue } from './fhir-results-values.js';

type Opened = Awaited<ReturnType<typeof open>>;

const FLAGS: Readonly<Record<string, readonly string[]>> = {
  usual: ['N'],
  low: ['L'],
  high: ['H'],
  'very-low': ['LL', 'LU'],
  'very-high': ['HH', 'HU'],
  unusual: ['A'],
  'very-unusual': ['AA'],
};
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  preliminary: ['registered', 'partial', 'preliminary'],
  final: ['final'],
  corrected: ['amended', 'corrected', 'appended'],
  cancelled: ['cancelled'],
  withdrawn: ['entered-in-error'],
};

describe('FHIR resources in which something has gone wrong', { timeout: 400_000 }, () => {
  const records = amysRecords();
  const of = (type: string) => records.filter((resource) => resource.resourceType === type && about(resource));
  const about = (resource: unknown) => JSON.stringify(resource).includes(`"${AMY}"`);
  const [reports, observations] = [of('DiagnosticReport'), of('Observation')];
  const singles = [...observations.filter(({ id }) => /pressure|heart|weight/.test(id!)), ...everyValue()];
  const members = observations.filter((each) => !singles.includes(each));
  const [amy] = records.filter((resource) => `${resource.resourceType}/${resource.id}` === AMY);

  // What the server has to say for now, as text.
  let said: Readonly<Record<string, string>> = {};
  let server: Awaited<ReturnType<typeof startOddServer>>;
  let session: Opened;
  before(async () => {
    server = await startOddServer(({ pathname, searchParams }) => {
      const [, type = '', id] = /^\/fhir\/(\w+)(?:\/(.+))?$/.exec(pathname) ?? [];
      if (type === 'Patient' && id) return { body: amy };
      const ids = searchParams.get('_id')?.split(',');
      if (type === 'Observation' && ids) return { body: searchset(members.filter((each) => ids.includes(each.id!))) };
      const text = said[id ? `${type}/${id}` : type];
      return text === undefined ? undefined : { body: text };
    });
    session = await open({ url: server.url, token: amysToken });
  });
  after(() => server.close());

  /** Reads what there is in a list, and answers the text that was read. */
  async function readList(bundles: Readonly<Record<string, unknown>>): Promise<{ results: Result[]; sent: string }> {
    said = Object.fromEntries(Object.entries(bundles).map(([type, bundle]) => [type, asText(bundle)]));
    const { results, subject } = session;
    const found: Result[] = [];
    let after: string | undefined;
    for (let page = 0; page < 10; page++) {
      const { items, next } = await results.listResults({ subject, after }, { signal });
      found.push(...items);
      if ((after = next) === undefined) break;
    }
    return { results: found, sent: [...Object.values(said), asText(members)].join('\n') };
  }

  /** Reads the same in the other ways there are. */
  async function readOtherwise(): Promise<void> {
    const { results, subject } = session;
    const { items } = await results.listHistory({ subject, code: 'http://loinc.org|2345-7' }, { signal });
    for (const item of items) Measurement.parse(item);
    ReleasePreferences.parse(await results.readRelease({ subject }, { signal }));
  }

  /** Fails where a result says what nobody has sent. */
  function checkHonest(result: Result, sent: string): void {
    const isSent = (text: string): boolean => sent.includes(text) || sent.includes(JSON.stringify(text).slice(1, -1));
    const shown = result.measurements.flatMap(({ value, ranges, flag, flagText, name, method }) => {
      if (flag) {
        const codes = FLAGS[flag]!;
        assert.ok(codes.some((code) => sent.includes(`"code":"${code}"`)), `nobody said ${flag}`);
        assert.ok(sent.includes('"interpretation"'));
      }
      const bounds = ranges.flatMap(({ low, high }) => [low, high]);
      if (ranges.length > 0) assert.ok(sent.includes('"referenceRange"'));
      const words = [value?.text, flagText, name, method].flatMap((text) => text?.match(/[\p{L}\p{N}]+/gu) ?? []);
      return [value?.number, value?.low, value?.high, value?.date, ...bounds, ...words];
    });
    for (const each of shown) assert.ok(each === undefined || isSent(each), 'something was made up');
    assert.ok(!result.measurements.some(({ value }) => value?.number !== undefined && !/\d/.test(value.number)));
    if (result.status !== 'other') {
      assert.ok(STATUSES[result.status]!.some((word) => sent.includes(`"status":"${word}"`)), `nobody said ${result.status}`);
    }
    for (const time of [result.takenAt, result.arrivedAt]) assert.ok(time === undefined || isSent(time), 'a time was made up');
    assert.ok(!/<script/i.test(result.report ?? ''));
  }

  function check({ results, sent }: { readonly results: readonly Result[]; readonly sent: string }): void {
    for (const result of results) {
      // One that has lost its id is for the client to count: nothing else may be wrong with it.
      const named = (result.id as unknown) === undefined ? { ...result, id: 'DiagnosticReport/lost' } : result;
      // The model cuts names that fill a page.
      checkStrictly(Result, JSON.parse(JSON.stringify(named), (_, part: unknown) => (typeof part === 'string' ? part.slice(0, 1000) : part)), 'listResults');
      checkHonest(result, sent);
    }
  }

  const sound = { DiagnosticReport: searchset(reports, { included: members }), Observation: searchset(singles) };

  it('says as much as there is while nothing is wrong', async () => {
    const read = await readList(sound);
    check(read);
    assert.equal(read.results.length, reports.length + singles.length);
    assert.ok(read.results.flatMap(({ measurements }) => measurements).length > 30);
    await readOtherwise();
  });

  // A thousand in four parts, so that each has time of its own on a busy machine.
  for (const part of ['a first', 'a second', 'a third', 'a fourth']) {
    it(`F13 shows the rest of a resource and makes nothing up, whatever is missing, doubled, immense or of another kind: ${part} 250`, async () => {
      // Places in the lists, not what stands there: a failure should say what was broken, and not the whole record.
      const some = (list: readonly unknown[], minLength: number) =>
        fc.array(fc.tuple(fc.nat({ max: list.length - 1 }), mutations()), { minLength, maxLength: 2 * minLength });
      const broken = (list: readonly unknown[], drawn: readonly (readonly [number, Parameters<typeof mutated>[1]])[]) =>
        drawn.map(([place, how]) => mutated(list[place], how));
      await fc.assert(
        fc.asyncProperty(some(reports, 1), some(members, 3), some(singles, 3), async (first, second, third) => {
          const included = broken(members, second);
          const DiagnosticReport = searchset(broken(reports, first), { included });
          check(await readList({ DiagnosticReport, Observation: searchset(broken(singles, third)) }));
        }),
        { numRuns: 250, includeErrorInReport: true },
      );
    });
  }

  it('F12 F14 fails with a code or shows what it can when a whole answer has gone wrong', async () => {
    await fc.assert(
      fc.asyncProperty(mutations(), mutations(), async (first, second) => {
        const bundles = { DiagnosticReport: mutated(sound.DiagnosticReport, first), Observation: mutated(sound.Observation, second) };
        try {
          check(await readList(bundles));
          await readOtherwise();
        } catch (error) {
          if (!(error instanceof AdapterError)) throw error;
        }
      }),
      { numRuns: 150, includeErrorInReport: true },
    );
  });
});
