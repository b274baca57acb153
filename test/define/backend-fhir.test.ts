import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/backend-fhir.js';
import '../../src/define/provider.js';
import type { AdapterError } from '../../src/adapter/errors.js';
import { SignInEvent } from '../../src/controllers/sign-in-event.js';
import { findBackend } from '../../src/elements/provider/backends.js';
import type { CareProvider } from '../../src/elements/provider/provider.js';

const TOKEN = 'token-nobody-may-see';
const RENEWAL = 'renewal-nobody-may-see';
const options = { signal: new AbortController().signal };

/** A FHIR server with a sign-in of its own at `base`, and the second window, both in our hands. */
function withServer(base: string) {
  const asked: Request[] = [];
  const real = { fetch: globalThis.fetch, open: window.open };
  const sent: string[] = [];
  const state = { opened: 0, closed: 0 };
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    const path = request.url.slice(base.length);
    if (path === '/.well-known/smart-configuration') {
      return Promise.resolve(
        Response.json({ issuer: base, authorization_endpoint: `${base}/authorize`, token_endpoint: `${base}/token` }),
      );
    }
    if (path !== '/token') return Promise.resolve(new Response('', { status: 404 }));
    const granted = { access_token: TOKEN, refresh_token: RENEWAL, token_type: 'Bearer', expires_in: 600, patient: 'sam', fhirUser: 'Patient/sam' };
    return Promise.resolve(Response.json(granted));
  };
  window.open = () => {
    state.opened++;
    const other = { opener: window, location: { replace: (url: string) => sent.push(url) }, close: () => state.closed++ };
    return other as unknown as Window;
  };
  const restore = () => {
    globalThis.fetch = real.fetch;
    window.open = real.open;
  };
  return { asked, sent, state, restore };
}

/** What the page that people come back to says to the one that waits. */
function comeBack(url: string, answer: string): void {
  const state = new URL(url).searchParams.get('state')!;
  const line = new BroadcastChannel(`carethread-sign-in-${state}`);
  line.addEventListener('message', () => line.close());
  line.postMessage(`?${answer}&state=${state}`);
}

async function provided(attributes: Record<string, string>): Promise<{ provider: CareProvider; inside: HTMLElement }> {
  const provider = document.createElement('care-provider');
  for (const [name, value] of Object.entries({ backend: 'fhir', ...attributes })) provider.setAttribute(name, value);
  const inside = document.createElement('p');
  provider.append(inside);
  document.body.append(provider);
  await provider.updateComplete;
  return { provider, inside };
}

/** Presses "Sign in" once what it takes is there. False where the page's own way is taken. */
async function press(inside: HTMLElement): Promise<boolean> {
  await import('../../src/define/fhir-smart.js').then(() => new Promise((resolve) => setTimeout(resolve)));
  return !inside.dispatchEvent(new SignInEvent());
}

