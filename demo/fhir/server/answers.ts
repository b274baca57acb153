import { isCreated, getStatus } from './engine.js';
import type { Bundle, Binary, OperationOutcome, Resource } from '@medplum/fhirtypes';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends what the engine answered: the status, the version and where it is, or the bytes of a file. */
export function answer(
  baseUrl: string,
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: OperationOutcome,
  resource?: Resource,
): FastifyReply {
  if (resource?.resourceType === 'Bundle') completeNext(baseUrl, request, resource);
  const { versionId, lastUpdated } = resource?.meta ?? {};
  if (versionId !== undefined) {
    const etag = `W/"${versionId}"`;
    reply.header('etag', etag);
    if (lastUpdated !== undefined) reply.header('last-modified', new Date(lastUpdated).toUTCString());
    if (request.method === 'GET' && request.headers['if-none-match'] === etag) return reply.code(304).send();
  }
  if (isCreated(outcome) && resource) {
    reply.header('location', `${baseUrl}/${resource.resourceType}/${resource.id}/_history/${versionId}`);
  }
  if (resource?.resourceType === 'Binary' && request.method === 'GET' && !wantsJson(request)) return sendBytes(reply, resource);
  return send(reply, getStatus(outcome), resource ?? outcome);
}

/** Sends a resource as FHIR's JSON. */
export function send(reply: FastifyReply, status: number, resource: object): FastifyReply {
  return reply.code(status).type('application/fhir+json; charset=utf-8').send(JSON.stringify(resource));
}

/** An error in FHIR's words. */
export function problem(code: 'login' | 'structure' | 'not-found' | 'exception', text: string): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, details: { text } }] };
}

function wantsJson({ headers }: FastifyRequest): boolean {
  return /json/.test(headers.accept ?? '');
}

/** A file, which no browser may take for a page of this server. */
function sendBytes(reply: FastifyReply, { contentType, data = '' }: Binary): FastifyReply {
  const headers = {
    'content-type': contentType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'attachment',
  };
  return reply.headers(headers).send(Buffer.from(data, 'base64'));
}

/** The repository says where the next page begins; here is what was asked. */
function completeNext(baseUrl: string, request: FastifyRequest, bundle: Bundle): void {
  if (bundle.type !== 'searchset') return;
  const [path, query = ''] = request.url.split('?');
  const asked = new URLSearchParams(request.method === 'POST' ? (request.body as string) : query);
  const self = `${baseUrl}${path!.replace(/^\/fhir/, '').replace(/\/_search$/, '')}`;
  const next = bundle.link?.[0]?.url;
  bundle.link = [{ relation: 'self', url: `${self}?${asked}` }];
  if (next === undefined) return;
  asked.set('_offset', next);
  bundle.link.push({ relation: 'next', url: `${self}?${asked}` });
}
