import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/adapter/errors.js';
import type { SlotId } from '../../src/model/appointment-id.js';
import { shown, wordsOf } from '../support/conversation.js';
import { bookedOf, pick, picker, press, sendButton, slots, talk } from './appointment-picker-support.js';

describe('<care-appointment-picker> where nobody knows whether it was booked', function () {
  this.timeout(30_000);

  it('F27 says of a time that is the reader’s own already that it is booked, and leads to no second one', async () => {
    const reading = await picker();
    const { element, client } = reading;
    await pick(element);
    const slot = slots(element)[0]!.value as SlotId;
    // In another window.
    const { appointments } = await client.connect();
    const options = { signal: new AbortController().signal, key: 'another-key-of-mine' as never };
    await appointments!.book({ subject: 'sam-okafor' as never, service: 'blood-pressure' as never, slot }, options);
    await press(element);
    expect(wordsOf(element)).to.contain('Your visit is booked.').and.not.to.contain('Somebody else');
    expect(await bookedOf(reading)).to.have.length(2);
  });

  it('F27 looks for what nobody knew the end of before anything else is booked', async () => {
    let isLost = true;
    const reading = await picker({}, {
      before: ({ method }) => {
        if (isLost && method === 'listAppointments') throw new AdapterError('unavailable', 'for the test');
      },
      after: ({ method }) => {
        if (isLost && method === 'book') throw new AdapterError('unknown-outcome', 'for the test');
      },
    });
    const { element, clock } = reading;
    await pick(element);
    await press(element);
    await clock.advance(60_000);
    await shown();
    expect(wordsOf(element)).to.contain('We do not know if this was booked.');
    await clock.advance(300_000);
    await shown();
    expect(wordsOf(element)).not.to.contain('Nothing is booked.');
    isLost = false;
    await talk(element, 'One letter more.');
    await press(element);
    await shown();
    expect(wordsOf(element)).to.contain('Your visit is booked.');
    expect(await bookedOf(reading)).to.have.length(2);
  });

  it('F23 sends nothing on in the name of somebody who has signed in meanwhile', async () => {
    let tries = 0;
    const reading = await picker({}, {
      before: ({ method }) => {
        if (method !== 'book') return;
        tries++;
        throw new AdapterError('unknown-outcome', 'for the test');
      },
    });
    const { element, clock, signIn } = reading;
    await pick(element);
    await press(element);
    expect(tries).to.equal(1);
    await signIn('rosa');
    await clock.advance(60_000);
    await shown();
    expect(tries).to.equal(1);
    expect(wordsOf(element)).not.to.contain('We do not know').and.not.to.contain('not sure');
  });

  it('says of no time that it is gone while it is being booked', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const { element, clock } = await picker({}, { before: ({ method }) => (method === 'book' ? slow : undefined) });
    await pick(element);
    await clock.advance(295_000);
    await shown();
    await press(element);
    await clock.advance(10_000);
    await shown();
    expect(wordsOf(element)).not.to.contain('Nothing is booked').and.not.to.contain('could not keep');
    expect(wordsOf(sendButton(element))).to.equal('One moment…');
    answer();
    await shown();
    await shown();
    expect(wordsOf(element)).to.contain('Your visit is booked.');
  });
});
