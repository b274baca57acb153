import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { isAccessible } from './axe.js';
import { onFhirDemo } from './fhir-stage.js';
import { click, PATIENCE, see } from './screen.js';
import { visit } from './visitor.js';

onFhirDemo('Signing in at the FHIR server itself', (stage) => {
  it('opens a second window, and goes on in the first as who signed in there', { timeout: 120_000 }, async () => {
    const { page, heard, context } = await visit(stage.browser, `${stage.demo.siteUrl}/`, '');
    const openedAt = await page.evaluate(() => performance.timeOrigin);
    const window = await beginSignIn(page, context);
    const said = new URL(window.url());
    assert.equal(said.origin, new URL(stage.demo.fhirUrl).origin);
    assert.equal(said.searchParams.get('code_challenge_method'), 'S256');
    await choose(window, 'Liz Conn');

    await see(page, /Lipid Panel/, 'care-results');
    assert.equal(await page.evaluate(() => performance.timeOrigin), openedAt, 'the page was not left');
    assert.deepEqual(heard.errors, []);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    assert.equal(kept, '[[],[],""]', 'the token is in memory only');
  });

  it('stays signed out when somebody turns back, and can be begun again', { timeout: 120_000 }, async () => {
    const { page, context } = await visit(stage.browser, `${stage.demo.siteUrl}/`, '');
    await choose(await beginSignIn(page, context), 'Nobody: go back');
    await choose(await beginSignIn(page, context), 'Liz Conn');
    await see(page, /Lipid Panel/, 'care-results');
  });

  it('A01 shows published records without a fault that axe knows', { timeout: 180_000 }, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
    await see(page, /CBC panel/, 'care-results');
    await see(page, /A test result/, 'care-contact-form');
    await isAccessible(page, 'the record of Amy Shaw');
  });
});

/** Presses the button of the results, and waits for the window it opens. */
async function beginSignIn(page: Page, context: BrowserContext): Promise<Page> {
  const known = new Set(context.targets());
  await page.locator('care-results >>> button').setTimeout(PATIENCE).click();
  const target = await context.waitForTarget((one) => !known.has(one) && one.url().includes('/fhir/authorize'));
  const window = (await target.page())!;
  await window.bringToFront();
  return window;
}

/** Chooses who they are, after which the window closes by itself. */
async function choose(window: Page, name: string): Promise<void> {
  const closed = new Promise((resolve) => window.once('close', resolve));
  // The window may be gone before the click is reported.
  await click(window, name, 'form').catch((error: unknown) => {
    if (!window.isClosed()) throw error;
  });
  await closed;
}
