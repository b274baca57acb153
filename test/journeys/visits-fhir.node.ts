import { it } from 'node:test';
import { onFhirDemo, type FhirStage } from './fhir-stage.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { keepsToItself } from './keeps-to-itself.js';
import { ask, book, cancel, CANARIES, confirm, lose, move } from './visit-story.js';
import { visit, type Visitor } from './visitor.js';

const SERVICE = /Blood pressure/;

for (const [name, handsOf] of [['', byMouse], [', by keyboard alone', byKeyboard]] as const) {
  onFhirDemo(`Visits on a FHIR server${name}`, (stage) => {
    it('S07 S08 A patient books a visit, moves it, and cancels it', { timeout: 240_000 }, () => bookMoveCancel(stage, handsOf));
    it('asks for a time where none of the free ones suits, and reads which one the practice has booked', { timeout: 240_000 }, () => askFor(stage, handsOf));
    it('F27 is offered the nearest times when another was faster, and keeps the words', { timeout: 240_000 }, () => loseOne(stage, handsOf));
  });
}

type HandsOf = (page: Visitor['page']) => Hands;

async function bookMoveCancel(stage: FhirStage, handsOf: HandsOf): Promise<void> {
  const { siteUrl, fhirUrl } = stage.demo;
  const amy = await open(stage);
  await book(handsOf(amy.page), SERVICE);
  await move(handsOf(amy.page));
  await cancel(handsOf(amy.page));
  await keepsToItself([amy], [siteUrl, new URL(fhirUrl).origin], CANARIES);
}

async function loseOne(stage: FhirStage, handsOf: HandsOf): Promise<void> {
  const { siteUrl, fhirUrl } = stage.demo;
  const [amy, other] = [await open(stage), await open(stage, 'liz-conn')];
  await lose(handsOf(amy.page), handsOf(other.page), SERVICE, { hasHolds: false });
  await keepsToItself([amy, other], [siteUrl, new URL(fhirUrl).origin], CANARIES);
}

async function askFor(stage: FhirStage, handsOf: HandsOf): Promise<void> {
  const { siteUrl, fhirUrl } = stage.demo;
  const [amy, bone] = [await open(stage), await visit(stage.browser, `${siteUrl}/staff.html`, 'practitioner-1')];
  await ask(handsOf(amy.page), /Visit with your doctor/, { hasTimes: true });
  await confirm(handsOf(amy.page), handsOf(bone.page), 'Amy V\\. Baxter PharmD', 'Visit with your doctor', { hasTimes: true });
  await keepsToItself([amy], [siteUrl, new URL(fhirUrl).origin], CANARIES);
}

/** A patient at their visits. */
async function open({ demo, browser }: FhirStage, person?: string): Promise<Visitor> {
  const visitor = await visit(browser, `${demo.siteUrl}/`, person);
  await visitor.page.goto(new URL('fhir-visits.html', visitor.page.url()).href);
  return visitor;
}
