import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { palette } from '../../src/theme/tokens.js';

type Name = keyof typeof palette;

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const PAPERS: readonly Name[] = ['paper', 'paper-sunk', 'mine', 'brand-wash'];
const WASHES: readonly Name[] = ['calm-wash', 'heed-wash', 'alarm-wash'];
const TONES: readonly Name[] = ['brand', 'brand-strong', 'calm', 'heed', 'alarm'];

const words: readonly (readonly [Name, Name])[] = [
  ...[...PAPERS, ...WASHES].flatMap((ground) => [['ink', ground] as const, ['ink-soft', ground] as const]),
  ...PAPERS.flatMap((ground) => TONES.map((tone) => [tone, ground] as const)),
  // A link in a notice, and the notice's own mark.
  ...WASHES.map((ground) => ['brand', ground] as const),
  ['calm', 'calm-wash'],
  ['heed', 'heed-wash'],
  ['alarm', 'alarm-wash'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-alarm', 'alarm'],
];
const shapes = [...PAPERS, ...WASHES].map((ground) => ['edge', ground] as const);

describe('A09 colours can be told apart', () => {
  it('measures as everybody does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  });

  for (const scheme of ['light', 'dark'] as const) {
    const weak = (pairs: readonly (readonly [Name, Name])[], least: number) =>
      pairs
        .map(([one, other]) => ({ one, other, is: contrast(palette[one][scheme], palette[other][scheme]) }))
        .filter(({ is }) => is < least)
        .map(({ one, other, is }) => `${one} on ${other}: ${is.toFixed(2)}`);

    it(`every word on every ground, ${scheme}`, () => assert.deepEqual(weak(words, 4.5), []));
    it(`every edge on every ground, ${scheme}`, () => assert.deepEqual(weak(shapes, 3), []));
  }
});
