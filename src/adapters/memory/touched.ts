import type { Change } from '../../model/change.js';
import type { PersonId } from '../../model/id.js';

/** Something that changed, and whom it is about. Nobody: everybody hears of it. */
export interface Touched {
  readonly change: Change;
  readonly subject?: PersonId | undefined;
}
