import type { ResultId } from '../model/id.js';
import type { ResultKindId } from '../model/release.js';
import { dayIn } from '../model/zoned-time.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { aResult, isVoid, momentOf, resultsOf } from './results-steps.js';
import { everything, newWords, once, patiently } from './steps.js';

/** Reading results, finding them, and following one over time. */
export const resultsSuite: Suite = (test, has) => {
  if (!has('patient', 'results.listResults')) return;

  test('lists every result of a subject once, taken last first', async ({ patient }) => {
    const { zone } = await patient.practice!.readPractice(patiently);
    const results = await resultsOf(patient);
    claim(results.length > 1, 'the patient should have several results');
    equal(new Set(results.map(({ id }) => id)).size, results.length, 'how many different results are listed');
    for (const { subject } of results) equal(subject.id, patient.me.id, 'whose result it is');
    const moments = results.map((result) => momentOf(result, zone));
    equal(moments, moments.toSorted((a, b) => b - a), 'when they were taken');
  });

  test('a result reads by its id as it is listed', async ({ patient }) => {
    for (const result of (await resultsOf(patient)).slice(0, 5)) {
      equal(await patient.results!.readResult(result.id, patiently), result, 'the result');
    }
  });

  test('results are nothing a stranger reads or finds', async ({ patient, stranger }) => {
    const { id, name, measurements } = await aResult(patient);
    const subject = patient.me.id;
    const { code } = measurements.find((each) => each.code !== undefined)!;
    await rejectsWith('not-found', stranger.results!.readResult(id, patiently), "a stranger's result");
    await rejectsWith('not-found', resultsOf(stranger, { subject }), "a stranger's results");
    await rejectsWith('not-found', resultsOf(stranger, { subject, text: name }), "looking for a stranger's result");
    const history = stranger.results!.listHistory({ subject, code: code! }, patiently);
    await rejectsWith('not-found', history, "a stranger's history");
    await rejectsWith('not-found', patient.results!.readResult('no-such-result' as ResultId, patiently), 'no result');
  });

  test('a parent reads the results of a child', async ({ parent }) => {
    const child = parent.subjects[1]!.id;
    const results = await resultsOf(parent, { subject: child });
    claim(results.length > 0, 'the child should have a result');
    for (const { id, subject } of results) {
      equal(subject.id, child, 'whose it is');
      equal((await parent.results!.readResult(id, patiently)).subject.id, child, 'whose it is when it is read');
    }
  });

  test('results of one moment stand in one order, however often they are read', async ({ parent, staff }) => {
    for (const { id: subject } of parent.subjects) {
      const ids = await idsOf(parent, { subject });
      equal(await idsOf(parent, { subject }), ids, 'what is read again');
      if (has('staff', 'results.listResults')) equal(await idsOf(staff, { subject }), ids, 'what staff read');
    }
  });

  if (has('staff', 'results.listResults')) {
    test('staff read every result of a patient, and nothing is covered to them', async ({ patient, staff }) => {
      const seen = await resultsOf(staff, { subject: patient.me.id });
      const ids = (results: typeof seen) => results.map(({ id }) => id);
      equal(ids(seen), ids(await resultsOf(patient)), 'what staff read');
      for (const { cover } of seen) equal(cover ?? undefined, undefined, 'what is covered to staff');
    });
  }

  test('finds results by words of their names and their measurements, in any case', async ({ patient }) => {
    const { id, name, measurements } = await aResult(patient);
    const part = measurements.find(({ code }) => code !== undefined)!.name;
    for (const text of [name, ` ${name.toUpperCase()}\n`, part.toLowerCase(), `${part} ${name}`, name.slice(0, 3)]) {
      claim((await idsOf(patient, { text })).includes(id), 'its own words should find a result');
    }
    equal(await idsOf(patient, { text: `${name} ${newWords()}` }), [], 'what was found by a word nobody wrote');
  });

  test('blank words leave no result out, and too many are invalid by name', async ({ patient }) => {
    const all = await idsOf(patient);
    for (const text of [' \n ', ' '.repeat(300)]) equal(await idsOf(patient, { text }), all, 'found by blanks');
    equal(await idsOf(patient, { text: 'x'.repeat(200) }), [], 'found by 200 characters');
    const tooLong = rejectsWith('invalid', idsOf(patient, { text: 'x'.repeat(201) }), 'looking for 201 characters');
    equal((await tooLong).field, 'text', 'the field');
  });

  test('finds results by kind, and by the days they were taken on', async ({ patient }) => {
    const { zone } = await patient.practice!.readPractice(patiently);
    const all = await resultsOf(patient);
    const kind = all.find((result) => result.kind)?.kind?.id;
    const ids = (fits: (result: (typeof all)[number]) => boolean) => all.filter(fits).map(({ id }) => id);
    if (kind) equal(await idsOf(patient, { kind }), ids((result) => result.kind?.id === kind), 'found by kind');
    equal(await idsOf(patient, { kind: 'no-such-kind' as ResultKindId }), [], 'found by a kind there is not');

    const exact = all.filter(({ takenAt }) => takenAt !== undefined && takenAt.length > 10);
    const one = exact[exact.length >> 1];
    if (!one) return;
    const day = dayIn(zone, Date.parse(one.takenAt!));
    const found = await idsOf(patient, { from: day, to: day });
    claim(found.includes(one.id), 'a result should be found by its day');
    // What is known in part may have been on any day of it.
    for (const { id, takenAt } of exact) {
      equal(found.includes(id), dayIn(zone, Date.parse(takenAt!)) === day, 'whether a result is found by a day');
    }
    const [since, before] = [await idsOf(patient, { from: day }), await idsOf(patient, { to: day })];
    equal(ids(({ id }) => since.includes(id) || before.includes(id)), ids(() => true), 'found since and until a day');
    equal(await idsOf(patient, { from: '2999-01-01' }), [], 'found in a time to come');
  });

  test('finds what is dated in part on every day that it may have been taken', async ({ patient }) => {
    const all = await resultsOf(patient);
    for (const length of [4, 7, 10]) {
      const one = all.find(({ takenAt }) => takenAt?.length === length);
      if (!one) continue;
      const year = Number(one.takenAt!.slice(0, 4));
      const finds = async (from: string, to: string) => (await idsOf(patient, { from, to })).includes(one.id);
      const days = ['-01-01', '-07-09', '-12-31'].map((rest) => one.takenAt! + rest.slice(length === 4 ? 0 : 3));
      for (const day of length === 10 ? [one.takenAt!] : days.filter((each) => !/-(02|04|06|09|11)-31$/.test(each))) {
        claim(await finds(day, day), 'it should be found on a day it may have been');
      }
      const [before, after] = [`${year - 1}-12-31`, `${year + 1}-01-01`];
      claim(!(await finds('1900-01-01', before)), 'it should not be found before');
      claim(!(await finds(after, '2999-12-31')), 'it should not be found afterwards');
    }
  });

  if (has('patient', 'results.listHistory')) {
    test('a history has every measurement of a code, taken last first, each with its result', async ({ patient }) => {
      const { measurements } = await aResult(patient);
      const code = measurements.find((each) => each.code !== undefined)!.code!;
      const shown = (await resultsOf(patient)).filter(({ cover, status }) => !cover && !isVoid(status));
      const expected = shown.flatMap(({ id, takenAt, measurements: all }) =>
        all.filter((each) => each.code === code).map(({ value }) => [id, takenAt, value?.number]),
      );
      const history = await everything((after) =>
        patient.results!.listHistory({ subject: patient.me.id, code, after }, patiently),
      );
      equal(history.map(({ result, takenAt, value }) => [result, takenAt, value?.number]), expected, 'the history');
      const none = await patient.results!.listHistory({ subject: patient.me.id, code: 'no-such-code' }, patiently);
      equal(none.items.length, 0, 'the history of nothing');
    });
  }

  if (has('patient', 'results.noteVisit')) {
    test('a first visit follows none, for each person, and to come back soon is the same visit', async ({ parent }) => {
      for (const { id: subject } of parent.subjects) {
        for (let time = 0; time < 2; time++) {
          const { since } = await parent.results!.noteVisit({ subject }, once());
          equal(since ?? undefined, undefined, 'the end of the visit before');
        }
      }
    });

    test('who comes back after half an hour is told when their last visit ended', async ({ parent, backend }) => {
      if (!backend.pass) return;
      const since = async () => (await parent.results!.noteVisit({ subject: parent.me.id }, once())).since;
      await since();
      await backend.pass(31 * 60_000);
      const [told, again] = [await since(), await since()];
      claim(told !== undefined, 'the end of the visit before should be told');
      equal(again, told, 'what is told within one visit');
      await backend.pass(31 * 60_000);
      const next = await since();
      claim(Date.parse(next!) - Date.parse(told) > 30 * 60_000, 'the visit after should be told the end of this one');
    });

    test('a visit to the results of a stranger is none', async ({ patient, stranger }) => {
      const visit = stranger.results!.noteVisit({ subject: patient.me.id }, once());
      await rejectsWith('not-found', visit, "a visit to a stranger's results");
    });
  }
};

const idsOf = async (...given: Parameters<typeof resultsOf>): Promise<ResultId[]> =>
  (await resultsOf(...given)).map(({ id }) => id);
