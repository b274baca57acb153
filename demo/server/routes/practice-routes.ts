import { Practice, Session } from 'carethread/model';
import type { Backend } from '../backend.js';
import { reasonFor } from '../directory/directory.js';
import { Problem } from '../problems.js';
import { readerOf } from '../request-reader.js';
import { CareTeamQuery, PersonPage, problems, ReasonPage } from '../schemas.js';
import type { App } from './app.js';

/** Who is signed in, and what their practice says of itself. */
export function practiceRoutes(app: App, { directory }: Backend): void {
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
    async (request) => readerOf(request).record.practice,
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
        querystring: CareTeamQuery,
        response: { 200: PersonPage, ...problems },
      },
    },
    async (request) => {
      const { isStaff, subjects, record } = readerOf(request);
      const { subject } = request.query;
      const patient = record.entry.patients.find(({ id }) => id === subject);
      if (!patient || !(isStaff || subjects.some(({ id }) => id === subject))) throw new Problem('not-found');
      return { items: patient.careTeam.map((id) => directory.person(id)) };
    },
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
