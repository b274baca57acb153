import { AdapterError } from '../../adapter/errors.js';
import type { FhirContext } from './fhir-context.js';
import { idIn } from './terms.js';

/** Fails unless a subject is somebody the reader may read about. Staff read those whom the server lets them. */
export function checkReads({ isStaff, subjects }: Pick<FhirContext, 'isStaff' | 'subjects'>, subject: string): void {
  const isReadable = isStaff ? `Patient/${idIn(subject, 'Patient')}` === subject : subjects.some(({ id }) => id === subject);
  if (!isReadable) throw notFound();
}

/** The error that there is nothing of that name for the reader. */
export const notFound = (): AdapterError => new AdapterError('not-found', 'fhir: no such result');

/** An error about a field of what was given. */
export const wrongAt = (field: string): AdapterError => new AdapterError('invalid', `fhir: ${field} is not right`, { field });

/** Whether reports of mistakes, and what was opened, can be kept: as tasks. */
export const keepsTasks = ({ capabilities }: Pick<FhirContext, 'capabilities'>): boolean =>
  !capabilities.lack('Task.search-type', 'Task.create');

/** Whether it can be kept when results are shown: as consents. */
export const keepsRelease = (context: Pick<FhirContext, 'capabilities'>): boolean =>
  keepsTasks(context) && !context.capabilities.lack('Consent.search-type', 'Consent.create', 'Consent.update');
