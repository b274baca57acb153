import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { onDemo } from './each-demo.js';
import { click, see, write } from './screen.js';
import { visit } from './visitor.js';

/** Cuts a page off from the files whose names begin so, until the returned function is called. */
async function withoutPart(page: Page, name: string): Promise<() => void> {
  let isThere = false;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPart = new RegExp(`/${name}-[^/]*\\.js$`).test(request.url());
    void (isPart && !isThere ? request.abort('failed') : request.continue());
  });
  return () => void (isThere = true);
}

onDemo('A part that is fetched later and cannot be had', (stage) => {
  /** Sam's page, without one part of ours. */
  async function open(part: string): Promise<{ page: Page; giveBack: () => void; leave: () => Promise<void> }> {
    const { page, context } = await visit(stage.browser, 'about:blank');
    const giveBack = await withoutPart(page, part);
    await page.goto(`${stage.demo.siteUrl}/`);
    return { page, giveBack, leave: () => context.close() };
  }

  it('F19 of the form is said, with the phone, and is there at the next try', { timeout: 90_000 }, async () => {
    const { page, giveBack, leave } = await open('form-more');
    await see(page, /We cannot reach the practice/, 'care-contact-form');
    giveBack();
    await click(page, 'Try again', 'care-contact-form');
    await see(page, /A medicine refill/, 'care-contact-form');
    await leave();
  });

  it('F19 of a thread is said under what could be shown, and is there at the next try', { timeout: 90_000 }, async () => {
    const { page, giveBack, leave } = await open('thread-more');
    await click(page, 'Medical question', 'care-inbox');
    await see(page, /good that it eases when you move.* A part of this page did not load\. If it fails again, load this page again\./, 'care-inbox');
    giveBack();
    await click(page, 'Try again', 'care-inbox >>> care-thread');
    await see(page, /This answered my question/, 'care-inbox');
    await leave();
  });

  it('F19 of where a reply is written is said in its place, and is there at the next try', { timeout: 90_000 }, async () => {
    const { page, giveBack, leave } = await open('composer-more');
    await click(page, 'note for work', 'care-inbox');
    await see(page, /a note that says how much I may lift/, 'care-inbox');
    await click(page, 'Bill', 'care-inbox');
    await see(page, /A part of this page did not load\. If it fails again, load this page again\./, 'care-inbox');
    giveBack();
    await click(page, 'Try again', 'care-inbox >>> care-thread >>> care-composer');
    await see(page, /Continue this conversation/, 'care-inbox');
    await leave();
  });

  it('F19 of what finds threads is said where it was looked for, and is there at the next try', { timeout: 90_000 }, async () => {
    const { page, giveBack, leave } = await open('finding');
    await see(page, /lift no more than ten pounds/, 'care-inbox');
    await write(page, 'care-inbox >>> input', 'ware');
    await see(page, /This did not load\. Try again\./, 'care-inbox');
    giveBack();
    await write(page, 'care-inbox >>> input', 'house');
    await see(page, /1 message found/, 'care-inbox');
    await leave();
  });
});
