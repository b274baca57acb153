import { VisitKind } from '../../../model/service.js';
import { wordsOf } from '../json.js';
import { codesOf, type Part, partsOf } from '../result-parts.js';
import { extensionOf, extensionsOf, OURS, referenceIn } from '../terms.js';

// R4 has no word for how one meets, nor for what a visit can be booked with: those are ours, and whoever runs the
// server writes them into its HealthcareServices and Schedules.

/** The system of the words for how one meets. */
export const KINDS = `${OURS}visit-kind`;

/** How one meets, as the first of these concepts says that does. */
export function kindIn(...concepts: readonly unknown[]): VisitKind | undefined {
  return kindsIn(...concepts)[0];
}

/** Every way to meet that some concepts name. */
export function kindsIn(...concepts: readonly unknown[]): VisitKind[] {
  const codes = concepts.flatMap(partsOf).flatMap((concept) => codesOf(concept, KINDS));
  return [...new Set(codes.map((code) => VisitKind.parse(code)))].filter((kind) => kind !== 'other');
}

/** What an extension of ours holds as a number or a truth. */
export const valueIn = (resource: Part, name: string, type: 'valueInteger' | 'valueBoolean' | 'valueRange'): unknown =>
  (extensionsOf(resource, name)[0] as Part | undefined)?.[type];

/** Whole and not below 0, or none. */
export const countIn = (resource: Part, name: string): number | undefined => {
  const value = valueIn(resource, name, 'valueInteger');
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
};

/** Codes as they can be compared: of the concepts of a type, each with its system. */
export const typesIn = (concepts: unknown): string[] =>
  partsOf(concepts)
    .flatMap(({ coding }) => partsOf(coding))
    .flatMap(({ system, code }) => (typeof code === 'string' && code ? `${typeof system === 'string' ? system : ''}|${code}` : []));

/** The references of a list, each to a type. */
export const referencesTo = (type: RegExp, list: unknown): string[] =>
  partsOf(list).flatMap((each) => {
    const reference = referenceIn(each);
    return reference && type.test(reference) ? reference : [];
  });

/** A text with something in it. Not even a number is one. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);

/** What a concept is called in words. A code is none. */
export const labelOf = (concept: unknown): string | undefined => textOf(wordsOf(concept));

/** Whether an appointment is nothing but a hold. */
export const isHold = (resource: Part): boolean => extensionOf(resource, 'hold') !== undefined;
