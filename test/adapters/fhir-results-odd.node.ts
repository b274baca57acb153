import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { AttachmentId } from '../../src/model/attachment.js';
import type { Measurement } from '../../src/model/measurement.js';
import type { ResultId } from '../../src/model/id.js';
import { AMY, amysToken, open, signal } from './fhir-results-bench.js';
import { type Answer, searchset, startOddServer } from './fhir-results-server.js';
import { everyValue, observation } from './fhir-results-values.js';

const PATIENT = { resourceType: 'Patient', id: 'example', name: [{ text: 'Amy Shaw' }] };
const REFUSED = { status: 400, body: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-supported' }] } };

const report = (parts: object) => ({
  resourceType: 'DiagnosticReport',
  id: 'one',
  status: 'final',
  code: { text: 'A panel' },
  subject: { reference: AMY },
  effectiveDateTime: '2026-11-02',
  ...parts,
});

describe('results of servers that do as they like', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  /** Somebody on a server that answers so: by type, or by what is asked. */
  async function on(answers: (path: string, url: string) => Answer | undefined) {
    const server = await startOddServer(({ pathname, search }, url) => {
      const path = pathname.replace('/fhir/', '') + search;
      return path === AMY ? { body: PATIENT } : answers(path, url);
    });
    closing.push(server.close);
    const session = await open({ url: server.url, token: amysToken });
    const list = async () => (await session.results.listResults({ subject: session.subject }, { signal })).items;
    return { ...session, server, list };
  }

  /** The only measurement of an observation with these parts. */
  async function measured(parts: object): Promise<Measurement> {
    const { list } = await on((path) => (path.startsWith('Observation') ? { body: searchset([observation('a', parts)]) } : undefined));
    return (await list())[0]!.measurements[0]!;
  }

  it('F14 I10 reads every type of value as what it is, and says so of what is no line of words', async () => {
    const { list } = await on((path) => (path.startsWith('Observation') ? { body: searchset(everyValue()) } : undefined));
    const values: Record<string, Measurement['value']> = {};
    for (const { id, measurements } of await list()) values[id.split('-').at(-1)!] = measurements[0]!.value;
    assert.deepEqual(values, {
      valuequantity: { kind: 'amount', number: '5.6', comparator: '<', unit: 'mg/dL' },
      valuecodeableconcept: { kind: 'text', text: 'Positive' },
      valuestring: { kind: 'text', text: 'No growth after 48 hours' },
      valueboolean: { kind: 'yes-no', yes: true },
      valueinteger: { kind: 'amount', number: '12' },
      valuerange: { kind: 'span', low: '3', high: '5', unit: 'mm' },
      valueratio: { kind: 'ratio', text: '1:64' },
      valuesampleddata: { kind: 'other' },
      valuetime: { kind: 'text', text: '14:30:00' },
      valuedatetime: { kind: 'date', date: '2026-03' },
      valueperiod: { kind: 'text', text: '2026-03-01 – 2026-03-04' },
      dataabsentreason: { kind: 'absent', reason: 'not-performed' },
    });
  });

  it('I10 keeps a number\'s zeros, and as words what no number can hold', async () => {
    const said = (number: string) => JSON.stringify(searchset([observation('a', { valueQuantity: { value: '@', unit: 'mg' } })])).replace('"@"', number);
    for (const [number, value] of [
      ['5.60', { kind: 'amount', number: '5.60', unit: 'mg' }],
      ['1e309', { kind: 'text', text: '1e309 mg' }],
      ['"5,6"', { kind: 'text', text: '5,6 mg' }],
      ['null', { kind: 'other' }],
    ] as const) {
      const { list } = await on((path) => (path.startsWith('Observation') ? { body: said(number) } : undefined));
      assert.deepEqual((await list())[0]!.measurements[0]!.value, value);
    }
  });

  it('gives no flag that the lab did not give, and none that contradicts itself', async () => {
    const flags = async (...codes: string[]) => {
      const { flag, flagText } = await measured({ interpretation: codes.map((code) => ({ coding: [{ code, display: `word ${code}` }] })) });
      return [flag, flagText];
    };
    assert.deepEqual(await flags(), [undefined, undefined]);
    assert.deepEqual(await flags('HH', 'A'), ['very-high', undefined]);
    assert.deepEqual(await flags('POS'), [undefined, 'word POS']);
    assert.deepEqual(await flags('H', 'N'), [undefined, 'word H, word N']);
    assert.deepEqual(await flags('L', 'H'), [undefined, 'word L, word H']);
  });

  it('takes a code for a flag in HL7\'s words only, not in a lab\'s own', async () => {
    const flags = async (system: string) => {
      const { flag, flagText } = await measured({ interpretation: [{ coding: [{ system, code: 'H', display: 'Hemolyzed' }] }] });
      return [flag, flagText];
    };
    for (const system of ['http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', 'http://hl7.org/fhir/v2/0078']) {
      assert.deepEqual(await flags(system), ['high', undefined]);
    }
    assert.deepEqual(await flags('urn:lab:specimen'), [undefined, 'Hemolyzed']);
  });

  it('says of a part that cannot be read that it is there', async () => {
    const result = [{ reference: 'Observation/gone', display: 'Potassium' }, { reference: 'Observation/a' }];
    const { list } = await on((path) => {
      if (path.startsWith('DiagnosticReport')) return { body: searchset([report({ result })]) };
      return path.startsWith('Observation?_id') ? { body: searchset([observation('a', { valueInteger: 7 })]) } : undefined;
    });
    assert.deepEqual((await list())[0]!.measurements.map(({ name, value }) => [name, value]), [
      ['Potassium', { kind: 'absent', reason: 'unknown' }],
      ['Test a', { kind: 'amount', number: '7' }],
    ]);
  });

  it('reads references that name the server as it calls itself, and nothing of somebody else\'s on that way', async () => {
    const at = 'https://internal.host/fhir';
    const result = ['a', 'b'].map((id) => ({ reference: `${at}/Observation/${id}`, display: `Part ${id}` }));
    const others = observation('b', { valueInteger: 8, subject: { reference: 'Patient/somebody-else' } });
    const { list } = await on((path) => {
      if (path.startsWith('DiagnosticReport')) return { body: searchset([report({ result, subject: { reference: `${at}/${AMY}` } })]) };
      return path.startsWith('Observation?_id') ? { body: searchset([observation('a', { valueInteger: 7 }), others]) } : undefined;
    });
    const [{ measurements } = { measurements: [] }] = await list();
    assert.deepEqual(measurements.map(({ value }) => value), [{ kind: 'amount', number: '7' }, { kind: 'absent', reason: 'unknown' }]);
  });

  it('says of nobody that they ordered what they have only read', async () => {
    const read = report({ resultsInterpreter: [{ reference: 'Practitioner/1', display: 'Dr Bone' }], conclusion: 'All is well' });
    const { list } = await on((path) => (path.startsWith('DiagnosticReport') ? { body: searchset([read]) } : undefined));
    const [{ orderedBy, comments } = { comments: [] }] = await list();
    assert.deepEqual([orderedBy, comments[0]?.author?.name], [undefined, 'Dr Bone']);
  });

  it('opens a file whose type is not one', async () => {
    const one = report({ presentedForm: [{ contentType: 'application/pdf; name=中', url: 'Binary/raw' }] });
    const { attachments } = await on((path) => {
      if (path === 'DiagnosticReport/one') return { body: one };
      return path === 'Binary/raw' ? { type: 'application/pdf', body: '%PDF-1.4' } : undefined;
    });
    assert.equal(await (await attachments.open('DiagnosticReport/one#0' as AttachmentId, { signal })).text(), '%PDF-1.4');
  });

  it('shows a range of another unit in words, and one with a bound that cannot be read not as an open one', async () => {
    const ranges = async (referenceRange: object[]) =>
      (await measured({ valueQuantity: { value: 5, unit: 'mmol/L' }, referenceRange })).ranges;
    assert.deepEqual(await ranges([{ low: { value: 70, unit: 'mg/dL' }, high: { value: 110, unit: 'mg/dL' } }]), [{ text: '70 mg/dL – 110 mg/dL' }]);
    assert.deepEqual(await ranges([{ low: { value: 4 }, high: { value: 'high' } }]), [{ text: '4 – high' }]);
    assert.deepEqual(await ranges([{ high: { value: 6, unit: 'mmol/L' }, type: { text: 'Treatment' } }]), [{ high: '6', appliesTo: 'Treatment' }]);
    assert.deepEqual(await ranges([{ text: 'negative' }]), [{ text: 'negative' }]);
  });

  it('I09 dates a sample as exactly as the lab does, and no more', async () => {
    const taken = async (effective: object) => {
      const bare = observation('a', { effectiveDateTime: undefined, ...effective });
      const { list } = await on((path) => (path.startsWith('Observation') ? { body: searchset([bare]) } : undefined));
      return (await list())[0]!.takenAt;
    };
    assert.equal(await taken({ effectiveDateTime: '2026-03' }), '2026-03');
    assert.equal(await taken({ effectiveDateTime: '2026-03-08T10:00:00+11:00' }), '2026-03-08T10:00:00+11:00');
    assert.equal(await taken({ effectiveDateTime: '2026-03-08T10:00:00' }), '2026-03-08');
    assert.equal(await taken({ effectiveDateTime: '2026-02-30' }), undefined);
    assert.equal(await taken({ effectivePeriod: { start: '2026-03-01', end: '2026-03-02' } }), '2026-03-01');
    assert.equal(await taken({}), undefined);
  });

  it('F14 says nothing of what was entered by mistake', async () => {
    const withdrawn = observation('a', { status: 'entered-in-error', valueString: 'Somebody else\'s' });
    const { list } = await on((path) => (path.startsWith('Observation') ? { body: searchset([withdrawn]) } : undefined));
    const [result] = await list();
    assert.equal(result!.status, 'withdrawn');
    assert.ok(!JSON.stringify(result).includes('Somebody'));
  });

  it('reads a report\'s text where it says nothing else, as text', async () => {
    const div = '<div><p>Clear <b>lungs</b> &amp; heart</p><script>alert(1)</script></div>';
    const { list } = await on((path) => (path.startsWith('DiagnosticReport') ? { body: searchset([report({ text: { div } })]) } : undefined));
    assert.equal((await list())[0]!.report, 'Clear lungs & heart');
  });

  it('fetches what a server does not include, and sorts what it does not sort', async () => {
    const reports = ['2026-01-05', '2026-09-05'].map((effectiveDateTime, place) =>
      report({ id: `r${place}`, effectiveDateTime, result: [{ reference: `Observation/m${place}` }] }),
    );
    const { list } = await on((path) => {
      if (/_include|_sort|_id/.test(path)) return REFUSED;
      if (path.startsWith('DiagnosticReport?')) return { body: searchset(reports) };
      const id = /^Observation\/(m\d)$/.exec(path)?.[1];
      return id ? { body: observation(id, { valueInteger: 7 }) } : undefined;
    });
    const found = await list();
    assert.deepEqual(found.map(({ id, measurements }) => [id, measurements[0]?.value?.number]), [
      ['DiagnosticReport/r1', '7'],
      ['DiagnosticReport/r0', '7'],
    ]);
  });

  it('tells an observation once: with its report or its panel, or alone', async () => {
    const panel = observation('panel', { hasMember: [{ reference: 'Observation/a' }, { reference: 'Observation/panel' }] });
    const a = observation('a', { valueInteger: 1, hasMember: [{ reference: 'Observation/panel' }] });
    const { list } = await on((path) => (path.startsWith('Observation?') ? { body: searchset([panel, a, observation('b', { valueInteger: 2 })]) } : undefined));
    const numbers = (await list()).flatMap(({ measurements }) => measurements.map(({ value }) => value?.number));
    assert.deepEqual(numbers.filter(Boolean).sort(), ['1', '2']);
  });

  it('F14 stops where pages go round in circles', async () => {
    const { list } = await on((path, url) =>
      path.startsWith('DiagnosticReport') ? { body: searchset([report({})], { next: `${url}/DiagnosticReport?page=1` }) } : undefined,
    );
    assert.equal((await list()).length, 1);
  });

  it('F14 overlooks a warning among what was found, and fails with the error that stands there alone', async () => {
    const outcome = (severity: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity, code: 'forbidden' }] });
    const warned = await on((path) => (path.startsWith('DiagnosticReport') ? { body: searchset([report({}), outcome('warning')]) } : undefined));
    assert.equal((await warned.list()).length, 1);
    const refused = await on((path) => (path.startsWith('DiagnosticReport') ? { body: searchset([outcome('error')]) } : undefined));
    await assert.rejects(refused.list(), { code: 'forbidden' });
  });

  it('shows nothing that a server sends of somebody else', async () => {
    const others = report({ subject: { reference: 'Patient/somebody-else' } });
    const { list, results } = await on((path) => (path.startsWith('DiagnosticReport') ? { body: path.includes('?') ? searchset([others]) : others } : undefined));
    assert.deepEqual(await list(), []);
    await assert.rejects(results.readResult('DiagnosticReport/one' as ResultId, { signal }), { code: 'not-found' });
  });

  it('takes the token nowhere else: not to a next page, not for a file', async () => {
    const other = await startOddServer(() => ({ body: searchset([report({ id: 'two' })]) }));
    closing.push(other.close);
    const file = { presentedForm: [{ contentType: 'application/pdf', url: `${other.url}/Binary/1`, title: 'report.pdf' }] };
    const one = report(file);
    const { list, attachments } = await on((path) => {
      if (path.startsWith('DiagnosticReport/')) return { body: one };
      return path.startsWith('DiagnosticReport') ? { body: searchset([one], { next: `${other.url}/DiagnosticReport?page=2` }) } : undefined;
    });
    await assert.rejects(list(), { code: 'malformed' });
    await assert.rejects(attachments.open('DiagnosticReport/one#0' as AttachmentId, { signal }), { code: 'unsupported' });
    assert.deepEqual(other.asked, []);
  });

  it('opens files that lie in the report, beside it, behind a picture, and in a resource', async () => {
    const data = Buffer.from('%PDF-1.4').toString('base64');
    const one = report({
      presentedForm: [{ contentType: 'application/pdf', data }, { contentType: 'application/pdf', url: 'Binary/raw' }, { url: 'Binary/wrapped' }],
      media: [{ link: { reference: 'Media/1', display: 'Chest' } }],
    });
    const { attachments, results } = await on((path) => {
      if (path === 'DiagnosticReport/one') return { body: one };
      if (path === 'Binary/raw') return { type: 'application/pdf', body: '%PDF-1.4' };
      if (path === 'Binary/wrapped') return { body: { resourceType: 'Binary', contentType: 'application/pdf', data } };
      return path === 'Media/1' ? { body: { resourceType: 'Media', content: { contentType: 'application/pdf', data } } } : undefined;
    });
    const { files } = await results.readResult('DiagnosticReport/one' as ResultId, { signal });
    assert.deepEqual(files.map(({ name }) => name), ['A panel', 'A panel', 'A panel', 'Chest']);
    for (const { id } of files) {
      const blob = await attachments.open(id, { signal });
      assert.deepEqual([blob.type, await blob.text()], ['application/pdf', '%PDF-1.4']);
    }
    await assert.rejects(attachments.open('DiagnosticReport/one#9' as AttachmentId, { signal }), { code: 'not-found' });
  });

  it('walks a long list page by page, each result once, and goes on where it was', async () => {
    const dates = Array.from({ length: 130 }, (_, day) => new Date(Date.UTC(2026, 0, 1) - day * 86_400_000).toISOString().slice(0, 10));
    const all = dates.map((effectiveDateTime, place) => report({ id: `r${place}`, effectiveDateTime }));
    const { results, subject, server } = await on((path, url) => {
      if (!path.startsWith('DiagnosticReport')) return undefined;
      const from = Number(/_offset=(\d+)/.exec(path)?.[1] ?? 0);
      const next = from + 20 < all.length ? { next: `${url}/DiagnosticReport?_offset=${from + 20}` } : {};
      // A result that came in between has moved every page on by one.
      return { body: searchset(all.slice(Math.max(0, from - 1), from + 20), next) };
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await results.listResults({ subject, after }, { signal });
      assert.ok(page.items.length <= 50);
      seen.push(...page.items.map(({ id }) => id));
      if (after === undefined) assert.ok(server.asked.filter(({ address }) => address.includes('DiagnosticReport')).length < 5, 'the first page waits for no others');
      after = page.next;
    } while (after !== undefined);
    assert.deepEqual(seen, all.map(({ id }) => `DiagnosticReport/${id}`));
    await assert.rejects(results.listResults({ subject, after: 'nothing' }, { signal }), { code: 'invalid' });
  });
});
