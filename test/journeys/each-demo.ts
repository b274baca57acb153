import { after, before, describe } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { type Demo, type DemoOptions, startDemo } from '../../demo/start-demo.js';
import { dropSchema, freshSchema } from '../support/reference-server.js';
import { openBrowser } from './visitor.js';

/** A running demo and a browser to look at it with. There once the tests run. */
export interface Stage {
  readonly demo: Demo;
  readonly browser: Browser;
}

/** Declares the same journey on SQLite, and on PostgreSQL where `DATABASE_URL` names one. */
export function onEachDemo(title: string, tests: (stage: Stage) => void): void {
  describe(`${title}, on SQLite`, () => tests(stageOn(undefined)));
  const url = process.env.DATABASE_URL;
  if (url) describe(`${title}, on PostgreSQL`, () => tests(stageOn(url)));
}

/** The same on SQLite alone, for what no database has a part in. */
export function onDemo(title: string, tests: (stage: Stage) => void, options: Partial<DemoOptions> = {}): void {
  describe(title, () => tests(stageOn(undefined, options)));
}

function stageOn(url: string | undefined, options: Partial<DemoOptions> = {}): Stage {
  const schema = freshSchema();
  let stage: Stage | undefined;
  before(async () => {
    const database = url ? { url, schema } : { file: ':memory:' };
    const demo = await startDemo({ database, requestsPerMinute: 100_000, ...options });
    stage = { demo, browser: await openBrowser() };
  });
  after(async () => {
    await stage?.browser.close();
    await stage?.demo.close();
    if (url) await dropSchema(schema);
  });
  return {
    get demo() {
      return stage!.demo;
    },
    get browser() {
      return stage!.browser;
    },
  };
}
