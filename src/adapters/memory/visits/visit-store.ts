import { AdapterError } from '../../../adapter/errors.js';
import type { AppointmentId, OfferId, ServiceId, SlotId } from '../../../model/appointment-id.js';
import type { Change } from '../../../model/change.js';
import type { PersonId } from '../../../model/id.js';
import type { Touched } from '../touched.js';
import type {
  ScenarioAppointment,
  ScenarioOffer,
  ScenarioService,
  ScenarioSlot,
  ScenarioVisits,
} from './scenario-visits.js';

/** A slot as the backend keeps it. */
export interface SlotRecord {
  readonly slot: ScenarioSlot;
  /** When it starts and ends, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** The number of its making: of two that start at once, the later one has the higher. */
  readonly order: number;
  /** Counts up whenever it is taken or given back. */
  version: number;
  /** Who has booked it. */
  taken: AppointmentId | undefined;
  /** Who keeps it while they fill in. One that ran out is as if never made. */
  hold: HoldRecord | undefined;
}

export interface HoldRecord {
  readonly reader: PersonId;
  /** In milliseconds since the epoch. */
  until: number;
  /** How many times it was kept longer. */
  extended: number;
}

/** An appointment as the backend keeps it. */
export interface AppointmentRecord {
  /** Replaced and never changed, since a scenario may hold it too. */
  said: ScenarioAppointment;
  version: number;
  /** When it was made, in milliseconds since the epoch: where it stands while it has no time. */
  readonly made: number;
  readonly order: number;
}

/** An offer as the backend keeps it: replaced and never changed. */
export type OfferRecord = ScenarioOffer;

/** The slots, appointments and offers of a backend. */
export interface VisitStore {
  readonly services: readonly ScenarioService[];
  readonly appointments: ReadonlyMap<AppointmentId, AppointmentRecord>;
  readonly offers: ReadonlyMap<OfferId, OfferRecord>;
  /** The slots of a service, earliest first. */
  slotsOf(service: ServiceId): readonly SlotRecord[];
  slots(): Iterable<SlotRecord>;
  slot(id: SlotId): SlotRecord | undefined;
  addSlot(slot: ScenarioSlot): SlotRecord;
  /** What a reader holds, ran out or not. */
  heldBy(reader: PersonId): SlotRecord | undefined;
  /** Lets go of what a reader holds, and holds a slot instead if one is given. */
  hold(reader: PersonId, slot?: SlotRecord, until?: number): void;
  /** Keeps an appointment, new or as a new version; its subject's side and staff hear of it. */
  save(said: ScenarioAppointment): AppointmentRecord;
  /** Keeps an offer; who it is for hears of it. */
  saveOffer(offer: OfferRecord): void;
  /** Tells a subject's side and staff that an appointment, or any, reads otherwise now. */
  touch(subject: PersonId, appointment?: AppointmentId): void;
}

/** Makes a store of a scenario's visits; `touch` is told of each change. */
export function createVisitStore(
  { services, slots, appointments = [], offers = [] }: ScenarioVisits,
  now: () => number,
  touch: (what: Touched) => void,
): VisitStore {
  const slotRecords = new Map<SlotId, SlotRecord>();
  const ofService = new Map<ServiceId, SlotRecord[]>();
  const unsorted = new Set<ServiceId>();
  const held = new Map<PersonId, SlotRecord>();
  const records = new Map<AppointmentId, AppointmentRecord>();
  const offerRecords = new Map<OfferId, OfferRecord>();

  const store: VisitStore = {
    services,
    appointments: records,
    offers: offerRecords,
    slotsOf(service) {
      const list = ofService.get(service) ?? [];
      if (unsorted.delete(service)) list.sort((a, b) => a.from - b.from || a.order - b.order);
      return list;
    },
    slots: () => slotRecords.values(),
    slot: (id) => slotRecords.get(id),
    addSlot(slot) {
      const [from, to] = [Date.parse(slot.starts), Date.parse(slot.ends)];
      const record = { slot, from, to, order: slotRecords.size, version: 1, taken: undefined, hold: undefined };
      slotRecords.set(slot.id, record);
      const list = ofService.get(slot.service);
      if (list) list.push(record);
      else ofService.set(slot.service, [record]);
      unsorted.add(slot.service);
      return record;
    },
    heldBy: (reader) => held.get(reader),
    hold(reader, slot, until = 0) {
      const former = held.get(reader);
      if (former?.hold?.reader === reader) former.hold = undefined;
      held.delete(reader);
      if (!slot) return;
      slot.hold = { reader, until, extended: 0 };
      held.set(reader, slot);
    },
    save(said) {
      const known = records.get(said.id);
      const record = known ?? { said, version: 0, made: now(), order: records.size };
      record.said = said;
      record.version++;
      records.set(said.id, record);
      store.touch(said.subject.id, said.id);
      return record;
    },
    saveOffer(offer) {
      offerRecords.set(offer.id, offer);
      store.touch(offer.subject.id, offer.moves);
    },
    touch(subject, appointment) {
      const change: Change = { kind: 'appointment', ...(appointment !== undefined && { appointment }) };
      touch({ change, subject });
    },
  };

  slots.forEach(store.addSlot);
  for (const said of appointments) {
    const made = Date.parse(said.starts ?? said.ends ?? '') || now();
    records.set(said.id, { said, version: 1, made, order: records.size });
    const slot = said.status === 'booked' && said.slot !== undefined && slotRecords.get(said.slot);
    if (slot) slot.taken = said.id;
  }
  for (const offer of offers) offerRecords.set(offer.id, offer);
  return store;
}

/** A call that came too late, or contradicts what there is; the field says what it is about. */
export const conflictAt = (field: string): AdapterError =>
  new AdapterError('conflict', `memory: not possible with this ${field}`, { field });

/** A call about what is not there, or not for its reader. */
export const noSuch = (thing: string): AdapterError => new AdapterError('not-found', `memory: no such ${thing}`);
