import type { Card } from 'carethread/model';
import { isOwnId, type Scope } from '../conversation/threads.js';
import { Problem } from '../problems.js';
import { visibleOffers } from './offers.js';

/** A card that shows times offered to a subject. An offer to anybody else is `invalid`. */
export async function offerCard(scope: Scope, subject: string, id: string, field: string): Promise<Card> {
  const found = visibleOffers(scope).select(['id', 'label']).where('id', '=', id).where('subject', '=', subject);
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('invalid', { field });
  return { kind: 'slot-offer', label: `Times for: ${row.label}`, fields: [], offer: row.id as Card['offer'] };
}
