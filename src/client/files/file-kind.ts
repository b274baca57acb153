/** The kinds of files that people send to a practice, and how their names end. */
export const ENDINGS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
} as const;

export type FileKind = keyof typeof ENDINGS;

const BEGINNINGS: readonly (readonly [FileKind, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['image/gif', /^GIF8[79]a/],
  ['application/pdf', /^%PDF-/],
];

/** What a file is by what is in it, whatever its name says; undefined for what is none of these. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  const head = latin(bytes.subarray(0, 16));
  const known = BEGINNINGS.find(([, begins]) => begins.test(head))?.[0];
  if (known) return known;
  if (head.slice(4, 8) === 'ftyp') return isHeic(bytes) ? 'image/heic' : undefined;
  return isText(bytes) ? 'text/plain' : undefined;
}

/** Bytes as characters of the same numbers, for looking at short names among them. */
export function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The brands stand in the first box. AVIF and films share the box, not the brands. */
function isHeic(bytes: Uint8Array): boolean {
  const [, , third = 0, fourth = 0] = bytes;
  const brands: string[] = latin(bytes.subarray(8, Math.min(third * 256 + fourth, 256))).match(/[\s\S]{4}/g) ?? [];
  return brands.some((brand) => /^(hei[cxms]|hev[cx])$/.test(brand)) && !brands.includes('avif');
}

/** What begins as markup is not text to a browser that guesses, so it is not text here. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}
