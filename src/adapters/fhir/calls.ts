import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { ContactPort } from '../../adapter/ports/contact.js';
import type { MessagesPort } from '../../adapter/ports/messages.js';
import type { PeoplePort } from '../../adapter/ports/people.js';
import type { QueuePort } from '../../adapter/ports/queue.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import { changesPort } from './changes-port.js';
import { contactCalls } from './contact-port.js';
import { continueThread, settle } from './ending.js';
import type { FhirContext } from './fhir-context.js';
import { findThreads } from './finding.js';
import { markRead } from './marking.js';
import { listCareTeam, listStaff } from './people-port.js';
import { queuePort } from './queue-port.js';
import { reply } from './replying.js';
import { amend, retract } from './rewording.js';

/** All that a page does after it has shown what is there. */
export interface Calls {
  readonly people: PeoplePort;
  readonly contact: Omit<ContactPort, 'idempotency'>;
  readonly messages: Omit<MessagesPort, 'idempotency' | 'readThread' | 'listEntries'>;
  readonly queue: Omit<QueuePort, 'pause' | 'resume'>;
  readonly changes: Omit<ChangesPort, 'watch'>;
}

/** What is fetched once it is known that somebody is signed in: all but reading what is there. */
export function callsOf(context: FhirContext, readResult: ResultsPort['readResult']): Calls {
  return {
    people: {
      listCareTeam: ({ subject }, given) => listCareTeam(context, subject, given),
      listStaff: (given) => listStaff(context, given),
    },
    contact: contactCalls(context, readResult),
    messages: {
      listThreads: (query, given) => findThreads(context, query, given),
      send: (draft, given) => reply(context, draft, given, readResult),
      markRead: (mark, given) => markRead(context, mark, given),
      continue: (draft, given) => continueThread(context, draft, given),
      settle: (thread, given) => settle(context, thread, given),
      amend: (change, given) => amend(context, change, given),
      retract: (change, given) => retract(context, change, given),
    },
    queue: queuePort(context),
    changes: changesPort(context),
  };
}
