import { createHash, createHmac } from 'node:crypto';
import type { Result, SendKey } from 'carethread/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nowOf, type Backend } from './backend.js';
import { beginAct, type Act } from './conversation/act.js';
import { findThread } from './conversation/threads.js';
import { threadIn } from './kept-words.js';
import { Problem } from './problems.js';
import { readerOf } from './request-reader.js';
import { readResult } from './results/results.js';
import { readVisit, type VisitBody, type VisitKey } from './visits/reading.js';

/** What a write answers. */
export interface WriteAnswer<T> {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: T;
  /** The result that is the body. It is not kept, but read again for each retry: by then it may be covered. */
  readonly result?: string | undefined;
  /** The same of an appointment, an offer or a hold: by then it may be another, and its words may be taken away. */
  readonly visit?: VisitKey | undefined;
}

/** A result that was written to, as an answer. */
export async function resultAnswer(act: Act, id: string): Promise<WriteAnswer<Result>> {
  return { status: 200, body: await readResult(act, id), result: id };
}

/** An appointment, an offer or a hold that was written to, as an answer. */
export async function visitAnswer<K extends VisitKey>(act: Act, visit: K, status = 200): Promise<WriteAnswer<VisitBody<K>>> {
  return { status, ...(await readVisit(act, visit)), visit };
}

/**
 * Does a write once, however often it is asked for with the same key, and gives every asking the same answer. Effect
 * and answer are stored in one transaction: after a crash there are both or neither. A refusal has no effect and is not
 * kept, so the key stays good for a corrected try. Sets status and headers; the handler returns the body this gives.
 */
export async function answerOnce<T>(
  backend: Backend,
  request: FastifyRequest,
  reply: FastifyReply,
  effect: (act: Act, key: SendKey) => Promise<WriteAnswer<T>>,
): Promise<T> {
  const key = request.headers['idempotency-key'] as SendKey;
  const reader = readerOf(request);
  const fingerprint = fingerprintOf(request, backend.secret);
  const { answer, replayed } = await backend.database.transaction().execute(async (database) => {
    const act = await beginAct(database, { directory: backend.directory, reader, now: nowOf(backend) });
    const kept = await findAnswer<T>(act, key, fingerprint);
    if (kept) return { answer: kept, replayed: true };
    const answer = await effect(act, key);
    await keepAnswer(act, key, fingerprint, answer);
    return { answer, replayed: false };
  });
  if (replayed) reply.header('idempotent-replayed', 'true');
  else {
    backend.hub.changed();
    backend.notices.wake();
  }
  reply.code(answer.status).headers(answer.headers ?? {});
  return answer.body;
}

async function findAnswer<T>(
  act: Act,
  key: SendKey,
  fingerprint: string,
): Promise<WriteAnswer<T> | undefined> {
  const { database, reader } = act;
  const kept = await database
    .selectFrom('kept_answer')
    .selectAll()
    .where('person', '=', reader.person.id)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!kept) return undefined;
  if (kept.fingerprint !== fingerprint) {
    throw new Problem('conflict', { field: 'Idempotency-Key', detail: 'The key was used for something else.' });
  }
  // Who may no longer read the thread is not told of it by an old answer either.
  if (kept.thread !== null) await findThread(act, kept.thread);
  if (kept.result !== null) return (await resultAnswer(act, kept.result)) as WriteAnswer<T>;
  if (kept.visit !== null) {
    return (await visitAnswer(act, JSON.parse(kept.visit) as VisitKey, kept.status)) as WriteAnswer<T>;
  }
  return {
    status: kept.status,
    headers: JSON.parse(kept.headers) as Record<string, string>,
    body: (kept.body === null ? undefined : JSON.parse(kept.body)) as T,
  };
}

async function keepAnswer(
  { database, reader, now }: Act,
  key: SendKey,
  fingerprint: string,
  { status, headers = {}, body, result, visit }: WriteAnswer<unknown>,
): Promise<void> {
  await database
    .insertInto('kept_answer')
    .values({
      person: reader.person.id,
      key,
      fingerprint,
      status,
      headers: JSON.stringify(headers),
      body: body === undefined || result !== undefined || visit ? null : JSON.stringify(body),
      at: now,
      thread: threadIn(body),
      result: result ?? null,
      visit: visit ? JSON.stringify(visit) : null,
    })
    .execute();
}

/**
 * Route and input. The input was checked, so its parts stand in the schema's order whatever order they came in. With
 * the secret in it, so that what was written and taken back cannot be guessed from it.
 */
function fingerprintOf({ method, url, body, headers }: FastifyRequest, secret: string): string {
  const asked = JSON.stringify([method, url, headers['if-match'] ?? null, body ?? null]);
  return createHmac('sha256', secret).update(createHash('sha256').update(asked).digest('hex')).digest('hex');
}
