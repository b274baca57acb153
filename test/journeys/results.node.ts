import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo, onEachDemo, type Stage } from './each-demo.js';
import { onFhirDemo } from './fhir-stage.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { keepsToItself } from './keeps-to-itself.js';
import { answer, ask, CANARIES, cover, open, read, type ResultStory } from './result-story.js';
import { visit, type Visitor } from './visitor.js';

const TITLE = 'S07 S08 A patient opens a covered result, asks about it, and is answered in the thread';
const SAM = {
  name: 'Sam Okafor',
  result: 'Skin sample, left arm',
  says: /No sign of cancer/,
  asks: /^button Ask Dr\. Grace Lee about this/,
};
const AMY = {
  name: 'Amy V\\. Baxter',
  result: 'Portable XR Chest Views',
  says: /Impression No acute abnormality/,
  asks: /^button Ask Dr Ronald Bone about this/,
};

onEachDemo('A covered result', (stage) => {
  it(TITLE, { timeout: 180_000 }, () => onRest(stage, byMouse));
});

onDemo('A covered result, by keyboard alone', (stage) => {
  it(`A04 ${TITLE}`, { timeout: 240_000 }, () => onRest(stage, byKeyboard));
});

onFhirDemo('A covered result, on a FHIR server', (stage) => {
  it(TITLE, { timeout: 180_000 }, async () => {
    const { siteUrl, fhirUrl } = stage.demo;
    const amy = await visit(stage.browser, `${siteUrl}/`);
    const bone = await visit(stage.browser, `${siteUrl}/staff.html`, 'practitioner-1');
    const story = { ...AMY, patient: byMouse(amy.page), staff: byMouse(bone.page) };
    await play([amy, bone], story, [cover, open, ask, answer, read], [siteUrl, new URL(fhirUrl).origin]);
  });
});

async function onRest({ demo, browser }: Stage, handsOf: (page: Visitor['page']) => Hands): Promise<void> {
  const { siteUrl, apiUrl } = demo;
  const sam = await visit(browser, `${siteUrl}/`);
  await sam.page.goto(new URL('results.html', sam.page.url()).href);
  const lee = await visit(browser, `${siteUrl}/staff.html`, 'grace-lee');
  await play([sam, lee], { ...SAM, patient: handsOf(sam.page), staff: handsOf(lee.page) }, [open, ask, answer, read], [siteUrl, apiUrl]);
}

/** Plays the parts in order. Nobody reloads, and no word of it is where others could read it. */
async function play(
  visitors: readonly Visitor[],
  story: ResultStory,
  parts: readonly ((story: ResultStory) => Promise<void>)[],
  origins: readonly string[],
): Promise<void> {
  const openedAt = await Promise.all(visitors.map(loadedAt));
  for (const part of parts) await part(story);
  assert.deepEqual(await Promise.all(visitors.map(loadedAt)), openedAt, 'nobody had to reload');
  await keepsToItself(visitors, origins, CANARIES);
}

const loadedAt = ({ page }: Visitor): Promise<number> => page.evaluate(() => performance.timeOrigin);
