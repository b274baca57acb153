import {
  Appointment,
  AppointmentId,
  CalendarDay,
  CareNeed,
  FreeDays,
  HalfDay,
  Hold,
  Instant,
  pageOf,
  PersonId,
  PlaceId,
  Service,
  ServiceId,
  Slot,
  SlotId,
  SlotOffer,
} from 'carethread/model';
import * as z from 'zod/mini';
import { after, schemaNames } from './schemas.js';

const words = z.string().check(z.maxLength(20_000));
const topic = z.optional(words);
const kind = z.enum(['in-person', 'phone', 'video']);

/** What paths, queries and bodies of visits may hold. What a visit is for is in a body, for others may keep URLs. */
export const SlotPath = z.object({ slot: z.string() });
export const AppointmentPath = z.object({ appointment: z.string() });
export const OfferPath = z.object({ offer: z.string() });
export const AppointmentQuery = z.strictObject({ subject: PersonId, when: z.enum(['coming', 'past']), after });
export const RequestQuery = z.strictObject({ after });

const choice = {
  subject: PersonId,
  service: ServiceId,
  practitioner: z.optional(PersonId),
  kind: z.optional(kind),
  place: z.optional(PlaceId),
};
export const DaysBody = z.strictObject({ ...choice, from: CalendarDay, to: CalendarDay });
export const SlotsBody = z.strictObject({ ...choice, day: CalendarDay, after });
export const HoldBody = z.strictObject({ subject: PersonId });
export const BookingBody = z.strictObject({
  subject: PersonId,
  service: ServiceId,
  slot: SlotId,
  topic,
  moves: z.optional(AppointmentId),
});
export const VisitRequestBody = z.strictObject({
  ...choice,
  wishes: z.array(z.strictObject({ day: CalendarDay, half: HalfDay })).check(z.maxLength(20)),
  topic,
  moves: z.optional(AppointmentId),
});
export const CancelBody = z.strictObject({ care: CareNeed });
export const TopicBody = z.strictObject({ topic: words });
export const WaitingBody = z.strictObject({ waits: z.boolean() });
export const TakingBody = z.strictObject({ slot: SlotId, topic });
export const OpeningBody = z.strictObject({
  service: ServiceId,
  practitioner: PersonId,
  kind,
  place: z.optional(PlaceId),
  starts: z.array(Instant).check(z.minLength(1), z.maxLength(50)),
});
export const ConfirmBody = z.strictObject({ slot: SlotId });
export const RefusalBody = z.strictObject({ note: words });
export const OfferBody = z.strictObject({
  subject: PersonId,
  service: ServiceId,
  slots: z.array(SlotId).check(z.minLength(1), z.maxLength(5)),
  until: z.optional(Instant),
  moves: z.optional(AppointmentId),
});

export const ServicePage = pageOf(Service);
export const SlotPage = pageOf(Slot);
export const AppointmentPage = pageOf(Appointment);

const named = { Appointment, AppointmentPage, FreeDays, Hold, Service, ServicePage, Slot, SlotOffer, SlotPage };
for (const [id, schema] of Object.entries(named)) schemaNames.add(schema, { id });
