import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sam } from '../../src/adapters/memory/people.js';
import { amount, between, inWords, measured, resultOf } from '../../src/adapters/memory/results/told.js';
import { tableOf } from '../../src/elements/shared/result-record-table.js';
import { resultCard } from '../../src/i18n/en/result-card.js';
import { resultCardBody } from '../../src/i18n/en/result-card-body.js';
import { resultsRecord } from '../../src/i18n/en/results-record.js';
import { Result } from '../../src/model/result.js';

const card = { ...resultCard, ...resultCardBody };

const tell = (name: string, parts: Omit<Parameters<typeof resultOf>[2], 'subject'>): Result =>
  Result.parse({ ...resultOf('one', name, { subject: sam, ...parts }), practice: { id: 'alder-street', name: 'Alder Street' } });
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

  it('has one row for a report in words', () => {
    const [row, ...others] = rowsOf(tell('X-ray', { report: 'No fracture.' }));
    assert.deepEqual(others, []);
    assert.ok(row!.includes('No fracture.'));
  });
});
