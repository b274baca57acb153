import * as z from 'zod/mini';
import { AdapterError } from '../adapter/errors.js';
import type { Page } from '../model/page.js';
import type { Report } from './report.js';

/** A page whose unreadable items were left out and counted, so that one bad row does not hide the others. */
export interface CheckedPage<T> extends Page<T> {
  readonly unreadable: number;
}

function pathOf(error: z.core.$ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
}

/** What a backend answered, as the model has it; anything else is `malformed` and names the field, never its value. */
export function checked<T extends z.ZodMiniType>(schema: T, answer: unknown, call: string): z.infer<T> {
  const result = z.safeParse(schema, answer);
  if (result.success) return result.data;
  throw malformed(call, pathOf(result.error));
}

function malformed(call: string, field: string): AdapterError {
  return new AdapterError('malformed', `${call} answered something else at "${field}"`, { field });
}

/** The same for a page, item by item. A list of several kinds of things says which schema an item is of. */
export function checkedPage<T extends z.ZodMiniType>(
  schema: T | ((item: unknown) => T),
  answer: unknown,
  call: string,
  report: (report: Report) => void,
): CheckedPage<z.infer<T>> {
  const { items, next } = (answer ?? {}) as { readonly items?: unknown; readonly next?: unknown };
  if (!Array.isArray(items)) throw malformed(call, 'items');
  const readable: z.infer<T>[] = [];
  items.forEach((item, index) => {
    const result = z.safeParse(typeof schema === 'function' ? schema(item) : schema, item);
    if (result.success) readable.push(result.data);
    else report({ code: 'unreadable', where: call, field: `items.${index}.${pathOf(result.error)}` });
  });
  return { items: readable, next: typeof next === 'string' ? next : undefined, unreadable: items.length - readable.length };
}
