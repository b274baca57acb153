import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { Change } from '../../model/change.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import type { Call } from './memory-call.js';
import { bookmarkNumber } from './memory-reading.js';
import { isStaff } from './thread-record.js';
import type { Touched } from './touched.js';

/** Noticing what others do, each what they may read. */
export function changesPort(backend: MemoryBackend, session: Session, call: Call): ChangesPort {
  const concerns = ({ subject }: Touched): boolean =>
    subject === undefined || isStaff(session.me) || session.subjects.some(({ id }) => id === subject);
  return {
    changesSince: (since, options) =>
      call({ port: 'changes', method: 'changesSince' }, options, () => {
        const touched = since === undefined ? [] : backend.touchedSince(bookmarkNumber(since));
        const changes = new Map<string, Change>();
        for (const { change } of touched.filter(concerns)) {
          changes.set(`${change.kind} ${change.thread ?? change.result ?? change.appointment ?? ''}`, { ...change });
        }
        return { changes: [...changes.values()], next: String(backend.changes) };
      }),
    watch(sink) {
      let stopped = false;
      queueMicrotask(() => !stopped && sink.state('live'));
      const stop = backend.listen((what) => concerns(what) && queueMicrotask(() => !stopped && sink.hint()));
      return () => {
        stopped = true;
        stop();
      };
    },
  };
}
