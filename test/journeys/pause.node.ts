import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { onDemo, onEachDemo } from './each-demo.js';
import { onFhirDemo } from './fhir-stage.js';
import { byKeyboard, byMouse } from './hands.js';
import { screenText, see } from './screen.js';
import { findStop } from './stops.js';
import { visit } from './visitor.js';

const NOTE = 'Our lines are down until noon.';
const FORM = 'May I swim again?';
const REPLY = 'I walk every day.';

onEachDemo('The practice takes no messages for a while', (stage) => {
  it('shows no field anywhere, says why, keeps what was typed, and takes it up again', { timeout: 180_000 }, async () => {
    const { siteUrl } = stage.demo;
    const { page } = await visit(stage.browser, `${siteUrl}/`);
    const { page: desk } = await visit(stage.browser, `${siteUrl}/staff.html`);
    const [sam, ana] = [byMouse(page), byKeyboard(desk)];
    const opened = await page.evaluate(() => performance.timeOrigin);
    await sam.tick(/^input Something else/, 'care-contact-form');
    await sam.write(/^textarea How can we help/, FORM, 'care-contact-form');
    await sam.press(/^button Medical question/, 'care-inbox');
    await sam.write(/^textarea Reply to/, REPLY, 'care-inbox');

    await see(desk, /Patients can write to us\./);
    await ana.press(/^button Pause messages/);
    await ana.tick(/^input Three hours/);
    await ana.write(/^textarea What should patients know/, NOTE);
    await ana.press(/^button Pause messages/);
    await see(desk, /Messages are paused until .* They read: Our lines are down/);

    for (const [element, kept] of [
      ['care-contact-form', FORM],
      ['care-inbox', REPLY],
    ] as const) {
      await see(page, /We take no messages right now\./, element);
      const text = await screenText(page, element);
      assert.match(text, new RegExp(NOTE), 'in the words of the practice');
      assert.ok(text.includes(kept), 'what was typed is still there to read');
      assert.ok(await findStop(page, /^a .*206 555 0142/, element), 'with the number to call');
      assert.equal(await findField(page, element), undefined);
    }

    await ana.press(/^button Take messages again/);
    await see(desk, /Patients can write to us\./);
    await sam.press(/^button Send$/, 'care-inbox');
    await see(page, new RegExp(`You .*${REPLY}`), 'care-inbox');
    await sam.press(/^button Send message/, 'care-contact-form');
    await see(page, /Your message is sent\./, 'care-contact-form');
    assert.equal(await page.evaluate(() => performance.timeOrigin), opened, 'nobody had to reload');
  });
});

onFhirDemo('A backend on which nobody can pause', (stage) => {
  it('offers no pause at the desk', { timeout: 60_000 }, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/staff.html`, 'practitioner-1');
    await see(page, /Waiting/, 'staff-desk');
    assert.doesNotMatch(await screenText(page, 'staff-desk'), /pause|Patients can write/i);
  });
});

onDemo('A page of one doctor', (stage) => {
  it('has no form where she answers by phone only, and the hours and number instead', { timeout: 60_000 }, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`, 'rosa-delgado');
    await page.goto(new URL('dr-haddad.html', page.url()).href);
    await see(page, /Dr\. Leila Haddad does not answer messages\..*weekdays from 8 to 10/, 'care-contact-form');
    assert.ok(await findStop(page, /^a .*0188/, 'care-contact-form'));
    assert.equal(await findField(page, 'care-contact-form'), undefined);
  });

  it('and one who answers messages is the one who reads them', { timeout: 60_000 }, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
    await page.goto(new URL('dr-lee.html', page.url()).href);
    const sam = byMouse(page);
    await sam.tick(/^input Something else/, 'care-contact-form');
    await see(page, /Dr\. Grace Lee, family physician, reads it first\./, 'care-contact-form');
  });
});

/** Where something could be written to the practice. What only searches is no such place. */
async function findField(page: Page, within: string): Promise<unknown> {
  return findStop(page, within === 'care-inbox' ? /^textarea/ : /^(textarea|input|select)/, within);
}
