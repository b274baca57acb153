import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import { createExchange, type HttpOptions } from '../shared/exchange.js';
import { type Json, serialise } from '../shared/serialise.js';
import { refusalOf } from './outcome.js';

const FHIR_JSON = 'application/fhir+json';

/** The way to a FHIR server. Nothing but an `AdapterError` comes out of it, a caller's own abort apart. */
export interface FhirHttp {
  readonly baseUrl: string;
  /** Reads what is at a path under the base, or at a link that {@link nextLink} let through. */
  read(path: string, given: CallOptions, parse?: (text: string) => unknown): Promise<unknown>;
  /** Posts a bundle, or what an operation at `path` takes. `isWrite`: when no answer comes, it may have been done. */
  post(bundle: Json, given: CallOptions, isWrite: boolean, path?: string): Promise<unknown>;
  /** What is in a file, whatever it is. */
  file(path: string, type: string, given: CallOptions): Promise<Blob>;
  /** Milliseconds since the epoch, by the server's clock where it can be read. */
  now(): number;
}

export function createFhirHttp(options: HttpOptions): FhirHttp {
  const baseUrl = normal(options.baseUrl);
  const { exchange, now } = createExchange(options, refusalOf);
  const urlOf = (path: string): string => (path.startsWith(baseUrl) ? path : `${baseUrl}/${path}`);

  return {
    baseUrl,
    now,
    async read(path, { signal }, parse = parseExactly) {
      const sent = { call: nameOf(path, baseUrl), url: urlOf(path), init: { headers: { accept: FHIR_JSON } }, isWrite: false };
      return parsed(await exchange(sent, signal, textIn), sent, parse);
    },
    async post(bundle, { signal }, isWrite, path) {
      const headers = { accept: FHIR_JSON, 'content-type': FHIR_JSON };
      const init = { method: 'POST', headers, body: serialise(bundle) };
      const sent = { call: isWrite ? 'transaction' : 'batch', url: path ? urlOf(path) : baseUrl, init, isWrite };
      return parsed(await exchange(sent, signal, textIn), sent, JSON.parse);
    },
    file(path, type, { signal }) {
      const init = { headers: { accept: type } };
      return exchange({ call: nameOf(path, baseUrl), url: urlOf(path), init, isWrite: false }, signal, (response) => response.blob());
    },
  };
}

/** An address as it is compared: whole, as a browser writes it, with no slash at its end. */
function normal(url: string): string {
  const page = globalThis.document?.baseURI;
  return (URL.canParse(url, page) ? new URL(url, page).href : url).replace(/\/+$/, '');
}

const textIn = (response: Response): Promise<string> => response.text();

/** What a call is called in an error: the type it reads, and nothing of what it asks. */
const nameOf = (path: string, baseUrl: string): string =>
  `GET ${/^[\w$]*/.exec(path.replace(baseUrl, '').replace(/^\//, ''))![0]}`;

function parsed(text: string, { call, isWrite }: { readonly call: string; readonly isWrite: boolean }, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch {
    throw new AdapterError(isWrite ? 'unknown-outcome' : 'malformed', `${call} is not JSON`);
  }
}

/** JSON with its numbers as the text they were written in: `5.60` says more than 5.6, and a number could not. */
export function parseExactly(text: string): unknown {
  const quoted = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
  return JSON.parse(quoted);
}
