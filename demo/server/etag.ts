import type { Appointment, Thread } from 'carethread/model';

/** The version of a thread or an appointment as an entity tag. */
export function etagOf({ version }: Pick<Thread | Appointment, 'version'>): string {
  return `"${version}"`;
}

/** The version an `If-Match` header asks for; undefined when any will do. What cannot be read matches nothing. */
export function versionFrom(ifMatch: string | undefined): string | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  return /^"(.*)"$/.exec(ifMatch)?.[1] ?? '';
}
