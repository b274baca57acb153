import type { CallOptions, WriteOptions } from '../adapter/call-options.js';
import type { CorrectionReview, ResultQuery, ResultsPort } from '../adapter/ports/results.js';
import type { PersonId, ResultId } from '../model/id.js';
import { Measurement } from '../model/measurement.js';
import { ReleasePreferences, Visit } from '../model/release.js';
import { Result } from '../model/result.js';
import { normalText } from '../model/text-length.js';
import { announcing } from './announcing.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';
import { newSendKey } from './outbox-item.js';

/** A subject's results, taken last first. */
export async function listResults(client: Client, query: ResultQuery, options: CallOptions): Promise<CheckedPage<Result>> {
  const answer = await client.use('results', (port) => port.listResults(query, options));
  return checkedPage(Result, answer, 'results.listResults', client.report);
}

export async function readResult(client: Client, result: ResultId, options: CallOptions): Promise<Result> {
  const answer = await client.use('results', (port) => port.readResult(result, options));
  return checked(Result, answer, 'results.readResult');
}

/** Every measurement of one code in results that are not covered, taken last first. */
export async function listHistory(
  client: Client,
  query: Parameters<ResultsPort['listHistory']>[0],
  options: CallOptions,
): Promise<CheckedPage<Measurement>> {
  const answer = await client.use('results', (port) => port.listHistory(query, options));
  return checkedPage(Measurement, answer, 'results.listHistory', client.report);
}

/** Results with a report of a mistake that is not finished, longest waiting first. For staff. */
export async function listReported(
  client: Client,
  query: { readonly after?: string | undefined },
  options: CallOptions,
): Promise<CheckedPage<Result>> {
  const answer = await client.use('results', (port) => port.listReported(query, options));
  return checkedPage(Result, answer, 'results.listReported', client.report);
}

/** Opens a covered result, for good. */
export function uncoverResult(client: Client, result: ResultId, options: CallOptions): Promise<Result> {
  return change(client, 'uncover', result, options, (port, write) => port.uncover(result, write));
}

/**
 * Reports a mistake in a result. `key` is kept by the caller for every try of the same words, so that they are reported
 * once.
 */
export function reportMistake(
  client: Client,
  { result, wrong, right }: Parameters<ResultsPort['reportMistake']>[0],
  options: WriteOptions,
): Promise<Result> {
  const mistake = { result, wrong: normalText(wrong), right: normalText(right) };
  return change(client, 'reportMistake', result, options, (port, write) => port.reportMistake(mistake, write));
}

/** Says what becomes of a report of a mistake. For staff. */
export function reviewCorrection(client: Client, review: CorrectionReview, options: CallOptions): Promise<Result> {
  return change(client, 'reviewCorrection', review.result, options, (port, write) => port.reviewCorrection(review, write));
}

/** When results are shown, kind by kind. */
export async function readRelease(client: Client, subject: PersonId, options: CallOptions): Promise<ReleasePreferences> {
  const answer = await client.use('results', (port) => port.readRelease({ subject }, options));
  return checked(ReleasePreferences, answer, 'results.readRelease');
}

/** Chooses when results of a kind are shown. */
export function setRelease(
  client: Client,
  choice: Parameters<ResultsPort['setRelease']>[0],
  options: CallOptions,
): Promise<ReleasePreferences> {
  const write = { ...options, key: newSendKey() };
  return announcing(client, { kind: 'result' }, async () =>
    checked(ReleasePreferences, await client.use('results', (port) => port.setRelease(choice, write)), 'results.setRelease'),
  );
}

/** Notes that the reader looks at a subject's results, and tells when they last did. */
export async function noteVisit(client: Client, subject: PersonId, options: CallOptions): Promise<Visit> {
  const write = { ...options, key: newSendKey() };
  return checked(Visit, await client.use('results', (port) => port.noteVisit({ subject }, write)), 'results.noteVisit');
}

function change(
  client: Client,
  method: string,
  result: ResultId,
  options: CallOptions & Partial<WriteOptions>,
  call: (port: ResultsPort, write: WriteOptions) => Promise<Result>,
): Promise<Result> {
  const write = { ...options, key: options.key ?? newSendKey() };
  return announcing(client, { kind: 'result', result }, async () =>
    checked(Result, await client.use('results', (port) => call(port, write)), `results.${method}`),
  );
}
