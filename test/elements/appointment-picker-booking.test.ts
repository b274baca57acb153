import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/adapter/errors.js';
import type { AppointmentActEvent, AppointmentChangedEvent } from '../../src/controllers/appointment-events.js';
import { button, expectAccessible, find, listenToAnnouncements, shown, wordsOf } from '../support/conversation.js';
import { bookedOf, day, fails, focused, freeDays, pick, picker, press, sendButton, slots, talk } from './appointment-picker-support.js';

describe('<care-appointment-picker> that books', function () {
  this.timeout(30_000);

  it('books a time with what to talk about, says when, who and where, and takes the focus there', async () => {
    const reading = await picker();
    const { element } = reading;
    const heard: (AppointmentActEvent | AppointmentChangedEvent)[] = [];
    element.addEventListener('care-appointment-act', (event) => heard.push(event));
    element.addEventListener('care-appointment-changed', (event) => heard.push(event));
    await pick(element);
    expect(wordsOf(sendButton(element))).to.match(/^Book Monday, \d+:\d\d [ap]m$/);
    await expectAccessible(element);
    await talk(element, 'Do I need to skip breakfast, quollish?');
    await press(element);
    expect(wordsOf(focused(element)!)).to.equal('Your visit is booked.');
    expect(wordsOf(element)).to.contain('Monday, November 23').and.to.contain('214 Alder Street, Seattle, WA 98101');
    expect(wordsOf(element)).to.contain('Bring your pill box.').and.to.contain('Do I need to skip breakfast, quollish?');
    expect(heard.map(({ type, act }) => [type, act])).to.deep.equal([
      ['care-appointment-act', 'book'],
      ['care-appointment-changed', 'book'],
    ]);
    expect(JSON.stringify(heard.map((event) => ({ ...event })))).not.to.contain('quollish');
    expect(await bookedOf(reading)).to.have.length(2);
    await expectAccessible(element);
    button(element, 'Book another visit').click();
    await shown();
    await shown();
    expect(element.topic).to.equal('');
    expect(slots(element).length).to.be.above(0);
  });

  it('F27 books once, however often it is pressed and however slow the answer is', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const reading = await picker({}, { before: ({ method }) => (method === 'book' ? slow : undefined) });
    const { element } = reading;
    await pick(element);
    for (let time = 0; time < 3; time++) sendButton(element).click();
    await shown();
    expect(wordsOf(sendButton(element))).to.equal('One moment…');
    sendButton(element).click();
    answer();
    await shown();
    expect(wordsOf(element)).to.contain('Your visit is booked.');
    expect(await bookedOf(reading)).to.have.length(2);
  });

  it('F27 asks again under the same key when no answer came, says that it is not sure, and books once', async () => {
    let tries = 0;
    const reading = await picker({}, {
      after: ({ method }) => {
        if (method === 'book' && tries++ === 0) throw new AdapterError('unknown-outcome', 'for the test');
      },
    });
    const { element, clock } = reading;
    await pick(element);
    await press(element);
    for (let second = 0; second < 4 && !wordsOf(element).includes('is booked'); second++) await clock.advance(1000);
    await shown();
    expect(wordsOf(element)).to.contain('Your visit is booked.');
    expect(await bookedOf(reading)).to.have.length(2);
  });

  it('never says that it failed while nobody knows, and leads to the phone when it stays so', async () => {
    const { element, clock } = await picker({}, { before: fails('book', 'unknown-outcome') });
    await pick(element);
    await press(element);
    expect(wordsOf(element)).to.contain('We are not sure it was booked. Checking…');
    await expectAccessible(element);
    await clock.advance(60_000);
    await shown();
    expect(wordsOf(element)).to.contain('We do not know if this was booked.');
    expect(find(element, '.outcome a[href^="tel:"]')).to.have.length(1);
  });

  it('F27 leads from a time that another has taken to the nearest others, and keeps what was written', async () => {
    const { element } = await picker({}, { before: fails('book', 'conflict', { field: 'slot', times: 1 }) });
    await pick(element);
    await talk(element, 'My words stay.');
    await press(element);
    await shown();
    expect(wordsOf(focused(element)!)).to.equal('Somebody else has just taken this time.');
    expect(wordsOf(element)).to.contain('Nothing is booked. What you wrote is kept.').and.to.contain('The nearest free times:');
    await expectAccessible(element);
    find<HTMLButtonElement>(element, '.lost button')[0]!.click();
    await shown();
    await shown();
    expect(element.topic).to.equal('My words stay.');
    expect(find<HTMLTextAreaElement>(element, '#talk')[0]!.value).to.equal('My words stay.');
    expect(wordsOf(sendButton(element))).to.match(/^Book /);
    expect(slots(element).filter(({ checked }) => checked)).to.have.length(1);
  });

  it('keeps a time while its reader fills in, counts down, and says so aloud at two minutes, one, and twenty seconds', async () => {
    const { element, clock } = await picker();
    await pick(element);
    expect(wordsOf(find(element, '[part=hold]')[0]!)).to.match(/is kept for you for 5 minutes\. I need more time$/);
    const { said, stop } = await listenToAnnouncements();
    await clock.advance(48_000);
    await shown();
    expect(wordsOf(find(element, '[role=timer]')[0]!)).to.contain('for 4 minutes 12 seconds.');
    await clock.advance(132_000);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(said).to.deep.equal(['Your time is kept for 2 minutes.']);
    button(element, 'I need more time').click();
    await shown();
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(said.at(-1)).to.equal('Your time is kept for 5 minutes more.');
    await clock.advance(241_000);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    stop();
    expect(said.at(-1)).to.contain('Your time is kept for');
    expect(wordsOf(find(element, '[role=timer]')[0]!)).to.contain('for 59 seconds.');
  });

  it('offers the nearest times when a time could not be kept any longer, and keeps what was written', async () => {
    const { element, clock } = await picker();
    await pick(element);
    await talk(element, 'I am slow.');
    await clock.advance(300_000);
    await shown();
    await shown();
    expect(wordsOf(element)).to.contain('We could not keep this time any longer.');
    expect(element.topic).to.equal('I am slow.');
    expect(find(element, '.lost button').length).to.be.above(0);
  });

  it('F28 gives a time back when it is left, and keeps it when it is only moved in its page', async () => {
    const { element, client } = await picker();
    const { appointments } = await client.connect();
    const released: string[] = [];
    const { release } = appointments!;
    Object.assign(appointments!, {
      release: (which: { slot: string }, options: never) => {
        released.push(which.slot);
        return release(which as never, options);
      },
    });
    await pick(element);
    const held = slots(element)[0]!.value;
    const { parentElement } = element;
    parentElement!.append(element);
    await shown();
    expect(released).to.deep.equal([]);
    day(element, freeDays(element)[1]!).click();
    await shown();
    expect(released).to.deep.equal([held]);
    await pick(element);
    element.remove();
    await shown();
    expect(released).to.have.length(2);
  });

  it('says of a time that cannot be kept that it is not', async () => {
    const { element } = await picker({}, { before: fails('hold', 'unavailable') });
    await pick(element);
    expect(wordsOf(find(element, '[part=hold]')[0]!)).to.contain('is not kept for you while you write. Book it soon.');
    await press(element);
    expect(wordsOf(element)).to.contain('Your visit is booked.');
  });

  it('moves a visit: the old one stays until the new one is booked', async () => {
    const reading = await picker({ service: '', moves: 'sam-booked' });
    const { element } = reading;
    expect(wordsOf(find(element, 'h2')[0]!)).to.equal('Move your visit');
    expect(wordsOf(element)).to.contain('stays yours until the new time is booked.');
    await pick(element);
    expect(wordsOf(sendButton(element))).to.match(/^Move to Monday, /);
    expect(find<HTMLTextAreaElement>(element, '#talk')[0]!.value).to.equal('My ankles are swollen in the evening.');
    expect((await bookedOf(reading)).map(({ id }) => id)).to.deep.equal(['sam-booked']);
    await press(element);
    expect(wordsOf(element)).to.contain('Your visit is moved.').and.to.contain('is given up.');
    const [only, ...others] = await bookedOf(reading);
    expect([only!.id === 'sam-booked', others]).to.deep.equal([false, []]);
  });

  it('says of another visit that is in the way, before booking', async () => {
    const reading = await picker();
    const { element } = reading;
    const [visit] = await bookedOf(reading);
    const at = visit!.starts!.slice(0, 10);
    if (freeDays(element)[0]!.slice(0, 7) !== at.slice(0, 7)) {
      find<HTMLButtonElement>(element, '.head button').at(-1)!.click();
      await shown();
    }
    day(element, at).click();
    await shown();
    await pick(element);
    await shown();
    expect(wordsOf(find(element, '.clash')[0]!)).to.match(/^You have another visit (at|close to) that time\./);
    expect(wordsOf(find(element, '.clash')[0]!)).to.contain('Alder Street Family Practice');
    await expectAccessible(element);
  });

  it('says why it was not booked, and keeps time and words', async () => {
    for (const [code, words] of [
      ['offline', 'You are offline. Nothing is booked.'],
      ['auth-required', 'You are signed out. Nothing is booked.'],
      ['forbidden', 'You cannot book this here.'],
      ['unavailable', 'We cannot reach the practice right now. Nothing is booked.'],
    ] as const) {
      const { element } = await picker({}, { before: fails('book', code, { times: 1 }) });
      await pick(element);
      await talk(element, 'Still here.');
      await press(element);
      expect(wordsOf(element)).to.contain(words);
      expect(element.topic).to.equal('Still here.');
      await press(element);
      expect(wordsOf(element)).to.contain('Your visit is booked.');
    }
  });

  it('does nothing that the page prevents, and nothing too long', async () => {
    const reading = await picker();
    const { element } = reading;
    element.addEventListener('care-appointment-act', (event) => event.preventDefault());
    await pick(element);
    await talk(element, 'x'.repeat(751));
    expect(wordsOf(find(element, '[part=budget]')[0]!)).to.equal('Nothing is cut. 1 over');
    await press(element);
    expect(focused(element)?.id).to.equal('talk');
    await talk(element, 'Short.');
    await press(element);
    expect(wordsOf(element)).to.contain('Nothing is booked. This page stopped it.');
    expect(await bookedOf(reading)).to.have.length(1);
  });
});
