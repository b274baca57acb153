import type { PersonId, ResultId } from '../model/id.js';
import type { Client } from './client.js';
import { tell } from './tell.js';

/** A result that its reader wants to ask about. */
export interface AskedResult {
  readonly id: ResultId;
  /** What the form calls it: its name and its day. */
  readonly label: string;
  readonly subject: PersonId;
  /** Who ordered it. */
  readonly recipient?: PersonId | undefined;
}

/**
 * Results on their way from where they are shown to the form that asks about them, across the elements of a page. In
 * memory only, and of one reader.
 */
export interface Asking {
  readonly results: readonly AskedResult[];
  /** Whether there is a form on the page that takes them. */
  readonly isServed: boolean;
  /** Adds one, as the newest. What is asked about others stays: a form makes a message of one person's at a time. */
  add(result: AskedResult): void;
  remove(id: ResultId): void;
  clear(): void;
  /** Calls back when something changed; the returned function stops that. */
  listen(listener: () => void): () => void;
  /** The same, for a form: it takes what is asked about. */
  serve(listener: () => void): () => void;
}

const known = new WeakMap<Client, Asking>();

/** What is asked about with a client. */
export function askingOf(client: Client): Asking {
  const asking = known.get(client) ?? createAsking(client);
  known.set(client, asking);
  return asking;
}

function createAsking(client: Client): Asking {
  const listeners = new Set<() => void>();
  const forms = new Set<() => void>();
  let by: PersonId | undefined;
  let results: readonly AskedResult[] = [];

  const current = (): readonly AskedResult[] => (by === client.reader ? results : []);
  function change(next: readonly AskedResult[]): void {
    by = client.reader;
    results = next;
    tell(new Set([...listeners, ...forms]), client.report);
  }
  const join = (set: Set<() => void>, listener: () => void): (() => void) => {
    set.add(listener);
    if (set === forms) tell(listeners, client.report);
    return () => void (set.delete(listener) && set === forms && tell(listeners, client.report));
  };
  return {
    get results() {
      return current();
    },
    get isServed() {
      return forms.size > 0;
    },
    add(result) {
      change([...current().filter(({ id }) => id !== result.id), result]);
    },
    remove(id) {
      change(current().filter((result) => result.id !== id));
    },
    clear() {
      if (current().length > 0) change([]);
    },
    listen: (listener) => join(listeners, listener),
    serve: (listener) => join(forms, listener),
  };
}
