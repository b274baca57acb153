import { type FileKind, fileKind } from './file-kind.js';
import { type FileLimits, type OverLimit, overLimit } from './file-limits.js';
import { shownName } from './file-name.js';
import { bytesOf, sameContent } from './same-content.js';
import { type Place, withoutPlace } from './without-place.js';

/** A file that can go along with a message. */
export interface TakenFile {
  /** A copy in memory, of its true type: what happens to the file on the device no longer matters. */
  readonly blob: Blob;
  readonly kind: FileKind;
  readonly name: string;
  readonly place: Place;
}

/** Why a file does not go along: `kind` is none that is taken, `twice` is there already, `gone` cannot be read. */
export type RefusedFile = OverLimit | 'kind' | 'twice' | 'gone';

/** Makes a chosen file ready to go along with those already taken, or says why it does not. Never rejects. */
export async function takeFile(
  file: Blob,
  name: string,
  others: readonly TakenFile[],
  limits: FileLimits,
): Promise<TakenFile | RefusedFile> {
  const blobs = others.map((other) => other.blob);
  const over = overLimit(file.size, blobs, limits);
  // The same file again is said to be that, rather than one too many.
  if (over === 'empty' || over === 'too-large') return over;
  try {
    const bytes = await bytesOf(file);
    const kind = fileKind(bytes);
    if (!kind) return 'kind';
    const { parts, place } = withoutPlace(bytes, kind);
    const blob = new Blob(parts as Uint8Array<ArrayBuffer>[], { type: kind });
    for (const other of blobs) if (await sameContent(blob, other)) return 'twice';
    return overLimit(blob.size, blobs, limits) ?? { blob, kind, name: shownName(name, kind), place };
  } catch {
    return 'gone';
  }
}
