import { readAppointment } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';

/** Reads the visit that is to be moved. Fetched when there is one, with the schema of visits. */
export const readMoved = (client: Client, moves: string, signal: AbortSignal): Promise<Appointment> =>
  readAppointment(client, moves as AppointmentId, { signal });
