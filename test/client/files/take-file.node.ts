import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fileKind } from '../../../src/client/files/file-kind.js';
import { USUAL_LIMITS } from '../../../src/client/files/file-limits.js';
import { shownName } from '../../../src/client/files/file-name.js';
import { type TakenFile, takeFile } from '../../../src/client/files/take-file.js';
import { VECTORS } from '../../../src/conformance/vectors.js';
import { ascii, heic, jpeg, png, SECRET, webp } from './photos.js';

const kindOf = (bytes: readonly number[]) => fileKind(Uint8Array.from(bytes));
const file = (bytes: readonly number[] | string) => new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]);

async function taken(blob: Blob, name = 'a', others: TakenFile[] = []): Promise<TakenFile> {
  const answer = await takeFile(blob, name, others, USUAL_LIMITS);
  if (typeof answer === 'string') assert.fail(answer);
  return answer;
}

const refused = (blob: Blob, others: TakenFile[] = [], limits = USUAL_LIMITS) => takeFile(blob, 'a', others, limits);

describe('what a file is', () => {
  it('is told by what is in it', () => {
    assert.equal(kindOf(jpeg()), 'image/jpeg');
    assert.equal(kindOf(png()), 'image/png');
    assert.equal(kindOf(webp()), 'image/webp');
    assert.equal(kindOf(heic()), 'image/heic');
    assert.equal(kindOf(ascii('GIF87a')), 'image/gif');
    assert.equal(kindOf(ascii('%PDF-1.4')), 'application/pdf');
    assert.equal(fileKind(new TextEncoder().encode('Ein Brief, größer\r\n')), 'text/plain');
  });

  it('F24 is nothing we take where it could run, is markup, or is no format we know', () => {
    const others = ['MZ\x90\0', 'PK\x03\x04', '\x7fELF', '<svg xmlns=', '\n <!doctype html>', '<?xml', 'RIFF\xff\xff\0\0WAVE', 'a\0b', ''];
    for (const other of others) assert.equal(kindOf(ascii(other)), undefined, JSON.stringify(other));
    assert.equal(kindOf([0, 0, 0, 24, ...ascii('ftypavif'), 0, 0, 0, 0, ...ascii('mif1avif')]), undefined);
    assert.equal(kindOf([0, 0, 0, 24, ...ascii('ftypisom'), 0, 0, 0, 0, ...ascii('isommp42')]), undefined);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void fileKind(bytes)));
  });
});

describe('the name of a file', () => {
  it('has the one ending of what is in it', () => {
    assert.equal(shownName('x.pdf.exe', 'application/pdf'), 'x.pdf');
    assert.equal(shownName('rash.JPEG', 'image/jpeg'), 'rash.jpg');
    assert.equal(shownName('', 'image/png'), 'file.png');
    assert.equal(shownName('../../etc/passwd', 'text/plain'), 'etc passwd.txt');
  });

  it('I05 hides and turns nothing, is one line and short, whatever it was', () => {
    const odd = ['a\u202efdp.exe', '\u2066x\u2069\u200b.png', '日'.repeat(300), `${'👩‍👧'.repeat(99)}.gif`, ...Object.values(VECTORS)];
    for (const name of odd) {
      const shown = shownName(name, 'image/png');
      assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029/\\<>]/u);
      assert.ok(shown.endsWith('.png') && [...shown].length <= 200, shown);
    }
  });
});

describe('a chosen file', () => {
  it('is taken as what it is, under a name that says so, without its place', async () => {
    const { blob, kind, name, place } = await taken(file(jpeg()), 'knee.png');
    assert.deepEqual([blob.type, kind, name, place], ['image/jpeg', 'image/jpeg', 'knee.jpg', 'cleared']);
    assert.ok(!(await blob.text()).includes(SECRET));
  });

  it('F24 is refused when it is empty, of no kind we take, or gone from the device', async () => {
    assert.equal(await refused(file('')), 'empty');
    assert.equal(await refused(file('<html>')), 'kind');
    const gone = file('was here');
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    assert.equal(await refused(gone), 'gone');
  });

  it('F24 is refused when it is too large, one too many, or too much with the others', async () => {
    const limits = { files: 2, each: 10, together: 15 };
    assert.equal(await refused(file('x'.repeat(11)), [], limits), 'too-large');
    const one = await taken(file('y'.repeat(10)));
    assert.equal(await refused(file('x'.repeat(6)), [one], limits), 'too-large-together');
    assert.equal(typeof (await refused(file('x'.repeat(5)), [one], limits)), 'object');
    assert.equal(await refused(file('x'), [one, await taken(file('z'))], limits), 'too-many');
  });

  it('is found to be there already by its content, whatever its name or place', async () => {
    const one = await taken(file(jpeg()), 'one.jpg');
    assert.equal(await takeFile(file(jpeg()), 'other.jpg', [one], USUAL_LIMITS), 'twice');
    const cleaned = one.blob;
    assert.equal(await refused(cleaned, [one]), 'twice');
    assert.equal(typeof (await refused(file(jpeg(3)), [one])), 'object');
  });
});
