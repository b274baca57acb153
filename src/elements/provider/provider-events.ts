import type { Report } from '../../client/report.js';

/** Something went wrong that a developer should know of. Holds codes and names, never a value. */
export class ReportEvent extends Event {
  readonly code: string;
  readonly where: string | undefined;
  readonly field: string | undefined;

  constructor({ code, where, field }: Report) {
    super('care-report', { bubbles: true, composed: true });
    this.code = code;
    this.where = where;
    this.field = field;
  }
}
