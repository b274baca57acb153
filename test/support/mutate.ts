import * as fc from 'fast-check';

/** What JSON can hold. */
type Json = string | number | boolean | null | Json[] | { [part: string]: Json };

/** One thing that goes wrong at one place of a resource. */
interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly place: number;
  readonly with: number;
}

const KINDS = ['drop', 'retype', 'duplicate', 'nest', 'empty', 'huge', 'unknown', 'swap', 'alter'] as const;

/** A number that JSON can write and no computer can hold. It stands in the text without its quotes: {@link asText}. */
const IMMENSE = '@@1e999@@';

/** One to four mutations. */
export const mutations = (): fc.Arbitrary<Mutation[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...KINDS), place: fc.nat(), with: fc.nat({ max: 1000 }) }), {
    minLength: 1,
    maxLength: 4,
  });

/** The same value with things gone wrong in it. */
export function mutated(value: unknown, list: readonly Mutation[]): unknown {
  const copy = structuredClone(value) as Json;
  for (const mutation of list) {
    const places = placesIn(copy);
    if (places.length > 0) mutate(places[mutation.place % places.length]!, mutation, places);
  }
  return copy;
}

/** A value as the text a server would send. */
export const asText = (value: unknown): string => JSON.stringify(value).replaceAll(`"${IMMENSE}"`, IMMENSE.replaceAll('@', ''));

interface Place {
  readonly holder: Record<string, Json>;
  readonly name: string;
}

function placesIn(value: Json): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, Json>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name]!)]);
}

function mutate({ holder, name }: Place, { kind, with: number }: Mutation, places: readonly Place[]): void {
  const there = holder[name]!;
  switch (kind) {
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
      break;
    case 'retype':
      holder[name] = [String(number), number, true, [], {}, [[there]], { value: there }][number % 7]!;
      break;
    case 'duplicate':
      if (Array.isArray(holder)) holder.push(structuredClone(there));
      else holder[name] = [structuredClone(there), structuredClone(there)];
      break;
    case 'nest':
      holder[name] = Array.from({ length: number % 50 }).reduce<Json>((inner) => [{ [name]: inner }], there);
      break;
    case 'empty':
      holder[name] = [null, '', ' ', [], [null], {}][number % 6]!;
      break;
    case 'huge':
      holder[name] = [IMMENSE, 'x'.repeat(5000), -0, 1e21, '9'.repeat(400), Array.from({ length: 300 }, () => there)][number % 6]!;
      break;
    case 'unknown':
      holder[name] = ['banana', '__proto__', 'constructor', 'NaN', '<b>high</b>', '2026-02-30', '0000', '١٢'][number % 8]!;
      break;
    case 'swap': {
      const other = places[number % places.length]!;
      if (isWithin(there, other.holder) || isWithin(other.holder[other.name]!, holder)) break;
      [holder[name], other.holder[other.name]] = [other.holder[other.name]!, there];
      break;
    }
    case 'alter':
      if (typeof there === 'number') holder[name] = [-there, there * 1e9, there / 3][number % 3]!;
      if (typeof there === 'string') holder[name] = [there.toUpperCase(), `${there}${there}`, there.slice(0, number % 12)][number % 3]!;
  }
}

/** Whether something lies in a value: then the two cannot change places. */
function isWithin(value: Json, inner: object): boolean {
  if (value === inner) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => isWithin(part, inner));
}
