// `npm run bench`: how much processor time our elements take to show something, as multiples of a page written by hand.
// Ratios within one run, never milliseconds: a busy machine slows both. Then the server's own benchmark.
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { browserOptions } from '../tools/browser-options.mjs';
import { run } from '../tools/run.mjs';
import { serveFolder } from '../tools/static-server.mjs';
import { measureMount } from './measure-mount.mjs';
import { measurePicker } from './measure-picker.mjs';
import { measureTyping } from './measure-typing.mjs';

const REPETITIONS = Number(process.env.REPETITIONS ?? 5);
// No more with 1,000 messages than with 20, but for what measuring is off by.
const TYPING_GOAL = 1.3;
const CONTENDERS = ['ours', 'plain'];
const WORKLOADS = [
  { view: 'inbox', rows: 20, goal: 2.5 },
  { view: 'inbox', rows: 1000, goal: 2 },
  { view: 'thread', rows: 20, goal: 2.5 },
  { view: 'thread', rows: 1000, goal: 2 },
  { view: 'results', rows: 500, goal: 2.5, nodes: 600 },
];

// A month with its times, and the month after: 90 days of 40 free times.
const PICKER_GOALS = { mount: 1.5, next: 1.3 };

const pages = await buildPages();
const { url, stop } = await serveFolder(pages);
const browser = await puppeteer.launch(await browserOptions());
const samples = new Map();
for (let repetition = 0; repetition < REPETITIONS; repetition++) {
  for (const { view, rows } of WORKLOADS) {
    for (const contender of shuffled(CONTENDERS)) {
      const sample = await measureMount(browser, `${url}/${contender}.html`, view, rows);
      const key = `${contender} ${view} ${rows}`;
      samples.set(key, [...(samples.get(key) ?? []), sample]);
    }
  }
}
const picked = new Map(CONTENDERS.map((contender) => [contender, []]));
for (let repetition = 0; repetition < REPETITIONS; repetition++) {
  for (const contender of shuffled(CONTENDERS)) {
    picked.get(contender).push(await measurePicker(browser, `${url}/picker.html`, contender));
  }
}
const MESSAGES = [20, 1000];
const keys = new Map(MESSAGES.map((messages) => [messages, []]));
for (let repetition = 0; repetition < REPETITIONS; repetition++) {
  for (const messages of shuffled(MESSAGES)) {
    keys.get(messages).push(await measureTyping(browser, `${url}/ours.html`, messages));
  }
}
await browser.close();
stop();

console.log('Main-thread CPU until it is shown, median of', REPETITIONS);
console.log('view     rows   ours ms  plain ms   ratio   goal   nodes ours/plain');
for (const { view, rows, goal, nodes: mostNodes = Infinity } of WORKLOADS) {
  const [ours, plain] = CONTENDERS.map((contender) => samples.get(`${contender} ${view} ${rows}`));
  const cpu = [ours, plain].map((list) => median(list.map((sample) => sample.cpu)));
  const nodes = [ours, plain].map((list) => median(list.map((sample) => sample.nodes)));
  const ratio = cpu[0] / cpu[1];
  const cells = [
    ...[view.padEnd(7), String(rows).padStart(5)],
    ...[cpu[0].toFixed(1).padStart(9), cpu[1].toFixed(1).padStart(9)],
    ...[`${ratio.toFixed(2)}x`.padStart(7), `${goal}x`.padStart(6), `${nodes.join('/')}`.padStart(18)],
    ratio > goal ? ' above the goal' : '',
    nodes[0] > mostNodes ? ` more than ${mostNodes} nodes` : '',
  ];
  console.log(cells.join(' '));
}

for (const [act, goal] of Object.entries(PICKER_GOALS)) {
  const [ours, plain] = CONTENDERS.map((contender) => median(picked.get(contender).map((sample) => sample[act])));
  const ratio = ours / plain;
  const cells = [
    ...[(act === 'mount' ? 'picker' : 'next month').padEnd(13), ours.toFixed(1).padStart(9), plain.toFixed(1).padStart(9)],
    ...[`${ratio.toFixed(2)}x`.padStart(7), `${goal}x`.padStart(6), ratio > goal ? ' above the goal' : ''],
  ];
  console.log(cells.join(' '));
}

const [few, many] = MESSAGES.map((messages) => median(keys.get(messages)));
console.log(`\nMain-thread CPU for a key in the composer: ${few.toFixed(2)} ms with ${MESSAGES[0]} messages shown,`);
const typing = many / few;
const verdict = typing > TYPING_GOAL ? ' above the goal' : '';
console.log(`${many.toFixed(2)} ms with ${MESSAGES[1]}: ${typing.toFixed(2)}x, goal ${TYPING_GOAL}x${verdict}`);

if (existsSync('test/bench/server.ts')) {
  const { ok } = await run(process.execPath, ['--import', 'tsx', 'test/bench/server.ts']);
  if (!ok) process.exitCode = 1;
}

async function buildPages() {
  const outDir = `${process.cwd()}/node_modules/.cache/bench`;
  await build({
    configFile: false,
    root: 'test/bench/page',
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: [...CONTENDERS, 'picker'].map((name) => `test/bench/page/${name}.html`) },
    },
  });
  return outDir;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function shuffled(list) {
  return list.map((item) => [Math.random(), item]).sort(([a], [b]) => a - b).map(([, item]) => item);
}
