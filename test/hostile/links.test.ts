import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { Scenario } from '../../src/adapters/memory/memory-adapter.js';
import {
  alderStreet,
  busyStreet,
  closedHoursPractice,
  messagingOffPractice,
  pausedPractice,
} from '../../src/adapters/memory/scenarios.js';
import '../../src/define/all.js';
import '../../src/define/backend-rest.js';
import { safeUrl } from '../../src/primitives/safe-url.js';
import { find, open, shown } from '../support/conversation.js';

const SCENARIOS: Readonly<Record<string, Scenario>> = { busyStreet, closedHoursPractice, messagingOffPractice, pausedPractice };

/** What is wrong with a link: it leads where none may, or out of the page without holding back who sent the reader. */
function wrongWith(link: HTMLAnchorElement): string | undefined {
  const href = link.getAttribute('href')!;
  if (/^(tel:[\d+*#]+$|#)/.test(href)) return undefined;
  if (safeUrl(href) === undefined) return `leads to ${href}`;
  const rel = new Set(link.rel.split(' '));
  const isHeld = rel.has('noopener') && rel.has('noreferrer') && link.referrerPolicy === 'no-referrer';
  return isHeld ? undefined : `tells ${href} where it came from`;
}

describe('links and requests', function () {
  this.timeout(60_000);

  it('S13 lead to a phone, stay on the page, or tell nobody where the reader came from', async () => {
    let seen = 0;
    for (const [name, scenario] of Object.entries(SCENARIOS)) {
      for (const me of ['sam', 'rosa', 'june'] as const) {
        const ids = scenario.threads.map(({ id }) => id);
        const views = [html`<care-contact-form></care-contact-form>`, ...ids.map((id) => html`<care-inbox thread=${id}></care-inbox>`)];
        for (const view of views) {
          const { element } = await open(view, { scenario, me });
          const links = find<HTMLAnchorElement>(element, 'a');
          seen += links.length;
          expect(links.map(wrongWith).filter(Boolean), `${name} ${me}`).to.deep.equal([]);
          fixtureCleanup();
        }
      }
    }
    expect(seen).to.be.greaterThan(20);
  });

  it('S13 ask the backend and the page without saying from which page', async () => {
    const asked: [string, string][] = [];
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      asked.push([new URL(request.url).pathname.split('/')[1]!, request.referrerPolicy]);
      if (!request.url.endsWith('/token')) return Promise.reject(new TypeError('no network'));
      return Promise.resolve(Response.json({ token: 't', expiresAt: new Date(Date.now() + 3_600_000).toISOString() }));
    };
    try {
      await fixture(html`<care-provider backend="rest" base-url="/backend" token-url="/token"><care-inbox></care-inbox></care-provider>`);
      await shown();
      await shown();
    } finally {
      globalThis.fetch = real;
    }
    expect(new Set(asked.map(([path]) => path))).to.deep.equal(new Set(['token', 'backend']));
    expect(asked.filter(([, policy]) => policy !== 'no-referrer')).to.deep.equal([]);
  });

  it('S13 open the page to sign in with no way back to this one', async () => {
    const features: unknown[] = [];
    const real = window.open;
    window.open = (_url, _target, given) => (features.push(given), null);
    try {
      const { element } = await open(html`<care-inbox></care-inbox>`, { scenario: alderStreet });
      const provider = element.closest('care-provider')!;
      provider.signInUrl = '/sign-in';
      element.dispatchEvent(new Event('care-sign-in', { bubbles: true, composed: true, cancelable: true }));
    } finally {
      window.open = real;
    }
    expect(features).to.deep.equal(['noopener,noreferrer']);
  });
});
