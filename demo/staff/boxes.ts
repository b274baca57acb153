import type { CallOptions, QueueQuery } from 'carethread/adapter';
import { type Client, listQueue, readPractice } from 'carethread/client';
import type { Person, Practice, QueueItem } from 'carethread/model';

export type BoxName = QueueQuery['box'];

/** One box: its first page, and whether there is more. */
export interface Box {
  readonly items: readonly QueueItem[];
  readonly hasMore: boolean;
}

/** All that the desk lists, for whom, and how the practice takes messages. */
export interface Boxes extends Readonly<Record<BoxName, Box>> {
  readonly me: Person;
  readonly practice: Practice;
  /** Whether this backend lets the practice take no messages for a while. */
  readonly canPause: boolean;
}

/** Reads the boxes. What nobody is named for stands in its own box and not among the waiting ones as well. */
export async function readBoxes(client: Client, options: CallOptions): Promise<Boxes> {
  const { me, missing } = await client.connect();
  const read = async (box: BoxName): Promise<Box> => {
    const { items, next } = await listQueue(client, { box }, options);
    return { items, hasMore: next !== undefined };
  };
  const [practice, strays, waiting, mine, held] = await Promise.all([
    readPractice(client, options),
    ...(['catch-all', 'waiting', 'mine', 'held'] as const).map(read),
  ] as const);
  const stray = new Set(strays!.items.map(({ thread }) => thread.id));
  const named = { ...waiting!, items: waiting!.items.filter(({ thread }) => !stray.has(thread.id)) };
  const canPause = !missing['queue.pause'];
  return { me, practice, canPause, 'catch-all': strays!, waiting: named, mine: mine!, held: held! };
}

/** Whose threads wait now that did not before. */
export function newlyWaiting(before: Boxes | undefined, now: Boxes): readonly string[] {
  if (!before) return [];
  const known = new Set(waitingIn(before).map(({ thread }) => thread.id));
  return waitingIn(now)
    .filter(({ thread }) => !known.has(thread.id))
    .map(({ thread }) => thread.subject.name);
}

const waitingIn = (boxes: Boxes): readonly QueueItem[] => [...boxes['catch-all'].items, ...boxes.waiting.items];
