import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo } from './each-demo.js';
import { byKeyboard, byMouse } from './hands.js';
import { screenText, see } from './screen.js';
import { visit } from './visitor.js';

const WRONG = 'It is ready on Friday.';
const REASON = 'The lab asked you, and wrote it down.';
const RIGHT = 'It is ready on Thursday.';

onDemo('The desk, by keyboard alone', (stage) => {
  it('A04 changes what it wrote, takes it back and links a thread; the patient sees each, and settles', { timeout: 180_000 }, async () => {
    const { siteUrl } = stage.demo;
    const { page, heard } = await visit(stage.browser, `${siteUrl}/`, 'rosa-delgado');
    const { page: desk, heard: heardAtDesk } = await visit(stage.browser, `${siteUrl}/staff.html`);
    const [rosa, ana] = [byMouse(page), byKeyboard(desk)];
    await rosa.press(/^button Medicine refill/, 'care-inbox');
    await see(page, /Which pharmacy\?/, 'care-inbox');
    await see(desk, /Leo Delgado .*Medicine refill/, '.boxes');
    await ana.press(/^button Leo Delgado .*Medicine refill/);
    await see(desk, /Which pharmacy\?/, 'care-thread');

    await ana.write(/^textarea Reply about Leo/, WRONG);
    await ana.press(/^button Send$/);
    await see(page, new RegExp(WRONG), 'care-inbox');
    await ana.press(/^button Change what you wrote/);
    await see(desk, /Your last message\./, '.act');
    await ana.write(/^textarea Your last message/, ' No:');
    await ana.press(/^button Change it/);
    await see(desk, /Changed\. What it said before can still be seen\./, '.outcome');
    await see(page, new RegExp(`${WRONG} No:.*Changed at .*What it said before`), 'care-inbox');

    await ana.press(/^button Change what you wrote/);
    await ana.press(/^button Take it back/);
    await see(desk, /Taken back\./, '.outcome');
    await see(page, /Ana Morales.* took this message back/, 'care-inbox');
    assert.doesNotMatch(await screenText(page, 'care-inbox'), new RegExp(WRONG), 'its words are gone');

    await ana.press(/^button Link a thread/);
    await see(desk, /Link to/, '.act');
    await ana.pick(/^select Link to/, /Form or referral: school form/);
    await ana.write(/^textarea What should they look at there/, RIGHT);
    await ana.press(/^button Link it/);
    await see(page, new RegExp(`${RIGHT}.*Form or referral: school form Open this conversation`), 'care-inbox');

    await rosa.press(/^button This answered my question/, 'care-inbox');
    await see(page, /You said that this answered your question\./, 'care-inbox');
    await see(desk, /Settled: it can be closed/, '.boxes');
    await see(desk, /nothing is left to do\. You can close it\./, '.acts');
    await ana.press(/^button Close$/);
    await ana.press(/^button Answered in writing/);
    await desk.keyboard.press('Enter');
    await see(desk, /Closed\./, '.outcome');
    await see(page, /Answered in writing/, 'care-inbox');
    assert.deepEqual([heard.errors, heardAtDesk.errors], [[], []]);
  });

  it('A04 sends a result, and tells who reported a mistake what becomes of it', { timeout: 120_000 }, async () => {
    const { siteUrl } = stage.demo;
    const { page, heard } = await visit(stage.browser, `${siteUrl}/results.html`, 'rosa-delgado');
    const { page: desk, heard: heardAtDesk } = await visit(stage.browser, `${siteUrl}/staff.html`);
    const ana = byKeyboard(desk);
    await see(page, /Blood sugar/, 'care-results');
    await see(desk, /Reported mistakes \d+ .*Rosa Delgado .*Nobody has looked at it yet/, 'staff-reported');
    await ana.press(/^button Rosa Delgado .*Blood sugar/);
    await see(desk, /What is wrong.*It says that I had eaten\./, 'staff-review');
    await see(desk, /5\.2/, 'care-result-card');
    await ana.tick(/^input We leave it as it is/);
    await ana.press(/^button Tell the patient/);
    await see(desk, /Say why it stays as it is\./, '.outcome');
    await ana.write(/^textarea What do you tell/, REASON);
    await ana.press(/^button Tell the patient/);
    await see(desk, /The patient reads why it stays as it is\./, '.outcome');
    await see(page, new RegExp(REASON), 'care-results');

    await ana.press(/^button Leo Delgado .*Medicine refill|^button Rosa Delgado .*Bill/);
    await ana.press(/^button Send a result/);
    await see(desk, /What do you say about it\?/, '.act');
    await ana.press(/^button Send it/);
    await see(desk, /Sent\. It stands above/, '.outcome');
    await see(desk, /Test result .*Show the result/, 'care-thread');
    assert.deepEqual([heard.errors, heardAtDesk.errors], [[], []]);
  });
});
