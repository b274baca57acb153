import type { AppointmentsPort, VisitChoice } from '../../../adapter/ports/appointments.js';
import type { PersonId } from '../../../model/id.js';
import { CalendarDay } from '../../../model/instant.js';
import type { Page } from '../../../model/page.js';
import type { Service } from '../../../model/service.js';
import type { Session } from '../../../model/session.js';
import type { FreeDays, Slot } from '../../../model/slot.js';
import { dayIn, instantAt, nextDay } from '../../../model/zoned-time.js';
import type { MemoryBackend } from '../memory-backend.js';
import { checkReads, pageBelow } from '../memory-results.js';
import { wrongAt } from '../memory-text.js';
import type { ScenarioService } from './scenario-visits.js';
import { isFor, isFree, serviceFor, slotFor, timeOf } from './visit-reading.js';
import type { SlotRecord } from './visit-store.js';

const DAY = 86_400_000;
const MOST_DAYS = 62;
const PAGE = 100;

/** What a subject's visits can be for. */
export function listServices(
  backend: MemoryBackend,
  session: Session,
  { subject }: { readonly subject: PersonId },
): Page<Service> {
  checkReads(backend, session, subject);
  const items = backend.visits.services.filter((service) => isFor(service, subject));
  return { items: items.map((service) => serviceAsTold(service, subject)) };
}

function serviceAsTold(service: ScenarioService, subject: PersonId): Service {
  const { subjects: _subjects, cancelBefore: _cancelBefore, opensAt: _opensAt, videoUrl: _videoUrl, ...told } = service;
  return structuredClone({ ...told, wanted: service.wanted?.[subject] });
}

/** Which days of a stretch have free slots. */
export function listFreeDays(
  backend: MemoryBackend,
  session: Session,
  { from, to, ...choice }: Parameters<AppointmentsPort['listFreeDays']>[0],
): FreeDays {
  checkReads(backend, session, choice.subject);
  checkDay(from, 'from');
  checkDay(to, 'to');
  const length = (Date.parse(to) - Date.parse(from)) / DAY;
  if (length < 0 || length >= MOST_DAYS) throw wrongAt('to');
  const service = serviceFor(backend, choice.service, choice.subject);
  if (service.booking === 'request') return { days: [] };

  const { zone } = backend.practice;
  const all = backend.visits.slotsOf(service.id);
  const fits = matcher(backend, session, choice);
  const days: FreeDays['days'] = [];
  let at = firstFrom(all, instantAt(from, '00:00', zone));
  const first = all.slice(at).find(fits);
  // One look at the zone for each day, and none for each slot.
  for (let day = from; day <= to && first; day = nextDay(day)) {
    const end = instantAt(nextDay(day), '00:00', zone);
    let count = 0;
    for (; at < all.length && all[at]!.from < end; at++) if (fits(all[at]!)) count++;
    if (count > 0) days.push({ day, count });
  }
  const last = all.at(-1);
  return {
    days,
    ...(first && { first: dayIn(zone, first.from) }),
    ...(last && { last: dayIn(zone, last.from) }),
    ...(service.opensAt && { opensAt: service.opensAt }),
  };
}

/** The free slots of a day, earliest first. */
export function listSlots(
  backend: MemoryBackend,
  session: Session,
  { day, after, ...choice }: Parameters<AppointmentsPort['listSlots']>[0],
): Page<Slot> {
  checkReads(backend, session, choice.subject);
  checkDay(day, 'day');
  const service = serviceFor(backend, choice.service, choice.subject);
  const { zone } = backend.practice;
  const all = service.booking === 'request' ? [] : backend.visits.slotsOf(service.id);
  const start = firstFrom(all, instantAt(day, '00:00', zone));
  const end = firstFrom(all, instantAt(nextDay(day), '00:00', zone));
  const rows = all
    .slice(start, end)
    .filter(matcher(backend, session, choice))
    .map((item) => ({ item, key: [-item.from, -item.order] }));
  return pageBelow(rows, after, slotFor, PAGE);
}

function checkDay(day: string, field: string): void {
  if (!CalendarDay.safeParse(day).success) throw wrongAt(field);
}

function matcher(
  backend: MemoryBackend,
  { me }: Session,
  { practitioner, kind, place }: VisitChoice,
): (record: SlotRecord) => boolean {
  const now = timeOf(backend);
  return (record) => {
    const { slot } = record;
    if (practitioner !== undefined && slot.practitioner?.id !== practitioner) return false;
    if (kind !== undefined && slot.kind !== kind) return false;
    if (place !== undefined && slot.place?.id !== place) return false;
    return isFree(record, me.id, now);
  };
}

/** The place of the first slot that starts at a moment or after it. */
function firstFrom(slots: readonly SlotRecord[], moment: number): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slots[middle]!.from >= moment) high = middle;
    else low = middle + 1;
  }
  return low;
}
