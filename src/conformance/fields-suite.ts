import type { Connection } from '../adapter/adapter.js';
import type { Answer } from '../model/contact-request.js';
import type { Field } from '../model/field.js';
import type { Message } from '../model/message.js';
import { equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { once, patiently, reasonWhere, requestFor } from './steps.js';

/** Fields of every kind, and what there is to pick from. */
export const fieldsSuite: Suite = (test, has) => {
  if (has('patient', 'contact.send')) {
    test('times that suit are kept in words, and none is taken that is no time', async ({ patient }) => {
      for (const chooses of [true, false]) {
        const question = await fieldOf(
          patient,
          ({ kind, choices }) => kind === 'time-windows' && choices.length > 0 === chooses,
        );
        if (!question) continue;
        const windows = chooses ? question.field.choices.map(({ value }) => value) : ['09:00-09:30', '12:00-13:00'];
        const words = chooses ? question.field.choices.map(({ label }) => label) : windows;
        equal(wordsOf(await question.answer(windows), question.field), words.join(', '), 'the answer in words');
        await question.refused(['13:00-12:00']);
        await question.refused(['noon']);
        await question.refused('12:00-13:00');
        if (chooses) await question.refused(['03:00-03:07']);
      }
    });

    test('a medicine is kept as it was written', async ({ patient }) => {
      const question = await fieldOf(patient, ({ kind }) => kind === 'medication');
      if (!question) return;
      const message = await question.answer('Metformin 500 mg');
      equal(wordsOf(message, question.field), 'Metformin 500 mg', 'the answer in words');
      await question.refused(['Metformin 500 mg']);
    });

    test('a file is not taken as words, and none is missed', async ({ patient }) => {
      const question = await fieldOf(patient, ({ kind }) => kind === 'attachment');
      if (!question) return;
      equal(wordsOf(await question.answer(undefined), question.field), undefined, 'the answer in words');
      await rejectsWith('invalid', question.answer('scan.pdf'), 'a name in place of a file');
    });
  }

  if (has('patient', 'contact.listMedications')) {
    test('lists what one takes and what those take whom one acts for, and nobody else', async ({ parent, patient }) => {
      for (const { id } of parent.subjects) await parent.contact!.listMedications({ subject: id }, patiently);
      const strangers = parent.contact!.listMedications({ subject: patient.me.id }, patiently);
      await rejectsWith(['not-found', 'forbidden'], strangers, 'what a stranger takes');
    });
  }
};

const wordsOf = ({ answers }: Message, { label }: Field): string | undefined =>
  answers.find((answer) => answer.label === label)?.value;

/** The first field of a kind, and ways to answer it: all else is filled in as it must be. */
async function fieldOf(reader: Connection, fits: (field: Field) => boolean) {
  const reason = await reasonWhere(reader, ({ fields }) => fields.some(fits));
  const field = reason?.fields.find(fits);
  if (!reason || !field) return undefined;
  const answer = async (value: Answer['value'] | undefined): Promise<Message> => {
    const request = requestFor(reader, reason);
    const others = request.answers.filter((other) => other.field !== field.id);
    const answers = value === undefined ? others : [{ field: field.id, value }, ...others];
    return (await reader.contact!.send({ ...request, answers }, once())).message;
  };
  const refused = async (value: Answer['value']): Promise<void> => {
    const { field: name } = await rejectsWith(
      'invalid',
      answer(value),
      `a wrong answer to a field of kind ${field.kind}`,
    );
    equal(name, 'answers.0.value', 'the field');
  };
  return { field, answer, refused };
}
