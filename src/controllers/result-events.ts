import type { PersonId, ResultId } from '../model/id.js';

/**
 * The reader wants to ask about a result. Dispatched before the contact form on the page takes it; a page that asks in
 * another way cancels it. Carries ids and nothing that stands in the result.
 */
export class ResultAskEvent extends Event {
  readonly resultId: ResultId;
  /** Who ordered it, when that is known. */
  readonly recipientId: PersonId | undefined;
  readonly subjectId: PersonId;

  constructor(resultId: ResultId, subjectId: PersonId, recipientId: PersonId | undefined) {
    super('care-result-ask', { bubbles: true, composed: true, cancelable: true });
    this.resultId = resultId;
    this.subjectId = subjectId;
    this.recipientId = recipientId;
  }
}
