import type { ReasonId } from '../../model/id.js';
import type { Reason } from '../../model/reason.js';

/** What one can ask where nobody has said what: anything. */
export const PLAIN_REASON: Reason = {
  id: 'question' as ReasonId,
  label: 'A question',
  fields: [],
  promptRequired: true,
  references: ['result'],
  budget: 750,
};
