import type { Connection } from '../adapter/adapter.js';
import type { ResultId } from '../model/id.js';
import type { Reason } from '../model/reason.js';
import { resultLabel } from '../model/result-label.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { resultsOf } from './results-steps.js';
import { ask, messageWith, newWords, once, patiently, reasonWhere, requestFor } from './steps.js';

const takesResults = ({ references }: Reason): boolean => references.includes('result');

/** Asking about results, and answering with one. */
export const referencesSuite: Suite = (test, has) => {
  if (!has('patient', 'contact.send') || !has('patient', 'results.listResults')) return;

  test('a request about results shows them in its message, to both sides', async ({ patient, staff }) => {
    const reason = await reasonWhere(patient, takesResults);
    claim(reason !== undefined, 'the practice should have a reason to ask about results');
    const { zone } = await patient.practice!.readPractice(patiently);
    const results = (await resultsOf(patient)).slice(0, 2);
    const references = results.map(({ id }) => id);
    const { thread, message } = await patient.contact!.send(requestFor(patient, reason, { references }), once());
    const expected = results.map((result) => ['result', resultLabel(result, zone), result.id]);
    equal(expected.length, 2, 'how many results there are to ask about');
    for (const reader of [patient, staff]) {
      const read = await messageWith(reader, thread.id, message.id);
      equal(read?.cards.map((card) => [card.kind, card.label, card.result]), expected, 'the cards');
    }
  });

  test('a result that is named twice is one card, and a wrong one behind it keeps its place', async ({ patient }) => {
    const reason = (await reasonWhere(patient, takesResults))!;
    const [one, other] = (await resultsOf(patient)).map(({ id }) => id);
    const send = (...references: ResultId[]) => patient.contact!.send(requestFor(patient, reason, { references }), once());
    const { thread, message } = await send(one!, other!, one!);
    const read = await messageWith(patient, thread.id, message.id);
    equal(read?.cards.map(({ result }) => result), [one, other], 'the cards');
    const error = await rejectsWith('invalid', send(one!, one!, 'no-such-result' as ResultId), 'such a reference');
    equal(error.field, 'references.2', 'the field');
  });

  test('a result of nobody, of a stranger, or one too many is invalid, by its place', async (stage) => {
    const { patient, stranger, backend } = stage;
    const reason = (await reasonWhere(patient, takesResults))!;
    const own = (await resultsOf(patient))[0]!.id;
    const [theirs] = await resultsOf(stranger);
    const wrong: [ResultId[], string][] = [
      [['no-such-result' as ResultId], 'references.0'],
      [[own, 'no-such-result' as ResultId], 'references.1'],
      [Array<ResultId>(11).fill(own), 'references'],
    ];
    if (theirs) wrong.push([[theirs.id], 'references.0']);
    for (const [references, name] of wrong) {
      const request = requestFor(patient, reason, { references });
      const error = await rejectsWith('invalid', patient.contact!.send(request, once()), 'such a reference');
      equal(error.field, name, 'the field');
      equal(await backend.countMessages(request.body), 0, 'how many messages there are');
    }
    const elsewhere = await reasonWhere(patient, (each) => !takesResults(each));
    if (!elsewhere) return;
    const sent = patient.contact!.send(requestFor(patient, elsewhere, { references: [own] }), once());
    equal((await rejectsWith('invalid', sent, 'a reason that takes none')).field, 'references', 'the field');
  });

  if (!has('staff', 'messages.send')) return;

  test("staff answer with a result of the same person, and with nobody else's", async (stage) => {
    const { patient, stranger, staff } = stage;
    const { thread } = await ask(patient);
    const { zone } = await patient.practice!.readPractice(patiently);
    const [result] = await resultsOf(patient);
    const send = (reader: Connection, id: ResultId) =>
      reader.messages!.send({ thread: thread.id, body: newWords(), cards: [{ kind: 'result', result: id }] }, once());
    const { id } = await send(staff, result!.id);
    const [card] = (await messageWith(patient, thread.id, id))!.cards;
    equal([card?.kind, card?.label, card?.result], ['result', resultLabel(result!, zone), result!.id], 'the card');
    const [theirs] = await resultsOf(stranger);
    for (const other of ['no-such-result' as ResultId, theirs?.id]) {
      if (!other) continue;
      const error = await rejectsWith('invalid', send(staff, other), 'a result of somebody else');
      equal(error.field, 'cards.0.result', 'the field');
    }
    await rejectsWith('forbidden', send(patient, result!.id), 'a card from a patient');
  });
};
