import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { readPracticeFile } from '../server/directory/practice-file.js';
import { loginsOf, practiceRecords } from './practice-records.js';
import { practiceWords } from './practice-words.js';
import { REAL_LOGINS, realRecords } from './real-records.js';
import { createFhirServer } from './server/fhir-server.js';
import { keep, noRecords } from './server/records.js';
import { createFhirSite } from './site/fhir-site.js';
import { scheduleRecords, visitRecords } from './visit-records.js';

export interface FhirDemo {
  readonly siteUrl: string;
  /** The base of the FHIR server, with no trailing slash. */
  readonly fhirUrl: string;
  close(): Promise<void>;
}

/** Where the pages and the FHIR server would like to listen. Taken ones are passed over; 0 is any free port. */
export interface FhirDemoOptions {
  readonly sitePort?: number;
  readonly fhirPort?: number;
}

/** A FHIR server with published records, and the practice's website on another origin. Both on this machine only. */
export async function startFhirDemo({ sitePort = 0, fhirPort = 0 }: FhirDemoOptions = {}): Promise<FhirDemo> {
  const { practices } = await readPracticeFile(new URL('../server/practice.json', import.meta.url));
  const entry = practices[0]!;
  const records = noRecords();
  const now = Date.now();
  const times = scheduleRecords(entry, now);
  const all = [...practiceRecords(entry), ...(await realRecords()), ...times, ...visitRecords(entry, times, now)];
  for (const resource of all) keep(records, resource);
  const logins = [...REAL_LOGINS, ...loginsOf(entry)];

  const { app, sessions } = await createFhirServer({ records, logins });
  const fhirUrl = `${await listen(app, fhirPort)}/fhir`;
  const site = await createFhirSite({ fhirUrl: () => fhirUrl, sessions, logins, words: practiceWords(entry) });
  const siteUrl = await listen(site, sitePort);
  return {
    siteUrl,
    fhirUrl,
    async close() {
      await site.close();
      await app.close();
    },
  };
}

async function listen(server: FastifyInstance, port: number): Promise<string> {
  const free = await server.listen({ host: '127.0.0.1', port, listenTextResolver: () => '' }).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      return false;
    },
  );
  if (!free) await server.listen({ host: '127.0.0.1', port: 0, listenTextResolver: () => '' });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}
