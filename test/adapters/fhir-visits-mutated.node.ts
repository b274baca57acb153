import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import type { Connection } from '../../src/adapter/adapter.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { fhirAdapter } from '../../src/adapters/fhir/fhir-adapter.js';
import { checkStrictly } from '../../src/conformance/strict.js';
import { Appointment } from '../../src/model/appointment.js';
import { pageOf } from '../../src/model/page.js';
import { Service } from '../../src/model/service.js';
import { SlotOffer } from '../../src/model/slot-offer.js';
import { FreeDays, Slot } from '../../src/model/slot.js';
import { dayIn } from '../../src/model/zoned-time.js';
import { asText, mutated, mutations } from '../support/mutate.js';
import { kitVisits } from './fhir-kit-visits.js';
import { searchset, startOddServer } from './fhir-results-server.js';
import { signal, write } from './fhir-visits-bench.js';

const ZONE = 'America/Los_Angeles';
const TYPES = ['HealthcareService', 'Schedule', 'Slot', 'Location', 'Appointment', 'Task', 'ServiceRequest', 'Encounter', 'CarePlan', 'Patient'];
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  requested: ['proposed', 'pending'],
  waiting: ['waitlist'],
  booked: ['booked', 'arrived', 'checked-in'],
  done: ['fulfilled', 'booked', 'arrived', 'checked-in'],
  missed: ['noshow'],
  cancelled: ['cancelled'],
  declined: ['cancelled'],
  withdrawn: ['entered-in-error'],
};
const metadata = {
  resourceType: 'CapabilityStatement',
  rest: [
    {
      interaction: [{ code: 'transaction' }],
      resource: TYPES.map((type) => ({
        type,
        versioning: 'versioned',
        interaction: ['read', 'search-type', 'create', 'update'].map((code) => ({ code })),
      })),
    },
  ],
};

