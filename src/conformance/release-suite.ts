import type { Release, ResultKindId } from '../model/release.js';
import type { Result } from '../model/result.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { aCoverable, choose, heard, isOpen, isVoid, resultsOf } from './results-steps.js';
import { everything, once, patiently } from './steps.js';

/** When results are shown, and opening what is covered. */
export const releaseSuite: Suite = (test, has) => {
  if (!has('patient', 'results.readRelease') || !has('patient', 'results.setRelease')) return;

  test('every kind of result has a release, and what is chosen is kept, for its subject only', async (stage) => {
    const { patient, stranger } = stage;
    const subject = patient.me.id;
    const read = (reader = patient) => reader.results!.readRelease({ subject: reader.me.id }, patiently);
    const [{ kinds }, others] = [await read(), await read(stranger)];
    for (const { kind } of await resultsOf(patient)) {
      claim(!kind || kinds.some(({ id }) => id === kind.id), 'the kind of each result should be one to choose for');
    }
    for (const release of ['until-comment', 'until-opened', 'at-once'] as const) {
      const { id } = kinds[0]!;
      const expected = kinds.map((kind) => (kind.id === id ? { ...kind, release } : kind));
      const options = once();
      for (let time = 0; time < 2; time++) {
        const answer = await patient.results!.setRelease({ subject, kind: id, release }, options);
        equal(answer.kinds, expected, 'the answer');
      }
      equal((await read()).kinds, expected, 'what is read then');
    }
    equal(await read(stranger), others, 'what a stranger has');
  });

  test('only who may read about somebody chooses, and only what there is', async ({ patient, stranger }) => {
    const subject = patient.me.id;
    const { kinds } = await patient.results!.readRelease({ subject }, patiently);
    const { id } = kinds[0]!;
    await rejectsWith('not-found', stranger.results!.readRelease({ subject }, patiently), "a stranger's choice");
    const choice = { subject, kind: id, release: 'until-opened' } as const;
    await rejectsWith('not-found', stranger.results!.setRelease(choice, once()), 'choosing for a stranger');
    const field = async (kind: ResultKindId, release: Release) =>
      (await rejectsWith('invalid', choose(patient, kind, release), 'such a choice')).field;
    equal(await field('no-such-kind' as ResultKindId, 'at-once'), 'kind', 'the field');
    equal(await field(id, 'never' as Release), 'release', 'the field');
    equal((await patient.results!.readRelease({ subject }, patiently)).kinds, kinds, 'what was chosen');
  });

  test('what is covered until it is opened says that it is there, and nothing else', async ({ patient, staff }) => {
    const { kind, ...open } = await aCoverable(patient);
    await choose(patient, kind.id, 'until-opened');
    const covered = await patient.results!.readResult(open.id, patiently);
    checkCovered(covered, 'opened');
    const kept = ({ id, name, status, takenAt, arrivedAt, changedAt, orderedBy }: Partial<Result>) => [
      ...[id, name, status, takenAt, arrivedAt, changedAt, orderedBy?.id].map((part) => part ?? null),
    ];
    equal([...kept(covered), covered.kind?.id], [...kept(open), kind.id], 'what is still said');
    const listed = await resultsOf(patient);
    // Those that were covered before, too: they may have reports and files.
    for (const result of listed) if (result.cover) checkCovered(result, result.cover.until);
    equal(listed.find(({ id }) => id === open.id)?.cover?.until, 'opened', 'why it is covered in the list');
    if (has('staff', 'results.readResult')) {
      const seen = await staff.results!.readResult(open.id, patiently);
      equal(seen.measurements, open.measurements, 'what staff read');
    }
    await choose(patient, kind.id, 'at-once');
    const again = await patient.results!.readResult(open.id, patiently);
    equal(again.measurements, open.measurements, 'what is read once it is shown at once');
  });

  test('what is covered is found by its name only, and in no history', async ({ patient }) => {
    const isHidden = ({ name, measurements }: Result): boolean => measurements.some((part) => !says(name, part.name));
    const { id, kind, name, measurements } = await aCoverable(patient, isHidden);
    await choose(patient, kind.id, 'until-opened');
    const finds = async (text: string) => (await resultsOf(patient, { text })).some((result) => result.id === id);
    claim(await finds(name), 'its name should find it');
    for (const part of measurements) {
      if (!says(name, part.name)) claim(!(await finds(part.name)), 'what was measured should not find it');
      if (part.code === undefined || !has('patient', 'results.listHistory')) continue;
      const { code } = part;
      const history = await everything((after) =>
        patient.results!.listHistory({ subject: patient.me.id, code, after }, patiently),
      );
      claim(!history.some(({ result }) => result === id), 'it should be in no history');
    }
  });

  test('until a clinician has commented, what has no comment is covered, and what is void is not', async (stage) => {
    const { patient } = stage;
    const before = await resultsOf(patient);
    const kinds = new Set(before.flatMap(({ kind }) => kind?.id ?? []));
    for (const kind of kinds) await choose(patient, kind, 'until-comment');
    for (const result of await resultsOf(patient)) {
      const { cover, status, comments } = before.find(({ id }) => id === result.id)!;
      if (cover) continue;
      if (result.cover) checkCovered(result, 'comment');
      const mayBeCovered = result.kind && !isVoid(status) && comments.length === 0;
      claim(mayBeCovered || !result.cover, 'what is commented or void should not be covered');
    }
    const isCommentless = (each: Result) => isOpen(each) && each.kind !== undefined && each.comments.length === 0;
    const commentless = before.find(isCommentless);
    claim(commentless !== undefined, 'the patient should have an open result without a comment');
    const { cover } = await patient.results!.readResult(commentless.id, patiently);
    equal(cover?.until, 'comment', 'why it is covered');
  });

  if (has('patient', 'changes')) {
    test('who may read results hears that they are shown at another time, and nobody else', async (stage) => {
      const { patient, stranger } = stage;
      const { kind } = await aCoverable(patient);
      const told = await heard([patient, stranger], () => choose(patient, kind.id, 'until-opened'));
      equal(told, [[{ kind: 'result' }], []], 'what the patient and a stranger hear');
    });
  }

  if (!has('patient', 'results.uncover')) return;

  test('F03 what is opened is open for good, however often it is asked', async ({ patient }) => {
    const { kind, ...open } = await aCoverable(patient);
    await choose(patient, kind.id, 'until-opened');
    const { version } = await patient.results!.readResult(open.id, patiently);
    const options = once();
    const first = await patient.results!.uncover(open.id, options);
    equal([first.cover ?? null, first.measurements], [null, open.measurements], 'what is there then');
    claim(version === undefined || first.version !== version, 'its version should be another');
    equal(await patient.results!.uncover(open.id, options), first, 'the same again');
    equal(await patient.results!.uncover(open.id, once()), first, 'opening what is open');
    for (const release of ['until-comment', 'until-opened'] as const) {
      await choose(patient, kind.id, release);
      const { measurements } = await patient.results!.readResult(open.id, patiently);
      equal(measurements, open.measurements, 'what is there whatever is chosen');
    }
  });

  test('nobody opens what is covered for a stranger', async ({ patient, stranger }) => {
    const { kind, id } = await aCoverable(patient);
    await choose(patient, kind.id, 'until-opened');
    await rejectsWith('not-found', stranger.results!.uncover(id, once()), 'opening it');
    checkCovered(await patient.results!.readResult(id, patiently), 'opened');
  });

  if (has('patient', 'changes') && has('staff', 'changes')) {
    test('who may read a result hears that it was opened, and nobody else', async ({ patient, stranger, staff }) => {
      const { kind, id } = await aCoverable(patient);
      await choose(patient, kind.id, 'until-opened');
      const told = await heard([patient, staff, stranger], () => patient.results!.uncover(id, once()));
      const change = [{ kind: 'result', result: id }];
      equal(told, [change, change, []], 'what the patient, staff and a stranger hear');
    });
  }
};

const says = (name: string, word: string): boolean => name.toLowerCase().includes(word.toLowerCase());

/** Fails where a covered result says anything of what was found. */
function checkCovered(result: Result, until: NonNullable<Result['cover']>['until']): void {
  const { cover, measurements, comments, files, corrections, report, changed, laboratory, orderedBy } = result;
  equal(cover?.until, until, 'until when it is covered');
  if (cover?.reader) equal(cover.reader.id, orderedBy?.id, 'who reads it');
  const content = [measurements, comments, files, corrections].flat();
  equal(content.length, 0, 'how much a covered result says');
  equal([report ?? null, changed ?? null, laboratory ?? null], [null, null, null], 'what a covered result says');
}
