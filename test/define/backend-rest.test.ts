import { expect } from '@open-wc/testing';
import '../../src/define/backend-rest.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { findBackend } from '../../src/elements/provider/backends.js';

const options = { signal: new AbortController().signal };
const session = { me: { id: 'sam', name: 'Sam Okafor', kind: 'patient' }, subjects: [] };
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** A page whose network is in our hands: answers by path, and remembers what was asked. */
function withNetwork(answers: Record<string, () => Response>) {
  const asked: Request[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    return Promise.resolve(answers[new URL(request.url).pathname]?.() ?? new Response('', { status: 404 }));
  };
  const attributes: Record<string, string> = { 'base-url': 'https://care.example/api/', 'token-url': '/token' };
  const adapter = findBackend('rest')!((name) => attributes[name]);
  return { adapter, asked, restore: () => (globalThis.fetch = real) };
}

const token = (expiresAt: string) => () => Response.json({ token: 'abc', expiresAt });

describe('the rest backend set up by attributes', () => {
  it('asks the page for a token, and the backend with it', async () => {
    const { adapter, asked, restore } = withNetwork({ '/token': token(inAnHour()), '/api/session': () => Response.json(session) });
    try {
      const { me } = await adapter.connect(options);
      expect(me.name).to.equal('Sam Okafor');
      expect(asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).to.deep.equal(['POST /token', 'GET /api/session']);
      expect(asked[1]!.headers.get('authorization')).to.equal('Bearer abc');
    } finally {
      restore();
    }
  });

  it('S08 has a token in no address', async () => {
    const { adapter, asked, restore } = withNetwork({ '/token': token(inAnHour()), '/api/session': () => Response.json(session) });
    try {
      await adapter.connect(options);
      for (const { url } of asked) expect(url).not.to.include('abc');
    } finally {
      restore();
    }
  });

  it('keeps a token until shortly before it ends, and asks anew for a new session', async () => {
    const { adapter, asked, restore } = withNetwork({
      '/token': token(inAnHour()),
      '/api/session': () => Response.json(session),
      '/api/practice': () => Response.json({}),
    });
    const tokens = () => asked.filter(({ url }) => url.endsWith('/token')).length;
    try {
      const connection = await adapter.connect(options);
      await connection.practice!.readPractice(options);
      expect(tokens()).to.equal(1);
      await adapter.connect(options);
      expect(tokens()).to.equal(2);
    } finally {
      restore();
    }
  });

  for (const [what, answer, code] of [
    ['nobody is signed in', () => new Response('', { status: 401 }), 'auth-required'],
    ["the page's server is down", () => new Response('', { status: 503 }), 'unavailable'],
    ['the page answers with a page', () => new Response('<html>'), 'malformed'],
    ['the token is no word', () => Response.json({ token: 7, expiresAt: inAnHour() }), 'malformed'],
  ] as const) {
    it(`says so when ${what}`, async () => {
      const { adapter, restore } = withNetwork({ '/token': answer });
      try {
        const error = await adapter.connect(options).then(() => undefined, (reason: unknown) => reason);
        expect(error).to.be.instanceOf(AdapterError);
        expect((error as AdapterError).code).to.equal(code);
      } finally {
        restore();
      }
    });
  }
});
