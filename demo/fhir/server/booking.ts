import type { Appointment, OperationOutcome, Parameters, Resource, Slot } from '@medplum/fhirtypes';
import type { Actor } from './access.js';
import { allOk, badRequest, conflict, created, forbidden, notFound } from './engine.js';
import type { Records } from './records.js';
import { Repository } from './repository.js';

const HOLD = 'https://carethread.dev/fhir/hold';
/** How long a slot is held, in milliseconds, and how often that can begin anew. */
const HELD = 5 * 60_000;
const EXTENSIONS = 3;
const LIVE = /^(proposed|pending|booked|arrived|checked-in|fulfilled)$/;

/** The practice itself, which may do what a patient has to ask for. */
const PRACTICE: Actor = { user: 'Organization/practice', selves: new Set(), patients: undefined };

type Answer = [outcome: OperationOutcome, resource?: Resource];

/** `Appointment/$book` and `$hold`, as the IHE's scheduling has them: an appointment goes in, and comes out as it became. */
export async function bookingOperation(records: Records, actor: Actor, name: string, body: unknown): Promise<Answer> {
  const { parameter = [] } = (body ?? {}) as Parameters;
  const wanted = parameter.find((each) => each.name === 'appt-resource')?.resource;
  if (wanted?.resourceType !== 'Appointment' || !wanted.slot?.[0]) return [badRequest('appt-resource must have a slot')];
  if (!isOf(actor, wanted)) return [forbidden];
  const repository = new Repository(records, PRACTICE);
  const slot = slotsOf(records, wanted)[0];
  if (!slot) return [notFound];
  const known = wanted.identifier?.map(({ value }) => value) ?? [];
  const made = appointmentsOf(records).find((each) => each.identifier?.some(({ value }) => known.includes(value)));
  if (made && name === '$book') return [allOk, made];
  const hold = holdOn(records, slot);
  const isOurs = hold && isOf(actor, hold);
  if (slot.status !== 'free' && !isOurs) return [conflict('The slot is taken')];
  // One that is sent as it is held is to be held longer.
  if (name === '$hold' && hold) return wanted.id === hold.id ? extend(repository, hold) : [allOk, hold];
  if (name === '$hold') return keep(repository, actor, records, wanted, slot);
  await repository.updateResource<Slot>({ ...slot, status: 'busy' });
  if (hold) await repository.updateResource<Appointment>({ ...hold, status: 'entered-in-error' });
  return [created, await repository.createResource<Appointment>({ ...wanted, status: 'booked', start: slot.start, end: slot.end })];
}

async function keep(repository: Repository, actor: Actor, records: Records, wanted: Appointment, slot: Slot): Promise<Answer> {
  // One hold for each, so that nobody keeps a morning from others.
  for (const other of appointmentsOf(records)) {
    if (isHold(other) && isOf(actor, other)) await repository.updateResource<Appointment>({ ...other, status: 'entered-in-error' });
  }
  await repository.updateResource<Slot>({ ...slot, status: 'busy-tentative' });
  const held = { ...wanted, status: 'pending' as const, start: slot.start, end: slot.end, extension: [holdUntil(Date.now() + HELD, 0)] };
  return [created, await repository.createResource<Appointment>(held)];
}

async function extend(repository: Repository, hold: Appointment): Promise<Answer> {
  const count = Number(hold.extension?.[0]?.valueString?.split(' ')[1]) + 1;
  if (count > EXTENSIONS) return [conflict('It was held for long enough')];
  return [allOk, await repository.updateResource<Appointment>({ ...hold, extension: [holdUntil(Date.now() + HELD, count)] })];
}

/** Until when a slot is held, and how often that was moved. */
const holdUntil = (until: number, count: number) => ({ url: HOLD, valueString: `${new Date(until).toISOString()} ${count}` });

/** Gives back what nobody has any longer: held slots whose time is up, and those of cancelled appointments. */
export async function tidySlots(records: Records): Promise<void> {
  const repository = new Repository(records, PRACTICE);
  for (const each of appointmentsOf(records)) {
    const isUp = isHold(each) && untilOf(each) <= Date.now();
    const ended = isUp ? await repository.updateResource<Appointment>({ ...each, status: 'entered-in-error' }) : each;
    if (!/^(cancelled|entered-in-error)$/.test(ended.status)) continue;
    for (const slot of slotsOf(records, ended)) {
      const isTaken = appointmentsOf(records).some((other) => LIVE.test(other.status) && slotsOf(records, other).includes(slot));
      if (!isTaken && slot.status !== 'free') await repository.updateResource<Slot>({ ...slot, status: 'free' });
    }
  }
}

const untilOf = ({ extension }: Appointment): number => Date.parse(extension?.[0]?.valueString?.split(' ')[0] ?? '');

const isHold = ({ status, extension }: Appointment): boolean => status === 'pending' && extension?.[0]?.url === HOLD;

const holdOn = (records: Records, slot: Slot): Appointment | undefined =>
  appointmentsOf(records).find((each) => isHold(each) && slotsOf(records, each).includes(slot));

const appointmentsOf = ({ resources }: Records): Appointment[] => [...(resources.get('Appointment')?.values() ?? [])] as Appointment[];

const slotsOf = ({ resources }: Records, { slot = [] }: Appointment): Slot[] =>
  slot.flatMap(({ reference }) => (resources.get('Slot')?.get(reference?.split('/')[1] ?? '') as Slot | undefined) ?? []);

const isOf = ({ patients }: Actor, { participant }: Appointment): boolean =>
  !patients || participant.some(({ actor }) => patients.has(actor?.reference ?? ''));
