import { html } from '@open-wc/testing';
import '../../src/define/appointments.js';
import '../../src/elements/appointments/more/visit-more.js';
import '../../src/elements/appointments/visit-list.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import { alderStreetVisits } from '../../src/adapters/memory/visits/alder-street-visits.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import type { ScenarioAppointment, ScenarioVisits } from '../../src/adapters/memory/visits/scenario-visits.js';
import type { CareAppointments } from '../../src/elements/appointments/appointments.js';
import { find, open, type Opening, type Reading, shown, wordsOf } from '../support/conversation.js';

/** The list of visits, with all that it would fetch when needed. */
export async function visits(opening: Opening = {}): Promise<Reading<CareAppointments>> {
  const reading = await open<CareAppointments>(html`<care-appointments></care-appointments>`, opening);
  await shown();
  return reading;
}

/** Alder Street with other visits of Sam's than he has. */
export const withVisits = (change: (visits: ScenarioVisits) => Partial<ScenarioVisits>): Scenario => ({
  ...alderStreet,
  visits: (now) => {
    const all = alderStreetVisits(now);
    return { ...all, ...change(all) };
  },
});

/** Alder Street with Sam's booked visit changed. */
export const withBooked = (change: Partial<ScenarioAppointment>): Scenario =>
  withVisits(({ appointments = [] }) => ({
    appointments: appointments.map((visit) => (visit.id === 'sam-booked' ? { ...visit, ...change } : visit)),
  }));

/** The visits on show, in words. */
export const cards = (element: CareAppointments): string[] => find(element, '.appointment').map(wordsOf);

/** Answers a question by its words. */
export async function tick(element: Element, words: string): Promise<void> {
  const label = find(element, 'label').find((candidate) => wordsOf(candidate).startsWith(words));
  if (!label) throw new Error(`nothing to tick says "${words}"`);
  (label.querySelector('input') ?? label).click();
  await shown();
}
