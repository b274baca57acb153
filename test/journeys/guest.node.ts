import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { onEachDemo } from './each-demo.js';
import { byKeyboard, byMouse } from './hands.js';
import { screenText, see } from './screen.js';
import { visit } from './visitor.js';

const ASKED = 'Do you take new patients with small babies?';
const ANSWERED = 'We do, Nadia. Come by on any weekday.';

onEachDemo('Somebody without an account', (stage) => {
  it('writes, is sent a link that says nothing, and opens the answer with it once', { timeout: 180_000 }, async () => {
    const { siteUrl } = stage.demo;
    const { page, heard } = await visit(stage.browser, `${siteUrl}/`, '');
    const nadia = byKeyboard(page);
    await nadia.press(/^a Write without an account/);
    await page.waitForSelector('[name=birthDate]');
    await nadia.write(/^input Your name/, 'Nadia Rahal');
    await nadia.write(/^input Your birth date/, '05141996');
    await nadia.write(/^input Your email or mobile number/, 'nadia@mail.example');
    await page.keyboard.press('Enter');
    await see(page, /To nadia@mail\.example/);
    const code = / (\d{6})\b/.exec(await screenText(page, '.sent'))![1]!;
    await nadia.write(/^input The code/, '000000');
    await page.keyboard.press('Enter');
    await see(page, /This code is not the right one/);
    await nadia.write(/^input The code/, code);
    await page.keyboard.press('Enter');
    await see(page, /This window is a guest, without an account\./);
    await see(page, /No messages yet/, 'care-inbox');
    await nadia.tick(/^input Something else/);
    await nadia.write(/^textarea How can we help/, ASKED);
    await nadia.press(/^button Send message/);
    await see(page, /Your message is sent\./, 'care-contact-form');

    const { page: desk } = await visit(stage.browser, `${siteUrl}/staff.html`);
    const ana = byMouse(desk);
    await see(desk, /For nobody yet .*Nadia Rahal/, '.boxes');
    await ana.press(/^button Nadia Rahal/, '.boxes');
    await ana.press(/^button Take this/);
    await see(desk, /You have this now\./, '.outcome');
    await ana.write(/^textarea Reply to Nadia/, ANSWERED);
    await ana.press(/^button Send$/, 'care-composer');
    await see(desk, new RegExp(`You .*${ANSWERED.slice(0, 8)}`), 'care-thread');

    // Days later, on another device.
    const { page: later, heard: heardLater } = await visit(stage.browser, new URL('sent.html', page.url()).href);
    const mail = await mailWithLink(later);
    assert.doesNotMatch(mail.text, /babies|weekday|Nadia Rahal/, 'the mail holds nothing that was written');
    await later.goto(mail.link);
    assert.equal(new URL(later.url()).hash, '', 'the address does not keep what opens it');
    await byMouse(later).press(/^button Open the answer/);
    await see(later, new RegExp(`${ASKED.slice(0, -1)}.*Ana Morales .*We do, Nadia`), 'care-inbox');
    await see(later, /Reply to Ana Morales/, 'care-inbox');
    const secret = new URL(mail.link).hash.slice(1);
    const asked = heardLater.requests.map((line) => line.replace(/#.*/, ''));
    assert.ok(!JSON.stringify([asked, later.url(), await historyOf(later)]).includes(secret), 'no server is sent the secret');

    const { page: thief } = await visit(stage.browser, mail.link);
    await byMouse(thief).press(/^button Open the answer/);
    await see(thief, /This link was used before/);
    assert.deepEqual([heard.errors, heardLater.errors], [[], []]);
  });
});

const historyOf = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(history.state));

/** The newest mail of the demo that leads to an answer. */
async function mailWithLink(page: Page): Promise<{ readonly text: string; readonly link: string }> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = await page.$('.mail:has(a)');
    if (mail) {
      const text = await mail.evaluate(({ textContent }) => textContent);
      return { text, link: await mail.$eval('a', ({ href }) => href) };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    await page.reload();
  }
  throw new Error('No link was sent');
}
