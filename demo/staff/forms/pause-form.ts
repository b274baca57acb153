import { type Instant, messagingAt, type Practice } from 'carethread/model';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { moment } from '../words.js';
import { actForm, type FormOptions, linesField, oneOf } from './form-parts.js';

/** Until when no messages are taken, and what patients read meanwhile. */
export interface Pause {
  readonly until: Instant | undefined;
  readonly note: string | undefined;
}

const HOUR = 3_600_000;

/** Until when to pause, and why. `now` in milliseconds since the epoch. */
export function pauseForm(practice: Practice, now: number, form: FormOptions<Pause>): TemplateResult {
  const opening = nextOpening(practice, now);
  const ends: Record<string, string> = {
    [iso(now + HOUR)]: 'One hour',
    [iso(now + 3 * HOUR)]: 'Three hours',
    ...(opening && { [opening]: `Until we open next: ${moment(opening)}` }),
    '': 'Until one of us says otherwise',
  };
  const fields = html`
    ${oneOf('until', 'For how long?', ends)}
    ${linesField('note', 'What should patients know? They read this in place of the form. (you can leave this empty)')}
  `;
  return actForm('Pause messages', form, fields, (value) => {
    form.submit({ until: value('until') || undefined, note: value('note') || undefined });
  });
}

/** When the practice opens after it has closed. Undefined where it states no hours. */
function nextOpening(practice: Practice, now: number): Instant | undefined {
  const usual = { ...practice, messaging: undefined };
  // In steps of a quarter of an hour, since nobody opens for less; and nobody is open for longer than two days.
  for (let at = now; at < now + 48 * HOUR; at += HOUR / 4) {
    const { isStaffed, opensAt } = messagingAt(usual, at);
    if (!isStaffed) return opensAt;
  }
  return undefined;
}

const iso = (at: number): Instant => new Date(at).toISOString();