describe('FHIR resources of scheduling in which something has gone wrong', { timeout: 400_000 }, () => {
  const records = kitVisits().map((each) => ({ ...each, meta: { versionId: '1', lastUpdated: '2026-11-23T09:00:00Z' } })) as Resource[];
  const of = (type: string) => records.filter(({ resourceType }) => resourceType === type);
  const slots = of('Slot').filter(({ id }) => id!.startsWith('blood-pressure')).slice(20, 26);
  const day = dayIn(ZONE, Date.parse((slots[0] as { start: string }).start));
  const sound: Readonly<Record<string, readonly Resource[]>> = { ...Object.fromEntries(TYPES.map((type) => [type, of(type)])), Slot: slots };

  let said: Readonly<Record<string, readonly unknown[]>> = {};
  let server: Awaited<ReturnType<typeof startOddServer>>;
  let sam: Connection;
  before(async () => {
    server = await startOddServer(({ pathname }) => {
      const [, type = '', id] = /^\/fhir\/(\w+)(?:\/(.+))?$/.exec(pathname) ?? [];
      if (type === 'metadata') return { body: metadata };
      if (type === 'Patient' && id) return { body: { resourceType: 'Patient', id, name: [{ text: 'Sam Okafor' }] } };
      const there = said[type];
      if (pathname === '/fhir') return { body: { resourceType: 'Bundle', type: 'transaction-response', entry: [{ response: { status: '201' } }] } };
      if (!there) return undefined;
      const one = there.find((each) => (each as { id?: unknown } | null)?.id === id);
      return id === undefined ? { body: asText(searchset(there)) } : one ? { body: asText(one) } : undefined;
    });
    const token = { token: 'sams', expiresAt: '2999-01-01T00:00:00Z', patient: 'sam-okafor', user: 'Patient/sam-okafor' };
    const practice = { practice: { name: 'Alder Street Family Practice', zone: ZONE } };
    const adapter = fhirAdapter({ baseUrl: server.url, getToken: async () => token, practice, booking: 'transaction' });
    sam = await adapter.connect({ signal });
  });
  after(() => server.close());

  /** Reads all there is, and answers what was found. What fails must fail with a code. */
  async function readAll(resources: Readonly<Record<string, readonly unknown[]>>) {
    said = resources;
    const found = { slots: [] as Slot[], visits: [] as Appointment[], labels: [] as string[], failed: 0 };
    const { appointments, subjects } = sam;
    const subject = subjects[0]!.id;
    const service = 'blood-pressure' as never;
    const attempt = async <T>(schema: Parameters<typeof checkStrictly>[0], call: Promise<T>): Promise<T | undefined> => {
      try {
        const answer = await call;
        // The model cuts names that fill a page.
        checkStrictly(schema, JSON.parse(asText(answer), (_, part: unknown) => (typeof part === 'string' ? part.slice(0, 1000) : part)), 'an answer');
        return answer;
      } catch (error) {
        if (!(error instanceof AdapterError)) throw error;
        found.failed++;
        return undefined;
      }
    };
    const services = await attempt(pageOf(Service), appointments!.listServices({ subject }, { signal }));
    found.labels = services?.items.map(({ label }) => label) ?? [];
    await attempt(FreeDays, appointments!.listFreeDays({ subject, service, from: day, to: day }, { signal }));
    found.slots = [...((await attempt(pageOf(Slot), appointments!.listSlots({ subject, service, day }, { signal })))?.items ?? [])];
    for (const when of ['coming', 'past'] as const) {
      found.visits.push(...((await attempt(pageOf(Appointment), appointments!.listAppointments({ subject, when }, { signal })))?.items ?? []));
    }
    await attempt(SlotOffer, appointments!.readOffer('sam-offer' as never, { signal }));
    await attempt(Appointment, appointments!.readAppointment('sam-booked' as never, { signal }));
    await attempt(Appointment, appointments!.book({ subject, service, slot: slots[0]!.id as never }, write()));
    await attempt(Appointment, appointments!.cancel({ appointment: 'sam-booked' as never, care: 'still' }, write()));
    return found;
  }

  /** Fails where something is said that nobody has sent. */
  function checkHonest({ slots: told, visits, labels }: Awaited<ReturnType<typeof readAll>>): void {
    const sent = Object.values(said).flat().map(asText).join('\n');
    const isSent = (text: string): boolean => sent.includes(JSON.stringify(text).slice(1, -1));
    for (const { starts, ends } of told) assert.ok(isSent(starts) && isSent(ends), 'a time was made up');
    if (told.length > 0) assert.ok(sent.includes('"status":"free"'), 'a time was said to be free');
    for (const label of labels) assert.ok(isSent(label), 'a service was made up');
    for (const { starts, ends, topic, note, preparation, instructions, status, label, place, videoUrl } of visits) {
      for (const words of [starts, ends, topic, note, preparation, instructions, label, place?.name]) assert.ok(!words || isSent(words), 'words were made up');
      if (status !== 'other') assert.ok(STATUSES[status]!.some((word) => sent.includes(`"${word}"`)), `nobody said ${status}`);
      assert.ok(!videoUrl || videoUrl.startsWith('https:'));
    }
  }

  it('says as much as there is while nothing is wrong', async () => {
    const found = await readAll(sound);
    checkHonest(found);
    assert.equal(found.labels.length, 4);
    assert.ok(found.slots.length > 0);
    assert.equal(found.visits.length, 4);
  });

  for (const part of ['a first', 'a second']) {
    it(`F13 shows the rest and makes nothing up, whatever is missing, doubled, immense or of another kind: ${part} 150 times`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(), mutations()), { minLength: 4, maxLength: 8 }), async (drawn) => {
          const broken = new Map(Object.entries(sound).map(([type, list]) => [type, [...list] as unknown[]]));
          for (const [which, place, how] of drawn) {
            const list = broken.get(TYPES[which % TYPES.length]!)!;
            if (list.length > 0) list[place % list.length] = mutated(list[place % list.length], how);
          }
          checkHonest(await readAll(Object.fromEntries(broken)));
        }),
        { numRuns: 150, endOnFailure: true, includeErrorInReport: true },
      );
    });
  }
});
