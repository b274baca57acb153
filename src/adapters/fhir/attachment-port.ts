import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { AttachmentsPort } from '../../adapter/ports/attachments.js';
import type { ResultId } from '../../model/id.js';
import type { FhirHttp } from './fhir-http.js';
import type { FhirContext } from './fhir-context.js';
import { nextLink } from './paging.js';
import { notFound } from './result-access.js';
import { filed } from './result-files.js';
import { type Part, partOf, partsOf, textOf } from './result-parts.js';
import type { ResultReading } from './result-reading.js';

/** How many resources stand between a report and the bytes: a picture, what documents it, the bytes. */
const STEPS = 3;

const TYPE = /^[\w.+-]+\/[\w.+-]+(;[ \w.+="-]*)*$/;

/** Files of results. Each is named `DiagnosticReport/1#0`: the first one that is filed with that report. */
export function attachmentsPort(
  { http }: Pick<FhirContext, 'http'>,
  { readResult }: Pick<ResultReading, 'readResult'>,
): AttachmentsPort {
  return {
    async open(id, given) {
      const [result, place] = id.split('#') as [ResultId, string | undefined];
      const { files } = await readResult(result, given);
      // Of a covered result, and of somebody else's, there are none.
      if (!files.some((file) => file.id === id)) throw notFound();
      const file = filed(partOf(await http.read(result, given)))[Number(place)];
      return contentOf(http, file ?? {}, given);
    },
  };
}

async function contentOf(http: FhirHttp, file: Part, given: CallOptions, steps = STEPS): Promise<Blob> {
  const type = textOf(file.contentType) ?? '';
  const data = textOf(file.data);
  if (data) return blobOf(data, type);
  const address = textOf(file.url);
  if (!address || steps === 0) throw notFound();
  const url = ownAddress(http, address);
  if (!/\/(Media|DocumentReference)\/[^/]+$/.test(url)) {
    // What cannot stand in a header is not asked for.
    const blob = await http.file(url, TYPE.test(type) ? type : '*/*', given);
    if (!/json/.test(blob.type)) return blob;
    // A server that gives the resource all the same has the bytes in it.
    const binary = partOf(jsonOf(await blob.text()));
    return binary.resourceType === 'Binary' ? contentOf(http, { ...binary, contentType: binary.contentType ?? type }, given, 0) : blob;
  }
  const { content } = partOf(await http.read(url, given));
  const [inner] = partsOf(content);
  return contentOf(http, partOf(inner?.attachment ?? inner), given, steps - 1);
}

/** An address of this server, whole. With any other the token would go to somebody else. */
function ownAddress(http: FhirHttp, address: string): string {
  try {
    return nextLink(http, address);
  } catch {
    throw new AdapterError('unsupported', 'fhir: the file is at another server');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function blobOf(base64: string, type: string): Blob {
  try {
    return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type });
  } catch {
    throw new AdapterError('malformed', 'fhir: a file is not base64');
  }
}
