import type { CallOptions, QueueQuery } from 'carethread/adapter';
import { type Client, listQueue } from 'carethread/client';
import type { Person, QueueItem } from 'carethread/model';

export type BoxName = QueueQuery['box'];

/** One box: its first page, and whether there is more. */
export interface Box {
  readonly items: readonly QueueItem[];
  readonly hasMore: boolean;
}

/** All that the desk lists. */
export interface Boxes extends Readonly<Record<BoxName, Box>> {
  readonly me: Person;
}

/** Reads the three boxes. */
export async function readBoxes(client: Client, options: CallOptions): Promise<Boxes> {
  const { me } = await client.connect();
  const read = async (box: BoxName): Promise<Box> => {
    const { items, next } = await listQueue(client, { box }, options);
    return { items, hasMore: next !== undefined };
  };
  const [waiting, mine, held] = await Promise.all([read('waiting'), read('mine'), read('held')]);
  return { me, waiting, mine, held };
}

/** Whose threads wait now that did not before. */
export function newlyWaiting(before: Boxes | undefined, now: Boxes): readonly string[] {
  if (!before) return [];
  const known = new Set(before.waiting.items.map(({ thread }) => thread.id));
  return now.waiting.items.filter(({ thread }) => !known.has(thread.id)).map(({ thread }) => thread.subject.name);
}
