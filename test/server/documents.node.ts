import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEachDatabase, sharedServer } from './each-database.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: unknown;
}

interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Every route of the API, and whether it is open to whoever asks, and whether it writes. */
const ROUTES = `
get /health
get /openapi.json
get /sign-in
post /sign-in
post /guests
post /guests/{guest}/verify
post /guest-links
post /guest-links/again
get /demo/outbox
get /session
get /practice
get /reasons
get /people/care-team
get /people/staff
get /people/medications
put /practice/pause
delete /practice/pause
post /contact-requests
get /threads
get /threads/{id}
get /threads/{id}/entries
post /threads/search
post /threads/{id}/messages
put /threads/{id}/messages/{message}
delete /threads/{id}/messages/{message}
post /threads/{id}/continuation
post /threads/{id}/settle
put /threads/{id}/read-mark
get /queue
post /threads/{id}/claim
post /threads/{id}/route
post /threads/{id}/close
post /threads/{id}/call
get /results
post /results/search
post /results/history
get /results/reported
get /results/{result}
post /results/{result}/uncover
post /results/{result}/corrections
put /results/{result}/corrections/{correction}
get /people/release
put /people/release
put /people/visit
get /attachments/{attachment}
get /services
post /slots/days
post /slots/search
put /slots/{slot}/hold
post /slots/{slot}/hold/extension
delete /slots/{slot}/hold
get /appointments
post /appointments
post /appointments/requests
get /appointments/{appointment}
post /appointments/{appointment}/cancellation
put /appointments/{appointment}/topic
put /appointments/{appointment}/waiting
get /offers/{offer}
post /offers/{offer}/taking
delete /offers/{offer}
post /schedule/slots
get /schedule/requests
post /schedule/requests/{appointment}/confirmation
post /schedule/requests/{appointment}/refusal
post /schedule/offers
get /changes
get /changes/stream`;

/** What is asked by POST, so that no URL holds it, and has no effect that a second time could double. */
const READS: ReadonlySet<string> = new Set([
  '/sign-in',
  '/threads/search',
  '/results/search',
  '/results/history',
  '/slots/days',
  '/slots/search',
  '/guests',
  '/guests/{guest}/verify',
  '/guest-links',
  '/guest-links/again',
]);

onEachDatabase('The API’s own description', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async ({ url }) => (await (await fetch(`${url}/openapi.json`)).json()) as OpenApiDocument,
  );

  it('is OpenAPI 3.1 and names every route there is', () => {
    const { openapi, paths } = shared.parts;
    assert.match(openapi, /^3\.1\./);
    const named = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((one) => `${one} ${path}`));
    assert.deepEqual(named.sort(), ROUTES.trim().split('\n').sort());
  });

  it('says of each write that it wants a key, and of each route what it answers when it refuses', () => {
    for (const [path, methods] of Object.entries(shared.parts.paths)) {
      for (const [method, { parameters = [], responses, security }] of Object.entries(methods)) {
        const key = parameters.find(({ name }) => name === 'idempotency-key');
        const writes = method !== 'get' && !READS.has(path);
        assert.equal(key?.required ?? false, writes, `${method} ${path}`);
        if (security === undefined) assert.ok('4XX' in responses, `${method} ${path}`);
      }
    }
  });

  it('comes from the model’s schemas, every reference of which leads somewhere', () => {
    const text = JSON.stringify(shared.parts);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    assert.ok(references.includes('Thread'));
    for (const name of references) assert.ok(name in shared.parts.components.schemas, name);
    const thread = JSON.stringify(shared.parts.components.schemas.Thread);
    for (const part of ['custody', 'turn', 'dueAt', 'readMarks']) assert.ok(thread.includes(`"${part}"`), part);
  });
});
