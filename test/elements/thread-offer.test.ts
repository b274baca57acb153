import { aTimeout, expect, html } from '@open-wc/testing';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { offeredTimes } from '../../src/adapters/memory/card-threads.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import { alderStreetVisits } from '../../src/adapters/memory/visits/alder-street-visits.js';
import { bookSlot } from '../../src/client/appointments.js';
import { newSendKey } from '../../src/client/outbox-item.js';
import type { AppointmentChangedEvent } from '../../src/controllers/appointment-events.js';
import type { AppointmentId, OfferId } from '../../src/model/appointment-id.js';
import { button, expectAccessible, find, listenToAnnouncements, open, openThread, type Opening, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const scenario = { ...alderStreet, threads: [offeredTimes] };
const write = () => ({ signal: new AbortController().signal, key: newSendKey() });

async function offered(opening: Opening = {}) {
  const reading = await openThread('headaches', { scenario, ...opening });
  await shown();
  return { ...reading, card: () => wordsOf(parts(reading.element, 'enclosed').at(-1)!) };
}

/** The times are for what Sam has, or has asked for. */
const inPlaceOf = (moves: string): Scenario => ({
  ...scenario,
  visits: (now) => {
    const visits = alderStreetVisits(now);
    return { ...visits, offers: visits.offers?.map((offer) => ({ ...offer, moves: moves as AppointmentId })) };
  },
});

function describedBy(pressed: HTMLElement): string {
  const root = pressed.getRootNode() as ShadowRoot;
  return wordsOf(root.getElementById(pressed.getAttribute('aria-describedby')!)!);
}

/** Rosa books one of the times first. */
async function taken({ backend, clock }: Pick<Awaited<ReturnType<typeof offered>>, 'backend' | 'clock'>, place: number): Promise<void> {
  const rosa = await open(html`<p></p>`, { me: 'rosa', backend, clock });
  const slot = backend.visits.offers.get('sam-offer' as OfferId)!.slots[place]!;
  await bookSlot(rosa.client, { subject: 'rosa-delgado' as never, service: 'doctor-visit' as never, slot }, write());
}

describe('times that are offered in a thread', function () {
  this.timeout(20_000);

  it('are taken in place, and the card says what is booked', async () => {
    const { element, card, backend } = await offered();
    const heard: string[] = [];
    element.addEventListener('care-appointment-changed', ({ act }: AppointmentChangedEvent) => heard.push(act));
    expect(card()).to.contain('Times for: Visit with your doctor').and.to.contain('Others may take it first.');
    await expectAccessible(element);
    const radios = find<HTMLInputElement>(element, '.enclosed input[type=radio]');
    expect(radios.length).to.equal(3);
    radios[1]!.click();
    await shown();
    const words = wordsOf(button(element, 'Take ')).replace('Take ', '');
    button(element, 'Take ').click();
    await shown();
    await shown();
    expect(card()).to.contain(`Booked: ${words}.`);
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('Booked:');
    expect(heard).to.deep.equal(['book']);
    expect([...backend.visits.appointments.values()].filter(({ said }) => said.label === 'Visit with your doctor').length).to.equal(2);
    await expectAccessible(element);
  });

  it('F27 are booked once, however often one presses', async () => {
    const { element, backend } = await offered();
    const take = button(element, 'Take ');
    take.click();
    take.click();
    await shown();
    await shown();
    const made = [...backend.visits.appointments.values()].filter(({ said }) => said.status === 'booked');
    expect(made.length).to.equal(2);
  });

  it('says kindly that somebody else was faster, and what is left', async () => {
    let isSlow = true;
    const reading = await offered({
      before: ({ method }) => {
        if (method === 'takeOffer' && isSlow) {
          isSlow = false;
          throw new AdapterError('conflict', 'gone', { field: 'slot' });
        }
      },
    });
    const { element, card } = reading;
    button(element, 'Take ').click();
    await shown();
    await shown();
    expect(card()).to.contain('Somebody else was faster. These times are left.');
    button(element, 'Take ').click();
    await shown();
    await shown();
    expect(card()).to.contain('Booked:');
  });

  it('shows what others leave of it, live, and the way on once nothing is left', async () => {
    const reading = await offered();
    await taken(reading, 0);
    await shown();
    await shown();
    expect(find(reading.element, '.enclosed input[type=radio]').length).to.equal(2);
    await taken(reading, 1);
    await taken(reading, 2);
    await shown();
    await shown();
    expect(reading.card()).to.contain('These times are gone.').and.to.contain('Call +1 206 555 0142');
    await expectAccessible(reading.element);
  });

  it('F27 say which visit they take the place of, before they are taken', async () => {
    const { card, element, backend } = await offered({ scenario: inPlaceOf('sam-booked') });
    expect(card()).to.contain('It takes the place of Tuesday, December 8, 9:15 am.');
    expect(describedBy(button(element, 'Take '))).to.contain('It takes the place of Tuesday, December 8, 9:15 am.');
    await expectAccessible(element);
    button(element, 'Take ').click();
    await shown();
    await shown();
    expect(card()).to.contain('Booked:');
    expect(backend.visits.appointments.get('sam-booked' as AppointmentId)!.said.status).to.equal('cancelled');
  });

  it('say that they answer a request, and once a colleague has answered it, what is given up', async () => {
    const { card, backend } = await offered({ scenario: inPlaceOf('sam-asked') });
    expect(card()).to.contain('It takes the place of the request for a time.');
    const { said } = backend.visits.appointments.get('sam-asked' as AppointmentId)!;
    backend.visits.save({ ...said, status: 'booked', starts: '2026-12-15T18:00:00Z', ends: '2026-12-15T18:20:00Z' });
    await shown();
    await shown();
    expect(card()).not.to.contain('request for a time');
    // The practice may have ended the offer with that. As long as it stands, it says what is lost.
    if (card().includes('Others may take it first.')) expect(card()).to.contain('It takes the place of Tuesday, December 15, 10 am.');
  });

  it('do not hide that something is given up when that cannot be read', async () => {
    const { card } = await offered({
      scenario: inPlaceOf('sam-booked'),
      before: ({ method }) => {
        if (method === 'readAppointment') throw new AdapterError('unavailable', 'for the test');
      },
    });
    expect(card()).to.contain('It takes the place of another visit or request.');
  });

  it('do not say that others were faster when the visit they take the place of cannot be moved', async () => {
    const { element, card } = await offered({
      scenario: inPlaceOf('sam-booked'),
      before: ({ method }) => {
        if (method === 'takeOffer') throw new AdapterError('conflict', 'too late', { field: 'moves' });
      },
    });
    const heard = await listenToAnnouncements();
    button(element, 'Take ').click();
    await shown();
    await aTimeout(1_300);
    heard.stop();
    expect(card()).to.contain('cannot be changed here any more. Call us').and.to.contain('Call +1').and.not.to.contain('faster');
    expect(heard.said.join(' ')).to.contain('cannot be changed here any more');
    await expectAccessible(element);
  });

  it('F02 say that nobody knows whether a no has come, and take it once more', async () => {
    let lost = 0;
    const { element, card, clock } = await offered({
      before: ({ method }) => {
        if (method === 'declineOffer' && lost++ < 4) throw new AdapterError('unknown-outcome', 'lost');
      },
    });
    button(element, 'None of these').click();
    await shown();
    expect(card()).to.contain('We are not sure we got your answer. Checking…');
    await clock.advance(60_000);
    await shown();
    expect(card()).to.contain('Answer again, or call us.');
    button(element, 'None of these').click();
    await shown();
    expect(card()).to.contain('You said no to these times.');
  });

  it('F02 are not said to be lost when the answer cannot be read, and are booked once', async () => {
    const keys: string[] = [];
    const { element, card, clock, backend } = await offered({
      after: ({ method }) => {
        if (method === 'takeOffer' && keys.push(method) < 3) throw new AdapterError('malformed', 'for the test');
      },
    });
    button(element, 'Take ').click();
    await shown();
    expect(card()).to.contain('We are not sure it was booked. Checking…').and.not.to.contain('Nothing was booked');
    await clock.advance(10_000);
    await shown();
    await shown();
    expect(card()).to.contain('Booked:');
    expect([...backend.visits.appointments.values()].filter(({ said }) => said.status === 'booked').length).to.equal(2);
  });

  it('can be declined', async () => {
    const { element, card } = await offered();
    button(element, 'None of these').click();
    await shown();
    expect(card()).to.contain('You said no to these times.');
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('You said no');
  });

  it('books nothing when the page stops it', async () => {
    const { element, card, backend } = await offered();
    element.addEventListener('care-appointment-act', (event) => event.preventDefault());
    button(element, 'Take ').click();
    await shown();
    expect(card()).to.contain('Nothing was booked. This page stopped it.');
    expect([...backend.visits.appointments.values()].filter(({ said }) => said.status === 'booked').length).to.equal(1);
  });

  it('shows staff what is offered, and nothing to press', async () => {
    const { element } = await offered({ me: 'lee' });
    expect(find(element, '.enclosed button')).to.deep.equal([]);
    expect(find(element, '.enclosed li').length).to.equal(3);
    await expectAccessible(element);
  });

  it('says that the times could not be read, and the way on', async () => {
    const { card } = await offered({
      before: ({ method }) => {
        if (method === 'readOffer') throw new AdapterError('unavailable', 'for the test');
      },
    });
    expect(card()).to.contain('We could not get these times.').and.to.contain('Try again');
  });
});
