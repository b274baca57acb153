import { resultLabel, type Card, type ResultId } from 'carethread/model';
import { isOwnId, type Scope } from '../conversation/threads.js';
import { Problem } from '../problems.js';
import type { OfferedReason } from '../directory/practice-entry.js';
import { visibleResults, type StoredResult } from './results.js';

/** Cards for the results that a request refers to, where its reason takes them. */
export async function referencedCards(
  scope: Scope,
  { references }: OfferedReason,
  { subject, references: asked = [] }: { readonly subject: string; readonly references?: readonly string[] | undefined },
): Promise<Card[]> {
  if (asked.length > 0 && !references?.includes('result')) throw new Problem('invalid', { field: 'references' });
  // Each once, however often it is named.
  const cards = new Map<string, Card>();
  for (const [index, id] of asked.entries()) if (!cards.has(id)) cards.set(id, await resultCard(scope, subject, id, `references.${index}`));
  return [...cards.values()];
}

/** A card that shows one of a subject's results. Any other is `invalid`. */
export async function resultCard(scope: Scope, subject: string, id: string, field: string): Promise<Card> {
  const found = visibleResults(scope).select('record').where('result.id', '=', id).where('result.subject', '=', subject);
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('invalid', { field });
  const label = resultLabel(JSON.parse(row.record) as StoredResult, scope.reader.record.practice.zone);
  return { kind: 'result', label, fields: [], result: id as ResultId };
}
