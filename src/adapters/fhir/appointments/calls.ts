import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { SchedulePort } from '../../../adapter/ports/schedule.js';
import type { FhirContext } from '../fhir-context.js';
import { book } from './booking.js';
import { type Catalogue, readCatalogue } from './catalogue.js';
import { cancel, setTopic } from './changing.js';
import { listFreeDays, listSlots } from './free-times.js';
import { createHolds } from './holding.js';
import { listAppointments, readAppointment } from './listing.js';
import { declineOffer, readOffer, takeOffer } from './offers.js';
import { request } from './requesting.js';
import { schedulePort } from './schedule.js';
import { listServices } from './service.js';
import type { VisitContext } from './visit-context.js';

/** All that a session can do with appointments, whether it may or not. */
export function visitCalls(session: FhirContext): { readonly appointments: Omit<AppointmentsPort, 'setWaiting'>; readonly schedule: SchedulePort } {
  const held = new Map<string, number>();
  let known: Catalogue | undefined;
  const context: VisitContext = {
    ...session,
    held,
    // Read anew whenever somebody begins to choose: what comes after is about the same services.
    catalogue: async (given, anew = false) => (known = (anew ? undefined : known) ?? (await readCatalogue(session, given))),
  };
  const holds = createHolds(context, held);
  return {
    appointments: {
      ...holds.port,
      listServices: ({ subject }, given) => listServices(context, subject, given),
      listFreeDays: (query, given) => listFreeDays(context, query, given),
      listSlots: (query, given) => listSlots(context, query, given),
      async book(booking, given) {
        const booked = await book(context, booking, given);
        await holds.letGo(booking.slot, given);
        return booked;
      },
      request: (asked, given) => request(context, asked, given),
      listAppointments: (query, given) => listAppointments(context, query, given),
      readAppointment: (id, given) => readAppointment(context, id, given),
      cancel: (which, given) => cancel(context, which, given),
      setTopic: (which, given) => setTopic(context, which, given),
      readOffer: (id, given) => readOffer(context, id, given),
      takeOffer: (which, given) => takeOffer(context, which, given),
      declineOffer: (which, given) => declineOffer(context, which, given),
    },
    schedule: schedulePort(context),
  };
}
