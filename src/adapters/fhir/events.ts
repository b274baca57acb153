import type { Instant } from '../../model/instant.js';
import type { CallOutcome, ThreadEvent } from '../../model/message.js';
import { post } from './changing-thread.js';
import type { FhirContext } from './fhir-context.js';
import type { Resource } from './json.js';
import { concept } from './terms.js';
import { keyed } from './written-message.js';

/** What happened, in words for clients that know no code of ours. */
const WORDS: Readonly<Record<string, string>> = {
  assigned: 'Taken',
  routed: 'Handed over',
  'call-logged': 'Call',
  settled: 'Settled by the patient',
  closed: 'Closed',
  continued: 'Continued in another conversation',
};

/** That something happened to a thread, as a Communication in line with its messages. */
export function newEvent(
  { me }: FhirContext,
  head: Resource,
  event: {
    readonly kind: ThreadEvent['kind'];
    readonly now: Instant;
    readonly key: string;
    readonly request?: string;
    readonly to?: object;
    readonly note?: string;
    readonly outcome?: CallOutcome;
    readonly about?: string;
  },
) {
  const { kind, now, key, request, to, note, outcome, about } = event;
  return post({
    resourceType: 'Communication',
    identifier: [keyed(key, request)],
    status: 'completed',
    category: [concept('event', kind, WORDS[kind])],
    partOf: [{ reference: `Communication/${String(head.id)}` }],
    subject: head.subject,
    sender: { reference: me.id, display: me.name },
    sent: now,
    ...(to && { recipient: [to] }),
    ...(outcome && { reasonCode: [concept('outcome', outcome)] }),
    ...(about && { about: [{ reference: about }] }),
    ...(note && { payload: [{ contentString: note }] }),
  });
}
