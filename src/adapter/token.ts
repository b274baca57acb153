import type { CallOptions } from './call-options.js';

/** What lets a request through. */
export interface Token {
  readonly token: string;
  /** When it stops being good, as the issuer's clock has it. */
  readonly expiresAt: string;
  readonly scope?: string | undefined;
  readonly patient?: string | undefined;
  /** Who is signed in, as SMART's `fhirUser` says: `Practitioner/123`. Without one it is the patient. */
  readonly user?: string | undefined;
}

/**
 * Called before every request; the host decides whether that means a round trip. `refresh` says that the last token
 * was refused. Rejecting means that nobody is signed in. A callback, because an attribute would be in the page's HTML.
 */
export type GetToken = (options: CallOptions & { readonly refresh: boolean }) => Promise<Token>;
