import { expect } from '@open-wc/testing';
import { wantedVisitOf } from '../../src/client/wanted-visit.js';
import { manySlots } from '../../src/adapters/memory/visits/many-slots.js';
import { emptyPractice } from '../../src/adapters/memory/scenarios.js';
import type { PersonId } from '../../src/model/id.js';
import { button, expectAccessible, find, listenToAnnouncements, shown, wordsOf } from '../support/conversation.js';
import { day, days, fails, focused, freeDays, key, month, pick, picker, slots, turn } from './appointment-picker-support.js';

describe('<care-appointment-picker>', function () {
  this.timeout(10_000);

  it('opens the first day with free times, and says whose clock they are by', async () => {
    const { element } = await picker();
    expect(month(element)).to.equal('November 2026');
    const [first] = freeDays(element);
    expect(day(element, first!).getAttribute('aria-pressed')).to.equal('true');
    expect(slots(element).length).to.be.above(0);
    expect(slots(element).some(({ checked }) => checked)).to.equal(false);
    expect(wordsOf(element)).to.contain('Blood pressure check and blood test, 15 minutes, in person, with June Carter, nurse.');
    expect(wordsOf(element)).to.contain('Times are in Pacific Time, where the practice is.');
    await expectAccessible(element);
  });

  it('is a table of days with one in the order of Tab, which says whether it has free times', async () => {
    const { element } = await picker();
    expect(days(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    expect(find(element, 'table[role=grid] th')[0]!.getAttribute('abbr')).to.equal('Sunday');
    const [first] = freeDays(element);
    expect(day(element, first!).getAttribute('aria-label')).to.match(/^Monday, November 23, times free$/);
    expect(day(element, '2026-11-22').getAttribute('aria-label')).to.equal('Sunday, November 22, no times');
    expect(day(element, '2026-11-22').getAttribute('aria-disabled')).to.equal('true');
  });

  it('goes from day to day by the arrows, from month to month by the page keys, and round in right-to-left', async () => {
    const { element } = await picker();
    day(element, '2026-11-24').focus();
    const at = (): string | undefined => (focused(element) as HTMLElement | null)?.dataset.day;
    await key(focused(element)!, 'ArrowRight');
    expect(at()).to.equal('2026-11-25');
    await key(focused(element)!, 'ArrowDown');
    expect(at()).to.equal('2026-12-02');
    expect(month(element)).to.equal('December 2026');
    await key(focused(element)!, 'Home');
    expect(at()).to.equal('2026-11-29');
    await key(focused(element)!, 'End');
    expect(at()).to.equal('2026-12-05');
    await key(focused(element)!, 'PageDown');
    expect(at()).to.equal('2027-01-05');
    await key(focused(element)!, 'PageUp');
    await key(focused(element)!, 'PageUp');
    // What is over cannot be booked: the month before this one is not gone to.
    await key(focused(element)!, 'PageUp');
    expect(month(element)).to.equal('November 2026');
    element.dir = 'rtl';
    const from = at()!;
    await key(focused(element)!, 'ArrowLeft');
    expect(Number(at()!.slice(8))).to.equal(Number(from.slice(8)) + 1);
  });

  it('shows a month’s first free times with the month, and keeps the focus on the button', async () => {
    const { element } = await picker();
    turn(element, 'on').focus();
    turn(element, 'on').click();
    await shown();
    expect(month(element)).to.equal('December 2026');
    expect(slots(element).length).to.be.above(0);
    expect(focused(element)).to.equal(turn(element, 'on'));
    turn(element, 'back').click();
    await shown();
    expect(turn(element, 'back').getAttribute('aria-disabled')).to.equal('true');
  });

  it('says aloud how many times a day has, and that another has none', async () => {
    const { element } = await picker();
    const { said, stop } = await listenToAnnouncements();
    const second = freeDays(element)[1]!;
    day(element, second).click();
    await shown();
    await new Promise((resolve) => setTimeout(resolve, 1400));
    expect(said.at(-1)).to.match(/^Tuesday, November 24: \d free times?\.$/);
    day(element, '2026-11-22').click();
    await new Promise((resolve) => setTimeout(resolve, 1400));
    stop();
    expect(said.at(-1)).to.equal('Sunday, November 22, no times');
    expect(day(element, second).getAttribute('aria-pressed')).to.equal('true');
  });

  it('jumps to the month of the first free time, and says where a later one has none', async () => {
    const { visits, ...rest } = manySlots(90, 40);
    const all = typeof visits === 'function' ? visits(Date.parse('2026-11-23T22:34:00Z')) : visits!;
    const slotsThen = all.slots!.filter(({ starts }) => starts > '2027-01-15' && starts < '2027-01-20');
    const { element } = await picker({ service: '' }, { scenario: { ...rest, visits: { ...all, slots: slotsThen } } });
    expect(month(element)).to.equal('January 2027');
    expect(slots(element)).to.have.length(40);
    turn(element, 'back').click();
    await shown();
    expect(wordsOf(element)).to.contain('No free times in December 2026.');
    button(element, 'See ').click();
    await shown();
    expect(month(element)).to.equal('January 2027');
    expect(slots(element)).to.have.length(40);
    expect((focused(element) as HTMLElement).dataset.day).to.equal(freeDays(element)[0]);
  });

  it('asks for whom, for what, how and with whom only where there is a choice', async () => {
    const { element, client } = await picker({ service: '' }, { me: 'rosa' });
    const legends = (): string[] => find(element, 'fieldset:not(.day) > legend').map(wordsOf);
    expect(legends()).to.deep.equal(['Who is the visit for?', 'What is the visit for?']);
    expect(slots(element)).to.have.length(0);
    find<HTMLInputElement>(element, '#service input')[1]!.click();
    await shown();
    await shown();
    expect(legends()).to.include.members(['How do you want to meet?', 'Who do you want to see?']);
    expect(slots(element).length).to.be.above(0);
    find<HTMLInputElement>(element, '#subject input')[2]!.click();
    await shown();
    await shown();
    expect(client.selection.subject).to.equal('leo-delgado');
    expect(find(element, '#service .what').map(wordsOf)).to.include('Well-child visit');
    await expectAccessible(element);
  });

  it('F23 takes what was written about one person into no visit of another, and keeps it for theirs', async () => {
    const { element } = await picker({ service: '' }, { me: 'rosa' });
    const choose = async (place: number): Promise<void> => {
      find<HTMLInputElement>(element, '#subject input')[place]!.click();
      await shown();
      await shown();
    };
    await choose(1);
    element.topic = 'Her rash, quollish.';
    await choose(2);
    expect(element.topic).to.equal('');
    await choose(1);
    expect(element.topic).to.equal('Her rash, quollish.');
  });

  it('takes words that were written elsewhere, their subject, and the focus', async () => {
    const { element, client } = await picker({ service: '' }, { me: 'rosa' });
    wantedVisitOf(client).ask({ subject: 'maya-delgado' as PersonId, text: 'Her rash is back, quollish.' });
    await shown();
    await shown();
    expect(element.topic).to.equal('Her rash is back, quollish.');
    expect(focused(element)?.localName).to.equal('h2');
    expect(find<HTMLInputElement>(element, '#subject input')[1]!.checked).to.equal(true);
    expect(element.outerHTML).not.to.contain('quollish');
  });

  it('F23 leaves nothing of what one wrote to whoever signs in next', async () => {
    const { element, signIn } = await picker();
    await pick(element);
    element.topic = 'My own words.';
    await signIn('rosa');
    await shown();
    expect(element.topic).to.equal('');
    expect(slots(element).some(({ checked }) => checked)).to.equal(false);
  });

  it('tells times that could not be loaded from there being none, each with the phone', async () => {
    const broken = await picker({}, { before: fails('listFreeDays', 'unavailable', { times: 1 }) });
    expect(wordsOf(broken.element)).to.contain('We could not load the times. There may be free ones.');
    expect(find<HTMLAnchorElement>(broken.element, 'a[href^="tel:"]')).to.have.length(1);
    await expectAccessible(broken.element);
    button(broken.element, 'Try again').click();
    await shown();
    expect(slots(broken.element).length).to.be.above(0);
    const none = await picker({ service: '' }, { scenario: manySlots(0, 0) });
    expect(wordsOf(none.element)).to.contain('No free times right now.').and.not.to.contain('could not load');
    expect(find(none.element, 'a[href^="tel:"]')).to.have.length(1);
  });

  it('says what it is to staff, to who is signed out, and of what cannot be booked', async () => {
    const staff = await picker({ subject: 'sam-okafor' }, { me: 'june' });
    expect(wordsOf(staff.element)).to.contain('Patients pick their own times here.');
    const out = await picker({}, { before: fails('connect', 'auth-required') });
    expect(wordsOf(out.element)).to.contain('You are signed out. Sign in to book a visit.');
    const unknown = await picker({ service: 'nothing-like-it' });
    expect(wordsOf(unknown.element)).to.contain('This visit cannot be booked here.');
    const nothing = await picker({ service: '' }, { scenario: { ...emptyPractice, visits: { services: [], slots: [] } } });
    expect(wordsOf(nothing.element)).to.contain('There is nothing to book here right now.');
  });

  it('A06 A07 fits on 320 pixels, and what is pressed is 44 pixels high', async () => {
    const { element } = await picker({ service: 'doctor-visit' }, { width: '288px' });
    await pick(element);
    expect(element.scrollWidth).to.be.at.most(288);
    for (const control of find(element, 'button, .option, .choice')) {
      expect(control.getBoundingClientRect().height, wordsOf(control)).to.be.at.least(44);
    }
  });
});
