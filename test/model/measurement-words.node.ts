import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chartOf } from '../../src/elements/result-card/trend/chart.js';
import { fileName } from '../../src/elements/result-card/more/file-kind.js';
import { seriesOf } from '../../src/elements/result-card/trend/segments.js';
import { exactly, placeOf } from '../../src/elements/result-card/body/place.js';
import { flagWords, placeWords } from '../../src/elements/result-card/body/place-words.js';
import { numberWords, rangesWords, valueWords } from '../../src/elements/result-card/body/value-words.js';
import { dayWords, whenWords } from '../../src/elements/result-card/body/when-words.js';
import { resultCardBody as text } from '../../src/i18n/en/result-card-body.js';
import { Measurement } from '../../src/model/measurement.js';

const zone = 'America/Los_Angeles';
const options = { lang: 'en-US', zone };

/** As it is read: without the marks that keep numbers and names apart. */
const plain = (words: string): string => words.replace(/[\u2066-\u2069]/g, '').replace(/\u00a0/g, ' ');

const measured = (value: unknown, parts: object = {}): Measurement => Measurement.parse({ name: 'ALT', value, ranges: [], ...parts });
const amount = (number: string, parts: object = {}): Measurement => measured({ kind: 'amount', number, unit: 'U/L' }, parts);
const saidOf = (measurement: Measurement): string => {
  const { said, unit } = valueWords(measurement, text, options);
  return plain([said, unit].filter(Boolean).join(' '));
};
const whereOf = (measurement: Measurement): string => plain(placeWords(measurement, placeOf(measurement), text));

const decimal = fc
  .tuple(fc.constantFrom('', '-'), fc.stringMatching(/^\d{1,5}$/), fc.stringMatching(/^(\.\d{1,4})?$/), fc.constantFrom('', '', '', 'e3', 'E-7', 'e+300', 'e-320'))
  .map((parts) => parts.join(''))
  .filter((number) => Number.isFinite(Number(number)));
const unknown = fc.constantFrom(undefined, null, NaN, '', '5,6', '1e309', {}, [], 0);
const value = fc.record(
  {
    kind: fc.constantFrom('amount', 'amount', 'amount', 'span', 'ratio', 'text', 'yes-no', 'date', 'absent', 'quantity'),
    number: fc.oneof(decimal, unknown),
    comparator: fc.constantFrom(undefined, '<', '<=', '>=', '>', 'ad'),
    low: fc.oneof(decimal, unknown),
    high: fc.oneof(decimal, unknown),
    unit: fc.constantFrom('U/L', 'mmol/L', 'mg/dL', undefined),
    text: fc.constantFrom('1:64', 'No growth', '', undefined),
    yes: fc.constantFrom(true, false, 'yes', undefined),
    date: fc.constantFrom('2026', '2026-03', '2026-02-30', undefined),
    reason: fc.constantFrom('error', 'masked', 'because', undefined),
  },
  { requiredKeys: ['kind'] },
);
const range = fc.record({ low: fc.oneof(decimal, unknown), high: fc.oneof(decimal, unknown), text: fc.constantFrom(undefined, 'negative') }, { requiredKeys: [] });
const anyMeasurement = fc
  .record(
    {
      name: fc.constant('ALT'),
      value: fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: unknown }),
      ranges: fc.array(range, { maxLength: 2 }),
      concern: fc.record({ low: fc.oneof(decimal, unknown), high: fc.oneof(decimal, unknown) }, { requiredKeys: [] }),
      flag: fc.constantFrom(undefined, 'usual', 'low', 'high', 'very-low', 'very-high', 'unusual', 'H'),
      method: fc.constantFrom(undefined, 'IFCC'),
      takenAt: fc.constantFrom('2024', '2025-05', '2025-05-04', '2026-11-18T16:40:00Z', undefined),
    },
    { requiredKeys: ['name'] },
  )
  .map((parts) => Measurement.safeParse(parts))
  .filter((read) => read.success)
  .map((read) => read.data!);

