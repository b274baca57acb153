import type { Attachment, AttachmentId } from '../../model/attachment.js';
import { decimalOf } from './observation-value.js';
import { type Part, partOf, partsOf, present, textOf } from './result-parts.js';

/** What is filed with a report: its own forms first, then pictures, which lie in resources of their own. */
export function filed({ presentedForm, media }: Part): readonly Part[] {
  const pictures = partsOf(media).map(({ link }) => ({ url: partOf(link).reference, title: partOf(link).display }));
  return [...partsOf(presentedForm), ...pictures];
}

/**
 * The files of a report. Each is named by its place in it, not by its address: whoever opens one reads the report anew,
 * so that a covered report does not give it away.
 */
export function filesOf(report: Part, name: string): Attachment[] {
  return filed(report).flatMap((file, place) => {
    const size = Number(decimalOf(file.size) ?? NaN);
    const id = `${String(report.resourceType)}/${String(report.id)}#${place}`;
    return present({
      id: id as AttachmentId,
      name: textOf(file.title) ?? name,
      type: textOf(file.contentType),
      size: Number.isSafeInteger(size) && size >= 0 ? size : undefined,
    });
  });
}
