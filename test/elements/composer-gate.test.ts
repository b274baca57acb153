import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/inbox.js';
import { drHaddad } from '../../src/adapters/memory/people.js';
import { alderStreet, answeredRefill, closedHoursPractice, messagingOffPractice, pausedPractice } from '../../src/adapters/memory/scenarios.js';
import { expectAccessible, field, find, listenToAnnouncements, open, shown, wordsOf, write } from '../support/conversation.js';
import { composer, fetched } from './composer-support.js';

describe('a practice or a person that takes no messages', function () {
  this.timeout(10_000);

  it('shows no field while it is paused, but until when, why and whom to call', async () => {
    const { element } = await composer('refill', { scenario: pausedPractice });
    await fetched(element, 'We take no messages right now.');
    expect(find(element, 'textarea, input')).to.deep.equal([]);
    expect(wordsOf(element)).to.contain('Our systems are down today.').and.to.contain('You can write here again from Tuesday, 8 am.');
    expect(wordsOf(element)).to.contain('Call +1 206 555 0142');
    await expectAccessible(element);
  });

  it('says so where it answers none at all, or is closed and takes none then', async () => {
    const off = await composer('refill', { scenario: messagingOffPractice });
    await fetched(off.element, 'This practice does not answer messages here.');
    const shut = await composer('refill', { scenario: closedHoursPractice });
    await fetched(shut.element, 'We are closed now, and take no messages. You can write here again from Tuesday, 8 am.');
    expect(find(off.element, 'textarea').length + find(shut.element, 'textarea').length).to.equal(0);
  });

  it('names who answers by phone only, and when', async () => {
    const custody = { ...answeredRefill.custody, holder: drHaddad };
    const { element } = await composer('refill', { scenario: { ...alderStreet, threads: [{ ...answeredRefill, custody }] } });
    await fetched(element, 'Dr. Leila Haddad does not answer messages.');
    expect(find(element, 'textarea').length).to.equal(0);
    expect(wordsOf(element)).to.contain(`Call instead: ${drHaddad.phoneHours}.`).and.to.contain(`Call ${drHaddad.phone}`);
    await expectAccessible(element);
  });

  it('lets who works there write all the same', async () => {
    const { element } = await composer('refill', { me: 'lee', scenario: pausedPractice });
    expect(find(element, 'textarea').length).to.equal(1);
  });

  it('keeps and shows what was being written when a pause begins, and gives it back in a field when it ends', async () => {
    const { element, backend, clock } = await composer('refill');
    await write(element, 'Half a sen');
    field(element).focus();
    const { said, stop } = await listenToAnnouncements();
    const staff = await open(html`<p></p>`, { me: 'ana', backend, clock });
    const options = { signal: new AbortController().signal, key: 'pause-it-now' as never };
    await staff.client.use('queue', (queue) => queue.pause({ until: '2026-11-23T23:00:00Z' }, options));
    await fetched(element, 'We take no messages right now.');
    expect(find(element, 'textarea').length).to.equal(0);
    expect(wordsOf(element)).to.contain('What you wrote is still here: Half a sen');
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('We take no messages right now.');
    await clock.advance(27 * 60_000);
    await shown();
    expect(field(element).value).to.equal('Half a sen');
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
    await waitUntil(() => said.join().includes('You can write here again.'), 'it was not announced', { timeout: 4000 });
    stop();
  });

  it('takes the field away at closing time where nothing is taken after it', async () => {
    const messaging = { state: 'open', outsideHours: 'refused' } as const;
    const scenario = { ...alderStreet, practice: { ...alderStreet.practice, messaging } };
    const { element, clock } = await composer('refill', { scenario });
    await waitUntil(() => field(element), 'there was no field', { timeout: 4000 });
    // It closes at 6 pm, and it is 2:34 pm.
    await clock.advance((3 * 60 + 28) * 60_000);
    await shown();
    expect(find(element, 'textarea').length).to.equal(0);
    expect(wordsOf(element)).to.contain('We are closed now');
  });
});
