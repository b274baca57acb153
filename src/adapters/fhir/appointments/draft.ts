import type { Person } from '../../../model/person.js';
import type { VisitKind } from '../../../model/service.js';
import type { FhirContext } from '../fhir-context.js';
import type { Part } from '../result-parts.js';
import { concept, extension } from '../terms.js';
import { keyed } from '../written-message.js';
import type { Offering } from './catalogue.js';
import { labelIn } from './service.js';

/** What is written of a visit that somebody books or asks for. */
export interface Draft {
  readonly subject: string;
  readonly offering: Offering;
  readonly topic: string | undefined;
  readonly moves: string | undefined;
  readonly kind: VisitKind | undefined;
  readonly practitioner: Person | undefined;
  readonly place: { readonly id: string; readonly name: string } | undefined;
  /** What else it says: its status and its times. */
  readonly parts: Part;
}

/** An Appointment for somebody, under the key it is made with. */
export function appointmentDraft({ directory, http }: FhirContext, draft: Draft, key: string, request: string) {
  const { subject, offering, topic, moves, kind, practitioner, place, parts } = draft;
  const isBooked = parts.status === 'booked';
  const takesPart = (reference: string, display: string | undefined, accepts: boolean) => ({
    actor: { reference, ...(display && { display }) },
    status: accepts ? 'accepted' : 'needs-action',
  });
  const label = labelIn(offering.resource);
  const own = [
    ...(topic ? [extension('topic', topic)] : []),
    ...(moves ? [extension('moves', `Appointment/${moves}`)] : []),
    ...((parts.extension ?? []) as object[]),
  ];
  return {
    resourceType: 'Appointment',
    identifier: [keyed(key, request)],
    ...(offering.resource.type !== undefined && { serviceType: offering.resource.type }),
    ...(label && { description: label }),
    ...(kind && kind !== 'other' && { appointmentType: concept('visit-kind', kind) }),
    created: new Date(http.now()).toISOString(),
    // For whoever reads it elsewhere; what is the patient's stands in the extension.
    ...(topic && { comment: topic }),
    participant: [
      takesPart(subject, directory.person(subject)?.name, true),
      takesPart(`HealthcareService/${offering.id}`, label, isBooked),
      ...(practitioner ? [takesPart(practitioner.id, practitioner.name, isBooked)] : []),
      ...(place ? [takesPart(`Location/${place.id}`, place.name, isBooked)] : []),
    ],
    ...parts,
    ...(own.length > 0 && { extension: own }),
  };
}
