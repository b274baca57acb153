/**
 * The words of a piece of markup, on lines of their own where it has blocks. Nothing of it is ever interpreted, and there
 * is no parser here that could: tags go, what scripts and styles hold goes with them, and a few names of characters are read.
 */
export function textOfMarkup(markup: string): string {
  return markup
    .replace(/<!--[^]*?(-->|$)/g, '')
    .replace(/<(script|style|svg|template|head)\b[^]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<\/(td|th)\s*>/gi, '\t')
    .replace(/<(br|\/(p|div|li|tr|h\d|ul|ol|table))\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*(>|$)/gi, '')
    .replace(/&(#x?[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => CHARACTERS[name.toLowerCase()] ?? numbered(name) ?? whole)
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function numbered(name: string): string | undefined {
  // `#65` reads as 065, and `#x41` as 0x41.
  const code = Number(name.replace('#', '0'));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
