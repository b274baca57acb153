import type { ThreadId } from '../../model/id.js';
import type { Person } from '../../model/person.js';
import { alderStreetPractice, ana, drLee, june, sam } from './people.js';
import type { ScenarioThread } from './scenario.js';
import { closedBill } from './monday-threads.js';
import { happened, reasonOf, said } from './telling.js';

// Conversations that go on elsewhere: on the phone, in another thread, or for very long.

/** Sam wanted a call at noon, and had one. */
export const calledThread: ScenarioThread = {
  id: 'knee' as ThreadId,
  title: 'A medical question',
  reason: reasonOf('question'),
  subject: sam,
  state: 'open',
  custody: { state: 'held', holder: june, since: '2026-11-23T17:30:00Z' },
  turn: 'patient',
  reply: { channel: 'phone', from: 'anyone', phone: '+1 206 555 0181', windows: ['12:00-13:00'] },
  entries: [
    said(
      'knee',
      1,
      sam,
      '2026-11-23T16:15:00Z',
      'My left knee is thick since the run on Saturday. Can I put weight on it?',
      {
        answers: [{ label: 'How long has it been going on?', value: 'A few days' }],
      },
    ),
    happened('knee', 2, 'assigned', june, '2026-11-23T17:30:00Z', { to: june }),
    happened('knee', 3, 'call-logged', june, '2026-11-23T20:02:00Z', {
      outcome: 'no-answer',
      note: 'Will try again at 12:30.',
    }),
    happened('knee', 4, 'call-logged', june, '2026-11-23T20:31:00Z', {
      outcome: 'reached',
      note: 'Advice given: rest, ice, and a bandage. To write again if it is not better by Thursday.',
    }),
  ],
};

/** Sam's closed bill, which goes on in {@link continuingBill}. */
export const continuedBill: ScenarioThread = {
  ...closedBill,
  continuedBy: 'bill-again' as ThreadId,
  entries: [
    ...closedBill.entries,
    happened('bill', 6, 'continued', sam, '2026-11-23T18:30:00Z', { continuedBy: 'bill-again' as ThreadId }),
  ],
};

/** What Sam asked about the same bill a month later. */
export const continuingBill: ScenarioThread = {
  id: 'bill-again' as ThreadId,
  title: 'A bill',
  reason: reasonOf('bill'),
  subject: sam,
  state: 'open',
  custody: { state: 'waiting', since: '2026-11-23T18:30:00Z' },
  turn: 'practice',
  dueAt: '2026-11-28T20:00:00Z',
  continues: closedBill.id,
  entries: [
    said('bill-again', 1, sam, '2026-11-23T18:30:00Z', 'The second bill came again today.', {
      cards: [{ kind: 'thread-link', label: closedBill.title, fields: [], thread: closedBill.id }],
    }),
  ],
};

/** What the backend itself does, under the practice's name. */
const housekeeping: Person = {
  id: alderStreetPractice.id as string as Person['id'],
  name: alderStreetPractice.name,
  kind: 'software',
};

/** Sam's form: nobody has written for three months, and it is over. */
export const expiredThread: ScenarioThread = {
  id: 'work-form' as ThreadId,
  title: 'A form or referral',
  reason: reasonOf('form'),
  subject: sam,
  state: 'expired',
  custody: { state: 'closed', since: '2026-10-30T07:00:00Z' },
  turn: 'nobody',
  entries: [
    said('work-form', 1, sam, '2026-07-30T16:00:00Z', 'My employer asks for a note that I can work at heights.'),
    said('work-form', 2, ana, '2026-07-31T17:00:00Z', 'The doctor has to see you for that. Which days suit you?'),
    happened('work-form', 3, 'expired', housekeeping, '2026-10-30T07:00:00Z'),
  ],
};

const BACK_AND_FORTH = [
  'I get dizzy when I stand up, mostly in the morning.',
  'How long does it last, and have you fallen?',
  'A few seconds. I have not fallen.',
  'Do you drink enough? Six glasses a day are about right.',
  'Three or four, I think.',
  'Try six this week, and stand up in two steps. How is it on Friday?',
  'A little better, but not gone.',
  'Could you measure your blood pressure lying down and standing?',
  '128 over 80 lying down, 112 over 74 standing.',
  'That is a drop, but not a bad one. Have you taken the tablets at night or in the morning?',
  'In the morning, before coffee.',
  'Take them at night from today, and tell me after the weekend.',
  'Much better on Saturday, dizzy again on Sunday.',
  'Was Sunday a hot day, or a day with sport?',
  'I ran in the morning, yes.',
];

/** Sam and the nurse have written to and fro for weeks. A visit would settle it. */
export const longThread: ScenarioThread = {
  id: 'dizzy' as ThreadId,
  title: 'A medical question',
  reason: reasonOf('question'),
  subject: sam,
  state: 'open',
  custody: { state: 'held', holder: june, since: '2026-11-02T17:00:00Z' },
  turn: 'practice',
  dueAt: '2026-11-25T02:00:00Z',
  entries: BACK_AND_FORTH.map((words, place) => {
    const at = new Date(Date.parse('2026-11-02T16:30:00Z') + place * 36 * 3_600_000).toISOString();
    return said(
      'dizzy',
      place + 1,
      place % 2 === 0 ? sam : june,
      at,
      words,
      place % 2 === 0 ? {} : { onBehalfOf: drLee },
    );
  }),
};
