import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { restAdapter } from '../../src/adapters/rest/rest-adapter.js';
import { ask, newWords, once, patiently } from '../../src/conformance/steps.js';
import type { LinePage, watchAsPage } from './one-line-page.js';

const SECONDS = { timeout: 8_000 };

/** A backend with a patient's thread, and the means to open pages of that patient. */
async function setUp() {
  const { url } = (await (await fetch('/__reference-server', { method: 'POST' })).json()) as { url: string };
  const signIn = async (person: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers, body: JSON.stringify({ person }) });
    return ((await answer.json()) as { token: string }).token;
  };
  const connect = (token: string) =>
    restAdapter({ baseUrl: url, getToken: () => Promise.resolve({ token, expiresAt: '2099-01-01T00:00:00Z' }) }).connect(patiently);
  const patient = await connect(await signIn('sam-okafor'));
  const { thread } = await ask(patient);
  const say = () => patient.messages!.send({ thread: thread.id, body: newWords() }, once());
  const open = async (person = 'sam-okafor') => pageOf(url, await signIn(person));
  return { say, open, change: { kind: 'thread', thread: thread.id } };
}

interface Opened extends LinePage {
  /** Ends the page at once, with no chance to say anything. */
  kill(): void;
}

/** A page in a frame: it has its own modules, and takes its locks with it when it goes. */
async function pageOf(url: string, token: string): Promise<Opened> {
  const frame = document.createElement('iframe');
  const module = new URL('./one-line-page.ts', import.meta.url).href;
  frame.srcdoc = `<script type="module">import { watchAsPage } from '${module}'; window.watchAsPage = watchAsPage;</script>`;
  document.body.append(frame);
  const inside = () => frame.contentWindow as (Window & { watchAsPage?: typeof watchAsPage }) | null;
  await waitUntil(() => inside()?.watchAsPage, 'the page', SECONDS);
  const page = inside()!.watchAsPage!(url, token);
  return {
    ...page,
    kill() {
      // A frame that is taken away is told so before, and a page that crashes is not.
      (inside() as unknown as typeof globalThis).BroadcastChannel.prototype.postMessage = () => {};
      frame.remove();
    },
  };
}

const streamsOf = (pages: readonly LinePage[]): number => pages.reduce((sum, page) => sum + page.streams(), 0);

describe('pages of one browser', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('F25 share one stream, and all hear of a change, once', async () => {
    const { open, say, change } = await setUp();
    const pages = [await open(), await open(), await open()];
    await waitUntil(() => pages.every((page) => page.state() === 'live'), 'all live', SECONDS);
    expect(streamsOf(pages)).to.equal(1);
    await aTimeout(100);
    await say();
    await waitUntil(() => pages.every(({ heard }) => heard.length > 0), 'all have heard', SECONDS);
    await aTimeout(200);
    for (const { heard } of pages) expect(heard).to.deep.equal([change]);
  }).timeout(30_000);

  it('F25 go on when the one with the stream dies, and miss nothing that came meanwhile', async () => {
    const { open, say, change } = await setUp();
    const pages = [await open(), await open(), await open()];
    await waitUntil(() => pages.every((page) => page.state() === 'live'), 'all live', SECONDS);
    const leader = pages.find((page) => page.streams() > 0)!;
    const others = pages.filter((page) => page !== leader);
    const release = others.map((page) => page.hold());
    leader.kill();
    await waitUntil(() => streamsOf(others) === 1, 'another opens a stream', SECONDS);
    // Nobody is there to be told of this one.
    await say();
    for (const go of release) go();
    await waitUntil(() => others.every(({ heard }) => heard.length > 0), 'all have heard', SECONDS);
    await waitUntil(() => others.every((page) => page.state() === 'live'), 'all live again', SECONDS);
    expect(streamsOf(others)).to.equal(1);
    await say();
    await waitUntil(() => others.every(({ heard }) => heard.length > 1), 'all hear again', SECONDS);
    await aTimeout(200);
    for (const { heard } of others) expect(heard).to.deep.equal([change, change]);
  }).timeout(30_000);

  it('F23 share nothing when somebody else is signed in', async () => {
    const { open, say } = await setUp();
    const [sam, rosa] = [await open(), await open('rosa-delgado')];
    await waitUntil(() => [sam, rosa].every((page) => page.state() === 'live'), 'both live', SECONDS);
    expect([sam.streams(), rosa.streams()]).to.deep.equal([1, 1]);
    await aTimeout(100);
    await say();
    await waitUntil(() => sam.heard.length > 0, 'Sam hears', SECONDS);
    await aTimeout(200);
    expect(rosa.heard).to.deep.equal([]);
  }).timeout(30_000);
});
