import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from './files.mjs';
import { bin, run } from './run.mjs';

// One zone west of Greenwich, one east, and one whose clocks move by half an hour.
const ZONES = ['America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe'];

const nodeTests = filesIn('test', '.node.ts');
const isJourney = (path) => path.startsWith('test/journeys/');
const isOfDates = (path) => /^test\/(model|i18n)\//.test(path);

/** What `npm test` runs, in order. Each part resolves to its counts. */
export const PARTS = [
  ...ZONES.map((zone) => ({
    title: `model and words in ${zone}`,
    run: () => nodeTest(nodeTests.filter(isOfDates), { TZ: zone }),
  })),
  { title: 'Node', run: () => nodeTest(nodeTests.filter((path) => !isJourney(path) && !isOfDates(path))) },
  { title: 'browser', run: browserTest },
  // The journeys share one built demo, two processors and a database: one at a time.
  { title: 'journeys', run: () => nodeTest(nodeTests.filter(isJourney), {}, ['--test-concurrency=1']) },
];

async function nodeTest(files, env = {}, options = []) {
  if (files.length === 0) return NOTHING;
  const folder = mkdtempSync(join(tmpdir(), 'carethread-test-'));
  const tally = join(folder, 'tally.json');
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./test/tools/tally-reporter.mjs', `--test-reporter-destination=${tally}`],
  ];
  const { ok } = await run(process.execPath, ['--import', 'tsx', '--test', ...options, ...reporters, ...files], env);
  const count = JSON.parse(readFileSync(tally, 'utf8') || '{"passed":0,"failed":1,"skipped":0}');
  rmSync(folder, { recursive: true });
  return { ...count, ok };
}

async function browserTest() {
  if (filesIn('test', '.test.ts').length === 0) return NOTHING;
  const { ok, output } = await run(bin('wtr'), ['--config', 'test/config/web-test-runner.config.mjs']);
  const [, passed, failed, skipped] = output.match(/(\d+) passed, (\d+) failed, (\d+) skipped/) ?? [0, 0, 1, 0];
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped), ok };
}

const NOTHING = { passed: 0, failed: 0, skipped: 0, ok: true };
