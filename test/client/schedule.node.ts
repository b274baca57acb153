import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import {
  confirmRequest,
  createClient,
  declineRequest,
  listRequests,
  listSlots,
  offerSlots,
  openSlots,
} from '../../src/client/index.js';
import { once, patiently } from '../../src/conformance/steps.js';
import type { AppointmentId, Change, ServiceId } from '../../src/model/index.js';

const { sam, june, ana } = SIGN_INS;
const asked = 'sam-asked' as AppointmentId;

/** A client at the desk, and what it announces. */
function setUp() {
  const backend = memoryBackend(alderStreet, { now: () => Date.parse(SCENARIO_NOW) });
  const client = createClient(memoryAdapter({ backend, me: ana }));
  const announced: (string | undefined)[] = [];
  client.changes.announce = (changes: readonly Change[]) =>
    void announced.push(...changes.map(({ kind, appointment }) => appointment ?? kind));
  return { client, announced };
}

describe("the practice's side of visits, of a client", () => {
  it('opens times, and offers them', async () => {
    const { client, announced } = setUp();
    const service = 'blood-pressure' as ServiceId;
    const starts = ['2026-12-10T11:00:00Z', '2026-12-10T11:15:00Z'];
    const times = { service, practitioner: june, kind: 'in-person', starts } as const;
    const { items } = await openSlots(client, times, once());
    assert.deepEqual(
      items.map((slot) => Date.parse(slot.starts)),
      starts.map((start) => Date.parse(start)),
    );
    const free = await listSlots(client, { subject: sam, service, day: '2026-12-10' }, patiently);
    assert.ok(items.every(({ id }) => free.items.some((slot) => slot.id === id)));
    assert.deepEqual(announced, []);
    const offer = await offerSlots(client, { subject: sam, service, slots: items.map(({ id }) => id) }, once());
    assert.deepEqual([offer.state, announced], ['open', ['appointment']]);
  });

  it('declines what was asked for, and has it read again', async () => {
    const { client, announced } = setUp();
    const { items } = await listRequests(client, {}, patiently);
    assert.deepEqual(
      items.map(({ id }) => id),
      [asked],
    );
    const { status } = await declineRequest(client, { appointment: asked, note: 'Call us.' }, once());
    assert.deepEqual([status, announced], ['declined', [asked]]);
  });

  it('does not say that a request was met which could not be', async () => {
    const { client, announced } = setUp();
    const service = 'doctor-visit' as ServiceId;
    const [slot] = (await listSlots(client, { subject: sam, service, day: '2026-12-10' }, patiently)).items;
    await assert.rejects(confirmRequest(client, { appointment: asked, slot: slot!.id }, once()), { field: 'slot' });
    assert.deepEqual(announced, []);
  });
});
