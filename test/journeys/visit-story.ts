import assert from 'node:assert/strict';
import type { Hands } from './hands.js';
import { tabTo } from './keyboard.js';
import { screenText, see } from './screen.js';
import { focused } from './stops.js';

// One story, on a backend of our own and on FHIR, by mouse and by keyboard alone.

const PICKER = 'care-appointment-picker';
const VISITS = 'care-appointments';

/** In milliseconds. */
const DAY = 86_400_000;

// Words found nowhere else: wherever one of them turns up, somebody's words have leaked to there.
export const TOPIC = 'Do I need to skip breakfast, quollish?';
export const CANARIES = /quollish/i;

/** Chooses what the visit is for, and waits for free times. */
export async function choose({ page, tick }: Hands, service: RegExp): Promise<void> {
  await see(page, /Pick a time/, PICKER);
  await tick(new RegExp(`^input ${service.source}`), PICKER);
  await see(page, /In the (morning|afternoon)/, PICKER);
}

/** Turns to a month whose first day is far enough away: a visit of today or tomorrow can no longer be moved. */
export async function turn(hands: Hands, within = PICKER): Promise<void> {
  const now = practiceNow();
  const months = new Date(now.getTime() + 2 * DAY).getUTCMonth() === now.getUTCMonth() ? 1 : 2;
  for (let month = 1; month <= months; month++) {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, 1));
    const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(first);
    await hands.press(new RegExp(`^button Go to ${name}`), within);
    await see(hands.page, new RegExp(`${name}.*In the (morning|afternoon)`), within);
  }
}

/** Ticks the first free time of the day that is shown, and answers what it is called on the button: `Tuesday, …`. */
export async function tickFirst(hands: Hands, within = PICKER): Promise<string> {
  await hands.tick(/^input \d+:\d\d/, within);
  return chosen(hands, within);
}

/** The time that is chosen, as the button says it. */
export async function chosen({ page }: Hands, within = PICKER): Promise<string> {
  await see(page, /(Book|Move to) \w+, /, within);
  return /(?:Book|Move to) (\w+, .*? [ap]m)/.exec(await screenText(page, within))![1]!;
}

/** Books the first free time of a month that is far enough away. */
export async function book(hands: Hands, service: RegExp): Promise<string> {
  await choose(hands, service);
  await turn(hands);
  const time = await tickFirst(hands);
  await finish(hands);
  return time;
}

/** Says what to talk about, and books what is chosen. */
async function finish(hands: Hands): Promise<void> {
  await hands.write(/^textarea What do you want to talk about/, TOPIC, PICKER);
  await hands.press(/^button Book /, PICKER);
  await see(hands.page, /Your visit is booked\./, PICKER);
  assert.notEqual(await focused(hands.page), 'nothing', 'the focus is not lost with the button');
  await see(hands.page, new RegExp(TOPIC.slice(0, -1)), VISITS);
}

/**
 * Chooses a time that another has just taken, is offered the nearest, and books one of these with the words kept. Where
 * the backend keeps no times while one fills in, it is only lost when it is booked.
 */
export async function lose(hands: Hands, other: Hands, service: RegExp, { hasHolds = true } = {}): Promise<void> {
  await choose(hands, service);
  await turn(hands);
  const taken = await book(other, service);
  await hands.tick(/^input \d+:\d\d/, PICKER);
  if (!hasHolds) await hands.press(/^button Book /, PICKER);
  await see(hands.page, /Somebody else has just taken this time\. Nothing is booked\./, PICKER);
  await see(hands.page, /The nearest free times:/, PICKER);
  const time = await tickFirst(hands);
  assert.notEqual(time, taken);
  await finish(hands);
}

/** Asks for a time, where none can be booked or none of those suits. */
export async function ask(hands: Hands, service: RegExp, { hasTimes = false } = {}): Promise<void> {
  const { page } = hands;
  await see(page, /Pick a time/, PICKER);
  await hands.tick(new RegExp(`^input ${service.source}`), PICKER);
  if (hasTimes) await hands.press(/^button None of these work/, PICKER);
  await see(page, /First choice/, PICKER);
  await writeDay(hands, /^input Day/, weekday());
  await hands.tick(/^input Morning/, PICKER);
  await hands.write(/^textarea What do you want to talk about/, TOPIC, PICKER);
  await hands.press(/^button Ask for this time/, PICKER);
  await see(page, /You asked for a time\./, PICKER);
  await see(page, /What you asked for.*in the morning/, VISITS);
}

/** Moves the next visit: the old time stays until the new one is booked. */
export async function move(hands: Hands): Promise<string> {
  const { page } = hands;
  await hands.press(/^button Move this visit/, VISITS);
  await see(page, /stays yours until the new time is booked/, VISITS);
  await see(page, /In the (morning|afternoon)/, VISITS);
  await turn(hands, VISITS);
  const time = await tickFirst(hands, VISITS);
  await hands.press(/^button Move to /, VISITS);
  await see(page, /Your visit is (moved|now on)/, VISITS);
  assert.notEqual(await focused(page), 'nothing', 'the focus is not lost with the picker');
  return time;
}

