import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import { smartServer } from '../../src/adapters/fhir/smart-server.js';
import { smartSession } from '../../src/adapters/fhir/smart-session.js';
import { startOddServer } from './fhir-results-server.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';

const signal = AbortSignal.timeout(60_000);
const REDIRECT = 'http://127.0.0.1:5175/signed-in';

describe('signing in at a FHIR server', () => {
  let fhir: TestFhirServer;
  before(async () => void (fhir = await startFhirServer()));
  after(() => fhir.close());

  const server = (options: { baseUrl?: string; scope?: string } = {}) =>
    smartServer({ baseUrl: fhir.url, clientId: 'test', redirectUri: REDIRECT, ...options });
  const signIn = async (user: string, options?: { scope?: string }) => {
    const smart = server(options);
    const launch = await smart.begin(signal);
    return { smart, launch, granted: await smart.finish(launch, await chosen(launch.url, user), signal) };
  };

  it('says who came, for which patient, and what they may do', async () => {
    const { granted } = await signIn('Patient/rosa-delgado');
    assert.equal(granted.user, 'Patient/rosa-delgado');
    assert.equal(granted.patient, 'rosa-delgado');
    assert.match(granted.scope!, /patient\/\*\.rs/);
    assert.ok(Date.parse(granted.expiresAt) > Date.now());
    assert.equal(await read(granted.token, 'Patient/maya-delgado'), 200);
    assert.equal(await read(granted.token, 'Patient/sam-okafor'), 404);
  });

  it('says that a member of staff has no patient', async () => {
    const { granted } = await signIn('Practitioner/grace-lee');
    assert.equal(granted.user, 'Practitioner/grace-lee');
    assert.equal(granted.patient, undefined);
  });

  it('tells the server a hash of its secret, and no more', async () => {
    const { launch } = await signIn('Patient/sam-okafor');
    const asked = new URL(launch.url).searchParams;
    assert.equal(asked.get('code_challenge_method'), 'S256');
    assert.equal(asked.get('aud'), fhir.url);
    assert.ok(!launch.url.includes(launch.verifier));
  });

  it('gets a new token without asking anybody, and keeps what it knew', async () => {
    const { smart, granted } = await signIn('Patient/sam-okafor', { scope: 'openid fhirUser offline_access' });
    const renewed = await smart.renew(granted, signal);
    assert.notEqual(renewed.token, granted.token);
    assert.notEqual(renewed.renewal, granted.renewal);
    assert.deepEqual([renewed.user, renewed.patient], [granted.user, granted.patient]);
    assert.equal(await read(renewed.token, 'Patient/sam-okafor'), 200);
    await refused(smart.renew(granted, signal), 'auth-required');
  });

  it('renews once for all that ask at the same time, and in no name but the one that was asked for', async () => {
    const smart = server();
    const launch = await smart.begin(signal);
    const was = { location: globalThis.location, history: globalThis.history };
    const search = await chosen(launch.url, 'Patient/sam-okafor');
    let kept: string | undefined = JSON.stringify(launch);
    const keep = { read: () => kept, write: (text: string | undefined) => void (kept = text) };
    const seen: string[] = [];
    Object.assign(globalThis, { location: { search, pathname: '/back' }, history: { replaceState: (_: unknown, __: string, url: string) => seen.push(url) } });
    try {
      const session = smartSession({ baseUrl: fhir.url, clientId: 'test', redirectUri: REDIRECT });
      assert.equal(await session.comeBack(keep, { signal }), true);
      // What came back is in no address and in no keep after that, and is taken once.
      assert.deepEqual([kept, seen, await session.comeBack(keep, { signal })], [undefined, ['/back'], false]);
      const first = await session.getToken({ refresh: false, signal });
      const [one, other] = await Promise.all([session.getToken({ refresh: true, signal }), session.getToken({ refresh: true, signal })]);
      assert.deepEqual([one.token, one.token === first.token], [other.token, false]);
      const late = session.getToken({ refresh: true, signal });
      session.signOut();
      await refused(late, 'auth-required');
      await refused(session.getToken({ refresh: false, signal }), 'auth-required');
    } finally {
      Object.assign(globalThis, was);
    }
  });

  it('takes no answer but its own, and that once', async () => {
    const smart = server();
    const launch = await smart.begin(signal);
    const search = await chosen(launch.url, 'Patient/sam-okafor');
    const other = await smart.begin(signal);
    await refused(smart.finish({ ...launch, state: other.state }, search, signal), 'malformed');
    await refused(smart.finish({ ...launch, verifier: other.verifier }, search, signal), 'auth-required');
    await refused(smart.finish(launch, search, signal), 'auth-required');
  });

  it('says that nobody is signed in when they turned back', async () => {
    const smart = server();
    const launch = await smart.begin(signal);
    await refused(smart.finish(launch, await chosen(launch.url, ''), signal), 'auth-required');
  });

  it('says what is the matter with the server, and nothing of what it answered', async () => {
    await refused(server({ baseUrl: `${fhir.url}/nowhere` }).begin(signal), 'auth-required');
    await refused(server({ baseUrl: 'http://127.0.0.1:9' }).begin(signal), 'offline');
    const aborted = AbortSignal.abort(new Error('given up'));
    await assert.rejects(server().begin(aborted), /given up/);
  });

  it('S08 sends nobody, and no secret, to an address that is a script or can be read on the way', async () => {
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'http://evil.example/x', 'http://localhost@evil.example/x', '/token']) {
      for (const name of ['authorization_endpoint', 'token_endpoint']) {
        const body = { authorization_endpoint: 'https://good.example/a', token_endpoint: 'https://good.example/t', [name]: bad };
        const odd = await startOddServer((address) => (address.pathname.includes('.well-known') ? { body } : undefined));
        await refused(server({ baseUrl: odd.url }).begin(signal), 'malformed').finally(odd.close);
      }
    }
  });

  /** What the server sends back when somebody chooses who they are on its page. */
  async function chosen(url: string, user: string): Promise<string> {
    const page = await fetch(url);
    assert.equal(page.status, 200);
    const form = new URLSearchParams([...new URL(url).searchParams, ['user', user]]);
    const response = await fetch(`${fhir.url}/authorize`, { method: 'POST', body: form, redirect: 'manual' });
    const back = response.headers.get('location')!;
    assert.ok(back.startsWith(REDIRECT));
    return new URL(back).search;
  }

  async function read(token: string, path: string): Promise<number> {
    return (await fetch(`${fhir.url}/${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
  }
});

async function refused(act: Promise<unknown>, code: AdapterErrorCode): Promise<void> {
  await assert.rejects(act, (error: unknown) => {
    assert.ok(error instanceof AdapterError, String(error));
    assert.equal(error.code, code, error.message);
    assert.equal(error.cause, undefined);
    return true;
  });
}
