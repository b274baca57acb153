import type { CallOptions } from '../adapter/call-options.js';
import { AdapterError } from '../adapter/errors.js';
import type { AttachmentId } from '../model/attachment.js';
import type { Client } from './client.js';

/** What is in a file. Its type is not to be relied on. */
export async function openAttachment(client: Client, attachment: AttachmentId, options: CallOptions): Promise<Blob> {
  const answer: unknown = await client.use('attachments', (port) => port.open(attachment, options));
  if (answer instanceof Blob) return answer;
  throw new AdapterError('malformed', 'attachments.open answered something else');
}
