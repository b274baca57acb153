import { it } from 'node:test';
import { isAccessible } from './axe.js';
import { onDemo } from './each-demo.js';
import { byMouse } from './hands.js';
import { see } from './screen.js';
import { visit } from './visitor.js';

const PATIENCE = { timeout: 300_000 };
const PICKER = 'care-appointment-picker';
const VISITS = 'care-appointments';

onDemo('Visits, light and dark, small and wide', (stage) => {
  it('A01 A07 have no fault that axe knows while a patient looks, moves, cancels and books', PATIENCE, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/visits.html`);
    const sam = byMouse(page);
    await see(page, /Your next visit/, VISITS);
    await isAccessible(page, 'the visits as they open');
    await sam.press(/^button Show earlier visits/, VISITS);
    await see(page, /After the visit/, VISITS);
    await isAccessible(page, 'earlier visits');
    await sam.press(/^button Cancel/, VISITS);
    await see(page, /Do you still need care for this\?/, VISITS);
    await isAccessible(page, 'a visit before it is cancelled');
    await sam.press(/^button Do not cancel/, VISITS);
    await sam.press(/^button Move this visit/, VISITS);
    await see(page, /In the (morning|afternoon)/, VISITS);
    await isAccessible(page, 'a visit that is moved');
    await sam.press(/^button Keep this time/, VISITS);

    await sam.tick(/^input Skin check/, PICKER);
    await see(page, /First choice/, PICKER);
    await sam.press(/^button Ask for this time/, PICKER);
    await see(page, /Choose a day/, PICKER);
    await isAccessible(page, 'a request with things to look at');
    await sam.tick(/^input Blood pressure check/, PICKER);
    await sam.tick(/^input \d+:\d\d/, PICKER);
    await see(page, /is kept for you/, PICKER);
    await isAccessible(page, 'a time that is kept');
    await sam.press(/^button Book /, PICKER);
    await see(page, /Your visit is booked\./, PICKER);
    await isAccessible(page, 'a visit that is booked');
  });

  it('A01 A07 have no fault that axe knows while the practice books and offers', PATIENCE, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/staff.html`);
    const ana = byMouse(page);
    await ana.press(/^button Sam Okafor Skin check/, '.boxes');
    await see(page, /Times that would suit/);
    await isAccessible(page, 'the desk with a request');
    await ana.press(/^button We have no time for it/);
    await see(page, /Why not, or what to do instead/);
    await isAccessible(page, 'the desk before it declines');
    await ana.press(/^button Rosa Delgado .*Something else/, '.boxes');
    await ana.press(/^button Take this/);
    await ana.press(/^button Offer times/);
    await see(page, /\d [ap]m, in person/);
    await isAccessible(page, 'the desk that offers times');
  });
});
