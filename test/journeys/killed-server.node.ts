import assert from 'node:assert/strict';
import { rmSync, mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import { createSite } from '../../demo/site/site-server.js';
import { startChildServer, type ChildServer } from '../server/child-server.js';
import { dropSchema, freshSchema } from '../support/reference-server.js';
import { startKillingProxy, type Moment } from './killing-proxy.js';
import { click, screenText, see, write } from './screen.js';
import { openBrowser, visit } from './visitor.js';

const WORDS = 'Is it fine to lift again?';
const MOMENTS: readonly Moment[] = ['as the message arrives', 'as the answer leaves'];

describe('The server is killed with -9 while a reply is sent, on SQLite', () => {
  for (const moment of MOMENTS) {
    it(`F02 F03 ${moment}: the page is not sure, then it is, and the reply is there once`, { timeout: 120_000 }, async (test) => {
      const folder = mkdtempSync(join(tmpdir(), 'carethread-journey-'));
      test.after(() => rmSync(folder, { recursive: true }));
      await killWhileSending(test, moment, { DATABASE_FILE: join(folder, 'demo.sqlite') });
    });
  }
});

describe('The server is killed with -9 while a reply is sent, on PostgreSQL', { skip: !process.env.DATABASE_URL }, () => {
  for (const moment of MOMENTS) {
    it(`F02 F03 ${moment}: the page is not sure, then it is, and the reply is there once`, { timeout: 120_000 }, async (test) => {
      const schema = freshSchema();
      test.after(() => dropSchema(schema));
      await killWhileSending(test, moment, { DATABASE_URL: process.env.DATABASE_URL!, DATABASE_SCHEMA: schema });
    });
  }
});

async function killWhileSending(
  test: TestContext,
  moment: Moment,
  database: Readonly<Record<string, string>>,
): Promise<void> {
  const environment = { ...database, ALLOWED_ORIGINS: '*', ANSWER_URL: 'http://127.0.0.1/answer.html', LOG_LEVEL: 'info' };
  const proxy = await startKillingProxy();
  const site = await createSite({ apiUrl: () => proxy.url });
  const browser = await openBrowser();
  test.after(async () => {
    await browser.close();
    await site.close();
    await proxy.close();
  });
  let server = await startChildServer(test, environment);
  proxy.lead(server.url);
  await site.listen({ port: 0, host: '127.0.0.1' });
  const { page, heard } = await visit(browser, `http://127.0.0.1:${(site.server.address() as AddressInfo).port}/`);
  await see(page, /A medicine refill/);
  await click(page, 'Medical question', 'care-inbox');
  await write(page, 'care-inbox >>> care-composer >>> textarea', WORDS);

  const killed = proxy.arm(moment, () => server.end('SIGKILL'));
  await click(page, 'Send', 'care-inbox >>> care-composer');
  await killed;
  await see(page, /We are not sure this was sent\. Checking…/, 'care-inbox');
  assert.equal(timesOnScreen(await screenText(page, 'care-inbox')), 1, 'the words stay, once');

  server = await startChildServer(test, environment);
  proxy.lead(server.url);
  await seeSent(page);
  assert.equal(timesOnScreen(await screenText(page, 'care-inbox')), 1);
  assert.equal(await timesStored(server), 1);
  assert.deepEqual(heard.errors, []);
  // The database is let go before its file or schema is removed.
  await server.end('SIGTERM');
}

async function seeSent(page: Page): Promise<void> {
  await see(page, /Sent \d+:\d\d [ap]m\. Nobody has opened it yet/, 'care-inbox');
  assert.doesNotMatch(await screenText(page, 'care-inbox'), /Checking…/);
}

/** In the thread, not in the list's line that says who wrote last. */
const timesOnScreen = (text: string): number => text.replace(`You: ${WORDS}`, '').split(WORDS).length - 1;

/** How often the reply stands in the database, as its API tells. */
async function timesStored(server: ChildServer): Promise<number> {
  const headers = { authorization: `Bearer ${await server.signIn('sam-okafor')}` };
  const read = async <T>(path: string): Promise<T[]> =>
    ((await (await fetch(server.url + path, { headers })).json()) as { items: T[] }).items;
  let count = 0;
  for (const { id } of await read<{ id: string }>('/threads')) {
    const entries = await read<{ body?: string }>(`/threads/${id}/entries?limit=100`);
    count += entries.filter(({ body }) => body === WORDS).length;
  }
  return count;
}
