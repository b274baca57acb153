import { AdapterError } from '../../../adapter/errors.js';
import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { VisitContext } from './visit-context.js';

/** Keeping a slot while somebody fills in, where the server has `$hold`. */
export function createHolds(_context: VisitContext): Pick<AppointmentsPort, 'hold' | 'extend' | 'release'> {
  const lacking = (): Promise<never> => Promise.reject(new AdapterError('unsupported', 'fhir: nothing can be held'));
  return { hold: lacking, extend: lacking, release: lacking };
}
