import { drLee, june, maya, rosa, sam } from './people.js';
import { heldBy, read, said, threadOf } from './telling.js';

// Conversations in which somebody thought better of their words.

/** Sam's test result: the doctor has put a dose right, and it shows. */
export const amendedAnswer = threadOf('potassium', 'result', sam, {
  custody: heldBy(drLee, '2026-11-19T17:30:00Z'),
  turn: 'patient',
  entries: [
    said('potassium', 1, sam, '2026-11-19T16:02:00Z', 'My potassium is marked as low. Is that bad?', {
      answers: [{ label: 'Which test?', value: 'Potassium' }],
    }),
    said(
      'potassium',
      2,
      drLee,
      '2026-11-19T18:10:00Z',
      'It is only a little low. Take one 20 mEq tablet a day for a week, with food. Then we test again.',
      {
        amendments: [
          {
            body: 'It is only a little low. Take two 20 mEq tablets a day for a week, with food. Then we test again.',
            until: '2026-11-19T18:26:00Z',
          },
        ],
      },
    ),
  ],
  readMarks: [read(drLee, 'potassium-1', '2026-11-19T18:01:00Z'), read(sam, 'potassium-2', '2026-11-19T18:15:00Z')],
});

/** Rosa about Maya: she has taken back a message that belonged elsewhere. */
export const retractedMessage = threadOf('maya-rash', 'question', maya, {
  custody: heldBy(june, '2026-11-23T18:20:00Z'),
  turn: 'practice',
  dueAt: '2026-11-25T02:00:00Z',
  entries: [
    said('maya-rash', 1, rosa, '2026-11-23T17:40:00Z', 'Maya has a rash on both arms since yesterday.', {
      onBehalfOf: maya,
      answers: [{ label: 'How long has it been going on?', value: 'A few days' }],
    }),
    said('maya-rash', 2, rosa, '2026-11-23T17:52:00Z', '', { onBehalfOf: maya, retractedAt: '2026-11-23T17:54:00Z' }),
    said('maya-rash', 3, june, '2026-11-23T18:22:00Z', 'Does it itch?', { onBehalfOf: drLee }),
    said('maya-rash', 4, rosa, '2026-11-23T19:05:00Z', 'No, she does not seem to notice it.', { onBehalfOf: maya }),
  ],
  readMarks: [read(june, 'maya-rash-1', '2026-11-23T18:20:00Z'), read(rosa, 'maya-rash-3', '2026-11-23T19:04:00Z')],
});
