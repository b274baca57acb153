import { latin } from './file-kind.js';
import { onlyOrientation } from './orientation.js';

const KEPT = /^(VP8[ L]|ALPH|ANIM|ANMF|ICCP)$/;
const HAS_EXIF = 8;
const HAS_XMP = 4;

/** The parts of a WebP that make the picture, and which way up it is; undefined where it is not built as it should be. */
export function cleanWebp(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = view.getUint32(4, true) + 8;
  if (whole > bytes.length) return undefined;
  const head = bytes.slice(0, 12);
  const parts: Uint8Array[] = [head];
  let flags: Uint8Array | undefined;
  for (let at = 12; at < whole; ) {
    if (at + 8 > whole) return undefined;
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (end > whole) return undefined;
    const type = latin(bytes.subarray(at, at + 4));
    const part = bytes.slice(at, end);
    if (type === 'VP8X' && size >= 10) parts.push((flags = part));
    if (KEPT.test(type)) parts.push(part);
    if (type === 'EXIF') parts.push(...turned(part.subarray(8, 8 + size)));
    at = end;
  }
  const hasExif = parts.some((part) => latin(part.subarray(0, 4)) === 'EXIF');
  if (flags) flags[8] = (flags[8]! & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  new DataView(head.buffer).setUint32(4, length - 8, true);
  return parts;
}

function turned(exif: Uint8Array): Uint8Array[] {
  // Some programs put JPEG's name for it in front.
  const block = onlyOrientation(latin(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif);
  if (!block) return [];
  const odd = block.length % 2;
  return [new Uint8Array([0x45, 0x58, 0x49, 0x46, block.length, 0, 0, 0, ...block, ...(odd ? [0] : [])])];
}
