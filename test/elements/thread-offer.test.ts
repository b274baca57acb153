import { expect, html } from '@open-wc/testing';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { offeredTimes } from '../../src/adapters/memory/card-threads.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import { bookSlot } from '../../src/client/appointments.js';
import { newSendKey } from '../../src/client/outbox-item.js';
import type { AppointmentChangedEvent } from '../../src/controllers/appointment-events.js';
import type { OfferId } from '../../src/model/appointment-id.js';
import { button, expectAccessible, find, open, openThread, type Opening, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const scenario = { ...alderStreet, threads: [offeredTimes] };
const write = () => ({ signal: new AbortController().signal, key: newSendKey() });

async function offered(opening: Opening = {}) {
  const reading = await openThread('headaches', { scenario, ...opening });
  await shown();
  return { ...reading, card: () => wordsOf(parts(reading.element, 'enclosed').at(-1)!) };
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
