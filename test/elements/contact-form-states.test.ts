import { expect } from '@open-wc/testing';
import type { AdapterErrorCode } from '../../src/adapter/errors.js';
import { alderStreetReasons } from '../../src/adapters/memory/reasons.js';
import { SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/contact-form.js';
import { expectAccessible } from '../support/conversation.js';
import { settled } from '../support/shown.js';
import { failing, FormOnPage, uncaught } from '../support/contact-form.js';

const CALL = 'Call +1 206 555 0142';

const SAD: readonly [AdapterErrorCode, string, readonly string[]][] = [
  ['offline', 'You are offline.', ['Try again', CALL]],
  ['auth-required', 'Sign in to write to us.', ['Sign in', CALL]],
  ['forbidden', 'You cannot write to the practice here.', [CALL]],
  ['unavailable', 'We cannot reach the practice right now.', ['Try again', CALL]],
  ['malformed', 'We could not show the form.', ['Try again', CALL]],
  ['rate-limited', 'We cannot reach the practice right now.', ['Try again', CALL]],
  ['duplicate', 'Something went wrong.', ['Try again', CALL]],
];

describe('<care-contact-form> when something is wrong', function () {
  this.timeout(20_000);

  for (const [code, words, ways] of SAD) {
    it(`says what it is and the way on: ${code}`, async () => {
      const page = await FormOnPage.open({ before: failing(code, 'listReasons') });
      expect(page.text).to.contain(words);
      for (const way of ways) page.find('.note .button', way);
      expect(page.root.querySelector('form, textarea')).to.equal(null);
      await expectAccessible(page.element);
    });
  }

  it('shows the shape of the form while it waits, and words for it', async () => {
    const page = await FormOnPage.open({ before: () => new Promise(() => {}) });
    const waiting = page.root.querySelector<HTMLElement>('.waiting')!;
    expect(waiting.textContent).to.contain('Getting the form from the practice…');
    expect(getComputedStyle(waiting.querySelector('p')!).animationDelay).to.equal('2s');
    expect(getComputedStyle(waiting.querySelector('.shapes')!).animationDelay).to.equal('0.3s');
    await expectAccessible(page.element);
  });

  it('shows the form once trying again has worked', async () => {
    let broken = true;
    const fail = failing('unavailable', 'listReasons');
    const page = await FormOnPage.open({ before: (call) => (broken ? fail(call) : undefined) });
    broken = false;
    await page.press(page.find('button', 'Try again'));
    await settled(page.element);
    expect(page.text).to.contain('What do you need?');
  });

  it('asks the page to sign in, and shows the form after it', async () => {
    let signedIn = false;
    const fail = failing('auth-required');
    const page = await FormOnPage.open({ before: (call) => (signedIn ? undefined : fail(call)) });
    page.element.addEventListener('care-sign-in', () => {
      signedIn = true;
      page.client.renew();
    });
    await page.press(page.find('button', 'Sign in'));
    await settled(page.element);
    expect(page.text).to.contain('What do you need?');
  });

  it('offers whoever is signed out to write without an account, where the page has a way', async () => {
    const page = await FormOnPage.open({ before: failing('auth-required', 'listReasons') });
    const offer = async ({ client, element }: FormOnPage): Promise<void> => {
      client.guestUrl = 'https://alder.example/guest';
      element.requestUpdate();
      await settled(element);
    };
    await offer(page);
    const way = page.find('a.button', 'Write without an account') as HTMLAnchorElement;
    expect([way.href, way.rel, way.referrerPolicy]).to.deep.equal(['https://alder.example/guest', 'noopener noreferrer', 'no-referrer']);
    await expectAccessible(page.element);
    const other = await FormOnPage.open({ before: failing('unavailable', 'listReasons') });
    await offer(other);
    expect(other.text).not.to.contain('without an account');
  });

  it('says so where a practice takes no messages, and gives its number', async () => {
    const page = await FormOnPage.open({ without: ['contact'] });
    expect(page.text).to.contain('This practice does not take messages here.').and.to.contain(CALL);
    await expectAccessible(page.element);
  });

  it('says so where there is no reason to write, and to staff that it is not for them', async () => {
    const empty = await FormOnPage.open({ scenario: { reasons: [] } });
    expect(empty.text).to.contain('There is nothing to write about here yet.').and.to.contain(CALL);
    await expectAccessible(empty.element);
    const staff = await FormOnPage.open({ me: SIGN_INS.ana });
    expect(staff.text).to.contain('This form is for patients.');
  });

  it('works without what the practice says of itself: no promise, no number', async () => {
    const page = await FormOnPage.open({ before: failing('malformed', 'readPractice') });
    await page.fillIn();
    expect(page.text).to.contain('Ana Morales').and.not.to.contain('hear back');
    expect(page.root.querySelector('details')!.textContent).to.contain('call your emergency number');
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
  });

  it('F13 leaves the other reasons usable when one cannot be read', async () => {
    const page = await FormOnPage.open({ scenario: { reasons: [{ id: 7 } as never, ...alderStreetReasons] } });
    expect(page.text).to.contain('Some reasons could not be shown.');
    await page.fillIn();
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
  });

  it('says that one can write while offline', async () => {
    const page = await FormOnPage.open();
    page.network.set(false);
    await settled(page.element);
    expect(page.text).to.contain('You are offline. You can write.');
  });

  it('F29 contains adapters that throw at once, reject with anything, or leave methods out', async () => {
    const heard = uncaught();
    const { me, subjects } = await new FormOnPage().client.connect();
    const odd: readonly (() => unknown)[] = [
      () => {
        throw new TypeError('at once');
      },
      () => Promise.reject('a string' as unknown as Error),
      () => Promise.reject(undefined as unknown as Error),
      () => ({ me, subjects, missing: {} }),
      () => ({ me, subjects, missing: {}, contact: {}, practice: {} }),
      () => null,
      () => ({ me, subjects }),
    ];
    for (const connect of odd) {
      const page = await FormOnPage.open({ adapter: { name: 'odd', connect: connect as never } });
      expect(page.root.querySelector('.note')).not.to.equal(null);
    }
    heard.stop();
    expect(heard.found).to.deep.equal([]);
  });

  for (const width of [320, 768, 1280]) {
    for (const dir of ['ltr', 'rtl'] as const) {
      it(`fits ${width} px, ${dir}, with targets of 44 px`, async () => {
        const page = await FormOnPage.open();
        page.element.dir = dir;
        const box = page.element.parentElement!.parentElement!;
        box.style.inlineSize = `${width - 32}px`;
        await page.fillIn('W'.repeat(800));
        await page.press();
        expect(page.element.scrollWidth).to.be.at.most(width - 32);
        const targets = page.root.querySelectorAll<HTMLElement>('.button, summary, label.choice, label.option, textarea, .problems a');
        for (const target of targets) expect(target.getBoundingClientRect().height, target.className).to.be.at.least(44);
      });
    }
  }
});
