import { aTimeout, expect } from '@open-wc/testing';
import type { Adapter } from '../../src/adapter/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { ContactPort } from '../../src/adapter/ports/contact.js';
import { memoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import { SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/contact-form.js';
import type { PersonId } from '../../src/model/id.js';
import { FormOnPage } from '../support/contact-form.js';
import { expectAccessible, listenToAnnouncements } from '../support/conversation.js';
import { settled } from '../support/shown.js';

/** A practice at which one person after the other signs in on the same page. */
async function shared(first: PersonId): Promise<{ page: FormOnPage; signIn(person: PersonId): Promise<void> }> {
  let me = first;
  const { backend } = new FormOnPage();
  const adapter: Adapter = { name: 'shared', connect: (options) => memoryAdapter({ backend, me }).connect(options) };
  const page = await FormOnPage.open({ adapter });
  Object.assign(page, { backend });
  return {
    page,
    async signIn(person) {
      me = person;
      await page.client.renew();
      for (let turn = 0; turn < 3; turn++) await settled(page.element);
    },
  };
}

/** A practice whose sending fails for a while, and takes its time to. */
function unreachable(code: AdapterErrorCode, times = Infinity) {
  let left = times;
  return async ({ port }: { readonly port: string }): Promise<void> => {
    if (port !== 'contact' || left-- <= 0) return;
    await aTimeout(5);
    throw new AdapterError(code, 'as the test wants it');
  };
}

/** Lets some retries come and go. */
async function waitLong(page: FormOnPage, times = 3): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.clock.advance(300_000);
    await aTimeout(20);
    await settled(page.element);
  }
}

