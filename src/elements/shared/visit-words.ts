import type { VisitTimesWords } from '../../i18n/en/visit-times.js';
import type { Person } from '../../model/person.js';
import type { VisitKind } from '../../model/service.js';
import { isolated, nameOf } from './person-words.js';

/** What is known of a visit, besides its time. */
export interface VisitParts {
  readonly label?: string | undefined;
  readonly minutes?: number | undefined;
  readonly kind?: VisitKind | undefined;
  readonly practitioner?: Person | undefined;
}

/** `Blood pressure check, 15 minutes, in person, with June Carter, nurse`: whatever of it is known. */
export function visitWords({ label, minutes, kind, practitioner }: VisitParts, words: VisitTimesWords): string {
  const who = practitioner && personWords(practitioner, words);
  return [label && isolated(label), minutes && words.minutes(minutes), kind && words.kinds[kind], who && words.with(who)]
    .filter(Boolean)
    .join(', ');
}

/** `June Carter, nurse`: a name, and the role where it is said. Empty for one without a name. */
export function personWords(person: Person, words: VisitTimesWords): string {
  if (!person.name.trim()) return '';
  const title = person.title?.trim();
  return title ? words.as(nameOf(person, ''), isolated(title)) : nameOf(person, '');
}
