import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/adapter/errors.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import type { PersonId } from '../../src/model/id.js';
import type { Appointment } from '../../src/model/appointment.js';
import { button, expectAccessible, find, shown, wordsOf } from '../support/conversation.js';
import { fails, focused, pick, picker, press, sendButton, slots, talk } from './appointment-picker-support.js';

const waiting = async (reading: Awaited<ReturnType<typeof picker>>): Promise<readonly Appointment[]> => {
  const { appointments } = await reading.client.connect();
  const { signal } = new AbortController();
  const page = await appointments!.listAppointments({ subject: 'sam-okafor' as PersonId, when: 'coming' }, { signal });
  return page.items.filter(({ status, id }) => /requested|waiting/.test(status) && !id.startsWith('sam-'));
};

async function chooseDay(element: Element, place: number, day: string): Promise<void> {
  const field = find<HTMLInputElement>(element, `#wish-${place}-day`)[0]!;
  field.value = day;
  field.dispatchEvent(new Event('change'));
  await shown();
}

async function chooseHalf(element: Element, place: number, half: 0 | 1): Promise<void> {
  find<HTMLInputElement>(element, `#wish-${place}-half input`)[half]!.click();
  await shown();
}

/** Alder Street, where a clinician wants Sam's visit to be earlier than it can be. */
const wantedSooner: Scenario = {
  ...alderStreet,
  visits(now) {
    const { visits } = alderStreet;
    const all = typeof visits === 'function' ? visits(now) : visits!;
    const slotsThen = all.slots.filter(({ starts }) => starts > '2027-01-05');
    return { services: all.services, slots: slotsThen };
  },
};

/** Alder Street, where the practice has not said by when it answers. */
const unpromised: Scenario = {
  ...alderStreet,
  visits(now) {
    const { visits } = alderStreet;
    const all = typeof visits === 'function' ? visits(now) : visits!;
    const services = all.services.map((service) => ({ ...service, request: service.request && { ...service.request, answerDays: undefined } }));
    return { ...all, services };
  },
};