describe('the FHIR backend set up by attributes', () => {
  afterEach(() => document.querySelectorAll('care-provider').forEach((each) => each.remove()));

  // Comes first: a page is come back to once, when it is opened.
  it('is the page that people come back to, and leaves what the server said in no address', async () => {
    const [was, close] = [location.href, window.close];
    const line = new BroadcastChannel('carethread-sign-in-of-this-test');
    const heard = new Promise((resolve) => line.addEventListener('message', ({ data }) => resolve(data)));
    history.replaceState(null, '', `${location.pathname}?code=secret-code&state=of-this-test`);
    const closed = new Promise<void>((resolve) => (window.close = resolve));
    try {
      await provided({ 'base-url': 'https://zero.example/fhir', 'client-id': 'x' });
      expect(await heard).to.equal('?code=secret-code&state=of-this-test');
      expect(location.search).to.equal('');
      line.postMessage('heard');
      await closed;
    } finally {
      line.close();
      window.close = close;
      history.replaceState(null, '', was);
    }
  });

  it('signs people in at the server itself, in a window that opens within the press', async () => {
    const base = 'https://one.example/fhir';
    const { asked, sent, state, restore } = withServer(base);
    try {
      const { inside } = await provided({ 'base-url': base, 'client-id': 'our-site' });
      expect(await press(inside)).to.be.true;
      expect(state.opened).to.equal(1);
      await waitUntil(() => sent.length === 1);
      const launch = new URL(sent[0]!);
      expect(launch.origin + launch.pathname).to.equal(`${base}/authorize`);
      expect(launch.searchParams.get('client_id')).to.equal('our-site');
      expect(launch.searchParams.get('redirect_uri')).to.equal(location.origin + location.pathname);
      comeBack(sent[0]!, 'code=abc');
      await waitUntil(() => asked.some(({ headers }) => headers.get('authorization') === `Bearer ${TOKEN}`));
      // Found again under the same names, so a provider that is set up anew has nobody sign in twice.
      const attributes: Record<string, string> = { 'base-url': base, 'client-id': 'our-site' };
      const before = asked.length;
      await findBackend('fhir')!((name) => attributes[name]).connect(options).catch(() => {});
      expect(asked[before]!.headers.get('authorization')).to.equal(`Bearer ${TOKEN}`);
    } finally {
      restore();
    }
  });

  it('S08 has a token in no attribute, no address and no history', async () => {
    const base = 'https://two.example/fhir';
    const { asked, sent, restore } = withServer(base);
    try {
      const { inside } = await provided({ 'base-url': base, 'client-id': 'our-site' });
      await press(inside);
      await waitUntil(() => sent.length === 1);
      comeBack(sent[0]!, 'code=abc');
      await waitUntil(() => asked.some(({ headers }) => headers.has('authorization')));
      const seen = [document.documentElement.outerHTML, location.href, JSON.stringify(history.state), ...sent, ...asked.map(({ url }) => url)];
      for (const text of seen) {
        expect(text).not.to.include(TOKEN);
        expect(text).not.to.include(RENEWAL);
      }
    } finally {
      restore();
    }
  });

  it('sends people back to where the page says', async () => {
    const base = 'https://three.example/fhir';
    const { sent, restore } = withServer(base);
    try {
      const { inside } = await provided({ 'base-url': base, 'client-id': 'x', 'redirect-uri': 'https://us.example/back' });
      await press(inside);
      await waitUntil(() => sent.length === 1);
      expect(new URL(sent[0]!).searchParams.get('redirect_uri')).to.equal('https://us.example/back');
    } finally {
      restore();
    }
  });

  it('leaves signing in to a page that does it in its own way, or says where', async () => {
    const base = 'https://four.example/fhir';
    const { state, restore } = withServer(base);
    try {
      const { inside } = await provided({ 'base-url': base, 'client-id': 'x' });
      inside.addEventListener('care-sign-in', (event) => event.preventDefault());
      await press(inside);
      expect(state.opened).to.equal(0);
      const other = await provided({ 'base-url': base, 'token-url': '/token' });
      expect(await press(other.inside)).to.be.false;
    } finally {
      restore();
    }
  });

  it('tells developers that somebody turned back, with no word of the server', async () => {
    const base = 'https://five.example/fhir';
    const { sent, state, restore } = withServer(base);
    try {
      const { provider, inside } = await provided({ 'base-url': base, 'client-id': 'x' });
      const reports: unknown[] = [];
      provider.addEventListener('care-report', ({ code, where }) => where === 'sign-in' && reports.push(code));
      await press(inside);
      await waitUntil(() => sent.length === 1);
      comeBack(sent[0]!, 'error=access_denied&error_description=secret');
      await waitUntil(() => reports.length === 1);
      expect(reports).to.deep.equal(['auth-required']);
      expect(state.closed).to.equal(1);
    } finally {
      restore();
    }
  });

  it('says that nobody is signed in before anybody has', async () => {
    const attributes: Record<string, string> = { 'base-url': 'https://six.example/fhir', 'client-id': 'x' };
    const adapter = findBackend('fhir')!((name) => attributes[name]);
    const error = await adapter.connect(options).then(() => undefined, (reason: unknown) => reason);
    expect((error as AdapterError).code).to.equal('auth-required');
  });
});
