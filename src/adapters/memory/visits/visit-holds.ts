import type { WriteOptions } from '../../../adapter/call-options.js';
import type { SlotId } from '../../../model/appointment-id.js';
import type { PersonId } from '../../../model/id.js';
import type { Session } from '../../../model/session.js';
import type { Hold } from '../../../model/slot.js';
import type { MemoryBackend } from '../memory-backend.js';
import { checkReads, checkSubjectsSide } from '../memory-results.js';
import { isFree, serviceFor, slotFor, slotOf, timeOf } from './visit-reading.js';
import { conflictAt, type HoldRecord, type SlotRecord } from './visit-store.js';

const MINUTES = 5 * 60_000;
const MOST_EXTENSIONS = 3;

/** Keeps a slot for a reader, who lets go of any other. */
export function hold(
  backend: MemoryBackend,
  session: Session,
  { slot, subject }: { readonly slot: SlotId; readonly subject: PersonId },
  { key }: WriteOptions,
): Hold {
  checkSubjectsSide(session);
  checkReads(backend, session, subject);
  const record = slotOf(backend, slot);
  serviceFor(backend, record.slot.service, subject);
  const { me } = session;
  return backend.once(me.id, key, ['hold', slot, subject], () => {
    const now = timeOf(backend);
    if (!isFree(record, me.id, now)) throw conflictAt('slot');
    if (!heldNow(record, me.id, now)) backend.visits.hold(me.id, record, now + MINUTES);
    return () => holdFor(backend, record, me.id);
  });
}

/** Keeps a held slot longer, a few times. */
export function extend(
  backend: MemoryBackend,
  session: Session,
  { slot }: { readonly slot: SlotId },
  { key }: WriteOptions,
): Hold {
  checkSubjectsSide(session);
  const record = slotOf(backend, slot);
  const { me } = session;
  return backend.once(me.id, key, ['extend', slot], () => {
    const now = timeOf(backend);
    const held = heldNow(record, me.id, now);
    if (!held || held.extended >= MOST_EXTENSIONS) throw conflictAt('slot');
    held.until = now + MINUTES;
    held.extended++;
    return () => holdFor(backend, record, me.id);
  });
}

/** Gives a held slot back. */
export function release(
  backend: MemoryBackend,
  session: Session,
  { slot }: { readonly slot: SlotId },
  { key }: WriteOptions,
): void {
  checkSubjectsSide(session);
  const { me } = session;
  backend.once(me.id, key, ['release', slot], () => {
    if (backend.visits.heldBy(me.id)?.slot.id === slot) backend.visits.hold(me.id);
    return () => undefined;
  });
}

/** A hold as it is by now; one that is over meanwhile is lost. */
function holdFor(backend: MemoryBackend, record: SlotRecord, reader: PersonId): Hold {
  const now = timeOf(backend);
  const held = heldNow(record, reader, now);
  if (!held) throw conflictAt('slot');
  return {
    slot: slotFor(record),
    until: new Date(held.until).toISOString(),
    left: held.until - now,
    canExtend: held.extended < MOST_EXTENSIONS,
  };
}

const heldNow = ({ hold }: SlotRecord, reader: PersonId, now: number): HoldRecord | undefined =>
  hold && hold.reader === reader && hold.until > now ? hold : undefined;
