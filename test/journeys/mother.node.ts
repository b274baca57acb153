import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo, onEachDemo, type Stage } from './each-demo.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { ask, beStopped, call, close, goOn, missOneDetail } from './mother-story.js';
import { see } from './screen.js';
import { visit, type Visitor } from './visitor.js';

onEachDemo('A mother asks about one child of two', (stage) => {
  it('is stopped before it goes to the wrong one, called, closed, and goes on from there', { timeout: 240_000 }, () =>
    playAll(stage, ({ page }) => byMouse(page)));
});

onDemo('A mother asks about one child of two, by keyboard alone', (stage) => {
  it('A04 is stopped before it goes to the wrong one, called, closed, and goes on from there', { timeout: 300_000 }, () =>
    playAll(stage, ({ page }) => byKeyboard(page)));
});

async function playAll(stage: Stage, handsOf: (visitor: Visitor) => Hands): Promise<void> {
  const { siteUrl } = stage.demo;
  const visitors = [
    await visit(stage.browser, `${siteUrl}/`, 'rosa-delgado'),
    await visit(stage.browser, `${siteUrl}/staff.html`),
    await visit(stage.browser, `${siteUrl}/staff.html`, 'grace-lee'),
  ] as const;
  const [rosa, ana, lee] = visitors;
  const people = { rosa: handsOf(rosa), ana: handsOf(ana), lee: handsOf(lee) };
  await see(rosa.page, /A medical question/, 'care-contact-form');
  await see(ana.page, /Maya Delgado/, '.boxes');
  for (const part of [ask, beStopped, missOneDetail, call, close, goOn]) await part(people);
  for (const { heard } of visitors) assert.deepEqual([heard.errors, heard.logs], [[], []]);
}
