import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

/** What a sentence with gaps says: most are for a number or a name, one is for a list of them. */
function said(words: (...given: unknown[]) => unknown): unknown {
  const fill = (value: unknown): unknown => words(...new Array<unknown>(words.length).fill(value));
  try {
    return fill(3);
  } catch {
    return fill(['3']);
  }
}

/** Every sentence a section can say. Numbers and names are filled in with something short. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return words === '' ? [] : [words];
  if (typeof words === 'function') return sentences(said(words as (...given: unknown[]) => unknown));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : [];
}

/** Groups of vowels, less a silent e: right for most English words, and the same for all of ours. */
function syllables(word: string): number {
  const groups = word.toLowerCase().replace(/(?<=[^aeiouyl])e$/, '').match(/[aeiouy]+/g);
  return groups?.length ?? 1;
}

/** The Flesch-Kincaid grade: years at school needed to read it with ease. */
function grade(text: string): number {
  const words = text.match(/[A-Za-z’']+/g) ?? [];
  const ends = text.split(/[.?:…]+(?:\s|$)/).filter((sentence) => /\w/.test(sentence)).length;
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / ends) + 11.8 * (total / words.length) - 15.59;
}

/** Every section there is, so that none is forgotten. */
const folder = new URL('../../src/i18n/en/', import.meta.url);
const sections: Record<string, unknown> = {};
for (const file of readdirSync(folder)) {
  sections[file.replace('.ts', '')] = Object.values((await import(new URL(file, folder).href)) as object)[0];
}

describe('A11 words are plain', () => {
  it('measures as it should', () => {
    assert.ok(grade('The cat sat on the mat.') < 1);
    assert.ok(grade('Utilization of asynchronous communication modalities necessitates prior authorization.') > 20);
  });

  for (const [name, words] of Object.entries(sections)) {
    it(`${name} reads like sixth grade or easier`, () => {
      const all = sentences(words);
      assert.ok(all.length > 2);
      const text = all.map((sentence) => sentence.replace(/[.?:…]*$/, '.')).join(' ');
      assert.ok(grade(text) <= 6, `grade ${grade(text).toFixed(1)}`);
    });

    it(`${name} has no sentence one loses one’s way in`, () => {
      const long = sentences(words)
        .flatMap((text) => text.split(/[.?:…]+\s/))
        .filter((sentence) => sentence.split(/\s+/).length > 18);
      assert.deepEqual(long, []);
    });

    it(`${name} neither begs, shouts, blames nor guesses who is a man or a woman`, () => {
      const wrong = /\b(please|oops|sorry|invalid|error|failed|submit|he|she|his|her|him|hers)\b|!/i;
      assert.deepEqual(sentences(words).filter((text) => wrong.test(text)), []);
    });

    it(`I12 ${name} says no undefined, whatever it is given`, () => {
      assert.deepEqual(sentences(words).filter((text) => /undefined|NaN|\[object|null/.test(text)), []);
    });
  }
});
