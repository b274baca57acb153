import type { Card } from '../../model/card.js';
import type { OfferId } from '../../model/appointment-id.js';
import type { MessageId, ThreadId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import { ana, drLee, june, leo, rosa, sam } from './people.js';
import { happened, heldBy, said, threadOf } from './telling.js';

// Conversations with something in them that can be acted on.

const pharmacyRequest: Card = {
  kind: 'detail-request',
  label: 'Which pharmacy?',
  fields: [
    { id: 'pharmacy', kind: 'text', label: 'Which pharmacy?', required: true, help: 'Name and street', choices: [] },
    {
      id: 'pickup',
      kind: 'choice',
      label: 'How do you want to get it?',
      required: false,
      choices: [
        { value: 'pickup', label: 'I pick it up' },
        { value: 'delivery', label: 'By delivery' },
      ],
    },
  ],
};

const refillOf = (medicine: string, left: string): Message['answers'] => [
  { label: 'Which medicine?', value: medicine },
  { label: 'How many days do you have left?', value: left },
];

/** Sam's second refill: the front desk asks for one detail, and waits for it. */
export const detailAsked = threadOf('statin', 'refill', sam, {
  custody: heldBy(ana, '2026-11-23T17:10:00Z'),
  turn: 'patient',
  entries: [
    said('statin', 1, sam, '2026-11-23T16:48:00Z', '', {
      answers: refillOf('Atorvastatin 20 mg', '4 to 7'),
    }),
    happened('statin', 2, 'assigned', ana, '2026-11-23T17:10:00Z', { to: ana }),
    said('statin', 3, ana, '2026-11-23T17:12:00Z', 'One more detail and we can send it off.', {
      cards: [pharmacyRequest],
    }),
  ],
});

/** Rosa about Leo's inhaler: asked for a detail, and answered in place. */
export const detailAnswered = threadOf('leo-inhaler', 'refill', leo, {
  custody: heldBy(ana, '2026-11-23T16:20:00Z'),
  turn: 'practice',
  dueAt: '2026-11-26T02:00:00Z',
  entries: [
    said('leo-inhaler', 1, rosa, '2026-11-23T15:58:00Z', 'His inhaler is nearly empty.', {
      onBehalfOf: leo,
      answers: refillOf('Albuterol inhaler 90 mcg', '1 to 3'),
    }),
    happened('leo-inhaler', 2, 'assigned', ana, '2026-11-23T16:20:00Z', { to: ana }),
    said('leo-inhaler', 3, ana, '2026-11-23T16:22:00Z', 'Where shall we send it?', {
      cards: [{ ...pharmacyRequest, answeredBy: 'leo-inhaler-4' as MessageId }],
    }),
    said('leo-inhaler', 4, rosa, '2026-11-23T16:31:00Z', '', {
      onBehalfOf: leo,
      answers: [
        { label: 'Which pharmacy?', value: 'Corner Pharmacy, 88 Alder Street' },
        { label: 'How do you want to get it?', value: 'I pick it up' },
      ],
    }),
  ],
});

/** Sam asks what was said elsewhere: the nurse links the thread that answers it. */
export const linkedCard = threadOf('pressure', 'question', sam, {
  custody: heldBy(june, '2026-11-22T18:00:00Z'),
  turn: 'patient',
  entries: [
    said('pressure', 1, sam, '2026-11-22T17:40:00Z', 'When shall I come by for the blood pressure check?'),
    said('pressure', 2, june, '2026-11-23T20:40:00Z', 'Before the new year. Dr. Lee wrote more about it here.', {
      cards: [{ kind: 'thread-link', label: 'A medicine refill', fields: [], thread: 'refill' as ThreadId }],
    }),
  ],
});

/** Sam is to come by: the doctor offers times. */
export const offeredTimes = threadOf('headaches', 'question', sam, {
  custody: heldBy(drLee, '2026-11-23T17:00:00Z'),
  turn: 'patient',
  entries: [
    said('headaches', 1, sam, '2026-11-23T16:10:00Z', 'The headaches in the morning are back.'),
    said('headaches', 2, drLee, '2026-11-23T21:04:00Z', 'I want to see you for that. Which of these suits you?', {
      cards: [
        { kind: 'slot-offer', label: 'Times for: Visit with your doctor', fields: [], offer: 'sam-offer' as OfferId },
      ],
    }),
  ],
});

/** Sam's exercises, sent as a kind of card from a later version. */
export const unknownCard = threadOf('exercises', 'question', sam, {
  custody: heldBy(drLee, '2026-11-20T17:00:00Z'),
  turn: 'patient',
  entries: [
    said('exercises', 1, sam, '2026-11-20T16:10:00Z', 'Which exercises were good for the back again?'),
    said('exercises', 2, drLee, '2026-11-20T17:04:00Z', 'Ten minutes each morning are enough.', {
      // As a newer backend would send it: the model reads the kind as `other`.
      cards: [
        { kind: 'exercise-plan' as 'other', label: 'Exercises for the lower back, 10 minutes a day', fields: [] },
      ],
    }),
  ],
});
