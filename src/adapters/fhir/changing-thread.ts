import type { CallOptions, VersionedWriteOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { Instant } from '../../model/instant.js';
import { type Json, serialise } from '../shared/serialise.js';
import { foundIn, transact } from './bundle.js';
import { keysOf } from './communication.js';
import type { FhirContext } from './fhir-context.js';
import { type Resource, textAt } from './json.js';
import { extension, extensionOf, KEYS, OURS, versionOf } from './terms.js';
import { stateOf, type ThreadState, versionIn } from './thread-state.js';
import { type CustodyChange, custodyTask, newCustody } from './written-custody.js';
import { keyed } from './written-message.js';

// FHIR has no act of sending. Whoever writes into a thread also writes its head and its custody, on the condition that
// nobody has since they were read: so that of two acts at once one comes second and looks again.

/** How often somebody else may be faster. */
const TRIES = 6;

/** What an act does to a thread. */
export interface Act {
  readonly custody?: CustodyChange | undefined;
  /** Parts of the head that are new. */
  readonly head?: object | undefined;
  /** All extensions of the head with a name, as they are from now on. */
  readonly extensions?: Readonly<Record<string, readonly object[]>> | undefined;
  /** What is added to the thread or to be changed in it, as entries. */
  readonly entries?: readonly Json[] | undefined;
}

/** What is to be done to a thread as it is now. */
type Deed = (state: ThreadState, now: Instant) => Act | undefined | Promise<Act | undefined>;

/** What the first message of a transaction, or its thread, is called until the server has given it an id. */
export const NEW_MESSAGE = 'urn:uuid:5f4dbd62-35b9-4a36-9d3e-7a3d2a4fd7a1';
export const NEW_THREAD = 'urn:uuid:0b8a7c0e-3b52-4c0e-8a54-c1b3f6e6a0d2';

/** What was asked for, in a few characters that nobody reads words from. Only ever compared. */
export function fingerprint(request: Json): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (const character of serialise(request)) {
    const code = character.codePointAt(0)!;
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}

/** What was written under a key, if anything was; `conflict` where it asked for something else. */
export async function writtenUnder({ http }: FhirContext, given: VersionedWriteOptions, request: string): Promise<Resource | undefined> {
  given.signal.throwIfAborted();
  const path = `Communication?identifier=${encodeURIComponent(`${KEYS}|${given.key}`)}`;
  const [written] = foundIn(await http.read(path, given, JSON.parse), 'Communication').matches;
  const asked = written && keysOf(written).find(({ key }) => key === given.key)?.request;
  if (asked !== undefined && asked !== request) throw new AdapterError('conflict', 'key used with other words');
  return written;
}

/**
 * Does something to a thread once per key. `act` says what, from how the thread is now; none: nothing is to be done.
 * Resolves to what was written under the key.
 */
export async function changeThread(
  context: FhirContext,
  thread: string,
  given: VersionedWriteOptions,
  request: string,
  act: Deed,
): Promise<Resource | undefined> {
  let isDone = false;
  for (let tried = 0; ; tried++) {
    const written = await writtenUnder(context, given, request);
    if (written) return isDone ? written : mended(context, thread, given, written, act);
    // The server has said that it was done, and shows nothing of it: the next try may find it.
    if (isDone) throw new AdapterError('unknown-outcome', 'what was written is not there');
    const state = await stateOf(context, thread, given);
    if (given.ifVersion !== undefined && given.ifVersion !== versionIn(state)) throw new AdapterError('stale', 'the thread has changed');
    const now = nextInstant(context, state);
    const done = await act(state, now);
    if (!done) return undefined;
    try {
      await transact(context.http, entriesOf(state, done, now), given);
      isDone = true;
    } catch (error) {
      const wasFaster = error instanceof AdapterError && /stale|conflict|duplicate/.test(error.code);
      if (!wasFaster || tried === TRIES) throw error;
    }
  }
}

/**
 * What was written before, after the head and the custody were brought up to it: a server that does a transaction in
 * part may have kept a message, and not whose turn it is since. Where somebody wrote later, theirs stands.
 */
async function mended(context: FhirContext, thread: string, given: CallOptions, written: Resource, act: Deed): Promise<Resource> {
  const sent = Date.parse(textAt(written, 'sent') ?? '');
  const state = await stateOf(context, thread, given);
  const { head, custody } = state;
  const isBehind = Date.parse(extensionOf(head, 'last') ?? '') < sent || Date.parse(textAt(custody, 'lastModified') ?? '') < sent;
  if (!isBehind) return written;
  try {
    const now = new Date(sent).toISOString();
    const done = await act(state, now);
    const entries = done ? entriesOf(state, { ...done, entries: [] }, now) : [];
    const [message, begun] = [`Communication/${String(written.id)}`, textAt(written, 'partOf.0.reference') ?? ''];
    const named = JSON.parse(serialise(entries).replaceAll(NEW_MESSAGE, message).replaceAll(NEW_THREAD, begun)) as Json[];
    if (done) await transact(context.http, named, given);
  } catch (error) {
    // What was written stands, whatever keeps the rest from following now.
    if (!(error instanceof AdapterError)) throw error;
  }
  return written;
}

/** Now, and after all that is in the thread: clocks differ, and an answer never stands before its question. */
function nextInstant({ http }: FhirContext, { head }: ThreadState): Instant {
  const last = Date.parse(extensionOf(head, 'last') ?? '') || 0;
  return new Date(Math.max(http.now(), last + 1)).toISOString();
}

function entriesOf({ head, custody }: ThreadState, { custody: change = {}, head: parts, extensions = {}, entries = [] }: Act, now: Instant): Json[] {
  const id = `Communication/${String(head.id)}`;
  const changed = custodyTask(custody ?? newCustody(id, head.subject, now), change, now);
  return [
    put({ ...head, ...parts, extension: extended(head, { last: [extension('last', now)], ...extensions }) }),
    // Under the name it has since the thread began: where it is there and was not shown, there is no second one.
    custody ? put(changed) : post({ ...changed, identifier: [keyed(`${threadKeyOf(head)}-custody`)] }),
    ...entries,
  ];
}

const threadKeyOf = (head: Resource): string => keysOf(head)[0]?.key.replace(/-thread$/, '') ?? String(head.id);

function extended(head: Resource, changes: Readonly<Record<string, readonly object[]>>): unknown[] {
  const kept = ((head.extension ?? []) as unknown[]).filter((each) => !((textAt(each, 'url') ?? '').replace(OURS, '') in changes));
  return [...kept, ...Object.values(changes).flat()];
}

/** An entry that writes what was read before, unless somebody has since. */
export function put(resource: object): Json {
  const { resourceType, id } = resource as Resource;
  const version = versionOf(resource);
  if (version === undefined) throw new AdapterError('unsupported', `${resourceType} has no version`);
  const request = { method: 'PUT', url: `${resourceType}/${String(id)}`, ifMatch: `W/"${version}"` };
  return { resource: resource as Json, request };
}

/** An entry that makes something, unless it is there under its first identifier. */
export function post(resource: object, fullUrl?: string): Json {
  const { resourceType, identifier } = resource as { resourceType: string; identifier: { system: string; value: string }[] };
  const [{ system, value }] = identifier as [{ system: string; value: string }];
  const ifNoneExist = `identifier=${encodeURIComponent(`${system}|${value}`)}`;
  return { ...(fullUrl && { fullUrl }), resource: resource as Json, request: { method: 'POST', url: resourceType, ifNoneExist } };
}
