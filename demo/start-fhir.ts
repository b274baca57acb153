import { startFhirDemo } from './fhir/start-fhir-demo.js';

// PORT, FHIR_PORT         where the pages (5175) and the FHIR server (5176) listen; any free port where those are taken

const { PORT, FHIR_PORT } = process.env;
const { siteUrl, fhirUrl, close } = await startFhirDemo({
  sitePort: Number(PORT ?? 5175),
  fhirPort: Number(FHIR_PORT ?? 5176),
});

console.log(`
A patient's page, as Amy Shaw of US Core:  ${siteUrl}/
The practice's side, as the front desk:    ${siteUrl}/staff.html
The FHIR server and what it can do:        ${fhirUrl}/metadata

Open the first two side by side. The dark strip on top of each page makes you somebody else; as nobody, the page has you
sign in at the FHIR server itself. All of it is in this process's memory and gone when it stops.

Ctrl+C stops it.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void close().then(() => process.exit(0));
  });
}
