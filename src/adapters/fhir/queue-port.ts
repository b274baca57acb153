import type { VersionedWriteOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { QueuePort, QueueQuery } from '../../adapter/ports/queue.js';
import type { ThreadId } from '../../model/id.js';
import type { Thread } from '../../model/thread.js';
import type { Json } from '../shared/serialise.js';
import { wrongAt, writtenText } from '../shared/written-text.js';
import { type Act, changeThread, fingerprint } from './changing-thread.js';
import { instantOf, isCustody, waitingSince } from './custody.js';
import { threadAfter } from './ending.js';
import { newEvent } from './events.js';
import type { FhirContext } from './fhir-context.js';
import { codeIn, listAt, type Resource, textAt } from './json.js';
import { allOf, PAGE_SIZE } from './paging.js';
import { checkOpen } from './replying.js';
import { coded, OURS, referenceIn } from './terms.js';
import { statesIn, tellThreads, type ThreadState } from './thread-state.js';

/** A reason both sides read. */
const NOTE = { field: 'note', budget: 750 } as const;

/** The practice's side: who has what. */
export function queuePort(context: FhirContext): Omit<QueuePort, 'pause' | 'resume'> {
  const { http, directory, me } = context;
  const reference = { reference: me.id, display: me.name };

  async function change(
    thread: ThreadId,
    given: VersionedWriteOptions,
    asked: Json[],
    act: (state: ThreadState) => (Act & { event: Omit<Parameters<typeof newEvent>[2], 'now' | 'key' | 'request'> }) | undefined,
  ): Promise<Thread> {
    const request = fingerprint(asked);
    await changeThread(context, thread, given, request, (state, now) => {
      checkOpen(context, state);
      const done = act(state);
      return done && { ...done, entries: [newEvent(context, state.head, { ...done.event, now, key: given.key, request })] };
    });
    return threadAfter(context, thread, given);
  }

  return {
    async list({ box, after }, given) {
      given.signal.throwIfAborted();
      if (after !== undefined && !/^\d \d+ [\w.-]+$/.test(after)) throw wrongAt('after');
      const items = await itemsOf(box);
      // By where a thread stands and not by number: one that is taken out moves none past the reader.
      const rest = after === undefined ? items : items.filter(({ state }) => compared(placeOf(state), after.split(' ')) > 0);
      const page = rest.slice(0, PAGE_SIZE);
      const told = await tellThreads(context, page.map(({ state }) => state), given);
      const next = rest.length > PAGE_SIZE ? placeOf(page.at(-1)!.state).join(' ') : undefined;
      return {
        items: told.map(({ thread }, index) => {
          const { since, receiver } = page[index]!;
          return { thread, waitingSince: since ?? thread.updatedAt, ...(receiver && { receiver }) };
        }),
        next,
      };

      async function itemsOf(of: QueueQuery['box']) {
        const isWaiting = of === 'waiting' || of === 'catch-all';
        const status = isWaiting ? 'requested,received,ready' : 'accepted,in-progress,on-hold';
        const path = `Task?code=${coded('task', 'custody')}&status=${status}&_count=200&_include=Task:focus`;
        const { matches, included } = await allOf(http, path, given);
        const states = statesIn({ matches: included.filter(({ resourceType }) => resourceType === 'Communication'), included: matches.filter(isCustody) });
        await directory.learn(states.map(({ head }) => head), given);
        return states
          .filter(({ custody }) => isWaiting || (referenceIn(custody?.owner) === me.id) === (of === 'mine'))
          .map((state) => ({ state, since: waitingSince(state.custody), receiver: receiverOf(state.head) }))
          .filter(({ receiver }) => of !== 'catch-all' || !receiver || (receiver.answers ?? 'messages') !== 'messages')
          .sort((one, other) => compared(placeOf(one.state), placeOf(other.state)));
      }
    },

    claim: (thread, given) =>
      change(thread, given, ['claim', thread], ({ custody }) => {
        const holder = /^(accepted|in-progress|on-hold)$/.test(String(custody?.status)) && referenceIn(custody?.owner);
        if (holder && holder !== me.id) throw new AdapterError('conflict', 'a colleague has this thread');
        if (holder) return undefined;
        return { custody: { status: 'accepted', holder: reference }, event: { kind: 'assigned', to: reference } };
      }),

    async route({ thread, to, note }, given) {
      await directory.learn([to], given);
      const colleague = directory.person(to);
      if (colleague?.kind !== 'staff' || !colleague.practice || !/^(undefined|messages)$/.test(String(colleague.answers))) throw wrongAt('to');
      const holder = { reference: colleague.id, display: colleague.name };
      return change(thread, given, ['route', thread, to, note], () => ({
        custody: { status: 'accepted', holder },
        event: { kind: 'routed', to: holder, note: writtenText(note, NOTE) },
      }));
    },

    close: ({ thread, note }, given) =>
      change(thread, given, ['close', thread, note], () => ({
        custody: { status: 'completed', turn: 'nobody', waiting: null },
        head: { status: 'completed' },
        event: { kind: 'closed', note: writtenText(note, NOTE) },
      })),

    logCall: ({ thread, outcome, note }, given) =>
      change(thread, given, ['call', thread, outcome, note], () => ({
        ...(outcome === 'reached' && { custody: { turn: 'patient' as const, waiting: null } }),
        event: { kind: 'call-logged', outcome, note: writtenText(note, NOTE) },
      })),
  };

  /** Who is to read a thread first. */
  function receiverOf(head: Resource) {
    const receiver = directory.person(listAt(head, 'recipient')[0]);
    return receiver?.kind === 'staff' ? receiver : undefined;
  }
}

/** What nobody has answered comes before what was. */
const orderOf = ({ custody }: ThreadState): number => (codeIn(custody?.businessStatus, `${OURS}turn`) === 'practice' ? 0 : 1);

const timeOf = ({ head, custody }: ThreadState): number =>
  Date.parse(waitingSince(custody) ?? instantOf(textAt(head, 'meta.lastUpdated')) ?? '') || 0;

/** Where a thread stands in the queue: also a bookmark of ours. */
type Place = readonly [order: string, time: string, id: string];
const placeOf = (state: ThreadState): Place => [String(orderOf(state)), String(timeOf(state)), String(state.head.id)];

const compared = ([order, time, id]: readonly string[], [otherOrder, otherTime, otherId]: readonly string[]): number =>
  Number(order) - Number(otherOrder) || Number(time) - Number(otherTime) || (id! < otherId! ? -1 : Number(id! > otherId!));
