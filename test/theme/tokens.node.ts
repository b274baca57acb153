import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knobs, palette } from '../../src/theme/tokens.js';
import { filesIn } from '../tools/files.mjs';
import { readFileSync } from 'node:fs';

/** What a page can set, as the styles read it; the roles that the styles make themselves left out. */
const styles = [...filesIn('src', '-styles.ts')].map((path) => readFileSync(path, 'utf8')).join('\n');
const made = new Set([...styles.matchAll(/^\s*(--care-[\w-]+):/gm)].map(([, name]) => name!));
const read = new Set([...styles.matchAll(/var\(\s*(--care-[\w-]+)/g)].map(([, name]) => name!));
const roles = new Set(Object.values(palette).map(({ role }) => `--care-color-${role}`));

describe('what a skin may set', () => {
  it('is all read by some style', () => {
    assert.deepEqual(Object.keys(knobs).filter((name) => !read.has(name)), []);
  });

  it('is all that styles read, the elements’ own properties apart', () => {
    const known = new Set([...Object.keys(knobs), ...made, ...roles]);
    const elements = /^--care-(inbox|thread|composer|contact-form)-/;
    assert.deepEqual([...read].filter((name) => !known.has(name) && !elements.test(name)), []);
  });

  it('has a meaning, in a line', () => {
    const meanings = [...Object.values(palette).map(({ meaning }) => meaning), ...Object.values(knobs)];
    assert.deepEqual(meanings.filter((meaning) => !/^\S.{5,}\.$/.test(meaning)), []);
  });
});
