import assert from 'node:assert/strict';
import type { Hands } from './hands.js';
import { screenText, see } from './screen.js';
import { focused } from './stops.js';

// One story, on a backend of our own and on FHIR, by mouse and by keyboard alone.

/** Who is in it, and what the result says, which differs from backend to backend. */
export interface ResultStory {
  readonly patient: Hands;
  readonly staff: Hands;
  /** What the patient is called at the desk. */
  readonly name: string;
  /** The first of the results, as it is named everywhere. */
  readonly result: string;
  /** Its heading in the list, where it is no other. */
  readonly says: RegExp;
  readonly asks: RegExp;
}

// Words found nowhere else: wherever one of them turns up, somebody's message has leaked to there.
export const ASKED = 'Must I worry, quetzalish?';
export const ANSWERED = 'No need to, numbatly.';
export const CANARIES = /quetzalish|numbatly/i;

/** Covers one kind of results, where the practice covers none by itself. */
export async function cover({ patient, says }: ResultStory): Promise<void> {
  await see(patient.page, says, 'care-results');
  await patient.press(/^button What is covered/, 'care-results');
  await see(patient.page, /Cover until I open it/, 'care-results');
  await patient.tick(/^input Cover until I open it/, 'care-results');
  await see(patient.page, /Saved for /, 'care-results');
  await patient.press(/^button Close/, 'care-results');
}

/** What is covered says nothing until it is opened, and then what it found. */
export async function open({ patient, result, says }: ResultStory): Promise<void> {
  const { page } = patient;
  await see(page, new RegExp(`${result}.*This result is here, and covered\\.`), 'care-results');
  assert.doesNotMatch(await screenText(page, 'care-results'), says);
  await patient.press(/^button Show it to me now/, 'care-results');
  await see(page, says, 'care-results');
  assert.notEqual(await focused(page), 'nothing', 'the focus is not lost with the button');
}

/** The form knows which result is meant, and who ordered it. */
export async function ask({ patient, result, asks }: ResultStory): Promise<void> {
  const { page } = patient;
  await patient.press(asks, 'care-results');
  await see(page, new RegExp(`About ${result}`), 'care-contact-form');
  await see(page, /Which test\?.*Who will read this/, 'care-contact-form');
  await patient.write(/^input Which test/, 'The one above', 'care-contact-form');
  await patient.write(/^textarea What would you like to know/, ASKED, 'care-contact-form');
  await patient.press(/^button Send message/, 'care-contact-form');
  await see(page, /Your message is sent\./, 'care-contact-form');
}

/** The practice sees the question with its result beside it, and answers. */
export async function answer({ staff, name, result }: ResultStory): Promise<void> {
  const { page } = staff;
  const row = `${name} .*[Tt]est result 1 new Due`;
  await see(page, new RegExp(row), '.boxes');
  await staff.press(new RegExp(`^button ${row}`), '.boxes');
  await see(page, new RegExp(ASKED.slice(0, -1)), 'care-thread');
  await see(page, new RegExp(result), 'care-thread');
  await staff.press(/^button Take this/);
  await see(page, /You have this now\./, '.outcome');
  await staff.write(/^textarea Reply/, ANSWERED);
  await staff.press(/^button Send$/);
  await see(page, new RegExp(ANSWERED), 'care-thread');
}

/** The answer comes by itself, and shows which result it is about. */
export async function read({ patient, result }: ResultStory): Promise<void> {
  const { page } = patient;
  await see(page, new RegExp(ANSWERED), 'care-inbox');
  await patient.press(new RegExp(`^button (A t|T)est result.*${ANSWERED.slice(0, 8)}`), 'care-inbox');
  await see(page, new RegExp(`${ASKED.slice(0, -1)}.*${ANSWERED}`), 'care-inbox');
  await see(page, new RegExp(result), 'care-inbox');
}
