import type { Connection } from '../adapter/adapter.js';
import type { CorrectionReview } from '../adapter/ports/results.js';
import type { ResultId } from '../model/id.js';
import type { Correction, CorrectionId } from '../model/result.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { aCoverable, aResult, choose, heard } from './results-steps.js';
import { aMoment, everything, newWords, once, patiently } from './steps.js';
import { VECTORS } from './vectors.js';

const RIGHT = 'It should say something else.';

/** Reports of mistakes, and what becomes of them. */
export const correctionsSuite: Suite = (test, has) => {
  if (!has('patient', 'results.reportMistake')) return;
  const isReviewed = has('staff', 'results.reviewCorrection');

  test('a report of a mistake stands at its result as sent, for both sides', async ({ patient, staff }) => {
    const { id, version, corrections: before } = await aResult(patient);
    const wrong = newWords();
    const answer = await patient.results!.reportMistake({ result: id, wrong, right: RIGHT }, once());
    equal(answer.corrections.length, before.length + 1, 'how many reports there are');
    claim(version === undefined || answer.version !== version, 'its version should be another');
    for (const reader of has('staff', 'results.readResult') ? [patient, staff] : [patient]) {
      const last = (await reader.results!.readResult(id, patiently)).corrections.at(-1);
      equal([last?.state, last?.wrong, last?.right], ['sent', wrong, RIGHT], 'the report');
      equal(last?.reportedBy?.id, patient.me.id, 'who reported it');
    }
  });

  test('F03 one key reports once, and F11 with other words is a conflict', async ({ patient }) => {
    const { id, corrections } = await aResult(patient);
    const [mistake, options] = [{ result: id, wrong: newWords(), right: RIGHT }, once()];
    for (let time = 0; time < 2; time++) await patient.results!.reportMistake(mistake, options);
    const other = patient.results!.reportMistake({ ...mistake, right: newWords() }, options);
    await rejectsWith('conflict', other, 'other words under the same key');
    const now = (await patient.results!.readResult(id, patiently)).corrections;
    equal(now.length, corrections.length + 1, 'how many reports there are');
  });

  test('I01 the words of a report come back exactly', async ({ patient }) => {
    const { id } = await aResult(patient);
    for (const [name, text] of Object.entries(VECTORS)) {
      equal((await report(patient, id, text)).wrong, text, `"${name}"`);
    }
  });

  test('words of a report that are blank or too long are invalid, by name', async ({ patient }) => {
    const { id, corrections } = await aResult(patient);
    for (const words of ['', ' \n ', '🫀'.repeat(751)]) {
      for (const field of ['wrong', 'right']) {
        const mistake = { result: id, wrong: newWords(), right: RIGHT, [field]: words };
        const error = await rejectsWith('invalid', patient.results!.reportMistake(mistake, once()), 'such words');
        equal(error.field, field, 'the field');
      }
    }
    const now = (await patient.results!.readResult(id, patiently)).corrections;
    equal(now.length, corrections.length, 'how many reports there are');
    await report(patient, id, '🫀'.repeat(750));
  });

  test('nobody reports a mistake in what a stranger has, or what is not there', async ({ patient, stranger }) => {
    const { id } = await aResult(patient);
    await rejectsWith('not-found', report(stranger, id), "a mistake in a stranger's result");
    await rejectsWith('not-found', report(patient, 'no-such-result' as ResultId), 'a mistake in nothing');
  });

  if (has('patient', 'results.setRelease')) {
    test('what is covered has no mistake that somebody could have seen', async ({ patient }) => {
      const { id, kind } = await aCoverable(patient);
      await choose(patient, kind.id, 'until-opened');
      await rejectsWith('conflict', report(patient, id), 'a mistake in what is covered');
    });
  }

  if (has('staff', 'results.listReported')) {
    test('staff find what was reported, longest waiting first, until it is finished', async ({ patient, staff }) => {
      const results = await everything((after) =>
        patient.results!.listResults({ subject: patient.me.id, after }, patiently),
      );
      const isFree = ({ corrections }: (typeof results)[number]) => corrections.every(isFinished);
      const [one, other] = results.filter((result) => !result.cover && isFree(result)).map(({ id }) => id);
      claim(other !== undefined, 'the patient should have two results that are open and not reported on');
      const first = await report(patient, other);
      await aMoment();
      await report(patient, one!);
      const waiting = async () => {
        const items = await everything((after) => staff.results!.listReported({ after }, patiently));
        return items.map(({ id }) => id).filter((id) => id === one || id === other);
      };
      equal(await waiting(), [other, one], 'what waits');
      if (!isReviewed) return;
      const state = (word: CorrectionReview['state']) => review(staff, other, first.id, { state: word });
      await state('under-review');
      equal(await waiting(), [other, one], 'what waits while one is looked at');
      await state('changed');
      equal(await waiting(), [one], 'what waits once one is finished');
    });
  }

  if (!isReviewed) return;

  test('what becomes of a report is said by name, and the patient reads it', async ({ patient, staff }) => {
    const { id } = await aResult(patient);
    const { id: correction } = await report(patient, id);
    for (const [state, note] of [
      ['under-review', undefined],
      ['declined', newWords()],
    ] as const) {
      await review(staff, id, correction, { state, note });
      const read = await correctionOf(patient, id, correction);
      equal([read?.state, read?.note ?? undefined, read?.reviewedBy?.id], [state, note, staff.me.id], 'the review');
      claim(read?.reviewedAt !== undefined, 'it should say when');
    }
  });

  test('a report is declined with a reason only, and what is finished stays', async ({ patient, staff }) => {
    const { id } = await aResult(patient);
    const { id: correction } = await report(patient, id);
    const invalid = async (state: CorrectionReview['state'], note?: string) =>
      (await rejectsWith('invalid', review(staff, id, correction, { state, note }), 'such a note')).field;
    for (const note of [undefined, ' \n ', 'x'.repeat(751)]) {
      equal(await invalid('declined', note), 'note', 'the field');
    }
    equal(await invalid('changed', 'x'.repeat(751)), 'note', 'the field');
    equal((await correctionOf(patient, id, correction))?.state, 'sent', 'what became of it');
    await review(staff, id, correction, { state: 'changed' });
    for (const state of ['under-review', 'declined'] as const) {
      const again = review(staff, id, correction, { state, note: 'No' });
      await rejectsWith('conflict', again, 'a review of what is finished');
    }
    equal((await correctionOf(patient, id, correction))?.state, 'changed', 'what became of it');
    const unknown = review(staff, id, 'no-such-report' as CorrectionId, { state: 'changed' });
    await rejectsWith('not-found', unknown, 'a review of nothing');
  });

  test('F03 one key reviews once, however often it is sent', async ({ patient, staff }) => {
    const { id } = await aResult(patient);
    const { id: correction } = await report(patient, id);
    const options = once();
    for (let time = 0; time < 2; time++) {
      await staff.results!.reviewCorrection({ result: id, correction, state: 'changed' }, options);
    }
    equal((await correctionOf(patient, id, correction))?.state, 'changed', 'what became of it');
  });

  if (has('patient', 'changes') && has('staff', 'changes')) {
    test('staff hear of a report, the patient of its review, and no stranger of either', async (stage) => {
      const { patient, stranger, staff } = stage;
      const { id } = await aResult(patient);
      const change = [{ kind: 'result', result: id }];
      let correction: Correction | undefined;
      const ofReport = await heard([staff, stranger], async () => (correction = await report(patient, id)));
      equal(ofReport, [change, []], 'what staff and a stranger hear');
      const ofReview = await heard([patient, stranger], () =>
        review(staff, id, correction!.id, { state: 'under-review' }),
      );
      equal(ofReview, [change, []], 'what the patient and a stranger hear');
    });
  }
};

const isFinished = ({ state }: Correction): boolean => state === 'changed' || state === 'declined';

async function report(reader: Connection, result: ResultId, wrong = newWords()): Promise<Correction> {
  const { corrections } = await reader.results!.reportMistake({ result, wrong, right: RIGHT }, once());
  return corrections.at(-1)!;
}

const review = (
  staff: Connection,
  result: ResultId,
  correction: CorrectionId,
  rest: Pick<CorrectionReview, 'state' | 'note'>,
) => staff.results!.reviewCorrection({ result, correction, ...rest }, once());

const correctionOf = async (reader: Connection, result: ResultId, id: CorrectionId): Promise<Correction | undefined> =>
  (await reader.results!.readResult(result, patiently)).corrections.find((each) => each.id === id);
