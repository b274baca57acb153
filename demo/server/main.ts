import { createServer } from './server.js';
import { readPracticeFile } from './directory/practice-file.js';
import type { DemoSignIn } from './routes/strangers.js';

// PORT, HOST              where to listen (3000 on 127.0.0.1)
// DATABASE_URL            a PostgreSQL to use, and
// DATABASE_SCHEMA         the schema in it (the first of its search path)
// DATABASE_FILE           without a PostgreSQL: the SQLite file (carethread.sqlite)
// PRACTICE_FILE           hours, people and reasons (practice.json beside this file)
// ALLOWED_ORIGINS         pages that may call, separated by commas
// DEMO_SIGN_IN            off, loopback or anywhere (loopback)
// ANSWER_URL              the page that opens the answer to somebody without an account (answer.html of the first
//                         page that may call)
// WEBHOOK_URL             what is told that somebody was answered, and
// WEBHOOK_SECRET          what signs that: see notices/webhook.ts
// REQUESTS_PER_MINUTE     how many requests one person may make (300)

const { env } = process;
const app = await createServer({
  database: env.DATABASE_URL
    ? { url: env.DATABASE_URL, schema: env.DATABASE_SCHEMA }
    : { file: env.DATABASE_FILE ?? 'carethread.sqlite' },
  practiceFile: await readPracticeFile(env.PRACTICE_FILE ?? new URL('practice.json', import.meta.url)),
  allowedOrigins: (env.ALLOWED_ORIGINS ?? '').split(',').filter(Boolean),
  demoSignIn: signIn(env.DEMO_SIGN_IN ?? 'loopback'),
  requestsPerMinute: Number(env.REQUESTS_PER_MINUTE ?? 300),
  answerUrl: env.ANSWER_URL,
  webhook: env.WEBHOOK_URL ? { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET ?? '' } : undefined,
  withStories: true,
  logger: { level: env.LOG_LEVEL ?? 'info' },
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());

await app.listen({ port: Number(env.PORT ?? 3000), host: env.HOST ?? '127.0.0.1' });

function signIn(word: string): DemoSignIn {
  if (word === 'off' || word === 'loopback' || word === 'anywhere') return word;
  throw new Error('DEMO_SIGN_IN is off, loopback or anywhere');
}
