import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import type { AppointmentId } from '../../src/model/appointment-id.js';
import { button, expectAccessible, find, shown, wordsOf } from '../support/conversation.js';
import { cards, visits, withBooked, withVisits } from './appointments-support.js';
import { downloads } from './results-support.js';

describe('<care-appointments>', function () {
  this.timeout(20_000);

  it('says when, what, who and where, how to get ready, and what to talk about, the next visit first', async () => {
    const { element } = await visits();
    expect(cards(element)[0]).to.match(
      /^Your next visit Tuesday, December 8 9:15 to 9:30 am Blood pressure check and blood test, in person, with June Carter , nurse/,
    );
    expect(cards(element)[0])
      .to.contain('214 Alder Street, Seattle, WA 98101. Second floor. The lift is on the left.')
      .and.to.contain('Get ready Eat and drink as usual. Bring your pill box.')
      .and.to.contain('To talk about My ankles are swollen in the evening.');
    await expectAccessible(element);
  });

  it('says what was asked for, and by when the practice answers; then that the answer is late', async () => {
    const soon = withVisits(({ appointments = [] }) => ({
      appointments: appointments.map((visit) => ({ ...visit, answerBy: '2026-11-23T23:00:00Z' })),
    }));
    const { element, clock } = await visits({ scenario: soon });
    expect(cards(element)[1])
      .to.contain('Skin check')
      .and.to.contain('We answer by Monday, 3 pm.')
      .and.to.contain('Tuesday, December 1, in the morning')
      .and.to.contain('Thursday, December 3, in the afternoon');
    await clock.advance(3_600_000);
    await shown();
    expect(cards(element)[1]).to.contain('This answer is late.').and.to.contain('Call +1 206 555 0142');
  });

  it('says that no time was found, and why, where the request stood', async () => {
    const refused = withVisits(({ appointments = [] }) => ({
      appointments: appointments.map((visit) =>
        visit.id === 'sam-asked' ? { ...visit, status: 'declined' as const, note: 'Ask again in January.' } : visit,
      ),
    }));
    const { element } = await visits({ scenario: refused });
    expect(cards(element)[1])
      .to.contain('Skin check')
      .and.to.contain('We found no time for this.')
      .and.to.contain('From the practice Ask again in January.')
      .and.to.contain('Call +1 206 555 0142');
    expect(() => button(element, 'Take this back')).to.throw();
    await expectAccessible(element);
  });

  it('leads to the place with the address alone, and says nothing there of where one was', async () => {
    const { element } = await visits();
    const [link] = find<HTMLAnchorElement>(element, '.outward');
    expect(link!.href).to.equal('https://www.openstreetmap.org/directions?to=214+Alder+Street%2C+Seattle%2C+WA+98101');
    expect(link!.rel).to.equal('noopener noreferrer');
    expect(link!.referrerPolicy).to.equal('no-referrer');
  });

  it('says who calls, and joins a video visit by a safe address only', async () => {
    const phone = await visits({ scenario: withBooked({ kind: 'phone' }) });
    expect(cards(phone.element)[0]).to.contain('June Carter calls you at this time.');
    for (const [videoUrl, isThere] of [['https://video.example/room', true], ['javascript:alert(1)', false]] as const) {
      const { element } = await visits({ scenario: withBooked({ kind: 'video', videoUrl }) });
      expect(find(element, '.outward').length).to.equal(isThere ? 1 : 0);
      expect(cards(element)[0]).to.contain(isThere ? 'Join the video visit' : 'The practice sends you the way in.');
    }
  });

  it('makes a calendar file of it, without what it is for', async () => {
    const { element } = await visits();
    const [file] = await downloads(async () => {
      button(element, 'Add to my calendar').click();
      await shown();
    });
    expect(file!.name).to.equal('visit.ics');
    const text = await file!.blob.text();
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!);
    expect(event.summary).to.equal('Visit at Alder Street Family Practice');
    expect(event.startDate.toJSDate().toISOString()).to.equal('2026-12-08T17:15:00.000Z');
    expect(text).not.to.match(/blood|ankle|pill|June/i);
    expect(wordsOf(element)).to.contain('We saved a file.');
  });

  it('shows visits that are behind when they are asked for, with what to do after them', async () => {
    const { element } = await visits();
    expect(wordsOf(element)).not.to.contain('lisinopril');
    button(element, 'Show earlier visits').click();
    await shown();
    const behind = cards(element).slice(2);
    expect(behind[0]).to.contain('Thursday, October 29').and.to.contain('After the visit Take one lisinopril tablet each morning.');
    expect(behind[1]).to.contain('Cancelled');
    expect(element.shadowRoot!.activeElement?.id).to.equal('past');
    await expectAccessible(element);
  });

  it('reads earlier visits page by page', async () => {
    const many = withVisits(({ appointments = [] }) => ({
      appointments: Array.from({ length: 25 }, (_, place) => ({
        ...appointments.find(({ id }) => id === 'sam-past')!,
        id: `past-${place}` as AppointmentId,
      })),
    }));
    const { element } = await visits({ scenario: many });
    button(element, 'Show earlier visits').click();
    await shown();
    expect(cards(element).length).to.equal(20);
    button(element, 'Show more earlier visits').click();
    await shown();
    expect(cards(element).length).to.equal(25);
  });

  it('says that no visit is planned, and leads to one', async () => {
    const { element } = await visits({ scenario: withVisits(() => ({ appointments: [], offers: [] })) });
    expect(wordsOf(element)).to.contain('No visits planned');
    expect(button(element, 'Book a visit').className).to.contain('main');
    await expectAccessible(element);
  });

  it('says why it cannot be changed here, and whom to call', async () => {
    const soon = withVisits(({ services, appointments = [] }) => ({
      services: services.map((service) => ({ ...service, cancelBefore: 24 * 60 })),
      appointments,
    }));
    const { element } = await visits({ scenario: soon });
    expect(cards(element)[0]).to.contain('You cannot change this visit here any more.').and.to.contain('+1 206 555 0142');
    expect(() => button(element, 'Move this visit')).to.throw();
  });

  it('shows staff the visits of whom the page says, with nothing to change', async () => {
    const { element } = await visits({ me: 'june' });
    expect(wordsOf(element)).to.contain('Choose a patient');
    element.subjectId = 'sam-okafor';
    await shown();
    expect(wordsOf(element)).to.contain('Visits of Sam Okafor').and.to.contain('My ankles are swollen');
    expect(find(element, 'button').map(wordsOf)).to.deep.equal(['Show earlier visits']);
    await expectAccessible(element);
  });

  it('F23 shows the next reader nothing of the one before', async () => {
    const { element, signIn } = await visits();
    button(element, 'Change').click();
    await shown();
    await signIn('rosa');
    expect(wordsOf(element)).not.to.contain('ankles').and.not.to.contain('Skin check');
    expect(find(element, 'textarea')).to.deep.equal([]);
  });

  it('says what the reader’s own clock shows then, where it shows another time', async () => {
    const { element } = await visits();
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const words = cards(element)[0];
    if (here === 'America/Los_Angeles') expect(words).not.to.contain('Where you are now');
    else expect(words).to.contain('Where you are now');
  });
});
