// Where a link may lead: to the web, encrypted or to this very machine or site, to a phone, or to a letter.
const SAFE = /^(https|mailto|tel):|^http:\/\/(localhost|127\.0\.0\.1|\[::1])[:/]/;

/** An address as it stands, if a link may lead there; undefined for one that runs script or hides where it goes. */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const { href, username, password } = new URL(url, document.baseURI);
    return !username && !password && (SAFE.test(href) || href.startsWith(`${location.origin}/`)) ? url : undefined;
  } catch {
    return undefined;
  }
}
