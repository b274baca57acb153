import { ana, drLee, june, leo, maya, rosa, sam } from './people.js';
import { happened, heldBy, read, said, threadOf } from './telling.js';

// The five conversations of one Monday on Alder Street.

/** Sam's refill: asked, claimed, routed with a reason, answered by the doctor, not read yet. */
export const answeredRefill = threadOf('refill', 'refill', sam, {
  custody: heldBy(drLee, '2026-11-20T19:12:00Z'),
  turn: 'patient',
  entries: [
    said(
      'refill',
      1,
      sam,
      '2026-11-20T17:05:00Z',
      'The pharmacy says there are no refills left. I have three tablets. I feel fine on it.',
      {
        answers: [
          { label: 'Which medicine?', value: 'Lisinopril 10 mg' },
          { label: 'How many days do you have left?', value: '1 to 3' },
          { label: 'Pharmacy', value: 'Corner Pharmacy, 88 Alder Street' },
        ],
      },
    ),
    happened('refill', 2, 'assigned', ana, '2026-11-20T18:40:00Z', { to: ana }),
    happened('refill', 3, 'routed', ana, '2026-11-20T19:12:00Z', {
      to: drLee,
      note: 'No refills left on the prescription. A doctor has to renew it.',
    }),
    said(
      'refill',
      4,
      drLee,
      '2026-11-23T20:21:00Z',
      'I have sent the pharmacy a new prescription for 90 days. You can pick it up after 4 today. ' +
        'Please come by for a blood pressure check before the new year.',
    ),
  ],
  readMarks: [read(ana, 'refill-1', '2026-11-20T18:39:00Z'), read(drLee, 'refill-1', '2026-11-23T20:15:00Z')],
});

/** Sam's question about going back to work: waiting for the practice, overdue. */
export const waitingQuestion = threadOf('back-pain', 'question', sam, {
  custody: { state: 'waiting', since: '2026-11-21T04:10:00Z' },
  turn: 'practice',
  dueAt: '2026-11-21T20:00:00Z',
  entries: [
    said(
      'back-pain',
      1,
      sam,
      '2026-11-21T04:10:00Z',
      'It started two weeks ago when I moved the sofa. I can walk and sleep. Can I lift again at work from Monday?',
      {
        answers: [
          { label: 'How long has it been going on?', value: 'A week or more' },
          { label: 'Is it getting worse?', value: 'No' },
        ],
      },
    ),
  ],
});

/** Sam's bill: answered, read and closed. */
export const closedBill = threadOf('bill', 'bill', sam, {
  state: 'closed',
  custody: { state: 'closed', since: '2026-10-14T18:02:00Z' },
  turn: 'nobody',
  entries: [
    said('bill', 1, sam, '2026-10-13T16:30:00Z', 'I was billed twice for the visit on September 28.'),
    happened('bill', 2, 'assigned', ana, '2026-10-13T17:15:00Z', { to: ana }),
    said('bill', 3, ana, '2026-10-13T17:22:00Z', 'You are right, and I am sorry. The second bill is cancelled.'),
    said('bill', 4, sam, '2026-10-14T15:01:00Z', 'Thank you, Ana.'),
    happened('bill', 5, 'closed', ana, '2026-10-14T18:02:00Z', { note: 'Second bill cancelled.' }),
  ],
  readMarks: [read(ana, 'bill-4', '2026-10-14T18:01:00Z'), read(sam, 'bill-3', '2026-10-14T15:00:00Z')],
});

/** Rosa about Maya: the nurse has it and asked one thing back. */
export const mayaCough = threadOf('maya-cough', 'question', maya, {
  custody: heldBy(june, '2026-11-23T17:05:00Z'),
  turn: 'patient',
  entries: [
    said(
      'maya-cough',
      1,
      rosa,
      '2026-11-23T11:12:00Z',
      'Maya has been coughing at night since Friday. She drinks and plays. When should I bring her in?',
      { onBehalfOf: maya, answers: [{ label: 'How long has it been going on?', value: 'A few days' }] },
    ),
    happened('maya-cough', 2, 'assigned', june, '2026-11-23T17:05:00Z', { to: june }),
    happened('maya-cough', 3, 'call-logged', june, '2026-11-23T17:20:00Z', {
      outcome: 'no-answer',
      note: 'No answer, will write instead.',
    }),
    said('maya-cough', 4, june, '2026-11-23T17:24:00Z', 'I tried to call. Has she had a temperature, and how high?', {
      onBehalfOf: drLee,
    }),
  ],
  readMarks: [read(june, 'maya-cough-1', '2026-11-23T17:04:00Z')],
});

/** Rosa about Leo: a school form, waiting. */
export const leoForm = threadOf('leo-form', 'form', leo, {
  custody: { state: 'waiting', since: '2026-11-23T19:45:00Z' },
  turn: 'practice',
  dueAt: '2026-11-28T20:00:00Z',
  entries: [
    said('leo-form', 1, rosa, '2026-11-23T19:45:00Z', 'Leo needs the sports form for school, signed by his doctor.', {
      onBehalfOf: leo,
      answers: [{ label: 'When do you need it?', value: '2026-12-04' }],
    }),
  ],
});
