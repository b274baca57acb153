import { startDemo } from './start-demo.js';

// PORT, API_PORT          where the pages (5173) and the API (5174) listen; any free port where those are taken
// DATABASE_URL            a PostgreSQL to use
// DATABASE_FILE           without one: the SQLite file (carethread.sqlite)

const { DATABASE_URL: url, DATABASE_FILE: file = 'carethread.sqlite', PORT, API_PORT } = process.env;

const { siteUrl, apiUrl, close } = await startDemo({
  database: url ? { url } : { file },
  sitePort: Number(PORT ?? 5173),
  apiPort: Number(API_PORT ?? 5174),
});

console.log(`
The practice's website, as a patient:   ${siteUrl}/
The practice's side, as the front desk: ${siteUrl}/staff.html
The API and what it can do:             ${apiUrl}/openapi.json

Open the first two side by side: what one window sends, the other shows. The dark strip on top of each page makes you
somebody else. What is written is kept in ${url ? 'your PostgreSQL' : file}; ${url ? 'empty it' : 'remove it'} to begin anew.

Ctrl+C stops it.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void close().then(() => process.exit(0));
  });
}
