import { AdapterError } from '../../adapter/errors.js';
import type { AttachmentId } from '../../model/attachment.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { checkReads } from './memory-results.js';

/** What is in a file of a result that its reader may see. */
export function openAttachment(backend: MemoryBackend, session: Session, attachment: AttachmentId): Blob {
  const { results } = backend;
  const record = [...results.records].find(({ result }) => result.files.some(({ id }) => id === attachment));
  const file = results.file(attachment);
  if (!record || !file || results.coverFor(record, session)) {
    throw new AdapterError('not-found', 'memory: no such file');
  }
  checkReads(backend, session, record.result.subject.id);
  return new Blob([file.bytes], { type: file.type });
}
