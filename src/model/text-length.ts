/** Line ends of every system as one: what is counted is what is sent and stored. */
export function normalText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The length people are told: Unicode code points, a line end counting once. The server counts with this too. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of normalText(text)) length++;
  return length;
}
