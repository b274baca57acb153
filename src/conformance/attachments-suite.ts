import type { AttachmentId } from '../model/attachment.js';
import type { Result } from '../model/result.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { choose, isOpen, resultWhere } from './results-steps.js';
import { patiently } from './steps.js';

/** Reading the files of results. */
export const attachmentsSuite: Suite = (test, has) => {
  if (!has('patient', 'results.listResults') || !has('patient', 'attachments.open')) return;

  test('a file opens for who may read its result, with its type, and for nobody else', async (stage) => {
    const { patient, stranger, staff } = stage;
    const { files } = await resultWhere(patient, 'that is open and has a file', hasFile);
    for (const { id, type, size } of files) {
      for (const reader of has('staff', 'attachments.open') ? [patient, staff] : [patient]) {
        const file = await reader.attachments!.open(id, patiently);
        claim(file instanceof Blob && file.size > 0, 'there should be something in it');
        if (size !== undefined) equal(file.size, size, 'its size');
        if (type !== undefined) equal(file.type, type, 'its type');
      }
      await rejectsWith('not-found', stranger.attachments!.open(id, patiently), "a stranger's file");
    }
    const unknown = patient.attachments!.open('no-such-file' as AttachmentId, patiently);
    await rejectsWith('not-found', unknown, 'a file that is not there');
  });

  if (has('patient', 'results.setRelease')) {
    test('what a covered result has in a file is covered, too', async ({ patient }) => {
      const { id, kind, files } = await resultWhere(patient, 'that is open and has a kind and a file', (result) => {
        return hasFile(result) && result.kind !== undefined;
      });
      await choose(patient, kind!.id, 'until-opened');
      const { cover } = await patient.results!.readResult(id, patiently);
      const opened = patient.attachments!.open(files[0]!.id, patiently);
      // One that somebody has opened before stays open.
      if (cover) await rejectsWith('not-found', opened, 'a file that is covered');
      else await opened;
    });
  }
};

const hasFile = (result: Result): boolean => isOpen(result) && result.files.length > 0;
