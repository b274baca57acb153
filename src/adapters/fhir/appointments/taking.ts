import type { CallOptions, WriteOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { Json } from '../../shared/serialise.js';
import { foundIn } from '../bundle.js';
import { put } from '../changing-thread.js';
import { keysOf } from '../communication.js';
import { isResource, type Resource } from '../json.js';
import { allOf } from '../paging.js';

import { partOf, partsOf } from '../result-parts.js';
import { extensionOf, KEYS, versionOf } from '../terms.js';
import { attempt, giveUp, quietly, wasFaster } from './act.js';
import { bookingBy } from './strategy.js';
import { conflict, readOne, type VisitContext } from './visit-context.js';

/** States in which an appointment has its slot. */
const LIVE = /^(proposed|pending|booked|arrived|checked-in|fulfilled)$/;

/** The appointment that was made under a key, if one was; `conflict` where the key stands for other words. */
export async function madeUnder({ http }: VisitContext, { key, signal }: WriteOptions, request: string): Promise<Resource | undefined> {
  signal.throwIfAborted();
  const path = `Appointment?identifier=${encodeURIComponent(`${KEYS}|${key}`)}`;
  const [made] = foundIn(await http.read(path, { signal }, JSON.parse), 'Appointment').matches;
  const asked = made && keysOf(made).find((each) => each.key === key)?.request;
  if (asked !== undefined && asked !== request) throw conflict();
  return made;
}

/**
 * Makes a slot busy and writes an appointment into it, in one transaction. Unless the server did both, neither stays:
 * `undo` takes the appointment back.
 */
export async function take(
  context: VisitContext,
  slot: Resource,
  appointment: Json,
  given: CallOptions,
  undo: (reference: string | undefined) => Promise<void>,
): Promise<void> {
  let done: Awaited<ReturnType<typeof attempt>>;
  try {
    done = await attempt(context, [put({ ...slot, status: 'busy' }), appointment], given);
  } catch (error) {
    throw refusalOf(error);
  }
  const [taken, written] = done as [(typeof done)[0], (typeof done)[0]];
  if (taken.error) {
    if (!written.error) await undo(written.reference);
    throw refusalOf(taken.error);
  }
  if (!written.error) return;
  const { version } = taken;
  if (version) await quietly(attempt(context, [put({ ...slot, meta: { versionId: version }, status: 'free' })], given));
  throw written.error;
}

/** Why a slot could not be taken. One that was there a moment ago and cannot be found is one that may not be written. */
function refusalOf(error: unknown): unknown {
  if (wasFaster(error)) return conflict('slot');
  const isHidden = error instanceof AdapterError && /^(not-found|gone)$/.test(error.code);
  return isHidden ? new AdapterError('forbidden', 'transaction may not write the slot') : error;
}

/**
 * Looks at a slot again after an appointment was booked in it. If another is there too, or the slot was left free, ours
 * is taken back: better nobody than two.
 */
export async function lookAgain(context: VisitContext, own: Resource, slotId: string, given: CallOptions, undo: () => Promise<void>): Promise<void> {
  const found = await allOf(context.http, `Appointment?slot=Slot/${slotId}&_count=50`, given);
  const live = found.matches.filter((each) => each.id !== own.id && LIVE.test(String(each.status)) && !extensionOf(each, 'hold'));
  const [slot] = bookingBy(context) === 'operation' ? [undefined] : [await readOne(context, 'Slot', slotId, given)];
  if (live.length === 0 && (!slot || slot.status === 'busy' || (await mended(context, slot, given)))) return;
  await undo();
  throw conflict('slot');
}

/** Makes a slot busy that a server left free when it did the rest. */
async function mended(context: VisitContext, slot: Resource, given: CallOptions): Promise<boolean> {
  if (slot.status !== 'free' || versionOf(slot) === undefined) return false;
  const [done] = (await quietly(attempt(context, [put({ ...slot, status: 'busy' })], given))) ?? [];
  return done !== undefined && !done.error;
}

/** Takes an appointment back that had no right to its slot. It is not told of again. What stays of it is not known if that fails. */
export async function withdraw(context: VisitContext, id: string, given: CallOptions, frees = false): Promise<void> {
  try {
    await giveUp(context, id, given, ({ status }) =>
      status === 'entered-in-error' ? undefined : { parts: { status: 'entered-in-error' }, extensions: { lost: 'slot' }, frees },
    );
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    throw new AdapterError('unknown-outcome', 'a booking could not be taken back');
  }
}

/** Books by the server's own operation, which answers with the appointment as it has become. */
export async function takeByOperation({ http }: VisitContext, appointment: Json, given: CallOptions): Promise<Resource | undefined> {
  const parameters = { resourceType: 'Parameters', parameter: [{ name: 'appt-resource', resource: appointment }] };
  let answer: unknown;
  try {
    answer = await http.post(parameters, given, true, 'Appointment/$book');
  } catch (error) {
    throw wasFaster(error) ? conflict('slot') : error;
  }
  const resources = resourcesIn(answer);
  // A server may say no inside of what it answers.
  const outcome = resources.find(({ resourceType }) => resourceType === 'OperationOutcome');
  if (partsOf(outcome?.issue).some(({ severity }) => severity === 'error' || severity === 'fatal')) throw conflict('slot');
  return appointmentIn(answer);
}

/** What an operation answers with: the resource, or a bundle or parameters it is in. */
function resourcesIn(answer: unknown): Resource[] {
  const { entry, parameter } = partOf(answer);
  return [answer, ...[entry, parameter].flatMap(partsOf).map(({ resource }) => resource)].filter(isResource);
}

/** The appointment that an operation answers with. */
export const appointmentIn = (answer: unknown): Resource | undefined =>
  resourcesIn(answer).find(({ resourceType }) => resourceType === 'Appointment');
