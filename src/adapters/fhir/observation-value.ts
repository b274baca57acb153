import { Decimal, type Value } from '../../model/measurement.js';
import { codesOf, labelOf, lookUp, measuredAt, type Part, partOf, textOf, wordsOf } from './result-parts.js';

/** Why a value is absent: FHIR's words that have another one here. Those of neither are `other`. */
const REASONS: Readonly<Record<string, string>> = {
  'asked-unknown': 'unknown',
  'temp-unknown': 'unknown',
  'not-asked': 'unknown',
  'not-a-number': 'error',
  'negative-infinity': 'error',
  'positive-infinity': 'error',
};
const OWN_REASONS = /^(unknown|asked-declined|masked|not-applicable|unsupported|error|not-performed|not-permitted)$/;

/** A number as it was written, zeros and all. */
export const decimalOf = (value: unknown): string | undefined => Decimal.safeParse(textOf(value)).data;

/** What a quantity is counted in, as people read it. */
export const unitOf = ({ unit, code }: Part): string | undefined => textOf(unit) ?? textOf(code);

/** A quantity in words: `<5 mg/dL`. */
export function quantityText(value: unknown): string | undefined {
  const quantity = partOf(value);
  const number = textOf(quantity.value);
  return number && wordsOf([`${textOf(quantity.comparator) ?? ''}${number}`, unitOf(quantity)], ' ');
}

/** What was found: `value[x]`, or why there is nothing. None: neither is there. */
export function valueOf(observation: Part): Value | undefined {
  const name = Object.keys(observation).find((part) => /^value[A-Z]/.test(part) && observation[part] !== null);
  const value = name && (read(name.slice(5), observation[name]) as Value | undefined);
  const { dataAbsentReason } = observation;
  // A value that cannot be read is said to be so, unless the backend says why.
  if (value || !dataAbsentReason) return value || (name ? { kind: 'other' } : undefined);
  const [code = ''] = codesOf(dataAbsentReason);
  const text = labelOf(dataAbsentReason);
  const reason = lookUp(REASONS, code) ?? (OWN_REASONS.test(code) ? code : 'other');
  return { kind: 'absent', reason, ...(reason === 'other' && text && { text }) } as Value;
}

function read(type: string, value: unknown): object | undefined {
  const part = partOf(value);
  const text = textOf(value);
  switch (type) {
    case 'Quantity':
      return amount(part);
    case 'Integer':
      return amount({ value });
    case 'Range':
      return span(partOf(part.low), partOf(part.high));
    case 'Ratio':
      return ratio(part);
    case 'CodeableConcept':
      return words(labelOf(part));
    case 'Period':
      return words(boundsText(textOf(part.start), textOf(part.end)));
    case 'Boolean':
      return typeof value === 'boolean' ? { kind: 'yes-no', yes: value } : words(text);
    case 'DateTime': {
      const date = measuredAt(value);
      return date === text && date ? { kind: 'date', date } : words(text);
    }
    case 'String':
    case 'Time':
      return words(text);
    default:
      // A series of samples, a file: nothing that could be said in a line.
      return undefined;
  }
}

const words = (text: string | undefined): object | undefined => (text ? { kind: 'text', text } : undefined);

function amount(quantity: Part): object | undefined {
  const number = decimalOf(quantity.value);
  // `5,6`, or a number that no computer can hold: as it was written, and placed nowhere.
  if (!number) return words(quantityText(quantity));
  const unit = unitOf(quantity);
  return { kind: 'amount', number, ...limitOf(quantity), ...(unit && { unit }) };
}

/** That a number is only known to be above or below. One that says so in an unknown way is not exact either. */
function limitOf({ comparator }: Part): object | undefined {
  if (comparator === undefined || comparator === null) return undefined;
  return { comparator: typeof comparator === 'string' && /^[<>]=?$/.test(comparator) ? comparator : 'other' };
}

function span(from: Part, to: Part): object | undefined {
  const low = decimalOf(from.value);
  const high = decimalOf(to.value);
  const unit = unitOf(from) ?? unitOf(to);
  const isPlain = !from.comparator && !to.comparator && sameUnit(from, to);
  // A bound that is there and cannot be read must not look as if there were none.
  if (isPlain && (low ?? high) && !(from.value && !low) && !(to.value && !high)) {
    return { kind: 'span', ...(low && { low }), ...(high && { high }), ...(unit && { unit }) };
  }
  return words(boundsText(quantityText(from), quantityText(to)));
}

/** Two bounds in words. An open one is three dots. */
export const boundsText = (low?: string, high?: string): string | undefined =>
  low || high ? `${low ?? '…'} – ${high ?? '…'}` : undefined;

/** Whether two quantities can be compared: they have a unit in common, or only one of them says any. */
export function sameUnit(one: Part, other: Part): boolean {
  const hasUnit = unitOf(one) && unitOf(other);
  return !hasUnit || [one.code, one.unit].some((unit) => unit && (unit === other.code || unit === other.unit));
}

function ratio({ numerator, denominator }: Part): object | undefined {
  const [over, under] = [quantityText(numerator), quantityText(denominator)];
  if (over && under) return { kind: 'ratio', text: `${over}:${under}` };
  return words(over || under ? `${over ?? '?'}:${under ?? '?'}` : undefined);
}
