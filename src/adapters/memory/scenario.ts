import type { ThreadId } from '../../model/id.js';
import type { Medication } from '../../model/medication.js';
import type { Entry } from '../../model/message.js';
import type { Person, Subject } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';
import type { Reason } from '../../model/reason.js';
import type { ReleasePreferences } from '../../model/release.js';
import type { ReadMark, Thread } from '../../model/thread.js';
import type { ScenarioFile, ScenarioResult } from './results/scenario-result.js';
import type { ScenarioVisits } from './visits/scenario-visits.js';

/** What a {@link memoryBackend} starts with: one practice, its people, and what was said so far. */
export interface Scenario {
  readonly practice: Practice;
  readonly reasons: readonly Reason[];
  /** In the order a colleague is offered. */
  readonly staff: readonly Person[];
  readonly patients: readonly ScenarioPatient[];
  /** In any order. */
  readonly threads: readonly ScenarioThread[];
  /** What each subject takes, by their id. */
  readonly medications?: Readonly<Record<string, readonly Medication[]>> | undefined;
  /** In any order. */
  readonly results?: readonly ScenarioResult[] | undefined;
  /** The kinds of results there are, with when each is shown to who has not chosen. */
  readonly resultKinds?: Readonly<ReleasePreferences['kinds']> | undefined;
  /** What is in the results' files, by the file's id. */
  readonly files?: Readonly<Record<string, ScenarioFile>> | undefined;
  /** Or what makes them of the moment the backend begins at, in milliseconds since the epoch. */
  readonly visits?: ScenarioVisits | ((now: number) => ScenarioVisits) | undefined;
}

/** Someone who writes, with those they may write about: themselves first. */
export interface ScenarioPatient {
  readonly person: Person;
  readonly subjects: readonly Subject[];
}

/** A conversation as it stands. What can be counted from its entries (unread, last message) is not said again. */
export interface ScenarioThread extends Pick<
  Thread,
  'title' | 'reason' | 'subject' | 'state' | 'custody' | 'turn' | 'dueAt' | 'reply' | 'continues' | 'continuedBy'
> {
  readonly id: ThreadId;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly readMarks?: readonly ReadMark[] | undefined;
}
