import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { serialise, type Json } from '../../src/adapters/shared/serialise.js';

const clean = JSON.stringify;

const values: readonly Json[] = [
  { reason: 'refill', answers: [{ field: 'times', value: ['morning', 'noon'] }], body: 'a\n"b"' },
  { body: '\u2028\ud83e\udec0\ud800 </script>' },
  [],
  {},
  [[], [{}], [null, true, false, -0, 1e21, Number.NaN, Infinity]],
  { left: undefined, out: null, '': 'no name', '__proto__x': 1, 'qu"ote': 2 },
  [undefined, 'x'],
];

/** What old scripts put where everyone finds it. */
const prototypes = [Array.prototype, Object.prototype, String.prototype, Number.prototype, Boolean.prototype];

/** As Prototype.js 1.6 writes JSON: a text, which `JSON.stringify` then quotes again. */
function polluteWithToJson(): void {
  for (const prototype of prototypes) {
    Object.defineProperty(prototype, 'toJSON', {
      configurable: true,
      enumerable: true,
      writable: true,
      value: () => '"polluted"',
    });
  }
}

describe('a body', () => {
  afterEach(() => {
    for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'toJSON');
  });

  it('is the bytes of JSON.stringify on a clean page', () => {
    for (const value of values) assert.equal(serialise(value), clean(value));
    fc.assert(fc.property(fc.jsonValue(), (value) => serialise(value as Json) === clean(value)));
  });

  it('S03 is the same bytes on a page with an old Prototype.js', () => {
    const expected = values.map((value) => clean(value));
    polluteWithToJson();
    const found = values.map((value) => serialise(value));
    const spoilt = values.map((value) => clean(value));
    for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'toJSON');
    assert.deepEqual(found, expected);
    // The page was indeed polluted, or this shows nothing.
    assert.notDeepEqual(spoilt, expected);
  });
});
