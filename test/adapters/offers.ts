import type { Harness, Offer } from '../../src/conformance/harness.js';

const results = (...methods: readonly string[]): Offer[] =>
  ['listResults', 'readResult', 'listHistory', ...methods].map((method) => `results.${method}` as const);

const visits = ['listServices', 'listFreeDays', 'listSlots', 'listAppointments', 'readAppointment', 'readOffer'].map(
  (method): Offer => `appointments.${method}`,
);

/** What the memory backend and the reference server offer to each side: everything that is for them. */
export const ALL_OFFERS: Harness['offers'] = {
  patient: [
    'people.listCareTeam',
    'practice',
    'contact',
    'messages',
    ...results('uncover', 'readRelease', 'setRelease', 'noteVisit', 'reportMistake'),
    'attachments',
    'appointments',
    'changes',
  ],
  staff: [
    'people',
    'practice',
    'contact',
    'messages',
    'queue',
    ...results('listReported', 'reviewCorrection'),
    'attachments',
    ...visits,
    'schedule',
    'changes',
  ],
};
