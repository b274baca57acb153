import { sql } from 'kysely';
import type { Backend } from '../backend.js';
import { HealthAnswer, problems } from '../schemas.js';
import type { App } from './app.js';

/** Whether the server and its database are there, and what it speaks. */
export function healthRoutes(app: App, { database }: Backend): void {
  app.get(
    '/health',
    {
      config: { rateLimit: false },
      schema: { security: [], summary: 'Whether the server can answer', response: { 200: HealthAnswer, ...problems } },
    },
    async () => {
      await sql`select 1`.execute(database);
      return { status: 'ok' as const };
    },
  );

  app.get('/openapi.json', { schema: { security: [], summary: 'This document' } }, async () => app.swagger());
}
