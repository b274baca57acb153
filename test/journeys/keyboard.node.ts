import { it } from 'node:test';
import { onDemo } from './each-demo.js';
import { arrowTo, tabTo } from './keyboard.js';
import { see } from './screen.js';
import { focused } from './stops.js';
import { visit } from './visitor.js';
import assert from 'node:assert/strict';

// Nothing but Tab, arrows, Enter, Space and letters. On the pages' two sides everything must be within reach of them.

onDemo('A patient asks and is answered by keyboard alone', (stage) => {
  it('A04 asks, claims, routes, answers and replies without a mouse', { timeout: 180_000 }, async () => {
    const { siteUrl } = stage.demo;
    const { page: sam } = await visit(stage.browser, `${siteUrl}/`);
    const { page: ana } = await visit(stage.browser, `${siteUrl}/staff.html`);
    const { page: lee } = await visit(stage.browser, `${siteUrl}/staff.html`, 'grace-lee');

    await see(sam, /A medicine refill/);
    await tabTo(sam, /^input .*A medical question/);
    await arrowTo(sam, /A medicine refill/);
    await see(sam, /Which medicine\?/);
    await see(sam, /Lisinopril/);
    await tabTo(sam, /^input .*Lisinopril/);
    await sam.keyboard.press('Space');
    await tabTo(sam, /^input .*None/);
    await arrowTo(sam, /1 to 3/);
    await tabTo(sam, /^textarea/);
    await sam.keyboard.type('Three are left.');
    await tabTo(sam, /^button Send message/);
    await sam.keyboard.press('Enter');
    await see(sam, /Your message is sent\./);
    assert.notEqual(await focused(sam), 'nothing', 'the focus is not lost with the button that had it');

    await see(ana, /Sam Okafor .*Medicine refill: Lisinopril/, '.boxes');
    await tabTo(ana, /^button Sam Okafor .*Lisinopril/);
    await ana.keyboard.press('Enter');
    await see(ana, /Three are left\./, 'care-thread');
    assert.match(await focused(ana), /^h2 Medicine refill/, 'the focus goes to what was opened');
    await tabTo(ana, /^button Take this/);
    await ana.keyboard.press('Space');
    await see(ana, /You have this now\./, '.outcome');
    await tabTo(ana, /^button Pass to a colleague/);
    await ana.keyboard.press('Enter');
    await see(ana, /Why\? The patient reads this too\./);
    await arrowTo(ana, /Grace Lee, family physician chosen/);
    await tabTo(ana, /^input Why\?/);
    await ana.keyboard.type('A doctor must sign');
    await ana.keyboard.press('Enter');
    await see(ana, /Passed to Dr\. Grace Lee\./, '.outcome');
    assert.match(await focused(ana), /Passed to Dr\. Grace Lee/, 'the focus is where it went on');

    await see(lee, /Sam Okafor .*Medicine refill: Lisinopril/, '.boxes');
    await tabTo(lee, /^button Sam Okafor .*Lisinopril/);
    await lee.keyboard.press('Enter');
    await see(lee, /Three are left\./, 'care-thread');
    await tabTo(lee, /^textarea/);
    await lee.keyboard.type('It is ready after two.');
    await tabTo(lee, /^button Send/);
    await lee.keyboard.press('Enter');
    await see(lee, /You .*It is ready after two\./, 'care-thread');

    await see(sam, /Dr\. Grace Lee/, 'care-inbox');
    await tabTo(sam, /^button Medicine refill: Lisinopril/);
    await sam.keyboard.press('Enter');
    await see(sam, /Reason: A doctor must sign.*It is ready after two\./, 'care-inbox');
    await tabTo(sam, /^textarea Reply to/);
    await sam.keyboard.type('Thank you.');
    await tabTo(sam, /^button Send/);
    await sam.keyboard.press('Enter');
    await see(lee, /Sam Okafor .*Thank you\./, 'care-thread');

    // And to its end.
    await tabTo(lee, /^button Close/);
    await lee.keyboard.press('Enter');
    await see(lee, /How did it end\?/);
    assert.match(await focused(lee), /^input How did it end/);
    await lee.keyboard.type('It is at the pharmacy');
    await lee.keyboard.press('Enter');
    await see(lee, /Closed\./, '.outcome');
    await see(sam, /Closed\. Dr\. Grace Lee closed it/, 'care-inbox');
  });
});
