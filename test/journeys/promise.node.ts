import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { onDemo } from './each-demo.js';
import { byMouse } from './hands.js';
import { screenText, see } from './screen.js';
import { findStop } from './stops.js';
import { shiftClock, visit } from './visitor.js';

// By clocks of the test's own it is a Tuesday at ten in Seattle. A bill is answered within three business days.
const TUESDAY = Date.parse('2026-03-03T10:00:00-08:00');
const DUE = Date.parse('2026-03-06T16:00:00-08:00');

/** What the clocks are ahead by, in milliseconds. */
let shift = TUESDAY - Date.now();

onDemo(
  'The practice does not keep its promise',
  (stage) => {
    it('says so where the promise stood, with the number to call, and nobody has to reload', { timeout: 120_000 }, async () => {
      const asking = await visitShifted();
      const sam = byMouse(asking);
      await sam.tick(/^input A bill/);
      await sam.write(/^textarea What is your question/, 'Is this the final bill?');
      await see(asking, /You will hear back by Friday, 4 pm/, 'care-contact-form');
      await sam.press(/^button Send message/);
      await see(asking, /Your message is sent\./);

      // Three days later, half a minute before four.
      shift = DUE - 30_000 - Date.now();
      const page = await visitShifted();
      const opened = await page.evaluate(() => performance.timeOrigin);
      await byMouse(page).press(/^button Bill .*Today, 4 pm|^button Bill .*due Friday, 4 pm/i, 'care-inbox');
      await see(page, /You will hear back by Friday, 4 pm|hear back by/, 'care-inbox');
      assert.doesNotMatch(await screenText(page, 'care-inbox'), /This answer is late/);
      const place = await topOf(page, 'custody');

      await see(page, /This answer is late/, 'care-inbox', 60_000);
      assert.ok(await findStop(page, /^a .*206 555 0142/, 'care-inbox'), 'there is a number to press');
      assert.ok(Math.abs((await topOf(page, 'late')) - place) < 30, 'it stands where the promise stood');
      assert.equal(await page.evaluate(() => performance.timeOrigin), opened);
    });

    async function visitShifted(): Promise<Page> {
      const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
      await shiftClock(page, shift);
      await page.reload();
      return page;
    }
  },
  { clock: () => Date.now() + shift },
);

/** How far below the thread's top one of its parts stands, in pixels. */
async function topOf(page: Page, part: string): Promise<number> {
  const found = await page.waitForSelector(`care-inbox >>> care-thread >>> [part~=${part}]`, { visible: true });
  const top = async (selector: string): Promise<number> => (await (await page.$(selector))!.boundingBox())!.y;
  return (await found!.boundingBox())!.y - (await top('care-inbox >>> care-thread'));
}
