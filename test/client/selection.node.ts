import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSelection } from '../../src/client/selection.js';
import type { PersonId } from '../../src/model/index.js';

const [rosa, sam, maya, leo] = ['rosa', 'sam', 'maya', 'leo'] as PersonId[];

function setUp() {
  let reader: PersonId | undefined;
  const codes: string[] = [];
  const selection = createSelection(() => reader, ({ code }) => codes.push(code));
  return { selection, codes, signIn: (who: PersonId | undefined) => void (reader = who) };
}

describe('whom the reader has chosen to act for', () => {
  it('is nobody until somebody chose, and is told once per choice', () => {
    const { selection } = setUp();
    let told = 0;
    const stop = selection.listen(() => told++);
    assert.equal(selection.subject, undefined);
    selection.choose(maya);
    selection.choose(maya);
    assert.deepEqual([selection.subject, told], [maya, 1]);
    selection.choose(undefined);
    stop();
    selection.choose(leo);
    assert.equal(told, 2);
  });

  it('F23 is not the choice of whoever signs in next, and is there again for who made it', () => {
    const { selection, signIn } = setUp();
    signIn(rosa);
    selection.choose(maya);
    signIn(sam);
    assert.equal(selection.subject, undefined);
    signIn(undefined);
    assert.equal(selection.subject, undefined);
    signIn(rosa);
    assert.equal(selection.subject, maya);
  });

  it('F23 holds for the first who comes, when the page chose before anybody was known', () => {
    const { selection, signIn } = setUp();
    selection.choose(maya);
    assert.equal(selection.subject, maya);
    signIn(rosa);
    assert.equal(selection.subject, maya);
    signIn(sam);
    assert.equal(selection.subject, undefined);
  });

  it('tells the others although a listener throws', () => {
    const { selection, codes } = setUp();
    let told = 0;
    selection.listen(() => {
      throw new Error('a mistake of the page');
    });
    selection.listen(() => told++);
    selection.choose(maya);
    assert.deepEqual([told, codes], [1, ['listener-failed']]);
  });
});
