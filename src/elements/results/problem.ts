import type { TemplateResult } from 'lit';
import type { AdapterError } from '../../adapter/errors.js';
import type { CommonWords } from '../../i18n/en/common.js';
import type { ResultsWords } from '../../i18n/en/results.js';
import { offlineIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { problemNote, problemWords } from '../shared/problem-note.js';
import type { ReaderView } from '../shared/reader-view.js';
import type { ResultsView } from './results-view.js';

export interface ProblemOptions {
  readonly host: HTMLElement;
  readonly view: ReaderView<ResultsView>;
  readonly text: ResultsWords;
  readonly common: CommonWords;
  readonly retry: () => void;
}

/** What went wrong with results, in their own words where they have some, and the way on. */
export function problemOf(
  error: AdapterError,
  { host, view, text, common, retry }: ProblemOptions,
): { readonly title: string; readonly note: TemplateResult } {
  if (error.code === 'offline' && view.value) {
    return { title: text.allHere.title, note: note({ ...text.allHere, mark: offlineIcon }) };
  }
  const own = view.isStaff ? common.problemsForStaff : text.problems;
  const { title } = problemWords(error, common, own);
  return { title, note: problemNote(error, { host, words: common, own, phone: view.phone, retry }) };
}
