import type { Instant } from 'carethread/model';
import type { ChangeHub } from './changes/hub.js';
import type { Database } from './database/tables.js';
import type { Directory } from './directory/directory.js';
import type { Notices } from './notices/notices.js';

/** What every route works with. */
export interface Backend {
  readonly database: Database;
  readonly directory: Directory;
  readonly hub: ChangeHub;
  readonly notices: Notices;
  /** This database's own: see its table. */
  readonly secret: string;
  /** The time, in milliseconds since the epoch. */
  readonly clock: () => number;
}

/** The time as it is stored and sent. */
export function nowOf({ clock }: Pick<Backend, 'clock'>): Instant {
  return new Date(clock()).toISOString();
}
