import { expect, html } from '@open-wc/testing';
import '../../src/define/appointment-picker.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { setTopic } from '../../src/client/appointments.js';
import { newSendKey } from '../../src/client/outbox-item.js';
import { wantedVisitOf } from '../../src/client/wanted-visit.js';
import type { AppointmentActEvent, AppointmentChangedEvent } from '../../src/controllers/appointment-events.js';
import type { AppointmentId } from '../../src/model/appointment-id.js';
import { button, expectAccessible, field, find, listenToAnnouncements, open, shown, wordsOf, write } from '../support/conversation.js';
import { cards, tick, visits, withBooked, withVisits } from './appointments-support.js';

const options = { signal: new AbortController().signal };
const booked = 'sam-booked' as AppointmentId;

async function press(element: Element, words: string): Promise<void> {
  button(element, words).click();
  await shown();
}

/** The first so many times nobody knows what became of a call. */
function losing(method: string, times: number): (call: MemoryCall) => void {
  let lost = 0;
  return (call) => {
    if (call.method !== method || lost >= times) return;
    lost++;
    throw new AdapterError('unknown-outcome', 'lost');
  };
}

describe('<care-appointments> changes a visit', function () {
  this.timeout(20_000);

  it('asks whether the care is still needed, cancels, and says so where the focus is', async () => {
    const { element, backend } = await visits();
    const heard: string[] = [];
    element.addEventListener('care-appointment-act', ({ act }: AppointmentActEvent) => heard.push(`may ${act}`));
    element.addEventListener('care-appointment-changed', (event: AppointmentChangedEvent) =>
      heard.push(`${event.act} ${event.appointmentId} ${event.subjectId}`),
    );
    await press(element, 'Cancel');
    await expectAccessible(element);
    await press(element, 'Cancel Tuesday, December 8, 9:15 am');
    expect(wordsOf(element)).to.contain('Choose what fits best.');
    expect(heard).to.deep.equal([]);
    await tick(element, 'No, not any more');
    await press(element, 'Cancel Tuesday, December 8, 9:15 am');
    expect(heard).to.deep.equal(['may cancel', 'cancel sam-booked sam-okafor']);
    expect(backend.visits.appointments.get(booked)!.said.status).to.equal('cancelled');
    expect(cards(element).join()).not.to.contain('Blood pressure');
    expect(wordsOf(element)).to.contain('Tuesday, December 8, 9:15 am is cancelled.').and.to.contain('Call +1 206 555 0142');
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('is cancelled');
    await expectAccessible(element);
  });

  it('leads who still needs care to another time before anything is lost', async () => {
    const { element, backend } = await visits();
    await press(element, 'Cancel');
    await tick(element, 'Yes, at another time');
    expect(wordsOf(element)).to.contain('You can move it and keep Tuesday, December 8, 9:15 am until the new time is booked.');
    await press(element, 'Move it instead');
    await shown();
    const picker = find(element, 'care-appointment-picker')[0]!;
    expect(picker.getAttribute('moves')).to.equal('sam-booked');
    expect(picker.getAttribute('subject-id')).to.equal('sam-okafor');
    expect(backend.visits.appointments.get(booked)!.said.status).to.equal('booked');
  });

  it('cancels nothing when the page stops it', async () => {
    const { element, backend } = await visits();
    element.addEventListener('care-appointment-act', (event) => event.preventDefault());
    await press(element, 'Cancel');
    await tick(element, 'I am not sure');
    await press(element, 'Cancel Tuesday');
    expect(wordsOf(element)).to.contain('Nothing was changed. This page stopped it.');
    expect(backend.visits.appointments.get(booked)!.said.status).to.equal('booked');
  });

  it('F03 F27 cancels once when the answer gets lost, asked again under the same key', async () => {
    const { element, clock, backend } = await visits({ after: losing('cancel', 2) });
    await press(element, 'Cancel');
    await tick(element, 'No, not any more');
    await press(element, 'Cancel Tuesday');
    await clock.advance(5_000);
    await shown();
    expect(wordsOf(element)).to.contain('is cancelled.');
    expect(backend.visits.appointments.get(booked)!.version).to.equal(2);
  });

  it('F02 is not sure, and says so, while nobody knows', async () => {
    const { element, clock } = await visits({ before: losing('cancel', 2) });
    await press(element, 'Cancel');
    await tick(element, 'No, not any more');
    await press(element, 'Cancel Tuesday');
    expect(wordsOf(element)).to.contain('We are not sure this was cancelled. Checking…');
    expect(find(element, '.panel button')).to.deep.equal([]);
    await clock.advance(5_000);
    await shown();
    expect(wordsOf(element)).to.contain('is cancelled.');
  });

  it('says that nobody knows, when nobody answers, and lets one look again', async () => {
    const { element, clock } = await visits({ before: losing('cancel', 4) });
    await press(element, 'Cancel');
    await tick(element, 'No, not any more');
    await press(element, 'Cancel Tuesday');
    await clock.advance(60_000);
    await shown();
    expect(wordsOf(element)).to.contain('We are not sure this was done.').and.to.contain('Call +1 206 555 0142');
    await press(element, 'Look again');
    expect(wordsOf(element)).to.contain('is cancelled.');
  });

  it('takes a request back', async () => {
    const { element } = await visits();
    await press(element, 'Take this back');
    await tick(element, 'I get it somewhere else');
    await press(element, 'Take it back');
    expect(wordsOf(element)).to.contain('Taken back. Nobody looks for a time now.');
    expect(cards(element).join()).not.to.contain('Skin check');
  });

  it('moves a visit in place, and says the new time', async () => {
    const { element, client, backend } = await visits();
    await press(element, 'Move this visit');
    await shown();
    const picker = find(element, 'care-appointment-picker')[0]!;
    const slot = backend.visits.slotsOf('blood-pressure' as never).find(({ taken, from }) => taken === undefined && from > client.clock.now())!;
    const { bookSlot } = await import('../../src/client/appointments.js');
    const { AppointmentChangedEvent: Changed } = await import('../../src/controllers/appointment-events.js');
    const visit = await bookSlot(
      client,
      { subject: 'sam-okafor' as never, service: 'blood-pressure' as never, slot: slot.slot.id, moves: booked },
      { ...options, key: newSendKey() },
    );
    picker.dispatchEvent(new Changed('move', visit.id, visit.subject.id));
    await shown();
    expect(wordsOf(element)).to.match(/Your visit is now on Monday, November 23, .* Tuesday, December 8, 9:15 am is free again\./);
    expect(find(element, 'care-appointment-picker')).to.deep.equal([]);
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('Your visit is now on');
  });

  it('asks the page’s own picker for a new visit, where there is one', async () => {
    const { element, client } = await visits();
    let asked = 0;
    wantedVisitOf(client).serve(() => asked++);
    await press(element, 'Book a visit');
    expect(asked).to.equal(1);
    expect(wantedVisitOf(client).wanted).to.deep.equal({ subject: 'sam-okafor', text: '' });
    expect(find(element, 'care-appointment-picker')).to.deep.equal([]);
  });

  it('F23 closes what one person has opened when another signs in', async () => {
    const { element, signIn } = await visits();
    await press(element, 'Book a visit');
    expect(find(element, 'care-appointment-picker').length).to.equal(1);
    await signIn('rosa');
    expect(find(element, 'care-appointment-picker')).to.deep.equal([]);
  });

  it('changes what the patient wants to talk about, in place, and leads back to where that began', async () => {
    const { element, backend } = await visits();
    await press(element, 'Change');
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
    await expectAccessible(element);
    await write(element, 'My ankles, and my sleep.');
    await press(element, 'Save');
    expect(backend.visits.appointments.get(booked)!.said.topic).to.equal('My ankles, and my sleep.');
    expect(cards(element)[0]).to.contain('My ankles, and my sleep. Change');
    expect(find(element, 'textarea')).to.deep.equal([]);
  });

  it('cuts nothing of what is too long, and says by how much it is', async () => {
    const { element, backend } = await visits();
    await press(element, 'Change');
    await write(element, '𝒳'.repeat(751));
    expect(wordsOf(element)).to.contain('1 character over').and.to.contain('Nothing is cut.');
    await press(element, 'Save');
    expect(backend.visits.appointments.get(booked)!.said.topic).to.equal('My ankles are swollen in the evening.');
    expect(field(element).value.length).to.equal(1502);
  });

  it('shows both when it was changed somewhere else meanwhile', async () => {
    const { element, client, backend } = await visits();
    await press(element, 'Change');
    await write(element, 'Mine');
    await setTopic(client, { appointment: booked, topic: 'Theirs' }, { ...options, key: newSendKey() });
    await shown();
    await press(element, 'Save');
    await shown();
    expect(wordsOf(element)).to.contain('This was changed somewhere else. It now says: Theirs');
    expect(field(element).value).to.equal('Mine');
    await press(element, 'Save what I wrote');
    await shown();
    expect(backend.visits.appointments.get(booked)!.said.topic).to.equal('Mine');
  });

  it('F02 says that nobody knows whether one is on the waitlist, keeps what was ticked, and lets one look again', async () => {
    const { element, clock, backend } = await visits({ before: losing('setWaiting', 4) });
    await tick(element, 'Tell me when an earlier time opens');
    await clock.advance(60_000);
    await shown();
    expect(cards(element)[0]).to.contain('We are not sure this was done. Look again, or call us.');
    expect(find<HTMLInputElement>(element, '.waits input')[0]!.checked).to.equal(true);
    await tick(element, 'Tell me when an earlier time opens');
    expect(find<HTMLInputElement>(element, '.waits input')[0]!.checked).to.equal(true);
    await expectAccessible(element);
    await press(element, 'Look again');
    await shown();
    expect(backend.visits.appointments.get(booked)!.said.waits).to.equal(true);
    expect(cards(element)[0]).not.to.contain('We are not sure');
    expect(find<HTMLInputElement>(element, '.waits input')[0]!.checked).to.equal(true);
  });

  it('promises nothing that nobody keeps to who is not sure whether the care is needed', async () => {
    const { element } = await visits();
    await press(element, 'Cancel');
    await tick(element, 'I am not sure');
    expect(wordsOf(element)).to.contain('You can call us and talk it through.').and.not.to.contain('We will ask you');
    await press(element, 'Cancel Tuesday');
    expect(wordsOf(element)).to.contain('Call us if you want to talk it through.').and.not.to.contain('We will ask you');
  });

  it('promises a next time to nobody who does not wait for one', async () => {
    const until = '2026-11-23T20:00:00Z';
    const { element } = await visits({
      scenario: withVisits(({ appointments = [], offers = [] }) => ({
        appointments: appointments.map((visit) => (visit.id === booked ? { ...visit, offer: offers[0]!.id } : visit)),
        offers: offers.map((offer) => ({ ...offer, moves: booked, until })),
      })),
    });
    await shown();
    expect(cards(element)[0]).not.to.contain('We show you the next one.');
  });

  it('waits for an earlier time, and takes the one that opens', async () => {
    const { element, backend, clock } = await visits({ scenario: withBooked({}) });
    const heard = await listenToAnnouncements();
    await tick(element, 'Tell me when an earlier time opens');
    await shown();
    expect(backend.visits.appointments.get(booked)!.said.waits).to.equal(true);
    const early = backend.visits.slotsOf('blood-pressure' as never).find(({ from }) => from > clock.now() + 3 * 86_400_000)!;
    const rosa = await open(html`<p></p>`, { me: 'rosa', backend, clock });
    const client = await import('../../src/client/appointments.js');
    const write_ = () => ({ ...options, key: newSendKey() });
    const other = await client.bookSlot(
      rosa.client,
      { subject: 'rosa-delgado' as never, service: 'blood-pressure' as never, slot: early.slot.id },
      write_(),
    );
    await client.cancelAppointment(rosa.client, { appointment: other.id, care: 'no-longer' }, write_());
    await shown();
    await shown();
    expect(cards(element)[0]).to.contain('It takes the place of Tuesday, December 8, 9:15 am.').and.to.contain('Others may take it first.');
    await expectAccessible(element);
    await press(element, 'Take ');
    await shown();
    expect(wordsOf(element)).to.contain('Your visit is now on');
    expect(backend.visits.appointments.get(booked)!.said.status).to.equal('cancelled');
    expect(find(element, '.next').length).to.equal(1);
    heard.stop();
    expect(heard.said.join(' ')).not.to.contain('ankles');
  });
});
