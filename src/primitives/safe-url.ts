const SCHEMES = new Set(['https:', 'mailto:', 'tel:']);

/**
 * An address that may be followed, or undefined: https, mailto, tel, and plain http on this machine or this page's own
 * origin. Addresses with a user name in them pretend to be elsewhere and are refused (row I02).
 */
export function safeUrl(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address, location.href);
  } catch {
    return undefined;
  }
  if (url.username || url.password) return undefined;
  const isNear = url.protocol === 'http:' && (url.origin === location.origin || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
  return SCHEMES.has(url.protocol) || isNear ? url.href : undefined;
}
