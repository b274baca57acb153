import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { onDemo, type Stage } from './each-demo.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { screenText, see } from './screen.js';
import { findStop, focused } from './stops.js';
import { visit } from './visitor.js';

const TYPED = 'It is tight here since an hour.';

onDemo('Somebody has a sign of danger', (stage) => {
  it('is given the numbers to call, cannot send, and loses nothing', { timeout: 120_000 }, () => beWarned(stage, byMouse));

  it('A04 the same by keyboard alone', { timeout: 120_000 }, () => beWarned(stage, byKeyboard));
});

async function beWarned(stage: Stage, handsOf: (page: Page) => Hands): Promise<void> {
  const { page, heard } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
  const sam = handsOf(page);
  await see(page, /A medical question/, 'care-contact-form');
  await sam.tick(/^input A medical question/, 'care-contact-form');
  await see(page, /right now\?.*pain or pressure in your chest/, 'care-contact-form');
  await sam.tick(/^input Today/, 'care-contact-form');
  await sam.write(/^textarea What is going on/, TYPED, 'care-contact-form');
  await sam.tick(/^input Yes/, 'care-contact-form');
  await see(page, /This needs help now\./, 'care-contact-form');
  assert.notEqual(await focused(page), 'nothing');
  for (const number of ['tel:911', 'tel:988', 'tel:+12065550142']) {
    assert.ok(await page.$(`care-contact-form >>> a[href="${number}"]`), `${number} is one press away`);
  }
  assert.equal(await findStop(page, /^button Send message/, 'care-contact-form'), undefined, 'nothing can be sent now');
  assert.ok(await findStop(page, /^a .*911/, 'care-contact-form'));

  await sam.tick(/^input No\b/, 'care-contact-form');
  await see(page, /Who will read this/, 'care-contact-form');
  assert.doesNotMatch(await screenText(page, 'care-contact-form'), /This needs help now\./);
  const field = await findStop(page, /^textarea What is going on/, 'care-contact-form');
  assert.equal(await field!.evaluate((area) => (area as HTMLTextAreaElement).value), TYPED);
  await sam.press(/^button Send message/, 'care-contact-form');
  await see(page, /Your message is sent\./, 'care-contact-form');
  assert.deepEqual(heard.errors, []);
}
