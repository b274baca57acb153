import type { CallOptions } from '../../../adapter/call-options.js';
import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { SchedulePort } from '../../../adapter/ports/schedule.js';
import type { Session } from '../../../model/session.js';
import type { MemoryBackend } from '../memory-backend.js';
import type { Call } from '../memory-call.js';
import { book, request } from './visit-booking.js';
import { cancel, setTopic, setWaiting } from './visit-changing.js';
import { listFreeDays, listServices, listSlots } from './visit-finding.js';
import { extend, hold, release } from './visit-holds.js';
import { declineOffer, readOffer, takeOffer } from './visit-offers.js';
import { listAppointments, listRequests, readAppointment } from './visit-reading.js';
import { confirm, decline, offer, openSlots } from './visit-schedule.js';

type Effect<Input, Options, T> = (backend: MemoryBackend, session: Session, input: Input, options: Options) => T;

/** Both sides of appointments, for whoever is signed in. */
export function visitPorts(
  backend: MemoryBackend,
  session: Session,
  call: Call,
): { readonly appointments: AppointmentsPort; readonly schedule: SchedulePort } {
  const on =
    (port: 'appointments' | 'schedule') =>
    <Input, Options extends CallOptions, T>(method: string, effect: Effect<Input, Options, T>) =>
    (input: Input, options: Options): Promise<T> =>
      call({ port, method }, options, () => effect(backend, session, input, options));
  const [visits, schedule] = [on('appointments'), on('schedule')];
  return {
    appointments: {
      listServices: visits('listServices', listServices),
      listFreeDays: visits('listFreeDays', listFreeDays),
      listSlots: visits('listSlots', listSlots),
      hold: visits('hold', hold),
      extend: visits('extend', extend),
      release: visits('release', release),
      book: visits('book', book),
      request: visits('request', request),
      listAppointments: visits('listAppointments', listAppointments),
      readAppointment: visits('readAppointment', readAppointment),
      cancel: visits('cancel', cancel),
      setTopic: visits('setTopic', setTopic),
      setWaiting: visits('setWaiting', setWaiting),
      readOffer: visits('readOffer', readOffer),
      takeOffer: visits('takeOffer', takeOffer),
      declineOffer: visits('declineOffer', declineOffer),
    },
    schedule: {
      openSlots: schedule('openSlots', openSlots),
      listRequests: schedule('listRequests', listRequests),
      confirm: schedule('confirm', confirm),
      decline: schedule('decline', decline),
      offer: schedule('offer', offer),
    },
  };
}
