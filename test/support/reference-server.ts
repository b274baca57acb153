import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import type { DatabaseOptions } from '../../demo/server/database/open.js';
import { readPracticeFile, type PracticeFile } from '../../demo/server/directory/practice-file.js';
import type { ResultSystem } from '../../demo/server/results/arrival.js';
import { createServer, type ServerOptions } from '../../demo/server/server.js';
import { signInAt } from './sign-in.js';

export interface ReferenceServerOptions extends Partial<Omit<ServerOptions, 'database' | 'practiceFile'>> {
  /** Default `sqlite-memory`. `postgres` wants `DATABASE_URL` and gets a schema of its own there. */
  readonly database?: 'sqlite-memory' | 'sqlite-file' | 'postgres';
  /** The file of `sqlite-file`. */
  readonly file?: string;
  /** The schema of `postgres`: given to meet another server there, and then not dropped. */
  readonly schema?: string;
  readonly practiceFile?: PracticeFile;
}

export interface ReferenceServer {
  /** Where it listens, with no trailing slash. */
  readonly url: string;
  /** Signs a person of the practice file in, such as `sam-okafor`. */
  signIn(person: string): Promise<string>;
  /** Brings results in, as the practice's own system does. */
  readonly results: ResultSystem;
  close(): Promise<void>;
}

/** The practice the demo shows. */
export function demoPractice(): Promise<PracticeFile> {
  return readPracticeFile(new URL('../../demo/server/practice.json', import.meta.url));
}

/** The reference backend in this process, on a free port, empty unless `withStories` is set. */
export async function startReferenceServer({
  database = 'sqlite-memory',
  file,
  schema,
  practiceFile,
  ...options
}: ReferenceServerOptions = {}): Promise<ReferenceServer> {
  const ownSchema = database === 'postgres' && schema === undefined ? freshSchema() : undefined;
  const app = await createServer({
    allowedOrigins: ['*'],
    answerUrl: 'https://practice.example/answer',
    requestsPerMinute: 1_000_000,
    practiceFile: practiceFile ?? (await demoPractice()),
    ...options,
    database: databaseOf(database, file, schema ?? ownSchema),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    signIn: (person) => signInAt(url, person),
    results: app.results,
    async close() {
      await app.close();
      if (ownSchema !== undefined) await dropSchema(ownSchema);
    },
  };
}

/** A name for a schema nobody else uses. */
export function freshSchema(): string {
  return `test_${randomBytes(6).toString('hex')}`;
}

/** Removes a schema and all in it. */
export async function dropSchema(schema: string): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`drop schema if exists ${schema} cascade`);
  await client.end();
}

function databaseOf(
  database: NonNullable<ReferenceServerOptions['database']>,
  file: string | undefined,
  schema: string | undefined,
): DatabaseOptions {
  if (database === 'sqlite-memory') return { file: ':memory:' };
  if (database === 'sqlite-file') {
    if (file === undefined) throw new Error('sqlite-file wants a file');
    return { file };
  }
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('postgres wants DATABASE_URL');
  return { url, schema };
}
