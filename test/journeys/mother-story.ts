import assert from 'node:assert/strict';
import type { Hands } from './hands.js';
import { screenText, see } from './screen.js';
import { findStop, focused } from './stops.js';

// One story, played by mouse and by keyboard alone: each part leaves the pages where the next one takes them up.

/** Rosa is the mother of Leo and Maya, Ana sits at the front desk, Dr. Lee is their doctor. */
export interface People {
  readonly rosa: Hands;
  readonly ana: Hands;
  readonly lee: Hands;
}

const RASH = 'Leo has a rash on both arms since his swimming lesson.';
const MAYA = 'Could it be on a Monday?';
const SINCE = 'He had new sun cream on.';
const ADVICE = 'Wash it off, no sun cream for a week. Call again if he gets a fever.';
const AGAIN = 'The rash came back today.';

/** Rosa asks about Leo: no sign of danger, and a call at noon from whoever can. */
export async function ask({ rosa }: People): Promise<void> {
  const { page } = rosa;
  await rosa.tick(/^input A medical question/, 'care-contact-form');
  await see(page, /Who is it for\?/, 'care-contact-form');
  await rosa.tick(/^input Leo Delgado/, 'care-contact-form');
  await see(page, /right now\?/, 'care-contact-form');
  await rosa.tick(/^input No\b/, 'care-contact-form');
  await rosa.tick(/^input Today/, 'care-contact-form');
  await rosa.write(/^textarea What is going on/, RASH, 'care-contact-form');
  await rosa.tick(/^input .*call/i, 'care-contact-form');
  await rosa.write(/^input .*[Nn]umber/, '206 555 0177', 'care-contact-form');
  await rosa.tick(/^input .*12–1 pm/, 'care-contact-form');
  await rosa.tick(/^input Anyone/, 'care-contact-form');
  await see(page, /You write as Rosa Delgado/, 'care-contact-form');
  await rosa.press(/^button Send message/, 'care-contact-form');
  await see(page, /Your message is sent\..*We will call you on 206 555 0177.*12.*1 pm/, 'care-contact-form');
}

/** In Maya's thread she is asked whether she means Maya. She does not send, then she does. */
export async function beStopped({ rosa, ana }: People): Promise<void> {
  const { page } = rosa;
  await rosa.press(/^button Visit: a new one/, 'care-inbox');
  await see(page, /You write as Rosa Delgado, about Maya Delgado/, 'care-inbox');
  await rosa.write(/^textarea Reply to/, MAYA, 'care-inbox');
  await rosa.press(/^button Send$/, 'care-inbox');
  await see(page, /This is about Maya Delgado\. You had chosen Leo Delgado\. Nothing is sent yet\./, 'care-inbox');
  assert.notEqual(await focused(page), 'nothing', 'the question has the focus');
  await rosa.press(/^button Do not send/, 'care-inbox');
  assert.doesNotMatch(await screenText(ana.page), new RegExp(MAYA.slice(0, 12)), 'nothing has left');
  await rosa.press(/^button Send$/, 'care-inbox');
  await rosa.press(/^button Send it about Maya Delgado/, 'care-inbox');
  await see(page, new RegExp(`You .*${MAYA.slice(0, -1)}.*Sent`), 'care-inbox');
}

/** The front desk takes Leo's thread and asks for the one missing thing, which Rosa says in place. */
export async function missOneDetail({ rosa, ana }: People): Promise<void> {
  await see(ana.page, /Leo Delgado .*Medical question.*June Carter first · Wants a call, 12 to 1 pm/, '.boxes');
  await ana.press(/^button Leo Delgado .*Medical question/, '.boxes');
  await see(ana.page, /rash on both arms/, 'care-thread');
  await ana.press(/^button Take this/);
  await see(ana.page, /You have this now\./, '.outcome');
  await ana.press(/^button Ask for a detail/);
  await see(ana.page, /What do you need to know\?/);
  await ana.write(/^input What do you need to know/, 'What was new that day?');
  await ana.press(/^button Ask$/);
  await see(ana.page, /Asked\./, '.outcome');

  await rosa.press(/^button Medical question/, 'care-inbox');
  await see(rosa.page, /What was new that day\?/, 'care-inbox');
  await rosa.write(/^(input|textarea) What was new that day/, SINCE, 'care-inbox');
  await rosa.press(/^button Send the answer/, 'care-inbox');
  // She wrote about Maya last.
  await see(rosa.page, /This is about Leo Delgado\. You had chosen Maya Delgado\./, 'care-inbox');
  await rosa.press(/^button Send it about Leo Delgado/, 'care-inbox');
  await see(ana.page, new RegExp(SINCE), 'care-thread');
  assert.equal(await findStop(rosa.page, /^(input|textarea) What was new/, 'care-inbox'), undefined, 'it is asked once');
}

