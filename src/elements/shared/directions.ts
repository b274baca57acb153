/**
 * A way to an address, for a link. OpenStreetMap shows it in any browser, asks for no account and sells nobody's way; a
 * `geo:` address would do nothing on most computers. Nothing is asked before somebody presses the link, and then the
 * address of the place is all that goes out: not who goes there, nor from where, nor what for.
 */
export function directionsTo(address: string): string {
  return `https://www.openstreetmap.org/directions?${new URLSearchParams({ to: address }).toString()}`;
}
