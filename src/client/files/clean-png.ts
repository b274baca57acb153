import { latin } from './file-kind.js';
import { onlyOrientation } from './orientation.js';

/** What colours, sizes and moves the picture, besides what every PNG must have. */
const KEPT = /^([A-Z]...|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|bKGD|hIST|pHYs|sPLT|cICP|mDCV|cLLI|acTL|fcTL|fdAT)$/;

/** The parts of a PNG that make the picture, and which way up it is; undefined where it is not built as it should be. */
export function cleanPng(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = latin(bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return undefined;
    if (KEPT.test(type)) parts.push(bytes.subarray(at, end));
    if (type === 'eXIf') parts.push(...turned(bytes.subarray(at + 8, end - 4)));
    // What stands behind the end is no part of the picture.
    if (type === 'IEND') return parts;
    at = end;
  }
  return undefined;
}

function turned(exif: Uint8Array): Uint8Array[] {
  const block = onlyOrientation(exif);
  if (!block) return [];
  const part = new DataView(new ArrayBuffer(block.length + 12));
  const whole = new Uint8Array(part.buffer);
  part.setUint32(0, block.length);
  whole.set([0x65, 0x58, 0x49, 0x66], 4);
  whole.set(block, 8);
  part.setUint32(block.length + 8, checksum(whole.subarray(4, block.length + 8)));
  return [whole];
}

/** CRC-32, as each part of a PNG ends with. */
function checksum(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
