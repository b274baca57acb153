import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Bundle, DiagnosticReport, Resource } from '@medplum/fhirtypes';
import { REAL_LOGINS, realRecords } from '../../demo/fhir/real-records.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { reader, type Reader } from './reader.js';

describe('the published records of the demo', () => {
  let server: TestFhirServer;
  let as: (person: string) => Reader;
  before(async () => {
    server = await startFhirServer();
    server.load(await realRecords());
    as = reader(server);
  });
  after(() => server.close());

  it('are what was published, with references that lead somewhere', async () => {
    const resources = await realRecords();
    const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
    const lost = [...new Set(resources.flatMap(referencesIn))].filter((one) => !one.startsWith('#') && !known.has(one));
    assert.deepEqual(lost.sort(), [
      'Media/chest-xray',
      'Organization/acme-payer',
      'Organization/alder-street', // the demo's practice, which is loaded beside them
      'Organization/example-organization-2',
    ]);
    assert.ok(resources.length > 180, `only ${resources.length}`);
  });

  it('name where each file comes from, and its licence', async () => {
    const notice = await readFile(new URL('../../demo/fhir/data/LICENSE-DATA.md', import.meta.url), 'utf8');
    for (const file of ['us-core.json', 'liz-conn.json', 'enda-schaefer.json']) assert.match(notice, new RegExp(`\`${file}\` .*(CC0|Apache)`));
  });

  it('give a patient her reports with what was measured', async () => {
    const found = await as('amy-shaw').read<Bundle>(
      'DiagnosticReport?patient=amy-shaw&category=LAB&_sort=-date&_include=DiagnosticReport:result',
    );
    const reports = found.entry!.filter(({ search }) => search?.mode === 'match');
    assert.deepEqual(reports.map(({ resource }) => (resource as DiagnosticReport).id).sort(), ['cbc', 'metabolic-panel']);
    assert.equal(found.entry!.length - reports.length, 16);
  });

  it('let a mother read her child’s record, and nobody else’s', async () => {
    const found = await as('liz-conn').read<Bundle>('Patient');
    assert.deepEqual(found.entry!.map(({ resource }) => resource!.id).sort(), ['enda-schaefer', 'liz-conn']);
    assert.equal(await as('liz-conn').status('Patient/amy-shaw'), 404);
  });

  it('let a niece read her aunt’s record', async () => {
    const niece = REAL_LOGINS.find(({ title }) => title.includes('niece'))!;
    const token = server.tokenFor(niece.user);
    assert.equal(token.patient, 'amy-shaw');
    assert.equal(await as(niece.user).status('Patient/amy-shaw'), 200);
    assert.equal(await as(niece.user).status('Patient/liz-conn'), 404);
  });
});

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Resource).flatMap(([key, one]) =>
    key === 'reference' && typeof one === 'string' ? [one] : referencesIn(one),
  );
}
