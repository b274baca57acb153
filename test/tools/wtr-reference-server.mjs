import { tsImport } from 'tsx/esm/api';

const servers = [];
let starter;

/** Lets a test in the browser have a real backend of its own: POST /__reference-server with `{ "withStories": true }`
 *  starts one in this process and answers `{ "url": "http://127.0.0.1:…" }`. */
export async function startOnRequest(context, next) {
  if (context.path !== '/__reference-server') return next();
  starter ??= tsImport('../support/reference-server.ts', import.meta.url);
  const { startReferenceServer } = await starter;
  const server = await startReferenceServer(JSON.parse((await bodyOf(context.req)) || '{}'));
  servers.push(server);
  context.body = { url: server.url };
  return undefined;
}

/** Ends the backends with the run. */
export const stopAtTheEnd = {
  name: 'reference-server',
  serverStop: () => Promise.all(servers.map((server) => server.close())),
};

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
