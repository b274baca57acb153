import type { Connection } from '../adapter/adapter.js';
import type { ThreadFilter } from '../adapter/ports/messages.js';
import type { PersonId, PracticeId, ThreadId } from '../model/id.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { ask, everything, newKey, once, patiently, reasonWhere, requestFor, write } from './steps.js';

/** More than a page of anything holds, twice: half of them are looked for. */
const MANY = 106;

/** Finding a conversation again. */
export const searchSuite: Suite = (test, has) => {
  test('finds threads by words of a message or the title, in any case and any order', async ({ patient, staff }) => {
    const word = aWord();
    const [{ thread }] = [await ask(patient, `The left knee, ${word}`), await ask(patient, 'The left elbow')];
    const answer = aWord();
    await write(staff, thread.id, `Rest the ﬁnger ${answer}`);
    const [title] = thread.title.split(' ').slice(-1);
    for (const text of [
      word,
      ` ${word.toUpperCase()}\n KNEE `,
      `${answer} ${word}`,
      `finger ${answer}`,
      `${title} ${word.slice(0, -2)}`,
    ]) {
      for (const reader of [patient, staff]) equal(await found(reader, { text }), [thread.id], 'what was found');
    }
    equal(await found(patient, { text: `${word} elbow` }), [], 'what was found by words of two threads');
    // Signs that are a language of their own to some who search.
    for (const sign of ['%', '_', '*', '"', "'", ' OR knee', ' NOT finger']) {
      equal(await found(patient, { text: `${word.slice(0, 3)}${sign}${aWord()}` }), [], 'what was found by a sign');
    }
  });

  test('finds nothing by the signs of danger that nobody had', async ({ patient, staff }) => {
    const reason = await reasonWhere(patient, ({ redFlags }) => redFlags !== undefined);
    if (!reason) return;
    const word = aWord();
    const body = `Only ${word}`;
    const { thread, message } = await patient.contact!.send(requestFor(patient, reason, { body }), once());
    const sign = message.answers.find(({ value }) => value.startsWith('None of: '));
    if (!sign) return;
    equal(await found(staff, { text: word }), [thread.id], 'what was found by what was written');
    equal(await found(staff, { text: `${word} ${sign.value.slice(0, 100)}` }), [], 'what was found by a sign');
  });

  test('finds nothing of a stranger', async ({ patient, stranger }) => {
    const word = aWord();
    await ask(patient, `Only mine: ${word}`);
    equal(await found(stranger, { text: word }), [], 'what a stranger finds');
    equal(await found(stranger, { person: patient.me.id }), [], 'what a stranger finds of a person');
  });

  test('finds every thread once, page after page', async ({ patient }) => {
    const [one, other] = [aWord(), aWord()];
    const made: ThreadId[] = [];
    for (let count = 0; count < MANY; count++) {
      const { thread } = await ask(patient, `Again ${count % 2 === 0 ? one : other}`);
      if (count % 2 === 0) made.unshift(thread.id);
    }
    equal(await found(patient, { text: one }), made, 'what was found, changed last first');
  });

  test('blank words leave nothing out, and too many are invalid by name', async ({ patient }) => {
    const { thread } = await ask(patient);
    claim((await found(patient, { text: ' \n ' })).includes(thread.id), 'blank words should find everything');
    claim(
      (await found(patient, { text: ' '.repeat(300) })).includes(thread.id),
      'blanks around words should not count',
    );
    equal(await found(patient, { text: 'x'.repeat(200) }), [], 'what was found by 200 characters');
    const { field } = await rejectsWith(
      'invalid',
      found(patient, { text: 'x'.repeat(201) }),
      'looking for 201 characters',
    );
    equal(field, 'text', 'the field');
  });

  test('finds threads by reason, person and practice, and only where all of it holds', async ({
    patient,
    parent,
    staff,
  }) => {
    const child = parent.subjects[1]!.id;
    const word = aWord();
    const about = async (reader: Connection, subject: PersonId) => (await ask(reader, `Of ${word}`, subject)).thread;
    const [own, kids] = [await about(parent, parent.me.id), await about(parent, child)];
    const { thread } = await ask(patient, `Of ${word}`);
    const { items } = await patient.practice!.listReasons(patiently);
    const elsewhere = items.find(
      ({ id, fields }) => id !== own.reason?.id && fields.every(({ required }) => !required),
    );
    const asked =
      elsewhere && (await parent.contact!.send(requestFor(parent, elsewhere, { body: `Of ${word}` }), once())).thread;

    const rest = asked ? [asked.id] : [];
    equal(await found(staff, { text: word }), [...rest, thread.id, kids.id, own.id], 'found by text');
    equal(await found(staff, { text: word, reason: own.reason!.id }), [thread.id, kids.id, own.id], 'found by reason');
    equal(await found(staff, { text: word, person: child }), [kids.id], 'found by whom it is about');
    equal(await found(staff, { text: word, person: parent.me.id }), [...rest, kids.id, own.id], 'found by who wrote');
    equal(await found(staff, { text: word, person: staff.me.id }), [], 'found by who has not written');
    equal(
      await found(staff, { text: word, practice: own.practice.id }),
      [...rest, thread.id, kids.id, own.id],
      'found by practice',
    );
    equal(await found(staff, { text: word, practice: 'no-such-practice' as PracticeId }), [], 'found elsewhere');
    equal(
      await found(parent, { text: word, person: child, reason: own.reason!.id, state: 'theirs' }),
      [kids.id],
      'found by all of it',
    );
    await write(staff, kids.id);
    equal(await found(parent, { text: word, person: child, state: 'theirs' }), [], 'found by all but one');
    equal(await found(parent, { text: word, person: staff.me.id }), [kids.id], 'found by who answered');
    if (!has('staff', 'queue.claim')) return;
    await staff.queue!.claim(own.id, once());
    equal(await found(parent, { text: word, person: staff.me.id }), [own.id, kids.id], 'found by who has it');
  });

  test('finds threads by who must act, as each side sees it, and by whether they are over', async ({
    patient,
    staff,
  }) => {
    const word = aWord();
    const { thread } = await ask(patient, `Of ${word}`);
    const { thread: told } = await ask(patient, `Of ${word}`);
    await write(staff, told.id);
    const over: ThreadId[] = [];
    if (has('staff', 'queue.close')) {
      over.push((await ask(patient, `Of ${word}`)).thread.id);
      await staff.queue!.close({ thread: over[0]!, note: 'Done.' }, once());
    }
    const nobodys: ThreadId[] = [];
    if (has('patient', 'messages.settle')) {
      nobodys.push((await ask(patient, `Of ${word}`)).thread.id);
      await patient.messages!.settle(nobodys[0]!, once());
    }
    equal(await found(patient, { text: word, state: 'yours' }), [told.id], 'what the patient must act on');
    equal(await found(patient, { text: word, state: 'theirs' }), [thread.id], 'what the patient waits for');
    equal(await found(staff, { text: word, state: 'yours' }), [thread.id], 'what staff must act on');
    equal(await found(staff, { text: word, state: 'theirs' }), [told.id], 'what staff wait for');
    equal(await found(patient, { text: word, state: 'open' }), [...nobodys, told.id, thread.id], 'what is not over');
    equal(await found(patient, { text: word, state: 'closed' }), over, 'what is over');
  });

  if (has('patient', 'messages.amend') && has('patient', 'messages.retract')) {
    test('finds what a thread says now, not what it said before', async ({ patient }) => {
      const [first, second] = [aWord(), aWord()];
      const { thread, message } = await ask(patient, `Of ${first}`);
      await patient.messages!.amend({ thread: thread.id, message: message.id, body: `Of ${second}` }, once());
      equal(await found(patient, { text: first }), [], 'what was found by former words');
      equal(await found(patient, { text: second }), [thread.id], 'what was found by present words');
      await patient.messages!.retract({ thread: thread.id, message: message.id }, once());
      equal(await found(patient, { text: second }), [], 'what was found by words taken back');
    });
  }
};

/** A word nobody has written: letters and digits only. */
const aWord = (): string => `w${newKey().replaceAll('-', '')}`;

const found = async (reader: Connection, filter: ThreadFilter): Promise<ThreadId[]> =>
  (await everything((after) => reader.messages!.listThreads({ ...filter, after }, patiently))).map(({ id }) => id);
