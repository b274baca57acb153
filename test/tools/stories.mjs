// Runs every story of the built Storybook as a test: it has to render, its play function has to pass, and the
// accessibility addon has to find nothing. `npm run storybook:build` first.
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { browserOptions } from './browser-options.mjs';
import { serveFolder } from './static-server.mjs';
import { listenForTheEnd, theEnd } from './story-page.mjs';

const FOLDER = 'node_modules/.cache/storybook';
const TIMEOUT = 20_000;

const { entries } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const { url, stop } = await serveFolder(FOLDER);
const browser = await puppeteer.launch(await browserOptions());
const page = await browser.newPage();
await page.evaluateOnNewDocument(listenForTheEnd);

let failed = 0;
for (const { id, title, name } of stories) {
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!false`);
  const { event, status, problems } = await page.evaluate(theEnd, TIMEOUT);
  const ok = event === 'storyFinished' && status === 'success' && problems.length === 0;
  if (!ok) failed++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${title} / ${name}`);
  if (!ok) console.log([`       ${event} ${status ?? ''}`, ...problems].join('\n       '));
}
await browser.close();
stop();

if (stories.length === 0) console.log('There are no stories.');
console.log(`${stories.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 || stories.length === 0 ? 1 : 0;
