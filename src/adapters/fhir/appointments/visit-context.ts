import type { CallOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { PersonId } from '../../../model/id.js';
import { CalendarDay } from '../../../model/instant.js';
import type { FhirContext } from '../fhir-context.js';
import { checkReads } from '../result-access.js';
import { type Part, partOf } from '../result-parts.js';
import { isId } from '../terms.js';
import type { Catalogue } from './catalogue.js';

/** One session, and what can be booked in it. */
export interface VisitContext extends FhirContext {
  /** The slots that this reader holds, by id, each until when. */
  readonly held: ReadonlyMap<string, number>;
  /** What the practice offers: as it was read last, unless it is to be read `anew`. */
  catalogue(given: CallOptions, anew?: boolean): Promise<Catalogue>;
}

/** Reads one resource, whole. What is not there for the reader, or is of another type, is `not-found`. */
export async function readOne({ http }: Pick<FhirContext, 'http'>, type: string, id: string, given: CallOptions): Promise<Part & { resourceType: string }> {
  given.signal.throwIfAborted();
  if (!isId(id)) throw missing(type);
  const resource = partOf(await http.read(`${type}/${id}`, given, JSON.parse));
  if (resource.resourceType !== type || resource.id !== id) throw missing(type);
  return { ...resource, resourceType: type };
}

/** When a subject was born, once it is somebody the reader may act for. Staff act for whoever the server shows them. */
export async function checkSubject(context: FhirContext, subject: PersonId, given: CallOptions): Promise<CalendarDay | undefined> {
  given.signal.throwIfAborted();
  checkReads(context, subject);
  if (!context.isStaff) return context.subjects.find(({ id }) => id === subject)!.birthDate;
  const { birthDate } = await readOne(context, 'Patient', subject.slice('Patient/'.length), given);
  return CalendarDay.safeParse(birthDate).data;
}

/** The error that there is nothing of that name for the reader. */
export const missing = (what: string): AdapterError => new AdapterError('not-found', `fhir: no such ${what}`);

/** The error that something is not as it would have to be, such as a slot that is gone. */
export const conflict = (field?: string): AdapterError =>
  new AdapterError('conflict', `fhir: ${field ?? 'the key'} is taken`, { field });
