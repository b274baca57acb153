// How many sends in a row the reference backend takes in a second, beside a Fastify that only answers. One request
// after the other, each waiting for its answer: the time of one send, not what many clients at once could get.
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { startReferenceServer, type ReferenceServerOptions } from '../support/reference-server.js';
import { startPostgres } from '../support/postgres.js';

const SENDS = 500;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Posts JSON and resolves with the answer's body; rejects when it is a refusal. */
function post(url: string, token: string, body: unknown, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => (response.statusCode! < 300 ? resolve(text) : reject(new Error(`${response.statusCode}`))));
    });
    sending.on('error', reject);
    sending.end(JSON.stringify(body));
  });
}

async function sendsPerSecond(name: string, send: (index: number) => Promise<unknown>): Promise<number> {
  // The first ones warm up what every later one uses.
  for (let index = 0; index < 50; index++) await send(-1 - index);
  const times: number[] = [];
  for (let index = 0; index < SENDS; index++) {
    const start = performance.now();
    await send(index);
    times.push(performance.now() - start);
  }
  const rate = SENDS / (times.reduce((sum, time) => sum + time, 0) / 1000);
  times.sort((a, b) => a - b);
  const [median, slowest] = [times[SENDS / 2]!, times[Math.floor(SENDS * 0.95)]!];
  const cells = [`${rate.toFixed(0)}/s`.padStart(8), `${median.toFixed(2)} ms`.padStart(9), `${slowest.toFixed(2)} ms`.padStart(9)];
  console.log(name.padEnd(28), ...cells);
  return rate;
}

async function measureBare(): Promise<number> {
  const app = Fastify();
  app.post('/messages', (incoming) => ({ id: 1, sent: incoming.body }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/messages`;
  const rate = await sendsPerSecond('bare Fastify, no database', (index) => post(url, '', { body: 'Hello' }, `key-${index}`));
  await app.close();
  return rate;
}

async function measure(name: string, options: ReferenceServerOptions): Promise<number> {
  const server = await startReferenceServer(options);
  const token = await server.signIn('sam-okafor');
  const asking = { reason: 'something-else', subject: 'sam-okafor', answers: [], body: 'Hello' };
  const receipt = JSON.parse(await post(`${server.url}/contact-requests`, token, asking, 'bench-first')) as {
    thread: { id: string };
  };
  const url = `${server.url}/threads/${receipt.thread.id}/messages`;
  const body = 'The pharmacy says there are no refills left. I have three tablets.';
  const rate = await sendsPerSecond(name, (index) => post(url, token, { body }, `bench-key-${index}`));
  await server.close();
  return rate;
}

console.log(`${SENDS} sends in a row`.padEnd(28), 'rate'.padStart(8), 'median'.padStart(9), '95 %'.padStart(9));
const bare = await measureBare();
const folder = mkdtempSync(join(tmpdir(), 'carethread-bench-'));
const rates = [await measure('SQLite file, every send synced', { database: 'sqlite-file', file: join(folder, 'bench.sqlite') })];
rmSync(folder, { recursive: true });
const postgres = await startPostgres();
if (postgres) {
  process.env.DATABASE_URL = postgres.url;
  rates.push(await measure('PostgreSQL', { database: 'postgres' }));
  await postgres.stop();
} else {
  console.log('PostgreSQL: not run');
}
console.log(`bare Fastify takes ${rates.map((rate) => `${(bare / rate).toFixed(1)}x`).join(' and ')} as many`);
agent.destroy();
