import type { AttachmentId } from '../../model/attachment.js';
import type { CallOptions } from '../call-options.js';

/** Reading the files that belong to results and messages. */
export interface AttachmentsPort {
  /** What is in a file. Its type is what the backend says, and may be wrong: nobody opens it unchecked. */
  open(attachment: AttachmentId, options: CallOptions): Promise<Blob>;
}
