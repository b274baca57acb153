import type { PersonId } from '../../model/id.js';
import { amendedAnswer, retractedMessage } from './changed-threads.js';
import { detailAnswered, detailAsked, linkedCard, unknownCard } from './card-threads.js';
import { calledThread, continuedBill, continuingBill, expiredThread, longThread } from './lasting-threads.js';
import { answeredRefill, closedBill, leoForm, mayaCough, waitingQuestion } from './monday-threads.js';
import { ana, drHaddad, drLee, june, rosa, sam } from './people.js';
import { emptyPractice } from './practices.js';
import { alderStreetResults } from './results/alder-street-results.js';
import type { Scenario } from './scenario.js';

export * from './card-threads.js';
export * from './changed-threads.js';
export * from './lasting-threads.js';
export * from './monday-threads.js';
export { emptyPractice } from './practices.js';
export { manyResults } from './results/many-results.js';
export { happened, said, SCENARIO_NOW } from './telling.js';

/** A Monday afternoon on Alder Street: two patients' conversations in every state, and their results. */
export const alderStreet: Scenario = {
  ...emptyPractice,
  ...alderStreetResults,
  threads: [answeredRefill, waitingQuestion, closedBill, mayaCough, leoForm],
};

/** The same afternoon with every kind of conversation there is. */
export const busyStreet: Scenario = {
  ...emptyPractice,
  ...alderStreetResults,
  threads: [
    ...alderStreet.threads.filter(({ id }) => id !== closedBill.id),
    amendedAnswer,
    retractedMessage,
    linkedCard,
    unknownCard,
    detailAsked,
    detailAnswered,
    calledThread,
    continuedBill,
    continuingBill,
    expiredThread,
    longThread,
  ],
};

/** Alder Street, paused until tomorrow. */
export const pausedPractice: Scenario = saying({
  state: 'paused',
  until: '2026-11-24T16:00:00Z',
  note: 'Our systems are down today. Call us if it cannot wait until tomorrow.',
  outsideHours: 'taken',
});

/** Alder Street, closed this Monday and taking no messages while it is closed. */
export const closedHoursPractice: Scenario = {
  ...alderStreet,
  practice: {
    ...alderStreet.practice,
    holidays: ['2026-11-23', ...alderStreet.practice.holidays],
    messaging: { state: 'open', outsideHours: 'refused' },
  },
};

/** Alder Street, which answers no messages at all. */
export const messagingOffPractice: Scenario = saying({
  state: 'off',
  note: 'We do not answer messages. Call us, or come by while we are open.',
  outsideHours: 'taken',
});

function saying(messaging: Scenario['practice']['messaging']): Scenario {
  return { ...alderStreet, practice: { ...alderStreet.practice, messaging } };
}

/** Who can sign in, by id. */
export const SIGN_INS = {
  sam: sam.id,
  rosa: rosa.id,
  ana: ana.id,
  june: june.id,
  lee: drLee.id,
  haddad: drHaddad.id,
} as const satisfies Record<string, PersonId>;
