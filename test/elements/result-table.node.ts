import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sam } from '../../src/adapters/memory/people.js';
import { amount, between, inWords, measured, resultOf } from '../../src/adapters/memory/results/told.js';
import { lipidResult as lipids } from '../../src/adapters/memory/results/sam-blood.js';
import { paperOf } from '../../src/elements/shared/result-record-paper.js';
import { tableOf } from '../../src/elements/shared/result-record-table.js';
import { resultCard } from '../../src/i18n/en/result-card.js';
import { resultCardBody } from '../../src/i18n/en/result-card-body.js';
import { resultsRecord } from '../../src/i18n/en/results-record.js';
import type { PracticeId } from '../../src/model/id.js';
import { Result } from '../../src/model/result.js';

const card = { ...resultCard, ...resultCardBody };

const practice = { id: 'alder-street' as PracticeId, name: 'Alder Street' };
const tell = (name: string, parts: Omit<Parameters<typeof resultOf>[2], 'subject'>): Result =>
  Result.parse({ ...resultOf('one', name, { subject: sam, ...parts }), practice });
const rowsOf = (result: Result) => tableOf([result], resultsRecord, card).split('\r\n').slice(1, -1);

describe('results as a table', () => {
  it('has a row for each measurement, with the lab’s own digits and signs', () => {
    const rows = rowsOf(
      tell('Blood', {
        measurements: [
          measured('Iron', 'iron', amount('5.60', 'mg/dL'), { flag: 'high', range: between('1.0', '5.0') }),
          measured('Troponin', 'troponin', amount('0.01', 'ng/mL', '<')),
          measured('Base excess', 'base', amount('-2.0', 'mmol/L')),
        ],
      }),
    );
    assert.equal(rows.length, 3);
    assert.ok(rows[0]!.includes(',Iron,5.60,mg/dL,High,1.0 to 5.0,'));
    assert.ok(rows[1]!.includes(',Troponin,<0.01,ng/mL,'));
    assert.ok(rows[2]!.includes(',Base excess,-2.0,mmol/L,'));
  });

  it('I10 says of a value that is not there why, and never 0', () => {
    const [row] = rowsOf(tell('Vitamin D', { measurements: [measured('Vitamin D', 'd', { kind: 'absent', reason: 'error' })] }));
    assert.ok(row!.includes(card.absent.error));
    assert.ok(!/,0,/.test(row!));
  });

  it('S05 has no formula in it, whoever wrote it', () => {
    const evil = ['=1+1', '+1', '@SUM(A1)', '-2+3', '\t=1', '＝1'];
    for (const text of evil) {
      const [row] = rowsOf(tell(text, { measurements: [measured(text, 'x', inWords(text))] }));
      for (const cell of row!.split(',')) assert.ok(!/^"?[=+@\t＝]|^"?-\d+\+/.test(cell), `${JSON.stringify(text)} stands in ${row!}`);
      assert.ok(row!.includes(`'${text}`));
    }
  });

  it('keeps commas, quotes and lines inside their cell', () => {
    const [row] = tableOf([tell('A "b", c\nd', {})], resultsRecord, card).split('\r\n').slice(1);
    assert.ok(row!.startsWith('"A ""b"", c\nd",'));
  });

  it('has the practice’s own marks beside the range, and what became of each reported mistake', () => {
    const table = tableOf([{ ...lipids, version: '1', cover: undefined, practice }], resultsRecord, card);
    assert.ok(table.includes(',LDL,129,mg/dL,High,up to 100,160 or more,'));
    for (const said of ['The record was changed.', 'What is wrong: HDL says 25.', 'Answer of June Carter']) assert.ok(table.includes(said), said);
    assert.equal(table.split('What is wrong').length, 2, 'said once, not once a row');
    const widths = rowsOf(tell('Blood', { measurements: [measured('Iron', 'iron', amount('5', 'mg'))] })).map((row) => row.split(',').length);
    assert.deepEqual(widths, [table.split('\r\n')[0]!.split(',').length]);
    assert.equal(rowsOf(tell('X-ray', { report: 'Fine' }))[0]!.split(',').length, widths[0]);
  });

  it('has one row for a report in words', () => {
    const [row, ...others] = rowsOf(tell('X-ray', { report: 'No fracture.' }));
    assert.deepEqual(others, []);
    assert.ok(row!.includes('No fracture.'));
  });
});

describe('results on paper', () => {
  it('have the comment before the values, the practice’s own marks, and what became of each reported mistake', () => {
    const kept = { results: [{ ...lipids, version: '1', practice }], leftOut: 0, unreadable: 0, person: sam, practice: undefined };
    const { entries } = paperOf(kept, { words: resultsRecord, card, lang: 'en', now: 0 });
    const facts = new Map(entries[0]!.facts);
    assert.match(facts.get('LDL')!, /^129 mg\/dL\. High\. Usual range: up to 100\. The practice is concerned at: 160 or more$/);
    assert.doesNotMatch(facts.get('HDL')!, /concerned/);
    const said = facts.get('Reported mistakes')!.replaceAll('\u00a0', ' ').replaceAll(/[\u2068\u2069]/g, '');
    assert.match(said, /^The record was changed\.\nReported by Sam Okafor, November 11, 2026/);
    assert.match(said, /\nAnswer of June Carter, November 12, 2026 at [^\n]*: You were right\./);
    const order = [...facts.keys()];
    assert.ok(order.indexOf('Comments') < order.indexOf('LDL'));
  });

  it('I05 keep a name from turning the words after it around', () => {
    const author = { ...sam, name: 'ليلى حداد' };
    const kept = { results: [{ ...lipids, version: '1', practice, comments: [{ text: 'All good.', author }] }], leftOut: 0, unreadable: 0 };
    const { entries } = paperOf({ ...kept, person: sam, practice: undefined }, { words: resultsRecord, card, lang: 'en', now: 0 });
    assert.equal(new Map(entries[0]!.facts).get('Comments'), '\u2068ليلى حداد\u2069: All good.');
  });
});
