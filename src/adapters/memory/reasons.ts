import type { ReasonId } from '../../model/id.js';
import type { Person } from '../../model/person.js';
import type { Field } from '../../model/field.js';
import type { Reason } from '../../model/reason.js';
import { ana, drLee, june } from './people.js';

const field = (id: string, kind: Field['kind'], label: string, rest: Partial<Field> = {}): Field => ({
  id,
  kind,
  label,
  required: false,
  choices: [],
  ...rest,
});

const choicesOf = (...labels: readonly string[]): Field['choices'] =>
  labels.map((label) => ({ value: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), label }));

const reason = (
  id: string,
  label: string,
  explanation: string,
  businessDays: number,
  receiver: { readonly first: Person; readonly then?: Person } | undefined,
  rest: Partial<Reason> = {},
): Reason => ({
  id: id as ReasonId,
  label,
  explanation,
  fields: [],
  references: [],
  prompt: 'What would you like us to know?',
  promptRequired: true,
  receiver,
  promise: { businessDays },
  budget: 750,
  ...rest,
});

/** Why one writes to the practice, in the order of its form. */
export const alderStreetReasons: readonly Reason[] = [
  reason('question', 'A medical question', 'A symptom, or something about your care', 1, { first: june, then: drLee }, {
    prompt: 'What is going on?',
    fields: [
      field('since', 'choice', 'How long has it been going on?', {
        required: true,
        choices: choicesOf('Since today', 'A few days', 'A week or more', 'Longer than a month'),
      }),
      field('worse', 'yes-no', 'Is it getting worse?'),
    ],
    redFlags: {
      adult: [
        'Chest pain, or a hard time breathing',
        'Weakness on one side, or trouble speaking',
        'Bleeding that does not stop',
        'Thoughts of harming yourself',
      ],
      child: [
        'A hard time breathing, or blue lips',
        'Hard to wake up, or very limp',
        'A fit, or a stiff neck with a fever',
        'No wet diaper or no urine for 8 hours',
      ],
      childUnder: 18,
    },
    reply: {
      channels: ['message', 'phone', 'video', 'visit'],
      from: ['doctor', 'nurse', 'anyone'],
      windows: ['08:00-10:00', '12:00-13:00', '16:00-18:00'],
    },
    cost: {
      text: 'If a doctor needs more than 5 minutes to answer, your insurance may be billed. Most people pay $0 to $25.',
      free: 'A call with our nurse is free.',
    },
  }),
  reason('refill', 'A medicine refill', 'More of something you already take', 2, { first: ana, then: drLee }, {
    prompt: 'Anything we should know?',
    promptRequired: false,
    fields: [
      field('medicine', 'medication', 'Which medicine?', { required: true, help: 'As on the box, with the strength' }),
      field('left', 'choice', 'How many days do you have left?', {
        required: true,
        choices: choicesOf('None', '1 to 3', '4 to 7', 'More'),
      }),
      field('pharmacy', 'text', 'Pharmacy'),
    ],
    reply: { channels: ['message', 'phone'], from: ['anyone'], windows: [] },
  }),
  reason('visit', 'A visit', 'Book, move or cancel', 1, { first: ana }, {
    prompt: 'What is the visit about?',
    fields: [
      field('what', 'choice', 'What shall we do?', {
        required: true,
        choices: choicesOf('Book a visit', 'Move a visit', 'Cancel a visit'),
      }),
      field('day', 'date', 'Which day would suit you?'),
      field('times', 'choices', 'Which times?', { choices: choicesOf('Morning', 'Midday', 'Afternoon') }),
    ],
  }),
  reason('result', 'A test result', 'What it means, or when it comes', 2, { first: june, then: drLee }, {
    prompt: 'What would you like to know?',
    references: ['result'],
    fields: [field('test', 'text', 'Which test?')],
  }),
  reason('form', 'A form or referral', 'School, work, or another doctor', 3, { first: ana, then: drLee }, {
    prompt: 'What is it for?',
    fields: [field('needed', 'date', 'When do you need it?'), field('paper', 'attachment', 'The form, if you have it')],
  }),
  reason('bill', 'A bill', 'Goes to billing, not to your doctor', 3, { first: ana }, {
    prompt: 'What is your question?',
    fields: [
      field('phone', 'phone', 'A number to call you on'),
      field('call', 'time-windows', 'When can we call you?', {
        choices: [
          { value: '08:00-12:00', label: 'In the morning, 8 to 12' },
          { value: '12:00-13:00', label: 'At noon, 12 to 1' },
          { value: '13:00-18:00', label: 'In the afternoon, 1 to 6' },
        ],
      }),
    ],
  }),
  // Nobody is named for it: whoever looks into the catch-all finds the right person.
  reason('other', 'Something else', 'We will find the right person', 2, undefined, {
    fields: [field('reach', 'time-windows', 'When can we reach you?')],
  }),
];