describe('<care-appointment-picker> that asks for a time', function () {
  this.timeout(10_000);

  it('promises no answer by a day that the practice has not named', async () => {
    const { element } = await picker({ service: 'skin-check' }, { scenario: unpromised });
    expect(wordsOf(element)).to.contain('The practice looks for a time and tells you.').and.not.to.contain('You hear from us by');
  });

  it('asks for days and halves of days where nothing can be booked, and says by when there is an answer', async () => {
    const reading = await picker({ service: 'skin-check' });
    const { element } = reading;
    expect(slots(element)).to.have.length(0);
    expect(wordsOf(element)).to.contain('Tell us up to 3 times that work.').and.to.contain('You hear from us by Tuesday,');
    expect(wordsOf(find(element, '#limits')[0]!)).to.contain('Days from Tuesday, November 24 to').and.to.contain('Only Monday,');
    await expectAccessible(element);
    await chooseDay(element, 0, '2026-12-01');
    await chooseHalf(element, 0, 0);
    button(element, 'Add another choice').click();
    await shown();
    expect(focused(element)?.id).to.equal('wish-1-day');
    await chooseDay(element, 1, '2026-12-02');
    await chooseHalf(element, 1, 1);
    await talk(element, 'A mole that grew.');
    await press(element);
    expect(wordsOf(focused(element)!)).to.equal('You asked for a time.');
    expect(wordsOf(element)).to.contain('The practice answers by Tuesday,').and.to.contain('Tuesday, December 1, morning');
    const [asked] = await waiting(reading);
    expect(asked!.wishes).to.deep.equal([
      { day: '2026-12-01', half: 'morning' },
      { day: '2026-12-02', half: 'afternoon' },
    ]);
    expect(asked!.topic).to.equal('A mole that grew.');
    await expectAccessible(element);
  });

  it('says in one place what is missing or not possible, leads there, and sends nothing', async () => {
    const reading = await picker({ service: 'skin-check' });
    const { element } = reading;
    await press(element);
    expect(wordsOf(focused(element)!)).to.equal('2 things to look at.');
    expect(find(element, '.problems a').map(wordsOf)).to.deep.equal([
      'First choice: Choose a day',
      'First choice: Choose morning or afternoon',
    ]);
    await expectAccessible(element);
    find<HTMLAnchorElement>(element, '.problems a')[0]!.click();
    expect(focused(element)?.id).to.equal('wish-0-day');
    for (const [day, words] of [
      ['2026-11-26', 'The practice is closed that day.'],
      ['2026-11-29', 'Choose one of these days: Monday,'],
      ['2030-01-01', 'Choose a day from Tuesday, November 24 to'],
    ] as const) {
      await chooseDay(element, 0, day);
      await press(element);
      expect(wordsOf(find(element, '.problems')[0]!)).to.contain(words);
    }
    await chooseDay(element, 0, '2026-12-01');
    await chooseHalf(element, 0, 0);
    button(element, 'Add another choice').click();
    await shown();
    await chooseDay(element, 1, '2026-12-01');
    await chooseHalf(element, 1, 0);
    await press(element);
    expect(wordsOf(find(element, '.problems')[0]!)).to.contain('Second choice: This is there twice.');
    expect(await waiting(reading)).to.deep.equal([]);
  });

  it('can be asked where none of the free times work, and gone back from', async () => {
    const { element } = await picker({ service: 'doctor-visit' });
    await pick(element);
    await talk(element, 'Stays with me.');
    button(element, 'None of these work').click();
    await shown();
    expect(wordsOf(focused(element)!)).to.equal('Ask for a time');
    expect(element.topic).to.equal('Stays with me.');
    button(element, 'Back to the free times').click();
    await shown();
    expect(slots(element).length).to.be.above(0);
    expect(element.topic).to.equal('Stays with me.');
  });

  it('says that the first free time is later than asked, with the way to come sooner and the phone', async () => {
    const { element } = await picker({ service: 'doctor-visit' }, { scenario: wantedSooner });
    expect(wordsOf(find(element, '.late')[0]!)).to.match(/^The first free time is later than Dr\. Grace Lee asked for\./);
    expect(wordsOf(find(element, '.late')[0]!)).to.contain('The first is').and.to.contain('Or call');
    expect(slots(element).length).to.be.above(0);
    await expectAccessible(element);
    button(element, 'Ask to come sooner').click();
    await shown();
    expect(find(element, '.wish')).to.have.length(1);
  });

  it('waits for a time that becomes free, and says that others may be faster', async () => {
    const reading = await picker();
    const { element } = reading;
    button(element, 'Put me on the waiting list').focus();
    button(element, 'Put me on the waiting list').click();
    await shown();
    expect(wordsOf(element)).to.contain('You are on the waiting list.').and.to.contain('Others may take it first.');
    expect((await waiting(reading)).map(({ status }) => status)).to.deep.equal(['waiting']);
    expect(wordsOf(focused(element)!)).to.equal('You are on the waiting list.');
  });

  it('keeps what was asked when the practice could not take it', async () => {
    const { element } = await picker({ service: 'skin-check' }, { before: fails('request', 'invalid', { field: 'wishes.0.day', times: 1 }) });
    await chooseDay(element, 0, '2026-12-01');
    await chooseHalf(element, 0, 0);
    await press(element);
    expect(wordsOf(find(element, '.problems')[0]!)).to.contain('The practice could not take this. Choose another');
    expect(find<HTMLInputElement>(element, '#wish-0-day')[0]!.value).to.equal('2026-12-01');
    await chooseDay(element, 0, '2026-12-02');
    await press(element);
    expect(wordsOf(element)).to.contain('You asked for a time.');
    expect(sendButton(element)).to.equal(undefined);
  });

  it('F27 looks again for the very times that were asked for, and asks for them once', async () => {
    let isLost = true;
    const sent: string[] = [];
    const reading = await picker({ service: 'skin-check' }, {
      before: ({ method }) => {
        if (method === 'request') sent.push(method);
        if (isLost && method === 'listAppointments') throw new AdapterError('unavailable', 'for the test');
      },
      after: ({ method }) => {
        if (isLost && method === 'request') throw new AdapterError('unknown-outcome', 'for the test');
      },
    });
    const { element, clock } = reading;
    await chooseDay(element, 0, '2026-12-01');
    await chooseHalf(element, 0, 0);
    await press(element);
    await clock.advance(60_000);
    await shown();
    expect(wordsOf(element)).to.contain('We do not know if the practice got this.');
    expect(sent.length).to.be.above(1);
    isLost = false;
    button(element, 'Look again').click();
    await shown();
    await shown();
    expect(wordsOf(element)).to.contain('You asked for a time.').and.to.contain('Tuesday, December 1, morning');
    expect((await waiting(reading)).map(({ status, wishes }) => [status, wishes.length])).to.deep.equal([['requested', 1]]);
  });

  it('F27 looks again for a place on the waiting list that was asked for beside free times', async () => {
    let isLost = true;
    const reading = await picker({}, {
      before: ({ method }) => {
        if (isLost && /request|listAppointments/.test(method)) throw new AdapterError('unknown-outcome', 'for the test');
      },
    });
    const { element, clock } = reading;
    button(element, 'Put me on the waiting list').click();
    await clock.advance(60_000);
    await shown();
    expect(wordsOf(element)).to.contain('We do not know if the practice got this.');
    isLost = false;
    button(element, 'Look again').click();
    await shown();
    await shown();
    expect(wordsOf(element)).to.contain('You are on the waiting list.');
    expect((await waiting(reading)).map(({ status }) => status)).to.deep.equal(['waiting']);
  });
});