describe('<care-contact-form> telling what happens by itself', function () {
  this.timeout(30_000);

  for (const code of ['unavailable', 'offline'] as const) {
    it(`F01 says once that it waits, however often it is tried, and keeps the way out under the finger: ${code}`, async () => {
      const page = await FormOnPage.open({ before: unreachable(code) });
      await page.fillIn();
      const { said, stop } = await listenToAnnouncements();
      await page.press();
      await waitLong(page, 1);
      const change = page.find('button', 'Change it');
      change.focus();
      let shown = true;
      const watch = new MutationObserver(() => (shown &&= change.isConnected));
      watch.observe(page.root, { childList: true, subtree: true });
      await waitLong(page);
      await aTimeout(2500);
      watch.disconnect();
      stop();
      expect(shown).to.equal(true);
      expect(page.root.activeElement === change, 'focus').to.equal(true);
      expect(said).to.deep.equal(['Waiting to send.']);
    });
  }

  it('says that it waits with the network there, after it has waited for the network', async () => {
    const page = await FormOnPage.open({ before: unreachable('unavailable') });
    await page.fillIn();
    const { said, stop } = await listenToAnnouncements();
    page.network.set(false);
    await page.press();
    await aTimeout(1500);
    page.network.set(true);
    await aTimeout(50);
    await settled(page.element);
    await aTimeout(1500);
    stop();
    expect(said.at(-1)).to.equal('Waiting to send.');
    expect(said.join(' ')).to.contain('Waiting to send. You are offline.');
  });

  it('F01 sends after all once trying again works, with the focus on what was sent', async () => {
    const page = await FormOnPage.open({ before: unreachable('unavailable', 2) });
    await page.fillIn();
    await page.press();
    await aTimeout(20);
    page.find('button', 'Change it').focus();
    await waitLong(page);
    expect(page.root.activeElement?.textContent).to.equal('Your message is sent.');
    expect(page.backend.messages().length).to.equal(1);
  });

  it('leaves the focus near when signing in has let the message go', async () => {
    let signedIn = false;
    let answer = () => {};
    const page = await FormOnPage.open({
      before({ method, port }) {
        if (port !== 'contact' || method !== 'send') return;
        if (!signedIn) throw new AdapterError('auth-required', 'as the test wants it');
        return new Promise((resolve) => (answer = resolve));
      },
    });
    await page.fillIn();
    await page.press();
    page.find('button', 'Sign in').focus();
    signedIn = true;
    await page.client.renew();
    await settled(page.element);
    expect(page.send.innerText).to.equal('Sending…');
    expect(page.root.activeElement?.textContent).to.equal('Who will read this');
    answer();
    await settled(page.element);
    expect(page.root.activeElement?.textContent).to.equal('Your message is sent.');
  });

  it('F03 says that nobody knows and nobody checks where sending again could double it, and lets the reader decide', async () => {
    let lost = true;
    const behind = new FormOnPage();
    const adapter: Adapter = {
      name: 'no keys',
      async connect() {
        const connection = await behind.client.connect();
        const contact: ContactPort = {
          ...connection.contact!,
          idempotency: 'none',
          async send(request, options) {
            if (lost) throw new AdapterError('unknown-outcome', 'the answer was lost');
            return connection.contact!.send(request, options);
          },
        };
        return { ...connection, contact };
      },
    };
    const page = await FormOnPage.open({ adapter });
    await page.fillIn();
    const { said, stop } = await listenToAnnouncements();
    await page.press();
    await waitLong(page);
    await aTimeout(1500);
    expect(page.text).to.contain('We do not know if this was sent. Nobody checks it now.').and.not.to.contain('Checking');
    page.find('a', 'Call +1 206 555 0142');
    await expectAccessible(page.element);
    lost = false;
    await page.press(page.find('button', 'Send again'));
    expect(page.text).to.contain('Your message is sent.');
    expect(page.root.activeElement?.textContent).to.equal('Your message is sent.');
    expect(behind.backend.messages().length).to.equal(1);
    stop();
    expect(said[0]).to.equal('We do not know if this was sent.');
  });

  it('says that the network has gone while somebody writes', async () => {
    const page = await FormOnPage.open();
    await page.fillIn();
    const { said, stop } = await listenToAnnouncements();
    page.network.set(false);
    await aTimeout(1500);
    stop();
    expect(said).to.deep.equal(['You are offline. You can write. What you send waits here, and goes out when you are back.']);
  });

  const gone: readonly [AdapterErrorCode, string][] = [
    ['auth-required', 'Sign in to write to us.'],
    ['forbidden', 'You cannot write to the practice here.'],
    ['unavailable', 'We cannot reach the practice right now.'],
  ];
  for (const [code, title] of gone) {
    it(`says what comes in the place of the form, and nothing when it was never there: ${code}`, async () => {
      let broken = false;
      const page = await FormOnPage.open({
        before({ port }) {
          if (broken && port === 'session') throw new AdapterError(code, 'as the test wants it');
        },
      });
      const { said, stop } = await listenToAnnouncements();
      broken = true;
      await page.client.renew();
      await settled(page.element);
      expect(page.text).to.contain(title);
      await aTimeout(1500);
      page.element.remove();
      await page.show();
      await aTimeout(1500);
      stop();
      expect(said).to.deep.equal([title]);
    });
  }

  it('F23 shows whoever signs in next neither what the one before had forgotten nor what the page stopped', async () => {
    const { page, signIn } = await shared(SIGN_INS.sam);
    await page.choose('A medicine refill');
    await signIn(SIGN_INS.rosa);
    await page.choose('A medicine refill');
    await page.press();
    expect(page.root.querySelectorAll('.problems').length).to.equal(1);
    await signIn(SIGN_INS.sam);
    expect(page.root.querySelectorAll('.problems, [aria-invalid=true]').length).to.equal(0);
    await page.fillIn();
    page.element.addEventListener('care-contact-send', (event) => event.preventDefault(), { once: true });
    await page.press();
    expect(page.text).to.contain('This page stopped it.');
    await signIn(SIGN_INS.rosa);
    expect(page.text).not.to.contain('This page stopped it.');
  });

  it('F23 sends what the page took its time to prepare as its author’s, whoever is signed in by then', async () => {
    const { page, signIn } = await shared(SIGN_INS.rosa);
    await page.fillIn('of Rosa');
    let ready = () => {};
    const prepared = new Promise<void>((resolve) => (ready = resolve));
    page.element.addEventListener('care-contact-send', (event) => event.waitUntil(prepared), { once: true });
    await page.press();
    await signIn(SIGN_INS.sam);
    await page.choose('A medicine refill');
    expect(page.send.innerText).to.equal('Send message');
    ready();
    await settled(page.element);
    expect(page.backend.messages()).to.deep.equal([]);
    expect(page.send.innerText).to.equal('Send message');
    await signIn(SIGN_INS.rosa);
    await settled(page.element);
    expect(page.backend.messages().map(({ body, author }) => [body, author.id])).to.deep.equal([['of Rosa', SIGN_INS.rosa]]);
  });
});
