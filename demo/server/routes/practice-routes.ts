import { Practice, Session, type PersonId } from 'carethread/model';
import { nowOf, type Backend } from '../backend.js';
import { practiceNow } from '../conversation/practice-now.js';
import { reasonFor, type Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';
import { readerOf } from '../request-reader.js';
import { MedicationPage, PersonPage, problems, ReasonPage, SubjectQuery } from '../schemas.js';
import type { App } from './app.js';

/** Who is signed in, and what their practice says of itself. */
export function practiceRoutes(app: App, backend: Backend): void {
  const { database, directory } = backend;

  /** What the practice's file says of a subject of the reader's. One that is not theirs is `not-found`. */
  function patientOf({ isStaff, subjects, record }: Reader, subject: PersonId) {
    const patient = record.entry.patients.find(({ id }) => id === subject);
    const isTheirs = isStaff ? patient !== undefined : subjects.some(({ id }) => id === subject);
    if (!isTheirs) throw new Problem('not-found');
    return patient;
  }

  app.get(
    '/session',
    { schema: { summary: 'Who is signed in', response: { 200: Session, ...problems } } },
    async (request) => {
      const { person, subjects } = readerOf(request);
      return { me: person, subjects: [...subjects] };
    },
  );

  app.get(
    '/practice',
    { schema: { summary: "The reader's practice", response: { 200: Practice, ...problems } } },
    (request) => practiceNow({ database, reader: readerOf(request), now: nowOf(backend) }),
  );

  app.get(
    '/reasons',
    { schema: { summary: 'Why one can write to it', response: { 200: ReasonPage, ...problems } } },
    async (request) => {
      const { record } = readerOf(request);
      return { items: record.entry.reasons.map((reason) => reasonFor(record, reason, directory.person)) };
    },
  );

  app.get(
    '/people/care-team',
    {
      schema: {
        summary: 'Who looks after someone',
        querystring: SubjectQuery,
        response: { 200: PersonPage, ...problems },
      },
    },
    async (request) => {
      const patient = patientOf(readerOf(request), request.query.subject);
      return { items: (patient?.careTeam ?? []).map((id) => directory.person(id)) };
    },
  );

  app.get(
    '/people/medications',
    {
      schema: {
        summary: 'What someone takes',
        querystring: SubjectQuery,
        response: { 200: MedicationPage, ...problems },
      },
    },
    async (request) => ({ items: patientOf(readerOf(request), request.query.subject)?.medications ?? [] }),
  );

  app.get(
    '/people/staff',
    { schema: { summary: 'Colleagues; for staff', response: { 200: PersonPage, ...problems } } },
    async (request) => {
      const { isStaff, record } = readerOf(request);
      if (!isStaff) throw new Problem('forbidden');
      return { items: [...record.staff] };
    },
  );
}
