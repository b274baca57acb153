import { it } from 'node:test';
import { onDemo, onEachDemo, type Stage } from './each-demo.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { keepsToItself } from './keeps-to-itself.js';
import { ask, book, cancel, CANARIES, confirm, lose, move, takeEarlier, takeOffered } from './visit-story.js';
import { visit, type Visitor } from './visitor.js';

const BOOK = 'S07 S08 A patient books a visit, moves it, and cancels it';
const LOSE = 'F27 is offered the nearest times when another was faster, and keeps the words';
const ASK = 'asks for a time where none can be booked, and reads which one the practice has booked';
const OFFER = 'takes a time that the practice offers in a message';
const EARLIER = 'takes an earlier time that somebody else gave up';
const SERVICE = /Blood pressure check/;

onEachDemo('Visits', (stage) => {
  it(BOOK, { timeout: 180_000 }, () => bookMoveCancel(stage, byMouse));
  it(LOSE, { timeout: 180_000 }, () => loseOne(stage, byMouse));
  it(ASK, { timeout: 180_000 }, () => askFor(stage, byMouse));
  it(OFFER, { timeout: 180_000 }, () => takeOne(stage, byMouse));
  it(EARLIER, { timeout: 180_000 }, () => comeEarlier(stage, byMouse));
});

onDemo('Visits, by keyboard alone', (stage) => {
  it(`A04 ${BOOK}`, { timeout: 240_000 }, () => bookMoveCancel(stage, byKeyboard));
  it(`A04 ${LOSE}`, { timeout: 240_000 }, () => loseOne(stage, byKeyboard));
  it(`A04 ${ASK}`, { timeout: 240_000 }, () => askFor(stage, byKeyboard));
  it(`A04 ${OFFER}`, { timeout: 240_000 }, () => takeOne(stage, byKeyboard));
  it(`A04 ${EARLIER}`, { timeout: 240_000 }, () => comeEarlier(stage, byKeyboard));
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
  const rosa = await visit(browser, `${demo.siteUrl}/visits.html`, 'rosa-delgado');
  const lee = await visit(browser, `${demo.siteUrl}/staff.html`, 'grace-lee');
  const hands = handsOf(rosa.page);
  await ask(hands, /Skin check/);
  await confirm(hands, handsOf(lee.page), 'Rosa Delgado', 'Skin check');
  // The desk is a page of the practice, which writes into it itself.
  await keepsToItself([rosa], [demo.siteUrl, demo.apiUrl], CANARIES);
}

async function takeOne({ demo, browser }: Stage, handsOf: HandsOf): Promise<void> {
  const rosa = await visit(browser, `${demo.siteUrl}/visits.html`, 'rosa-delgado');
  const june = await visit(browser, `${demo.siteUrl}/staff.html`, 'june-carter');
  await takeOffered(handsOf(rosa.page), handsOf(june.page), /Rosa Delgado .*Something else/, /Blood pressure/);
  await keepsToItself([rosa, june], [demo.siteUrl, demo.apiUrl], CANARIES);
}

async function comeEarlier({ demo, browser }: Stage, handsOf: HandsOf): Promise<void> {
  const page = `${demo.siteUrl}/visits.html`;
  const [sam, rosa] = [await visit(browser, page), await visit(browser, page, 'rosa-delgado')];
  await takeEarlier(handsOf(sam.page), handsOf(rosa.page), SERVICE);
  await keepsToItself([sam, rosa], [demo.siteUrl, demo.apiUrl], CANARIES);
}
