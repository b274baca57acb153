import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalText, textLength } from '../../src/model/index.js';

describe('the length people are told', () => {
  it('counts a line end once, whatever system it comes from', () => {
    assert.equal(textLength('a\r\nb'), 3);
    assert.equal(textLength('a\rb'), 3);
    assert.equal(textLength('a\nb'), 3);
    assert.equal(normalText('a\r\n\r\nb'), 'a\n\nb');
  });

  it('counts a sign beyond the basic plane as one', () => {
    assert.equal(textLength('😀'.repeat(750)), 750);
    assert.equal(textLength('👩‍👧'), 3); // three code points; what looks like one sign may be several
  });

  it('counts a lone surrogate without failing', () => {
    assert.equal(textLength('a\ud800b'), 3);
  });
});
