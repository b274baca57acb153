/** They change the order in which an address is read, and so hide where it leads. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * An address that may be followed, or undefined: then it is shown as text. Lets through https, mailto and tel, what is
 * on this page's own origin, and plain http on this machine (row I02). Refused is what runs, what has a user name in it
 * and so pretends to be elsewhere (`https://bank@evil.example`), and what leaves the origin looking like a path.
 */
export function safeUrl(address: string, base: string = document.baseURI): string | undefined {
  let url: URL;
  let origin: string;
  try {
    url = new URL(address, base);
    origin = new URL(base).origin;
  } catch {
    return undefined;
  }
  if (url.username || url.password || TURNING.test(address)) return undefined;
  const { protocol, hostname, href } = url;
  if (protocol === 'mailto:' || protocol === 'tel:') return href;
  const isSecure = protocol === 'https:';
  if (!isSecure && protocol !== 'http:') return undefined;
  if (url.origin === origin) return href;
  // `//evil.example` and `/\evil.example` do not say that they lead elsewhere.
  if (!/^\s*https?:\/\//i.test(address)) return undefined;
  return isSecure || LOOPBACK.test(hostname) ? href : undefined;
}
