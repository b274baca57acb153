import type { Database, NoticeTable } from '../database/tables.js';

/** How often one is tried, and how long after each try the next one comes, in milliseconds. */
const TRIES = 5;
const WAIT = [10_000, 60_000, 300_000, 1_800_000];

/** Another process leaves a notice alone for so long once one has taken it, in milliseconds. */
const LEASE = 30_000;

/** How long telling one may take, in milliseconds: shorter than the lease, and than what a server that ends is given. */
const TELL_WITHIN = 8000;

/** Tells one; rejects when that did not work. */
export type Teller = (notice: NoticeTable) => Promise<void>;

export interface NoticeOptions {
  readonly tellers: Readonly<Record<NoticeTable['kind'], Teller>>;
  readonly clock: () => number;
  /** How often it looks for what is due, in milliseconds. */
  readonly lookEvery: number;
  /** How long to wait after a number of tries, in milliseconds. */
  readonly wait?: ((tries: number) => number) | undefined;
  /** How long telling one may take, in milliseconds. */
  readonly tellWithin?: number | undefined;
}

/** What others are still to be told. Lies in the database until it is, so that a restart forgets nobody. */
export interface Notices {
  /** Something was written down: look now. */
  wake(): void;
  close(): Promise<void>;
}

/** Begins to tell. Nothing waits for it, least of all the answer it tells of. */
export function tellNotices(database: Database, options: NoticeOptions): Notices {
  const { tellers, clock, lookEvery, wait = (tries) => WAIT[tries - 1] ?? 0, tellWithin = TELL_WITHIN } = options;
  const telling = new Set<Promise<void>>();
  let closed = false;
  let again = false;
  let looking: Promise<void> | undefined;
  const instant = (after = 0) => new Date(clock() + after).toISOString();

  async function look(): Promise<void> {
    const due = await database.selectFrom('notice').selectAll().where('next_try', '<=', instant()).limit(50).execute();
    // Nobody waits for one that takes long.
    for (const notice of due) {
      const one: Promise<void> = tell(notice).catch(away).finally(() => telling.delete(one));
      telling.add(one);
    }
  }

  async function tell(notice: NoticeTable): Promise<void> {
    const tries = notice.tries + 1;
    const mine = database.updateTable('notice').where('id', '=', notice.id);
    const taken = await mine
      .set({ tries, next_try: instant(LEASE) })
      .where('tries', '=', notice.tries)
      .executeTakeFirst();
    if (Number(taken.numUpdatedRows) === 0) return;
    const told = await inTime(tellers[notice.kind](notice), tellWithin);
    if (told || tries >= TRIES) await database.deleteFrom('notice').where('id', '=', notice.id).execute();
    else await mine.set({ next_try: instant(wait(tries)) }).execute();
  }

  function wake(): void {
    again = true;
    if (closed || looking) return;
    looking = (async () => {
      try {
        while (again && !closed) {
          again = false;
          await look();
        }
      } catch {
        away();
      } finally {
        looking = undefined;
      }
    })();
  }

  const timer = setInterval(wake, lookEvery);
  timer.unref();
  wake();
  return {
    wake,
    async close() {
      closed = true;
      clearInterval(timer);
      await looking;
      await Promise.all(telling);
    },
  };
}

/** The database is away or closing. What is due stays due. */
function away(): void {}

/** Whether it worked, and in time. */
async function inTime(telling: Promise<void>, limit: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, limit, false)));
  const told = telling.then(
    () => true,
    () => false,
  );
  return Promise.race([told, late]).finally(() => clearTimeout(timer));
}
