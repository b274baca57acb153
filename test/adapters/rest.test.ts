import { conformance } from '../../src/conformance/conformance.js';
import { restHarness, type SignInServer } from './rest-backend.js';

// The page and the server are two origins here, as they are at a practice.
async function startServer(): Promise<SignInServer> {
  const body = JSON.stringify({ withResults: true, withVisits: true });
  const { url } = (await (await fetch('/__reference-server', { method: 'POST', body })).json()) as { url: string };
  return {
    url,
    async signIn(person) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers, body: JSON.stringify({ person }) });
      return ((await answer.json()) as { token: string }).token;
    },
  };
}

const runner = {
  describe,
  // Mocha's two seconds are short for a hundred messages over HTTP.
  it: (title: string, body: () => Promise<void>) => void it(title, body).timeout(30_000),
};

conformance('rest from a page of another origin', runner, restHarness(startServer));
