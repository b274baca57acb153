/** Text as it is searched: one form for what looks the same, in lower case. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
