/** What can be opened: what begins as it says. */
const KINDS = [
  { type: 'application/pdf', end: 'pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', end: 'png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', end: 'jpg', begins: [0xff, 0xd8, 0xff] },
] as const;

export interface SafeFile {
  readonly blob: Blob;
  readonly name: string;
  /** The browser shows it, and runs nothing in it. */
  readonly canOpen: boolean;
}

/** A file as it is given out: of the kind that its first bytes show, whatever the backend or its name says. */
export async function safeFile(blob: Blob, name: string): Promise<SafeFile> {
  const head = new Uint8Array(await blob.slice(0, 8).arrayBuffer());
  const kind = KINDS.find(({ begins }) => begins.every((byte, index) => head[index] === byte));
  return {
    blob: new Blob([blob], { type: kind?.type ?? 'application/octet-stream' }),
    name: fileName(name, kind?.end),
    canOpen: kind !== undefined,
  };
}

/** Controls, and characters that turn or hide what stands around them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A name that says what the file is: nothing hidden in it, no folder, one ending. */
export function fileName(name: string, end?: string): string {
  const shown = name.replace(HIDDEN, '').replace(/[\\/:*?"<>|]|\.{2,}/g, ' ').replace(/\s+/g, ' ').trim();
  const [, base = '', last] = /^(.*?)(?:\.([A-Za-z0-9]{1,8}))?$/s.exec(shown)!;
  const without = base.replace(/(\.[A-Za-z0-9]{1,5})+$/, '').replace(/^\.+/, '').slice(0, 120).trim() || 'file';
  const ending = end ?? last;
  return ending ? `${without}.${ending}` : without;
}
