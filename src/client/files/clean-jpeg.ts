import { latin } from './file-kind.js';
import { onlyOrientation } from './orientation.js';

const EXIF = 'Exif\0\0';

/**
 * The parts of a JPEG that make the picture, in order, and which way up it is. What is not needed for it is left out: Exif,
 * XMP, IPTC, comments, makers' own parts, and what phones hang on behind the end, such as a film.
 * Undefined where the file is not built as it should be.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array[] | undefined {
  const parts = [bytes.subarray(0, 2)];
  let hasPicture = false;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) return hasPicture ? [...parts, bytes.subarray(at, at + 2)] : undefined;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (marker === undefined || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return undefined;
    if (length < 2 || end > bytes.length) return undefined;
    parts.push(...kept(marker, bytes.subarray(at, end)));
    at = end;
    if (marker !== 0xda) continue;
    hasPicture = true;
    at = endOfScan(bytes, end);
    parts.push(bytes.subarray(end, at));
  }
  // Cut short in the middle of the picture: it is shown as far as it goes.
  return hasPicture ? parts : undefined;
}

function kept(marker: number, part: Uint8Array): Uint8Array[] {
  const isPicture = marker < 0xe0 || marker === 0xe0 || marker === 0xee;
  const isColour = marker === 0xe2 && latin(part.subarray(4, 16)) === 'ICC_PROFILE\0';
  if (isPicture || isColour) return [part];
  if (marker !== 0xe1 || latin(part.subarray(4, 10)) !== EXIF) return [];
  const exif = onlyOrientation(part.subarray(10));
  if (!exif) return [];
  const length = exif.length + EXIF.length + 2;
  return [new Uint8Array([0xff, 0xe1, 0, length]), part.subarray(4, 10), exif];
}

/** Where the next marker stands: in the picture's own data, 0xff is followed by 0, or counts restarts. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
