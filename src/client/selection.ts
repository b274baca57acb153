import type { PersonId } from '../model/id.js';
import type { Report } from './report.js';
import { tell } from './tell.js';

/** Whom the reader has chosen to act for, across the elements of a page. Nothing until they, or the page, have chosen. */
export interface Selection {
  readonly subject: PersonId | undefined;
  choose(subject: PersonId | undefined): void;
  /** Calls back when the choice changes; the returned function stops that. */
  listen(listener: () => void): () => void;
}

/** The choice of one reader is not that of the next. */
export function createSelection(reader: () => PersonId | undefined, report: (report: Report) => void): Selection {
  const listeners = new Set<() => void>();
  let chosen: { by: PersonId | undefined; readonly subject: PersonId | undefined } | undefined;
  const selection: Selection = {
    get subject() {
      // What the page chose before anybody was known holds for whoever comes first.
      if (chosen) chosen.by ??= reader();
      return chosen?.by === reader() ? chosen?.subject : undefined;
    },
    choose(subject) {
      if (subject === selection.subject) return;
      chosen = { by: reader(), subject };
      tell(listeners, report);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return selection;
}
