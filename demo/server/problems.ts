import type { AdapterErrorCode } from 'carethread/adapter';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';

/** What a client is told when something is wrong (RFC 9457). */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** An error code of the adapter contract. */
  code: z.string(),
  /** Which part of the input is wrong, such as `answers.0.value`. */
  field: z.optional(z.string()),
  detail: z.optional(z.string()),
  /** What the server's log knows it by. */
  correlationId: z.string(),
});

const KINDS = {
  'auth-required': [401, 'Sign in first.'],
  forbidden: [403, 'This is not open to you.'],
  'not-found': [404, 'There is nothing here.'],
  conflict: [409, 'It contradicts what is already there.'],
  stale: [412, 'It was changed since you read it.'],
  'too-large': [413, 'It is too large.'],
  'unsupported-type': [415, 'Send JSON.'],
  invalid: [422, 'A part of the input is not right.'],
  'rate-limited': [429, 'Too many requests. Wait a little.'],
  unavailable: [500, 'The server could not answer.'],
} as const satisfies Partial<Record<AdapterErrorCode, readonly [number, string]>>;

interface ProblemDetails {
  /** The path of what is wrong. Never its value. */
  readonly field?: string | undefined;
  readonly detail?: string | undefined;
  /** Only where it is not the usual one of the code: 400 for input that cannot even be read. */
  readonly status?: number | undefined;
}

/** Thrown anywhere below a route; becomes the answer. Says what is wrong and where, and never what was written. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: keyof typeof KINDS;
  readonly details: ProblemDetails;

  constructor(code: keyof typeof KINDS, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

const BY_STATUS = new Map<number, keyof typeof KINDS>([
  [413, 'too-large'],
  [415, 'unsupported-type'],
  [429, 'rate-limited'],
]);

/** Whatever was thrown, as a problem. What nobody expected becomes `unavailable` and tells nothing. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const { keyword, instancePath, params } = error.validation[0]!;
    const path = instancePath.split('/').filter(Boolean);
    if (keyword === 'unrecognized_keys') path.push(...(params.keys as string[]).slice(0, 1));
    return new Problem('invalid', { status: 400, field: fieldAt(path) });
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const code = BY_STATUS.get(status);
  if (code !== undefined) return new Problem(code);
  if (status >= 400 && status < 500) return new Problem('invalid', { status, detail: 'The request could not be read.' });
  return new Problem('unavailable');
}

/** A path in the words of the API. A name nobody declared is only repeated while it looks like one. */
function fieldAt(path: readonly string[]): string | undefined {
  const field = path.join('.');
  if (field === 'idempotency-key') return 'Idempotency-Key';
  return /^[\w.-]{1,80}$/.test(field) ? field : undefined;
}

/** Answers with a problem document. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  const [usual, title] = KINDS[problem.code];
  const { status = usual, field, detail } = problem.details;
  if (problem.code === 'unavailable') logUnexpected(request.log, error);
  if (problem.code === 'auth-required') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `urn:carethread:problem:${problem.code}`,
      title,
      status,
      code: problem.code,
      field,
      detail,
      correlationId: request.id,
    });
}

/** The frames and the kind of an error. Its message stays out: a database puts values into it. */
function logUnexpected(log: FastifyBaseLogger, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const frames = error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : undefined;
  log.error({ kind, code, frames }, 'unexpected error');
}