describe('a value in words', () => {
  it('keeps every zero the lab wrote, and says an exponent as people write it', () => {
    assert.equal(saidOf(amount('5.60')), '5.60 U/L');
    assert.equal(plain(numberWords('-0')), '0');
    assert.equal(plain(numberWords('-0.0')), '0.0');
    assert.equal(plain(numberWords('-0.5')), '−0.5');
    assert.equal(plain(numberWords('1.2e+21')), '1.2 × 10²¹');
    assert.equal(plain(numberWords('3E-07')), '3 × 10⁻⁷');
  });

  it('I10 says less than and more than, and never the bare number', () => {
    for (const [comparator, said] of Object.entries({ '<': 'Less than 0.01', '<=': '0.01 or less', '>=': '0.01 or more', '>': 'More than 0.01' })) {
      const one = measured({ kind: 'amount', number: '0.01', comparator }, { ranges: [{ low: '0', high: '1' }] });
      assert.equal(saidOf(one), said);
      assert.equal(placeOf(one), undefined);
    }
    assert.equal(saidOf(measured({ kind: 'amount', number: '0.01', comparator: 'ad' })), text.unreadable);
  });

  it('says what is absent with its reason, and what cannot be read as that: never zero', () => {
    assert.equal(saidOf(measured({ kind: 'absent', reason: 'error' })), 'No value. The test did not work.');
    assert.equal(saidOf(measured({ kind: 'absent' })), text.absent.other);
    assert.equal(saidOf(measured(undefined)), text.noValue);
    assert.equal(saidOf(measured({ kind: 'amount', number: '5,6' })), text.unreadable);
    assert.equal(saidOf(measured({ kind: 'amount', number: '1e309' })), text.unreadable);
    assert.equal(saidOf(measured({ kind: 'tensor' })), text.unreadable);
    assert.equal(saidOf(measured({ kind: 'text', text: '5,6' })), '5,6');
    assert.equal(saidOf(measured({ kind: 'ratio', text: '1:64' })), '1:64');
    assert.equal(saidOf(measured({ kind: 'yes-no', yes: false })), 'No');
    assert.equal(saidOf(measured({ kind: 'yes-no' })), text.unreadable);
    assert.equal(saidOf(measured({ kind: 'span', low: '0', high: '2', unit: 'per field' })), '0 to 2 per field');
    assert.equal(saidOf(measured({ kind: 'span', low: '5' })), 'From 5. The other end is not given');
  });

  it('I10 never says NaN, undefined or null, whatever a backend sends, and always says something', () => {
    fc.assert(
      fc.property(anyMeasurement, (one) => {
        const place = placeOf(one);
        const said = [saidOf(one), whereOf(one), flagWords(one, place, text), rangesWords(one, text)].join(' ');
        assert.doesNotMatch(said, /NaN|undefined|null|Infinity|\[object/);
        assert.notEqual(saidOf(one).trim(), '');
        if (one.value?.kind === 'amount' && one.value.comparator && one.value.number !== undefined) {
          assert.match(saidOf(one), /than|or less|or more|cannot read/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a value on a line', () => {
  it('I10 never places anything off the line, nor without one range that can be right', () => {
    fc.assert(
      fc.property(anyMeasurement, (one) => {
        const place = placeOf(one);
        if (!place) return;
        assert.equal(one.ranges.length, 1);
        assert.notEqual(exactly(one), undefined);
        for (const at of [place.value, place.low, place.high, place.concernLow, place.concernHigh]) {
          if (at !== undefined) assert.ok(at >= 0 && at <= 100, String(at));
        }
        // Where it is drawn and what is said of it are one.
        if (place.where === 'above') assert.ok(place.value >= place.high!);
        if (place.where === 'below') assert.ok(place.value <= place.low!);
      }),
      { numRuns: 1000 },
    );
  });

  it('says ranges that are one-sided, several, reversed, in words or unreadable', () => {
    const usual = (ranges: object[]): string => plain(rangesWords(amount('5', { ranges }), text));
    assert.equal(usual([{ high: '200' }]), 'Usual: up to 200.');
    assert.equal(usual([{ low: '40' }]), 'Usual: 40 or more.');
    assert.equal(usual([{ low: '5', high: '5' }]), 'Usual: 5 to 5.');
    assert.equal(usual([{ text: 'negative' }]), 'Usual: negative.');
    assert.equal(usual([{ low: 'x', high: '3' }]), text.unreadableRange);
    assert.equal(usual([]), text.noRange);
    assert.match(usual([{ low: '40', high: '7' }]), /40 to 7.*cannot be right/);
    assert.match(usual([{ low: '1', high: '2', appliesTo: 'women' }, { low: '3', high: '4', appliesTo: 'men' }]), /1 to 2 \(women\); 3 to 4 \(men\).*which one is yours/);
    for (const ranges of [[{ low: '40', high: '7' }], [{ text: 'negative' }], [], [{ low: '1', high: '2' }, { low: '3', high: '4' }]]) {
      assert.equal(placeOf(amount('5', { ranges })), undefined);
    }
    assert.notEqual(placeOf(amount('5', { ranges: [{ low: '5', high: '5' }] })), undefined);
  });

  it('is not called usual where the lab says nothing, nor where it lies', () => {
    const one = amount('5');
    assert.equal(flagWords(one, placeOf(one), text), '');
    assert.equal(whereOf(one), text.noRange);
    const inside = amount('10', { ranges: [{ low: '7', high: '40' }] });
    assert.equal(flagWords(inside, placeOf(inside), text), '');
    assert.equal(whereOf(inside), 'Inside the usual range, 7 to 40.');
  });

  it("lets the lab's flag stand beside a range that says otherwise", () => {
    const one = amount('10', { ranges: [{ low: '7', high: '40' }], flag: 'high' });
    assert.equal(flagWords(one, placeOf(one), text), 'High');
    assert.equal(whereOf(one), "Inside the usual range, 7 to 40. The lab's own mark is: High.");
  });

  it("says a little high only below the practice's own mark", () => {
    const high = (number: string, concern?: object): string => {
      const one = amount(number, { ranges: [{ low: '7', high: '40' }], flag: 'high', concern });
      return flagWords(one, placeOf(one), text);
    };
    assert.equal(high('48', { high: '80' }), 'A little high');
    assert.equal(high('80', { high: '80' }), 'High');
    assert.equal(high('48'), 'High');
    assert.equal(high('48', { low: '3' }), 'High');
  });

  it('stops at the end with an arrow where it lies far off, and says so', () => {
    const one = amount('4000', { ranges: [{ low: '7', high: '40' }] });
    assert.equal(placeOf(one)?.isFar, true);
    assert.equal(placeOf(one)?.value, 100);
    assert.match(whereOf(one), /too far out to draw to scale/);
  });
});

describe('a date of a result', () => {
  it('I09 is never said more exactly than it is known', () => {
    assert.equal(whenWords('2026', options), '2026');
    assert.equal(whenWords('2026-03', options), 'March 2026');
    assert.equal(whenWords('2026-03-08', options), 'March 8, 2026');
    assert.equal(whenWords('0042', options), '42');
    assert.equal(whenWords('9999-12-31', options), 'December 31, 9999');
    assert.equal(dayWords('2026-03', options), 'March 2026');
  });

  it("I09 is said by the practice's clock, whatever the offset, with the zone where the reader has another", () => {
    for (const at of ['2026-11-19T04:40:00Z', '2026-11-19T15:40:00+11:00', '2026-11-19T18:40:00+14:00']) {
      assert.match(plain(whenWords(at, options)), /^November 18, 2026 at 8:40 pm( P[SD]T)?$/);
      assert.equal(dayWords(at, options), 'November 18, 2026');
    }
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.equal(/PST/.test(whenWords('2026-11-19T04:40:00Z', options)), here !== zone);
    // A gap and an overlap of the clock.
    assert.match(plain(whenWords('2026-03-08T10:30:00Z', options)), /March 8, 2026 at 3:30 am/);
    assert.match(plain(whenWords('2026-11-01T09:30:00Z', options)), /November 1, 2026 at 1:30 am/);
  });

  it('is said in a zone nobody knows by the clock of the reader', () => {
    assert.match(dayWords('2026-11-18T12:00:00Z', { lang: 'en-US', zone: 'Mars/Base' }), /^November 1[789], 2026$/);
  });
});

describe('values over time', () => {
  const shape = { label: '', day: (at: string) => at, isHere: () => false };
  const at = (takenAt: string, number: string, parts: object = {}): Measurement => amount(number, { takenAt, ranges: [{ low: '7', high: '40' }], ...parts });

  it('are not joined over a change of method or range, nor over a value without a place', () => {
    const history = [
      at('2026-06-01', '9'),
      measured({ kind: 'amount', number: '5', comparator: '<', unit: 'U/L' }, { takenAt: '2026-05-01' }),
      at('2026-04-01', '8'),
      at('2026-03-01', '7', { ranges: [{ low: '5', high: '30' }] }),
      at('2026-02-01', '6', { ranges: [{ low: '5', high: '30' }], method: 'IFCC' }),
      at('2026-01-01', '6', { ranges: [{ low: '5', high: '30' }], method: 'IFCC' }),
    ];
    const lengths = seriesOf(history, history[0]!).segments.map(({ points }) => points.length);
    assert.deepEqual(lengths, [2, 1, 1, 1]);
  });

  it('I10 never share a line with another unit', () => {
    fc.assert(
      fc.property(fc.array(anyMeasurement, { maxLength: 12 }), anyMeasurement, (history, one) => {
        const { segments } = seriesOf(history, one);
        const points = segments.flatMap((segment) => segment.points);
        for (const { measurement } of points) {
          assert.equal(measurement.value!.unit, one.value?.unit);
          assert.equal(measurement.value!.comparator, undefined);
          assert.ok(measurement.takenAt!.length >= 10);
        }
        const chart = chartOf(segments, shape);
        if (!chart) return;
        for (const { x, y } of [...chart.dots, ...chart.paths.flat()]) {
          assert.ok(x >= 0 && x <= 100 && y >= 0 && y <= chart.height, `${x} ${y}`);
        }
        for (const { top, bottom } of chart.bands) assert.ok(top >= 0 && bottom <= chart.height + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('stand to the scale of time', () => {
    const history = [at('2026-12-31', '10'), at('2026-01-31', '10'), at('2026-01-01', '10')];
    const [first, second, third] = chartOf(seriesOf(history, history[0]!).segments, shape)!.dots;
    assert.ok(second!.x - first!.x < (third!.x - second!.x) / 5);
  });
});

describe('the name of a file', () => {
  it('hides nothing, leads nowhere and has one ending', () => {
    assert.equal(fileName('Chest x-ray report.pdf'), 'Chest x-ray report.pdf');
    assert.equal(fileName('report.pdf.exe', 'pdf'), 'report.pdf');
    assert.equal(fileName('report.pdf.exe'), 'report.exe');
    assert.equal(fileName('re\u202Efdp.exe'), 'refdp.exe');
    assert.equal(fileName('../../etc/passwd'), 'etc passwd');
    assert.equal(fileName('', 'png'), 'file.png');
  });
});
