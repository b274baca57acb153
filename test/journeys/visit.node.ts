import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo } from './each-demo.js';
import { byMouse } from './hands.js';
import { keepsToItself } from './keeps-to-itself.js';
import { screenText, see } from './screen.js';
import { findStop, focused } from './stops.js';
import { choose, tickFirst } from './visit-story.js';
import { visit, type Visitor } from './visitor.js';

const LONG = 'My knee hurts when I climb stairs. '.repeat(22);
const PICKER = 'care-appointment-picker';
const TOPIC = /^textarea What do you want to talk about/;

onDemo('A message that is too long', (stage) => {
  it('becomes the reason of a visit, word for word, and stays where it was', { timeout: 60_000 }, async () => {
    const { page, heard } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
    const sam = byMouse(page);
    await sam.tick(/^input Something else/, 'care-contact-form');
    await sam.write(/^textarea How can we help/, LONG, 'care-contact-form');
    await see(page, /20 characters over 750/, 'care-contact-form');
    await sam.press(/^button Book a visit about this/, 'care-contact-form');
    await see(page, /What you wrote is here\. It is not sent yet\./, '#visit');
    assert.equal(await page.$eval('textarea#visit-reason', ({ value }) => value), LONG.trim());
    assert.equal(await written(page, /^textarea How can we help/, 'care-contact-form'), LONG);
    assert.doesNotMatch(JSON.stringify([page.url(), heard]), /knee/);
    await sam.press(/^button Ask for a visit/);
    await see(page, /This demo ends here/, '#visit');
  });

  it('goes to the picker beside it without any code of the page, is shortened there, and is booked', { timeout: 120_000 }, async () => {
    const sam = await visit(stage.browser, `${stage.demo.siteUrl}/visits.html`);
    const { page } = sam;
    const hands = byMouse(page);
    await hands.tick(/^input Something else/, 'care-contact-form');
    await hands.write(/^textarea How can we help/, LONG, 'care-contact-form');
    await see(page, /20 characters over 750/, 'care-contact-form');
    await hands.press(/^button Book a visit about this/, 'care-contact-form');
    await see(page, /What you wrote goes along with this visit\. It is not sent yet\./, PICKER);
    assert.equal(await focused(page), 'h2 Pick a time');
    assert.ok(await isInView(page), 'the picker has moved into view');
    await choose(hands, /Blood pressure check/);
    await tickFirst(hands);
    assert.equal(await written(page, TOPIC, PICKER), LONG);
    await hands.press(/^button Book \w+, /, PICKER);
    await see(page, /Nothing is cut\. 20 over/, PICKER);
    assert.match(await focused(page), TOPIC);
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    for (let over = 0; over < 20; over++) await page.keyboard.press('Backspace');
    await hands.press(/^button Book \w+, /, PICKER);
    await see(page, /Your visit is booked\./, PICKER);
    await see(page, new RegExp(LONG.slice(0, 750).trim()), 'care-appointments');
    assert.doesNotMatch(await screenText(page, PICKER), /goes along/);
    // What was written is the writer's to take away.
    assert.equal(await written(page, /^textarea How can we help/, 'care-contact-form'), LONG);
    await keepsToItself([sam], [stage.demo.siteUrl, stage.demo.apiUrl], /knee/);
  });
});

/** What stands in a field. */
async function written(page: Visitor['page'], name: RegExp, within: string): Promise<string> {
  const field = await findStop(page, name, within);
  return field!.evaluate((area) => (area as HTMLTextAreaElement).value);
}

/** Whether the picker's heading is on the screen. */
async function isInView(page: Visitor['page']): Promise<boolean> {
  return page.$eval('care-appointment-picker', (picker) => {
    const { top, bottom } = picker.shadowRoot!.querySelector('h2')!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
