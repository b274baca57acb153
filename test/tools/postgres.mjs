import { existsSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const HELPER = 'test/support/postgres.ts';

/** Sees to it that tests find a PostgreSQL in DATABASE_URL: the one that is set, else a temporary one of our own.
 *  Without either it says so; that is a fault only where REQUIRE_POSTGRES is set, as it is in CI. */
export async function startPostgres() {
  if (process.env.DATABASE_URL) return { missing: false, stop: async () => {} };
  const own = await startOwn();
  if (own) {
    process.env.DATABASE_URL = own.url;
    return { missing: false, stop: () => own.stop() };
  }
  console.log('PostgreSQL: not run');
  return { missing: process.env.REQUIRE_POSTGRES === '1', stop: async () => {} };
}

async function startOwn() {
  if (!existsSync(HELPER)) return undefined;
  const { startPostgres: start } = await tsImport(`../../${HELPER}`, import.meta.url);
  return start().catch((error) => console.log(`PostgreSQL did not start: ${error.message}`));
}
