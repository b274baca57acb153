import { AdapterError } from '../../adapter/errors.js';
import type { FhirContext } from './fhir-context.js';
import { resultLack } from './result-lack.js';
import { idIn } from './terms.js';

/** Fails unless a subject is somebody the reader may read about. Staff read those whom the server lets them. */
export function checkReads({ isStaff, subjects }: Pick<FhirContext, 'isStaff' | 'subjects'>, subject: string): void {
  const isReadable = isStaff ? `Patient/${idIn(subject, 'Patient')}` === subject : subjects.some(({ id }) => id === subject);
  if (!isReadable) throw notFound();
}

/** The error that there is nothing of that name for the reader. */
export const notFound = (): AdapterError => new AdapterError('not-found', 'fhir: no such result');

/** Whether results are covered in a session: where it can be kept when they are shown. */
export const keepsRelease = (context: FhirContext): boolean => !resultLack(context, 'readRelease');
