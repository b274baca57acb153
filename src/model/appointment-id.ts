import * as z from 'zod/mini';

const id = () => z.string().check(z.regex(/^[\s\S]{1,200}$/u));

/** Names what a visit can be booked for. */
export const ServiceId = id().brand<'ServiceId'>();
export type ServiceId = z.infer<typeof ServiceId>;

/** Names a place where visits happen. */
export const PlaceId = id().brand<'PlaceId'>();
export type PlaceId = z.infer<typeof PlaceId>;

/** Names a time that can be booked. */
export const SlotId = id().brand<'SlotId'>();
export type SlotId = z.infer<typeof SlotId>;

/** Names an appointment, asked for or booked. */
export const AppointmentId = id().brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof AppointmentId>;

/** Names an offer of times. */
export const OfferId = id().brand<'OfferId'>();
export type OfferId = z.infer<typeof OfferId>;
