import type { Message } from 'carethread/model';
import type { Database } from './database/tables.js';

/** As much of an answer as tells which thread it is about, and as may hold words. */
interface KeptBody {
  readonly id?: string;
  readonly thread?: string | KeptBody;
  readonly message?: KeptBody;
  readonly custody?: unknown;
  readonly author?: { readonly id: string };
  readonly lastMessage?: { readonly author: { readonly id: string }; readonly at: string };
}

/** The thread that an answer tells of: a receipt's, a message's, or itself. */
export function threadIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { thread, id, custody } = body as KeptBody;
  if (typeof thread === 'object') return thread.id ?? null;
  return thread ?? (custody === undefined ? null : (id ?? null));
}

/** Takes the words of a message that was taken back out of every answer that is kept for a retry. */
export async function forgetWords(database: Database, message: Message): Promise<void> {
  const kept = database.selectFrom('kept_answer').select(['person', 'key', 'body']).where('thread', '=', message.thread);
  for (const { person, key, body } of await kept.execute()) {
    if (body === null) continue;
    await database
      .updateTable('kept_answer')
      .set({ body: JSON.stringify(without(JSON.parse(body) as KeptBody, message)) })
      .where('person', '=', person)
      .where('key', '=', key)
      .execute();
  }
}

function without(body: KeptBody, message: Message): unknown {
  if (body.id === message.id) {
    const { amendments, answers, cards, retractedAt } = message;
    return { ...body, body: '', amendments, answers, cards, retractedAt };
  }
  if (body.message && typeof body.thread === 'object') {
    return { ...body, thread: without(body.thread, message), message: without(body.message, message) };
  }
  const { lastMessage: last } = body;
  const quotes = last?.at === message.sentAt && last.author.id === message.author.id;
  return quotes ? { ...body, lastMessage: { ...last, snippet: '' } } : body;
}