/** Ana calls at noon and logs it. Rosa reads that she was reached, and the advice. */
export async function call({ rosa, ana }: People): Promise<void> {
  await ana.press(/^button Log a call/);
  await see(ana.page, /How did the call go\?/);
  assert.ok(await findStop(ana.page, /^a .*206 555 0177/), 'the number is one press away');
  await ana.tick(/^input Reached/);
  await ana.write(/^textarea What was said/, ADVICE);
  await ana.press(/^button Log the call/);
  await see(ana.page, /Noted\. That answers it\./, '.outcome');
  await see(rosa.page, /Ana Morales, front desk, called and spoke with you\..*Wash it off/, 'care-inbox');
}

/** It goes on to the doctor, who closes it. */
export async function close({ rosa, ana, lee }: People): Promise<void> {
  await ana.press(/^button Pass to a colleague/);
  await see(ana.page, /Why\? The patient reads this too\./);
  await ana.pick(/^select Pass to/, /Grace Lee, family physician/);
  await ana.write(/^input Why/, 'For her to know');
  await ana.press(/^button Pass on/);
  await see(ana.page, /Passed to Dr\. Grace Lee\./, '.outcome');
  await see(lee.page, /With you .*Leo Delgado .*Medical question/, '.boxes');
  await lee.press(/^button Leo Delgado .*Medical question/, '.boxes');
  await see(lee.page, /Wash it off.*Reply (to|about)/, 'care-thread');
  await lee.press(/^button Close$/);
  await lee.write(/^input How did it end/, 'Told on the phone');
  await lee.press(/^button Close it/);
  await see(lee.page, /Closed\./, '.outcome');
  await see(rosa.page, /This conversation is closed\./, 'care-inbox');
}

/** Rosa goes on in a new thread. Each leads to the other; the address keeps which one is open, and says nothing else. */
export async function goOn({ rosa, ana }: People): Promise<void> {
  const { page } = rosa;
  const old = threadInAddress(page.url());
  await rosa.press(/^button Continue this conversation/, 'care-inbox');
  await rosa.write(/^textarea Write to/, AGAIN, 'care-inbox');
  await rosa.press(/^button Send$/, 'care-inbox');
  await see(page, new RegExp(`You .*${AGAIN}`), 'care-inbox');
  await see(page, /See what was said before/, 'care-inbox');
  const newer = threadInAddress(page.url());
  assert.notEqual(newer, old);

  await page.reload();
  await see(page, new RegExp(AGAIN), 'care-inbox');
  assert.equal(threadInAddress(page.url()), newer);
  await rosa.press(/^(a|button) See what was said before/, 'care-inbox');
  await see(page, /rash on both arms/, 'care-inbox');
  assert.equal(threadInAddress(page.url()), old);
  assert.ok(await findStop(page, /^(a|button) (Open the newer one|Go on in the newer conversation)/, 'care-inbox'));
  await page.goBack();
  await see(page, new RegExp(AGAIN), 'care-inbox');
  assert.equal(threadInAddress(page.url()), newer);

  await see(ana.page, /Leo Delgado .*Medical question/, '.boxes');
  await ana.press(/^button Leo Delgado now|^button Leo Delgado \d+ min/, '.boxes');
  await see(ana.page, new RegExp(AGAIN), 'care-thread');
}

/** The whole query of an address is the thread's id. */
function threadInAddress(url: string): string {
  const { search, hash } = new URL(url);
  assert.match(search + hash, /^\?message=[\w-]+(#messages)?$/);
  return search;
}
