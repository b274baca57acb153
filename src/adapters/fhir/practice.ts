import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { PracticeId } from '../../model/id.js';
import type { OpeningHours, Practice } from '../../model/practice.js';
import type { FhirHttp } from './fhir-http.js';
import { orThrow, searches } from './bundle.js';
import { listAt, type Resource, textAt } from './json.js';

const TIMEZONE = 'http://hl7.org/fhir/StructureDefinition/timezone';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A practice, as its Organization and what goes with it say; what the host says of it stands over that. */
export async function readPractice(
  http: FhirHttp,
  reference: string | undefined,
  said: Partial<Practice> | undefined,
  given: CallOptions,
): Promise<Practice> {
  const id = reference?.replace('Organization/', '');
  const paths = id ? [`Organization?_id=${id}`, `HealthcareService?organization=${id}`, `Location?organization=${id}`] : [];
  const found = (await searches(http, paths, given, false)).map((each) => {
    // Who may not read one of them is not told hours, and not kept from writing.
    if (each instanceof AdapterError && !each.retryable) return [];
    return orThrow(each).matches;
  });
  const [[organization] = [], services = [], locations = []] = found;
  const zone = [...services, ...locations].map(zoneOf).find(Boolean);
  const phone = listAt(organization, 'telecom').find((each) => textAt(each, 'system') === 'phone');
  const number = textAt(phone, 'value');
  return {
    id: (reference ?? 'practice') as PracticeId,
    name: textAt(organization, 'name') ?? '',
    zone: zone ?? 'UTC',
    // Hours without a zone say nothing of when.
    hours: zone ? hoursOf(services, locations) : [],
    holidays: [],
    ...(number && { phone: number }),
    ...said,
  };
}

function zoneOf(resource: Resource): string | undefined {
  const zone = textAt(listAt(resource, 'extension').find((each) => textAt(each, 'url') === TIMEZONE), 'valueCode');
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function hoursOf(services: readonly Resource[], locations: readonly Resource[]): OpeningHours[] {
  const ofServices = services.flatMap((service) => stretches(listAt(service, 'availableTime'), 'availableStartTime', 'availableEndTime'));
  if (ofServices.length > 0) return ofServices;
  return locations.flatMap((location) => stretches(listAt(location, 'hoursOfOperation'), 'openingTime', 'closingTime'));
}

function stretches(times: readonly unknown[], from: string, to: string): OpeningHours[] {
  return times.flatMap((time) => {
    const isAllDay = (time as { allDay?: unknown }).allDay === true;
    const opens = isAllDay ? '00:00' : textAt(time, from)?.slice(0, 5);
    const closes = isAllDay ? '24:00' : textAt(time, to)?.slice(0, 5);
    if (!opens || !closes || opens >= closes) return [];
    return listAt(time, 'daysOfWeek').flatMap((day) => {
      const place = DAYS.indexOf(String(day));
      return place < 0 ? [] : [{ day: place + 1, opens, closes }];
    });
  });
}
