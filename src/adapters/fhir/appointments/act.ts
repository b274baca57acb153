import type { CallOptions, VersionedWriteOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { Appointment } from '../../../model/appointment.js';
import type { Json } from '../../shared/serialise.js';
import { put } from '../changing-thread.js';
import type { FhirContext } from '../fhir-context.js';
import { at, listAt, type Resource, textAt } from '../json.js';
import { entryRefusal } from '../outcome.js';
import { partsOf } from '../result-parts.js';
import { extension, extensionsOf, idIn, OURS, versionOf } from '../terms.js';
import { readAppointment, readResource, tell } from './listing.js';
import { bookingBy } from './strategy.js';
import { conflict, missing, readOne, type VisitContext } from './visit-context.js';
import { textOf } from './visit-terms.js';
import { afterwards } from './written.js';

/** How often somebody else may be faster. */
const TRIES = 4;

/** What became of one entry of a transaction. */
export interface Done {
  readonly error: AdapterError | undefined;
  /** The version that was written, where the server says it. */
  readonly version: string | undefined;
  /** What was written, as `Type/id`, where the server says it. */
  readonly reference: string | undefined;
}

/**
 * Does several things in one transaction and says what became of each: that the whole was answered with 200 means
 * nothing. Rejects where the whole was refused.
 */
export async function attempt({ http }: FhirContext, entry: readonly Json[], given: CallOptions): Promise<Done[]> {
  const answer = await http.post({ resourceType: 'Bundle', type: 'transaction', entry }, given, true);
  const entries = listAt(answer, 'entry');
  return entry.map((_, place) => {
    const response = at(entries[place], 'response');
    const status = Number.parseInt(textAt(response, 'status') ?? '', 10);
    const isDone = status >= 200 && status < 300;
    const refusal = (): AdapterError =>
      Number.isNaN(status)
        ? new AdapterError('unknown-outcome', 'transaction has an entry without a status')
        : entryRefusal(status, at(response, 'outcome') ?? at(entries[place], 'resource'), 'transaction');
    const [, reference, version] = /([A-Z]\w+\/[\w.-]{1,64})(?:\/_history\/([^/]+))?$/.exec(textAt(response, 'location') ?? '') ?? [];
    return {
      error: isDone ? undefined : refusal(),
      version: /^(?:W\/)?"(.*)"$/.exec(textAt(response, 'etag') ?? '')?.[1] ?? versionOf(at(entries[place], 'resource')) ?? version,
      reference,
    };
  });
}

/** Whether somebody else was there first. */
export const wasFaster = (error: unknown): error is AdapterError =>
  error instanceof AdapterError && /^(stale|conflict|duplicate)$/.test(error.code);

/** The extensions of a resource with some of ours anew: what is undefined is taken away. */
export function extended(resource: Resource, changes: Readonly<Record<string, string | undefined>>): { readonly extension: unknown } {
  const kept = listAt(resource, 'extension').filter((each) => !Object.hasOwn(changes, (textAt(each, 'url') ?? '').replace(OURS, '')));
  const fresh = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : extension(name, value)));
  const all = [...kept, ...fresh];
  return { extension: all.length > 0 ? all : undefined };
}

/** What is to be written into an appointment, and beside it. */
export interface Change {
  readonly parts: object;
  readonly extensions?: Readonly<Record<string, string | undefined>> | undefined;
  /** Whether its times are given back. */
  readonly frees?: boolean;
}

/**
 * Changes an appointment once per key: a note in it says that it was done. `change` says how, from what it is now. Where
 * nobody has said which version they saw, and somebody was faster, it is looked at again.
 */
export async function changeOnce(
  context: VisitContext,
  id: Appointment['id'],
  given: VersionedWriteOptions,
  request: string,
  change: (appointment: Appointment, resource: Resource) => Change | undefined,
): Promise<Appointment> {
  const mark = `${given.key} ${request}`;
  for (let tried = 0; ; tried++) {
    const resource = await readResource(context, id, given);
    const done = extensionsOf(resource, 'act').flatMap((each) => textAt(each, 'valueString') ?? []);
    if (done.some((each) => each.startsWith(`${given.key} `))) {
      if (!done.includes(mark)) throw conflict();
      return afterwards(readAppointment(context, id, given));
    }
    if (given.ifVersion !== undefined && given.ifVersion !== versionOf(resource)) throw new AdapterError('stale', 'the appointment has changed');
    const [told] = await tell(context, [resource], given);
    if (!told) throw missing('appointment');
    const said = change(told.appointment, resource);
    if (!said) return told.appointment;
    try {
      await write(context, { ...resource, ...said.parts, ...extended(resource, { ...said.extensions, act: mark }) }, resource, said.frees, given);
      return await afterwards(readAppointment(context, id, given));
    } catch (error) {
      if (!wasFaster(error) || tried === TRIES) throw error;
      if (given.ifVersion !== undefined) throw new AdapterError('stale', 'the appointment has changed');
    }
  }
}

/** Writes an appointment anew; with it, where that is ours to do, its slots as free. */
async function write(context: VisitContext, resource: object, before: Resource, frees: boolean | undefined, given: CallOptions): Promise<void> {
  const slots = frees ? await busySlotsOf(context, before, given) : [];
  const [own, ...others] = await attempt(context, [put(resource), ...slots.map((slot) => put({ ...slot, status: 'free' }))], given);
  if (own!.error) {
    // Given back for nothing: the visit still stands there.
    for (const [place, slot] of slots.entries()) {
      const { error, version } = others[place]!;
      if (!error && version) await quietly(attempt(context, [put({ ...slot, meta: { versionId: version } })], given));
    }
    throw own!.error;
  }
}

/** Gives up an appointment: it ends as `parts` say, and its slots are free again. Somebody who is faster is looked at again. */
export async function giveUp(
  context: VisitContext,
  id: string,
  given: CallOptions,
  end: (resource: Resource) => Change | undefined,
): Promise<void> {
  for (let tried = 0; ; tried++) {
    const resource = (await readOne(context, 'Appointment', id, given)) as Resource;
    const change = end(resource);
    if (!change) return;
    try {
      return await write(context, { ...resource, ...change.parts, ...extended(resource, change.extensions ?? {}) }, resource, change.frees, given);
    } catch (error) {
      if (!wasFaster(error) || tried === TRIES) throw error;
    }
  }
}

/** The slots of an appointment that this session has to give back: elsewhere the server does that itself. */
async function busySlotsOf(context: VisitContext, { slot }: Resource, given: CallOptions): Promise<object[]> {
  const isOurs = context.isStaff ? !context.capabilities.lack('Slot.update', 'Slot.read') : bookingBy(context) === 'transaction';
  if (!isOurs) return [];
  const ids = partsOf(slot).flatMap((each) => idIn(each, 'Slot') ?? []);
  const slots = await Promise.all(ids.map((id) => quietly(readOne(context, 'Slot', id, given))));
  return slots.flatMap((each) => (each && textOf(each.status) === 'busy' ? each : []));
}

/** What may fail without harm: a slot that has gone, or that stays taken until the practice looks. */
export async function quietly<T>(doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof AdapterError && error.code !== 'auth-required') return undefined;
    throw error;
  }
}
