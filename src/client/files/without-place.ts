import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';
import { cleanWebp } from './clean-webp.js';
import { type FileKind, latin } from './file-kind.js';

/**
 * What is known of where a photo was taken. `cleared`: it no longer says. `unsure`: it may say, people are told before it
 * goes. `no-photo`: not looked at; a paper says what its author wrote, and a PDF may hold photos.
 */
export type Place = 'cleared' | 'unsure' | 'no-photo';

export interface WithoutPlace {
  /** The same picture, which way up included, byte for byte; the whole file where it is not `cleared`. */
  readonly parts: Uint8Array[];
  readonly place: Place;
}

/** A file without what says where it was taken. Never throws, whatever the bytes are. */
export function withoutPlace(bytes: Uint8Array, kind: FileKind): WithoutPlace {
  if (!kind.startsWith('image/')) return { parts: [bytes], place: 'no-photo' };
  const parts = cleaned(bytes, kind);
  return parts ? { parts, place: 'cleared' } : { parts: [bytes], place: 'unsure' };
}

function cleaned(bytes: Uint8Array, kind: FileKind): Uint8Array[] | undefined {
  if (kind === 'image/jpeg') return cleanJpeg(bytes);
  if (kind === 'image/png') return cleanPng(bytes);
  if (kind === 'image/webp') return cleanWebp(bytes);
  // No camera writes GIF; programs can write XMP into it. HEIC has no order that can be cleaned without a decoder.
  if (kind === 'image/gif') return holds(bytes, 'XMP DataXMP') ? undefined : [bytes];
  return undefined;
}

function holds(bytes: Uint8Array, words: string): boolean {
  for (let at = bytes.indexOf(0x58); at >= 0; at = bytes.indexOf(0x58, at + 1)) {
    if (latin(bytes.subarray(at, at + words.length)) === words) return true;
  }
  return false;
}
