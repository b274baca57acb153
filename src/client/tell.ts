import type { Report } from './report.js';

/** Calls every listener. One that throws is somebody else's mistake, and keeps nobody else from hearing. */
export function tell<A extends readonly unknown[]>(
  listeners: Iterable<(...args: A) => void>,
  report: (report: Report) => void,
  ...args: A
): void {
  for (const listener of [...listeners]) {
    try {
      listener(...args);
    } catch {
      report({ code: 'listener-failed' });
    }
  }
}