/** Cancels the next visit, and says whether care is still needed. */
export async function cancel(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(/^button Cancel/, VISITS);
  await see(page, /Do you still need care for this\?/, VISITS);
  await hands.tick(/^input No, not any more/, VISITS);
  await hands.press(/^button Cancel \w+, /, VISITS);
  await see(page, / is cancelled\./, VISITS);
  assert.notEqual(await focused(page), 'nothing', 'the focus is not lost with the question');
}

/** The practice books a time for what was asked, and the patient reads it without doing anything. */
export async function confirm(patient: Hands, staff: Hands, name: string, label: string, { hasTimes = false } = {}): Promise<void> {
  const { page } = staff;
  await see(page, new RegExp(`${name} ${label}`), '.boxes');
  await staff.press(new RegExp(`^button ${name} ${label}`), '.boxes');
  await see(page, new RegExp(`${name} asks for: ${label}.*${TOPIC.slice(0, -1)}`));
  if (hasTimes) {
    await staff.tick(/^input \d+(:\d\d)? [ap]m, in person/);
  } else {
    await writeDay(staff, /^input Day/, weekday());
    await staff.write(/^input Time/, '1015AM');
  }
  await staff.press(/^button Book it/);
  await see(page, /Booked\. The patient reads when\./);
  await see(patient.page, hasTimes ? new RegExp(`[ap]m ${label}`) : new RegExp(`10:15 .*${label}`), VISITS);
}

/** The practice offers times in a message, and the patient takes one where it stands. */
export async function takeOffered(patient: Hands, staff: Hands, thread: RegExp, service: RegExp): Promise<void> {
  await staff.press(new RegExp(`^button ${thread.source}`), '.boxes');
  await staff.press(/^button Take this/);
  await staff.press(/^button Offer times/);
  await see(staff.page, /What for\?/);
  await staff.pick(/^select What for/, service);
  await see(staff.page, /\d+:\d\d [ap]m, in person/);
  await staff.tick(/^input \d+:\d\d [ap]m, in person/);
  await staff.press(/^button Offer these times/);
  await see(staff.page, /Offered\./);
  await see(patient.page, /Times for/, 'care-inbox');
  await patient.press(/^button .*Times for/, 'care-inbox');
  await patient.press(/^button Take \w+day/, 'care-inbox');
  await see(patient.page, /Booked: /, 'care-inbox');
}

/** Waits for an earlier time, which another gives up, and takes it on the visit itself. */
export async function takeEarlier(patient: Hands, other: Hands, service: RegExp): Promise<void> {
  await choose(other, service);
  await walkToDay(other);
  await tickFirst(other);
  await finish(other);
  const stored = patient.page.waitForResponse((answer) => /PUT|POST/.test(answer.request().method()) && answer.ok());
  await patient.tick(/^input Tell me when an earlier time opens/, VISITS);
  await stored;
  await cancel(other);
  await see(patient.page, /An earlier time has opened/, VISITS);
  await patient.press(/^button Take \w+day/, VISITS);
  await see(patient.page, /Your visit is now on .* is free again\./, VISITS);
}

/** Walks over the days of the month with the arrows, to one some days on that has free times. */
async function walkToDay({ page }: Hands): Promise<void> {
  await tabTo(page, /^button \w+day, \w+ \d+/);
  for (let days = 1; days < 20; days++) {
    await page.keyboard.press('ArrowRight');
    await see(page, /In the (morning|afternoon)/, PICKER);
    if (days > 2 && !/no times/.test(await focused(page))) return page.keyboard.press('Enter');
  }
  throw new Error('No day on the way has free times');
}

/** Writes a day into a date field, part by part, as its keys go in the order of English. */
async function writeDay(hands: Hands, field: RegExp, day: Date): Promise<void> {
  await hands.write(field, '');
  // A click lands in any of its parts.
  for (let part = 0; part < 3; part++) await hands.page.keyboard.press('ArrowLeft');
  const two = (number: number): string => String(number).padStart(2, '0');
  await hands.page.keyboard.type(`${two(day.getUTCMonth() + 1)}${two(day.getUTCDate())}${day.getUTCFullYear()}`);
}

/** A day in two weeks on which practices are open. */
function weekday(): Date {
  const day = new Date(practiceNow().getTime() + 14 * DAY);
  while (day.getUTCDay() % 6 === 0) day.setTime(day.getTime() + DAY);
  return day;
}

/** The clock of the demo's practice, as if it were UTC. */
function practiceNow(): Date {
  return new Date(`${new Date().toLocaleString('sv', { timeZone: 'America/Los_Angeles' }).replace(' ', 'T')}Z`);
}
