import { AdapterError } from '../../adapter/errors.js';
import type { AttachmentId } from '../../model/attachment.js';
import type { PersonId, ResultId } from '../../model/id.js';
import type { Instant } from '../../model/instant.js';
import type { Release, ResultKindId } from '../../model/release.js';
import type { Cover, ResultComment } from '../../model/result.js';
import type { Session } from '../../model/session.js';
import { coverOf, type ResultRecord } from './result-record.js';
import type { ScenarioFile, ScenarioResult } from './results/scenario-result.js';
import type { Scenario } from './scenario.js';
import { isStaff } from './thread-record.js';
import type { Touched } from './touched.js';

/** When somebody last looked at a subject's results, and when before that visit. */
export interface VisitRecord {
  readonly since: Instant | undefined;
  readonly last: Instant;
}

/** The results of a backend, when they are shown, and who has looked at them. */
export interface ResultStore {
  readonly records: Iterable<ResultRecord>;
  /** A result the reader may see; `not-found` for every other, whether it exists or not. */
  find(result: ResultId, session: Session): ResultRecord;
  /** A result, whoever may see it. */
  peek(result: ResultId): ResultRecord | undefined;
  /** Why a reader does not see what it says. Staff always do. */
  coverFor(record: ResultRecord, session: Session): Cover | undefined;
  /** Keeps what changed in a result as a new version, and lets everybody hear of it who may read it. */
  save(record: ResultRecord, result?: ResultRecord['result']): void;
  /** Puts a result in. One whose id is there already is that result, corrected. */
  add(result: ScenarioResult, files?: Readonly<Record<string, ScenarioFile>>): void;
  /** Adds a clinician's words to a result. */
  commentOn(result: ResultId, comment: ResultComment): void;
  file(attachment: AttachmentId): ScenarioFile | undefined;
  /** When a subject's results of a kind are shown. */
  releaseOf(subject: PersonId, kind: ResultKindId): Release;
  choose(subject: PersonId, kind: ResultKindId, release: Release): void;
  readonly visits: Map<string, VisitRecord>;
}

/** Makes a store of a scenario's results; `touch` is told of each change. */
export function createResultStore(scenario: Scenario, touch: (what: Touched) => void): ResultStore {
  const records = new Map<ResultId, ResultRecord>();
  const chosen = new Map<string, Release>();
  const files = new Map(Object.entries(scenario.files ?? {}));
  const practice = { id: scenario.practice.id, name: scenario.practice.name };

  const put = ({ isOpened = false, dueAt, ...rest }: ScenarioResult): ResultRecord => {
    const known = records.get(rest.id);
    const record = {
      result: { ...rest, practice },
      version: known?.version ?? 1,
      isOpened: known?.isOpened || isOpened,
      dueAt,
      order: known?.order ?? records.size,
    };
    records.set(rest.id, record);
    return record;
  };
  scenario.results?.forEach(put);

  const store: ResultStore = {
    get records() {
      return records.values();
    },
    visits: new Map(),
    peek: (result) => records.get(result),
    find(result, { me, subjects }) {
      const record = records.get(result);
      const mayRead = isStaff(me) || subjects.some(({ id }) => id === record?.result.subject.id);
      if (!record || !mayRead) throw new AdapterError('not-found', 'memory: no such result');
      return record;
    },
    coverFor(record, { me }) {
      const { subject, kind } = record.result;
      return isStaff(me) || !kind ? undefined : coverOf(record, store.releaseOf(subject.id, kind.id));
    },
    save(record, result = record.result) {
      record.result = result;
      record.version++;
      touch({ change: { kind: 'result', result: result.id }, subject: result.subject.id });
    },
    add(result, more = {}) {
      for (const [id, file] of Object.entries(more)) files.set(id, file);
      store.save(put(result));
    },
    commentOn(id, comment) {
      const record = records.get(id)!;
      store.save(record, { ...record.result, comments: [...record.result.comments, comment] });
    },
    file: (attachment) => files.get(attachment),
    releaseOf(subject, kind) {
      const known = scenario.resultKinds?.find(({ id }) => id === kind);
      // Of a kind the practice no longer has nobody knows when: the more careful answer.
      return known ? (chosen.get(`${subject} ${kind}`) ?? known.release) : 'until-opened';
    },
    choose(subject, kind, release) {
      chosen.set(`${subject} ${kind}`, release);
      for (const record of records.values()) {
        if (record.result.subject.id === subject && record.result.kind?.id === kind) record.version++;
      }
      touch({ change: { kind: 'result' }, subject });
    },
  };
  return store;
}
