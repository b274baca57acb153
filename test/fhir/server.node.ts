import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Bundle, Communication } from '@medplum/fhirtypes';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { reader, type Reader } from './reader.js';

const JSON_TYPE = { 'content-type': 'application/fhir+json' };
const SAM = { reference: 'Patient/sam-okafor' };
const message = (value: string): Communication => ({
  resourceType: 'Communication',
  status: 'completed',
  subject: SAM,
  sender: SAM,
  sent: '2026-11-23T10:00:00Z',
  identifier: [{ system: 'urn:key', value }],
});
const matches = ({ entry = [] }: Bundle): string[] => entry.map(({ resource }) => `${resource!.resourceType}/${resource!.id}`);

describe('the FHIR server of demo and tests', () => {
  let server: TestFhirServer;
  let sam: Reader;
  let rosa: Reader;
  let ana: Reader;
  before(async () => {
    server = await startFhirServer();
    [sam, rosa, ana] = ['sam-okafor', 'rosa-delgado', 'ana-morales'].map(reader(server)) as [Reader, Reader, Reader];
  });
  after(() => server.close());

  const create = async (who: Reader, json: object, headers: HeadersInit = {}) => {
    const response = await who.fetch('Communication', { method: 'POST', json, headers });
    return { response, resource: (await response.json()) as Communication };
  };
  const transaction = (entry: Bundle['entry']) =>
    sam.fetch('', { method: 'POST', json: { resourceType: 'Bundle', type: 'transaction', entry } });

  it('says what it can do to whoever asks, and nothing else', async () => {
    const metadata = (await (await fetch(`${server.url}/metadata`)).json()) as { resourceType: string };
    assert.equal(metadata.resourceType, 'CapabilityStatement');
    const response = await fetch(`${server.url}/Patient/sam-okafor`);
    assert.equal(response.status, 401);
    assert.equal(response.headers.get('www-authenticate'), 'Bearer');
  });

  it('refuses what R4 does not allow, and says where', async () => {
    for (const wrong of [{ status: 'banana' }, { status: undefined }, { surprise: 1 }, { sent: 5 }, { priority: 'soon' }]) {
      const { response, resource } = await create(sam, { ...message('wrong'), ...wrong });
      assert.equal(response.status, 400, JSON.stringify(wrong));
      assert.equal((resource as object as { resourceType: string }).resourceType, 'OperationOutcome');
    }
    assert.equal(await sam.status('Communication', { method: 'POST', body: '{', headers: JSON_TYPE }), 400);
    assert.equal(await sam.status('Communication?surprise=1'), 400);
  });

  it('creates once under the same identifier, also when asked twice at a time', async () => {
    const once = { 'if-none-exist': 'identifier=urn:key|once' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(sam, message('once'), once)));
    assert.equal(new Set(answers.map(({ resource }) => resource.id)).size, 1);
    assert.deepEqual(answers.map(({ response }) => response.status).sort(), [200, 200, 200, 201]);
  });

  it('changes only the version that was read', async () => {
    const { resource } = await create(sam, message('versions'));
    const path = `Communication/${resource.id}`;
    const change = (version: string) =>
      sam.status(path, {
        method: 'PUT',
        json: { ...resource, status: 'entered-in-error' },
        headers: { 'if-match': `W/"${version}"` },
      });
    assert.equal(await change(resource.meta!.versionId!), 200);
    assert.equal(await change(resource.meta!.versionId!), 412);
    const { entry } = await sam.read<Bundle<Communication>>(`${path}/_history`);
    assert.deepEqual(entry!.map((one) => one.resource!.status), ['entered-in-error', 'completed']);
  });

  it('answers 304 while nothing changed, and 410 where something was', async () => {
    const { resource, response } = await create(sam, message('there'));
    const path = `Communication/${resource.id}`;
    assert.equal(await sam.status(path, { headers: { 'if-none-match': response.headers.get('etag')! } }), 304);
    assert.equal(await sam.status(path, { method: 'DELETE' }), 403);
    assert.equal(await ana.status(path, { method: 'DELETE' }), 200);
    assert.equal(await sam.status(path), 410);
    assert.equal(await rosa.status(path), 404);
  });

  it('does all of a transaction or none of it', async () => {
    const request = { method: 'POST' as const, url: 'Communication' };
    const fullUrl = 'urn:uuid:5a4b7f9c-0000-4000-8000-000000000001';
    const whole = await transaction([
      { fullUrl, request, resource: message('head') },
      { request, resource: { ...message('first'), partOf: [{ reference: fullUrl }] } },
    ]);
    assert.equal(whole.status, 200);
    const [head, first] = ((await whole.json()) as Bundle).entry!;
    assert.equal((first!.resource as Communication).partOf![0]!.reference, `Communication/${head!.resource!.id}`);

    const broken = await transaction([
      { request, resource: message('half') },
      { request, resource: { ...message('half'), status: 'banana' as 'completed' } },
    ]);
    assert.equal(broken.status, 400);
    assert.deepEqual(matches(await sam.read('Communication?identifier=urn:key|half')), []);
  });

  it('gives long answers in pages, each with a link to the next', async () => {
    for (const index of [1, 2, 3, 4, 5]) await create(sam, message(`page-${index}`));
    const seen: string[] = [];
    const first = `Communication?identifier=${[1, 2, 3, 4, 5].map((n) => `urn:key|page-${n}`).join(',')}&_count=2&_sort=_id`;
    for (let path: string | undefined = first; path !== undefined; ) {
      const page: Bundle = await sam.read<Bundle>(path);
      assert.equal(page.total, 5);
      seen.push(...matches(page));
      path = page.link!.find(({ relation }) => relation === 'next')?.url.slice(server.url.length + 1);
    }
    assert.equal(new Set(seen).size, 5);
  });

  it('sorts times by the instant they mean', async () => {
    for (const [value, sent] of [
      ['late', '2026-11-01T09:00:00-05:00'],
      ['early', '2026-11-01T10:00:00+11:00'],
      ['middle', '2026-11-01T08:00:00Z'],
    ])
      await create(sam, { ...message(`sort-${value}`), sent });
    const keys = ['late', 'early', 'middle'].map((value) => `urn:key|sort-${value}`).join(',');
    const { entry } = await sam.read<Bundle<Communication>>(`Communication?identifier=${keys}&_sort=sent`);
    assert.deepEqual(
      entry!.map(({ resource }) => resource!.identifier![0]!.value),
      ['sort-early', 'sort-middle', 'sort-late'],
    );
  });

  it('shows a patient nothing of another, by no door', async () => {
    const { resource } = await create(sam, message('private'));
    const own = `Communication/${resource.id}`;
    assert.equal(await rosa.status(own), 404);
    assert.equal(await rosa.status(`${own}/_history`), 404);
    assert.equal(await rosa.status(own, { method: 'PUT', json: resource }), 404);
    for (const search of ['Communication', 'Patient?_revinclude=Communication:subject', `Communication?_id=${resource.id}&_include=Communication:subject`])
      assert.ok(!matches(await rosa.read(search)).some((one) => one === own || one === SAM.reference), search);
    const batch = { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url: own } }] };
    const answered = (await (await rosa.fetch('', { method: 'POST', json: batch })).json()) as Bundle;
    assert.equal(answered.entry![0]!.response!.status, '404');
    assert.equal(await ana.status(own), 200);
  });

  it('lets patients write as themselves, where they talk with the practice, and nowhere else', async () => {
    assert.equal((await create(rosa, message('as-sam'))).response.status, 403);
    const lee = { reference: 'Practitioner/grace-lee' };
    assert.equal((await create(sam, { ...message('as-lee'), sender: lee })).response.status, 403);
    const observation = { resourceType: 'Observation', status: 'final', code: { text: 'Weight' }, subject: SAM };
    assert.equal(await sam.status('Observation', { method: 'POST', json: observation }), 403);
    assert.equal(await ana.status('Observation', { method: 'POST', json: observation }), 201);
  });

  it('lets a parent write for a child', async () => {
    const maya = { reference: 'Patient/maya-delgado' };
    const sender = { reference: 'RelatedPerson/rosa-delgado-for-maya-delgado' };
    assert.equal((await create(rosa, { ...message('maya'), subject: maya, sender })).response.status, 201);
    assert.equal((await create(sam, { ...message('maya'), subject: maya })).response.status, 403);
  });

  it('gives a file as it is to whom it belongs, and lets no browser run it', async () => {
    const file = await ana.fetch('Binary', {
      method: 'POST',
      body: '<script>alert(1)</script>',
      headers: { 'content-type': 'text/html', 'x-security-context': SAM.reference },
    });
    assert.equal(file.status, 201);
    const { id } = (await file.json()) as { id: string };
    const bytes = await sam.fetch(`Binary/${id}`, { headers: { accept: 'text/html' } });
    assert.equal(await bytes.text(), '<script>alert(1)</script>');
    assert.match(bytes.headers.get('content-security-policy')!, /sandbox/);
    assert.equal(bytes.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(await rosa.status(`Binary/${id}`), 404);
  });

  it('lets no token in that has ended', async () => {
    const short = await startFhirServer({ tokenSeconds: -1 });
    assert.equal(await reader(short)('sam-okafor').status('Patient/sam-okafor'), 401);
    await short.close();
  });
});
