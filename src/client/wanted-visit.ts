import type { PersonId, ReasonId, ThreadId } from '../model/id.js';
import type { Client } from './client.js';
import { tell } from './tell.js';

/** A visit that somebody would rather book than write on. */
export interface WantedVisit {
  readonly subject: PersonId;
  readonly reason?: ReasonId | undefined;
  readonly thread?: ThreadId | undefined;
  /** What they have written, to become what they want to talk about. */
  readonly text: string;
}

/** A wanted visit on its way from where it was asked for to the picker on the page. In memory only, and of one reader. */
export interface WantedVisits {
  readonly wanted: WantedVisit | undefined;
  /** Whether there is a picker on the page that takes it. */
  readonly isServed: boolean;
  ask(visit: WantedVisit): void;
  /** The visit is booked, or no longer wanted. */
  clear(): void;
  /** Calls a picker back when a visit is wanted; the returned function stops that. */
  serve(listener: () => void): () => void;
}

const known = new WeakMap<Client, WantedVisits>();

/** The visit that is wanted with a client. */
export function wantedVisitOf(client: Client): WantedVisits {
  const visits = known.get(client) ?? createWantedVisits(client);
  known.set(client, visits);
  return visits;
}

function createWantedVisits(client: Client): WantedVisits {
  const pickers = new Set<() => void>();
  let by: PersonId | undefined;
  let wanted: WantedVisit | undefined;
  return {
    get wanted() {
      return by === client.reader ? wanted : undefined;
    },
    get isServed() {
      return pickers.size > 0;
    },
    ask(visit) {
      by = client.reader;
      wanted = visit;
      tell(pickers, client.report);
    },
    clear() {
      wanted = undefined;
    },
    serve(listener) {
      pickers.add(listener);
      return () => void pickers.delete(listener);
    },
  };
}
