import * as z from 'zod/mini';
import type { Backend } from '../backend.js';
import { readerOf } from '../request-reader.js';
import { AttachmentPath } from '../result-schemas.js';
import { openFile } from '../results/files.js';
import { problems } from '../schemas.js';
import type { App } from './app.js';

/** A type as a header can carry it. Whatever else a file is said to be, it is bytes. */
const TYPE = /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,60}$/;

/** What is in files. */
export function attachmentRoutes(app: App, { database, directory }: Backend): void {
  app.get(
    '/attachments/:attachment',
    {
      schema: {
        summary: 'What is in a file, for whoever may read what it belongs to',
        params: AttachmentPath,
        response: { 200: { content: { 'application/octet-stream': { schema: z.string() } } }, ...problems },
      },
    },
    async (request, reply) => {
      const { type, bytes } = await openFile({ database, directory, reader: readerOf(request) }, request.params.attachment);
      // Saved and never shown by a browser, for a file may be a page with a script.
      reply
        .type(TYPE.test(type) ? type : 'application/octet-stream')
        .header('content-disposition', 'attachment')
        .header('content-security-policy', "default-src 'none'; sandbox");
      // The schema says what a client reads; Fastify sends bytes as they are.
      return Buffer.from(bytes) as unknown as string;
    },
  );
}
