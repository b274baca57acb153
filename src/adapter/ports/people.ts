import type { PersonId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { Person } from '../../model/person.js';
import type { CallOptions } from '../call-options.js';

/** Who there is to write to, and to hand over to. */
export interface PeoplePort {
  /** The people who look after a subject. */
  listCareTeam(query: { readonly subject: PersonId }, options: CallOptions): Promise<Page<Person>>;

  /** Colleagues a thread can be routed to. For staff. */
  listStaff(options: CallOptions): Promise<Page<Person>>;
}
