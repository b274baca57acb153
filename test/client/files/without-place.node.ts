import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { type FileKind, fileKind } from '../../../src/client/files/file-kind.js';
import { onlyOrientation } from '../../../src/client/files/orientation.js';
import { withoutPlace } from '../../../src/client/files/without-place.js';
import { ascii, COLOUR, exif, heic, jpeg, LOSSY, PIXELS, png, QUANTISED, SCAN, SECRET, webp } from './photos.js';

const PHOTOS = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp } as const;
const PICTURES = {
  'image/jpeg': [COLOUR, QUANTISED, SCAN],
  'image/png': [PIXELS],
  'image/webp': [LOSSY],
} as const;
const kinds = Object.keys(PHOTOS) as (keyof typeof PHOTOS)[];

function clean(bytes: readonly number[], kind: FileKind) {
  const { parts, place } = withoutPlace(Uint8Array.from(bytes), kind);
  return { bytes: Buffer.concat(parts), place };
}

/** Which way up the picture is, found by the block that only it can be. */
function wayUp(bytes: Buffer): number | undefined {
  const at = bytes.indexOf(Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3]));
  return at < 0 ? undefined : bytes.readUInt16BE(at + 18);
}

describe('a photo without its place', () => {
  for (const kind of kinds) {
    it(`keeps its picture and no word of where it was taken: ${kind}`, () => {
      const { bytes, place } = clean(PHOTOS[kind](), kind);
      assert.equal(place, 'cleared');
      assert.equal(bytes.indexOf(SECRET), -1);
      for (const part of PICTURES[kind]) assert.notEqual(bytes.indexOf(Buffer.from(part)), -1);
      assert.equal(fileKind(bytes), kind);
    });

    it(`stays the way up it was, in both byte orders: ${kind}`, () => {
      for (const little of [false, true]) {
        for (const turned of [2, 3, 4, 5, 6, 7, 8]) {
          assert.equal(wayUp(clean(PHOTOS[kind](turned, little), kind).bytes), turned);
        }
        assert.equal(wayUp(clean(PHOTOS[kind](1, little), kind).bytes), undefined);
      }
    });

    it(`is the same when cleaned again: ${kind}`, () => {
      const { bytes } = clean(PHOTOS[kind](), kind);
      assert.deepEqual(clean([...bytes], kind).bytes, bytes);
    });

    it(`F24 never throws, never grows, and is passed on whole when it cannot be read: ${kind}`, () => {
      const photo = PHOTOS[kind]();
      const change = fc.tuple(fc.nat(photo.length - 1), fc.nat(255));
      fc.assert(
        fc.property(fc.nat(photo.length), fc.array(change, { maxLength: 6 }), (length, changes) => {
          const broken = photo.slice(0, length);
          for (const [at, byte] of changes) if (at < length) broken[at] = byte;
          const { bytes, place } = clean(broken, kind);
          assert.ok(bytes.length <= broken.length);
          if (place === 'unsure') assert.deepEqual([...bytes], broken);
        }),
        { numRuns: 3000 },
      );
    });
  }

  it('keeps a JPEG that was cut short in the middle of the picture as far as it goes', () => {
    const whole = jpeg();
    const cut = whole.slice(0, Buffer.from(whole).indexOf(Buffer.from(SCAN)) + 5);
    const { bytes, place } = clean(cut, 'image/jpeg');
    assert.equal(place, 'cleared');
    assert.deepEqual([...bytes.subarray(-5)], SCAN.slice(0, 5));
  });

  it('has right sums and sizes where its format has them', () => {
    const { bytes: chunks } = clean(png(), 'image/png');
    const at = chunks.indexOf('eXIf');
    assert.equal(chunks.readUInt32BE(at + 4 + 26), crc32(chunks.subarray(at, at + 30)));
    const { bytes: riff } = clean(webp(), 'image/webp');
    assert.equal(riff.readUInt32LE(4), riff.length - 8);
    assert.equal(riff[20], 8, 'says that there is Exif and no XMP');
    assert.equal(clean(webp(1), 'image/webp').bytes[20], 0);
  });

  it('is said to be unsure where it cannot be cleaned, and passed on whole', () => {
    assert.deepEqual(clean(heic(), 'image/heic'), { bytes: Buffer.from(heic()), place: 'unsure' });
    const gif = ascii('GIF89a..XX\x21\xff\x0bXMP DataXMP');
    assert.equal(clean(gif, 'image/gif').place, 'unsure');
    assert.equal(clean(ascii('GIF89a...'), 'image/gif').place, 'cleared');
  });

  it('is not looked for in papers', () => {
    assert.equal(clean(ascii('%PDF-1.7'), 'application/pdf').place, 'no-photo');
  });

  it('says nothing of a way up that Exif does not have', () => {
    for (const turned of [0, 9, 65535]) assert.equal(onlyOrientation(Uint8Array.from(exif(turned))), undefined);
  });
});
