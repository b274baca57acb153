import { it } from 'node:test';
import { onDemo, onEachDemo, type Stage } from './each-demo.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { keepsToItself } from './keeps-to-itself.js';
import { ask, book, cancel, CANARIES, lose, move } from './visit-story.js';
import { visit, type Visitor } from './visitor.js';

const BOOK = 'S07 S08 A patient books a visit, moves it, and cancels it';
const LOSE = 'F27 is offered the nearest times when another was faster, and keeps the words';
const ASK = 'asks for a time where none can be booked';
const SERVICE = /Blood pressure check/;

onEachDemo('Visits', (stage) => {
  it(BOOK, { timeout: 180_000 }, () => bookMoveCancel(stage, byMouse));
  it(LOSE, { timeout: 180_000 }, () => loseOne(stage, byMouse));
  it(ASK, { timeout: 120_000 }, () => askFor(stage, byMouse));
});

onDemo('Visits, by keyboard alone', (stage) => {
  it(`A04 ${BOOK}`, { timeout: 240_000 }, () => bookMoveCancel(stage, byKeyboard));
  it(`A04 ${LOSE}`, { timeout: 240_000 }, () => loseOne(stage, byKeyboard));
  it(`A04 ${ASK}`, { timeout: 120_000 }, () => askFor(stage, byKeyboard));
});

type HandsOf = (page: Visitor['page']) => Hands;

async function bookMoveCancel({ demo, browser }: Stage, handsOf: HandsOf): Promise<void> {
  // Rosa has no visit so far: the one she books is her next.
  const rosa = await visit(browser, `${demo.siteUrl}/visits.html`, 'rosa-delgado');
  const hands = handsOf(rosa.page);
  await book(hands, SERVICE);
  await move(hands);
  await cancel(hands);
  await keepsToItself([rosa], [demo.siteUrl, demo.apiUrl], CANARIES);
}

async function loseOne({ demo, browser }: Stage, handsOf: HandsOf): Promise<void> {
  const page = `${demo.siteUrl}/visits.html`;
  const [rosa, sam] = [await visit(browser, page, 'rosa-delgado'), await visit(browser, page)];
  await lose(handsOf(rosa.page), handsOf(sam.page), SERVICE);
  await keepsToItself([rosa, sam], [demo.siteUrl, demo.apiUrl], CANARIES);
}

async function askFor({ demo, browser }: Stage, handsOf: HandsOf): Promise<void> {
  const sam = await visit(browser, `${demo.siteUrl}/visits.html`);
  await ask(handsOf(sam.page), /Skin check/);
  await keepsToItself([sam], [demo.siteUrl, demo.apiUrl], CANARIES);
}
