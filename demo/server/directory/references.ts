import type { PracticeEntry } from './practice-entry.js';

/** Paths in a practice's entry that name a person or reason there is not, or a person who cannot do what is asked. */
export function brokenReferences(entry: PracticeEntry): string[] {
  const staff = new Set<string>(entry.staff.map(({ id }) => id));
  const patients = new Set<string>(entry.patients.map(({ id }) => id));
  const signsIn = new Set<string>([...staff, ...entry.patients.filter((one) => one.signsIn).map(({ id }) => id)]);
  const reasons = new Set<string>(entry.reasons.map(({ id }) => id));
  const broken: string[] = [];
  const check = (known: ReadonlySet<string>, id: string | undefined, ...path: (string | number)[]): void => {
    if (id !== undefined && !known.has(id)) broken.push(path.join('.'));
  };
  entry.patients.forEach(({ actsFor, careTeam }, patient) => {
    actsFor.forEach(({ person }, index) => check(patients, person, 'patients', patient, 'actsFor', index, 'person'));
    careTeam.forEach((id, index) => check(staff, id, 'patients', patient, 'careTeam', index));
  });
  entry.reasons.forEach(({ receiver }, reason) => {
    check(staff, receiver?.first, 'reasons', reason, 'receiver', 'first');
    check(staff, receiver?.then, 'reasons', reason, 'receiver', 'then');
  });
  const places = new Set<string>(entry.places.map(({ id }) => id));
  entry.services.forEach((service, index) => {
    service.practitioners.forEach((id, one) => check(staff, id, 'services', index, 'practitioners', one));
    service.places.forEach((id, one) => check(places, id, 'services', index, 'places', one));
  });
  const stories = new Set((entry.stories ?? []).map(({ id }) => id ?? ''));
  entry.stories?.forEach(({ by, subject, reason, continues, steps }, story) => {
    check(signsIn, by, 'stories', story, 'by');
    check(patients, subject, 'stories', story, 'subject');
    check(reasons, reason, 'stories', story, 'reason');
    check(stories, continues, 'stories', story, 'continues');
    steps.forEach((step, index) => {
      // Only what nobody does has nobody who does it.
      check(signsIn, step.by ?? (step.does === 'expire' ? undefined : ''), 'stories', story, 'steps', index, 'by');
      check(staff, step.to, 'stories', story, 'steps', index, 'to');
      check(stories, step.links, 'stories', story, 'steps', index, 'links');
    });
  });
  return broken;
}
