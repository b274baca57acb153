import type { Appointment } from '../../../model/appointment.js';
import { calendarFile } from '../../shared/calendar-file.js';
import { download } from '../../shared/download.js';
import type { Visiting } from '../visiting.js';

/** Hands a visit to the reader's calendar: when, where, and at which practice. What it is for stays here. */
export function keepInCalendar({ id, starts, ends, zone, practice, place, kind }: Appointment, { view, text, now }: Visiting): void {
  if (!starts) return;
  const isThere = kind !== 'phone' && kind !== 'video';
  const file = calendarFile(
    {
      id: `carethread-${practice.id}-${id}`,
      starts,
      ends,
      zone: zone ?? view.practice?.zone ?? 'UTC',
      title: text.calendarTitle(practice.name),
      location: isThere ? [place?.name, place?.address].filter(Boolean).join(', ') : undefined,
    },
    now,
  );
  download('visit.ics', 'text/calendar', file);
}
