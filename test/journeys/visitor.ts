import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { browserOptions } from '../tools/browser-options.mjs';
import { nameStops } from './stops.js';

/** Somebody at a browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything the page asked for, logged or threw, in order. */
  readonly heard: { readonly requests: string[]; readonly logs: string[]; readonly errors: string[] };
}

export async function openBrowser(): Promise<Browser> {
  return puppeteer.launch(await browserOptions());
}

/** Moves a page's clock, from its next load on. In milliseconds; what is a second stays one. */
export async function shiftClock(page: Page, by: number): Promise<void> {
  await page.evaluateOnNewDocument(`{
    const RealDate = Date;
    globalThis.Date = class Date extends RealDate {
      constructor(...parts) {
        if (parts.length === 0) super(RealDate.now() + ${by});
        else super(...parts);
      }
      static now() { return RealDate.now() + ${by}; }
    };
  }`);
}

/** Opens a page of the demo in a browser context of its own, as whom it opens first or as another person. */
export async function visit(browser: Browser, url: string, person?: string): Promise<Visitor> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewport({ width: 1280, height: 900 });
  // Headless Chromium hides every tab but the front one, and a hidden page is not kept up to date.
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  // What tsx makes of a function that runs in the page calls this.
  await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
  await nameStops(page);
  const heard = { requests: [] as string[], logs: [] as string[], errors: [] as string[] };
  page.on('request', (request) => heard.requests.push(`${request.method()} ${request.url()}`));
  page.on('console', (message) => heard.logs.push(message.text()));
  page.on('pageerror', (error) => heard.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  await page.goto(url);
  if (person !== undefined) {
    await page.select('.demo-bar select', person);
    await Promise.all([page.waitForNavigation(), page.click('.demo-bar button')]);
  }
  return { page, context, heard };
}
