import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Connection } from '../../src/adapter/adapter.js';
import type { LiveState } from '../../src/adapter/ports/changes.js';
import type { FhirAdapterOptions } from '../../src/adapters/fhir/fhir-adapter.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { fhirAs } from './fhir-backend.js';

const { signal } = new AbortController();

/** The real thing, looked at: where sockets go, and what is said in them. */
class SeenSocket extends WebSocket {
  static readonly all: SeenSocket[] = [];
  readonly sent: string[] = [];

  constructor(url: string) {
    super(url);
    SeenSocket.all.push(this);
  }

  override send(data: string): void {
    this.sent.push(data);
    super.send(data);
  }
}

/** Answers as the server's, with something in their text replaced. */
const replacing = (words: RegExp, by: string): Partial<FhirAdapterOptions> => ({
  fetch: async (input) => {
    const response = await fetch(input);
    const text = await response.text();
    return new Response(text.replace(words, by), { status: response.status, headers: response.headers });
  },
});

describe('being told of changes by a FHIR server', () => {
  let server: TestFhirServer;
  const seen = SeenSocket.all;
  const real = globalThis.WebSocket;
  before(() => void (globalThis.WebSocket = SeenSocket as typeof WebSocket));
  after(() => void (globalThis.WebSocket = real));
  beforeEach(async () => {
    seen.length = 0;
    server = await startFhirServer();
  });
  afterEach(() => server.close());

  const connect = (person: string, options?: Partial<FhirAdapterOptions>): Promise<Connection> =>
    fhirAs(server, person, options).connect({ signal });

  /** Watches, and can be waited for. */
  const watch = ({ changes }: Connection) => {
    const told: (LiveState | 'hint')[] = [];
    let look = (): void => {};
    const tell = (what: LiveState | 'hint'): void => {
      told.push(what);
      look();
    };
    const stop = changes!.watch!({ hint: () => tell('hint'), state: tell });
    const until = async (what: LiveState | 'hint'): Promise<void> => {
      while (!told.includes(what)) await new Promise<void>((resolve) => (look = resolve));
    };
    return { told, stop, until };
  };

  const write = async (person: string): Promise<void> => {
    const reference = `Patient/${person}`;
    const message = { resourceType: 'Communication', status: 'completed', subject: { reference }, sender: { reference } };
    const headers = { 'content-type': 'application/fhir+json', authorization: `Bearer ${server.tokenFor(person).token}` };
    const { status } = await fetch(`${server.url}/Communication`, { method: 'POST', headers, body: JSON.stringify(message) });
    assert.equal(status, 201);
  };

  it('binds one socket by what is said in it, and puts no token in an address', async () => {
    const sam = watch(await connect('sam-okafor'));
    await sam.until('live');
    assert.equal(seen.length, 1);
    const { url, sent } = seen[0]!;
    assert.equal(new URL(url).search, '');
    const tokens = sent.map((each) => (JSON.parse(each) as { payload: { token: string } }).payload.token);
    assert.ok(tokens.length > 1);
    assert.ok(tokens.every((token) => token && !url.includes(token)));
    sam.stop();
    assert.notEqual(seen[0]!.readyState, real.OPEN);
  });

  it('says nothing of others: a patient hears of what they may read', async () => {
    const [sam, rosa, ana] = await Promise.all(['sam-okafor', 'rosa-delgado', 'ana-morales'].map(async (who) => watch(await connect(who))));
    await Promise.all([sam!, rosa!, ana!].map((one) => one.until('live')));
    await write('sam-okafor');
    await Promise.all([sam!.until('hint'), ana!.until('hint')]);
    // What was sent before the answer to a beat has come before it.
    const answered = seen.map((one) => new Promise((resolve) => one.addEventListener('message', resolve, { once: true })));
    for (const one of seen) one.send('{"type":"ping"}');
    await Promise.all(answered);
    assert.deepEqual(rosa!.told, ['live']);
    for (const one of [sam!, rosa!, ana!]) one.stop();
  });

  it('hears nothing more once it is signed out', async () => {
    const ana = watch(await connect('ana-morales'));
    await ana.until('live');
    server.signOut('ana-morales');
    await write('sam-okafor');
    await ana.until('polling');
    assert.ok(!ana.told.includes('hint'));
    ana.stop();
  });

  it('is asked instead where the server has no such thing, or may not be told', async () => {
    const without = await connect('sam-okafor', replacing(/get-ws-binding-token/g, 'another'));
    assert.equal(without.changes!.watch, undefined);
    assert.equal(without.missing['changes.watch']?.code, 'unsupported');
    const token = server.tokenFor('sam-okafor');
    const scope = token.scope!.replace('patient/Subscription.cu', '');
    const forbidden = await connect('sam-okafor', { getToken: () => Promise.resolve({ ...token, scope }) });
    assert.equal(forbidden.missing['changes.watch']?.code, 'forbidden');
  });

  it('opens no socket anywhere else, and is asked instead', async () => {
    const sam = watch(await connect('sam-okafor', replacing(/ws:\/\/127\.0\.0\.1:/, 'ws://localhost:')));
    await sam.until('polling');
    assert.deepEqual([seen.length, sam.told], [0, ['polling']]);
    sam.stop();
  });

  it('is asked instead where no socket gets through', async () => {
    const sam = watch(await connect('sam-okafor', replacing(/\/ws\/subscriptions-r4/, '/nowhere')));
    await sam.until('polling');
    assert.deepEqual([seen.length, sam.told], [1, ['polling']]);
    sam.stop();
  });

  it('comes back when the line was cut', async () => {
    const sam = watch(await connect('sam-okafor'));
    await sam.until('live');
    sam.told.length = 0;
    seen[0]!.close();
    await sam.until('polling');
    await sam.until('live');
    assert.equal(seen.length, 2);
    sam.stop();
  });
});
