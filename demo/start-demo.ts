import type { FastifyInstance } from 'fastify';
import { readPracticeFile } from './server/directory/practice-file.js';
import type { DatabaseOptions } from './server/database/open.js';
import type { ResultSystem } from './server/results/arrival.js';
import { createServer } from './server/server.js';
import { createSite } from './site/site-server.js';

export interface DemoOptions {
  readonly database: DatabaseOptions;
  /** Where the pages and the API would like to listen. Taken ones are passed over; 0 is any free port. */
  readonly sitePort?: number;
  readonly apiPort?: number;
  /** Requests one person may make in a minute. */
  readonly requestsPerMinute?: number;
  /** The time by the backend's clock, in milliseconds since the epoch. */
  readonly clock?: () => number;
}

export interface Demo {
  readonly siteUrl: string;
  readonly apiUrl: string;
  /** Brings results in, as the practice's own system does. */
  readonly results: ResultSystem;
  close(): Promise<void>;
}

/** The reference backend, and the practice's website on another origin. Both on this machine only. */
export async function startDemo({ database, sitePort = 0, apiPort = 0, ...options }: DemoOptions): Promise<Demo> {
  let apiUrl = '';
  const site = await createSite({ apiUrl: () => apiUrl });
  const siteUrl = await listen(site, sitePort);
  const api = await createServer({
    database,
    practiceFile: await readPracticeFile(new URL('server/practice.json', import.meta.url)),
    allowedOrigins: [siteUrl],
    withStories: true,
    ...options,
  });
  apiUrl = await listen(api, apiPort);
  return {
    siteUrl,
    apiUrl,
    results: api.results,
    async close() {
      await site.close();
      await api.close();
    },
  };
}

async function listen(server: FastifyInstance, port: number): Promise<string> {
  const options = { host: '127.0.0.1', listenTextResolver: () => '' };
  try {
    return await server.listen({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return server.listen({ ...options, port: 0 });
  }
}
