import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../../src/adapter/adapter.js';
import type { WriteOptions } from '../../src/adapter/call-options.js';
import { aCoverable, aResult, choose, resultWhere } from '../../src/conformance/results-steps.js';
import { newKey, newWords, once, patiently } from '../../src/conformance/steps.js';
import type { Result } from '../../src/model/result.js';
import { startReferenceServer } from '../support/reference-server.js';
import { failure } from './fault-bench.js';
import { cutAfter, startFaultProxy, type FaultProxy } from './fault-proxy.js';
import { restAs } from './rest-backend.js';

/** A patient with results behind a proxy that can fail, and every address that was asked. */
async function withResults(test: (bench: { proxy: FaultProxy; patient: Connection; urls: string[] }) => Promise<void>) {
  const server = await startReferenceServer({ withResults: true });
  const proxy = await startFaultProxy(server.url);
  const urls: string[] = [];
  const noting: typeof fetch = (input, init) => {
    urls.push((input as Request).url);
    return fetch(input, init);
  };
  try {
    const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url, fetch: noting });
    await test({ proxy, patient: await adapter.connect(patiently), urls });
  } finally {
    await proxy.close();
    await server.close();
  }
}

const hasFile = ({ files, cover }: Result): boolean => files.length > 0 && !cover;

describe('results over REST', () => {
  it('name what was looked for, tested or reported in no address', () =>
    withResults(async ({ patient, urls }) => {
      const { id, name, subject, measurements } = await aResult(patient);
      const { code } = measurements.find((each) => each.code !== undefined)!;
      urls.length = 0;
      await patient.results!.listResults({ subject: subject.id, text: name, from: '2020-01-01' }, patiently);
      await patient.results!.listHistory({ subject: subject.id, code: code! }, patiently);
      const mistake = { result: id, wrong: newWords(), right: newWords() };
      await patient.results!.reportMistake(mistake, once());
      assert.deepEqual(
        urls.map((url) => new URL(url)).map(({ pathname, search }) => pathname.replace(id, 'ID') + search),
        ['/results/search', '/results/history', '/results/ID/corrections'],
      );
    }));

  it('F02 that are torn off on the way are offline, and so are their files', () =>
    withResults(async ({ proxy, patient }) => {
      const { id, files } = await resultWhere(patient, 'with a file', hasFile);
      proxy.next(cutAfter, cutAfter);
      await failure(patient.results!.readResult(id, patiently), 'offline');
      await failure(patient.attachments!.open(files[0]!.id, patiently), 'offline');
      assert.equal((await patient.attachments!.open(files[0]!.id, patiently)).size, files[0]!.size);
    }));

  const WRITES: Record<string, (patient: Connection, result: Result, options: WriteOptions) => Promise<unknown>> = {
    uncover: ({ results }, { id }, options) => results!.uncover(id, options),
    setRelease: ({ results }, { subject, kind }, options) =>
      results!.setRelease({ subject: subject.id, kind: kind!.id, release: 'until-opened' }, options),
    reportMistake: ({ results }, { id }, options) =>
      results!.reportMistake({ result: id, wrong: 'This', right: 'That' }, options),
    noteVisit: ({ results }, { subject }, options) => results!.noteVisit({ subject: subject.id }, options),
  };
  for (const [name, write] of Object.entries(WRITES)) {
    it(`F03 a ${name} whose answer is lost is unsure, and has one effect under its key`, () =>
      withResults(async ({ proxy, patient }) => {
        const result = await aCoverable(patient);
        if (name === 'uncover') await choose(patient, result.kind.id, 'until-opened');
        const options = { ...patiently, key: newKey() };
        proxy.next(cutAfter, cutAfter);
        await failure(write(patient, result, options), 'unknown-outcome');
        await failure(write(patient, result, options), 'unknown-outcome');
        const first = await write(patient, result, options);
        assert.deepEqual(await write(patient, result, options), first);
        const { corrections } = await patient.results!.readResult(result.id, patiently);
        assert.equal(corrections.length, result.corrections.length + (name === 'reportMistake' ? 1 : 0));
      }));
  }
});
