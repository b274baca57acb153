import { AdapterError } from '../../src/adapter/errors.js';
import type { ResultsPort } from '../../src/adapter/ports/results.js';
import { patiently } from '../../src/conformance/steps.js';
import type { ResultId } from '../../src/model/id.js';
import type { Result } from '../../src/model/result.js';
import { breaking, type Broken, fieldless, mistaken, recoded, replacing } from './breaking.js';

const COVERED = 'what is covered until it is opened says that it is there, and nothing else';
const STRANGER = 'results are nothing a stranger reads or finds';

/** What a covered result says. */
const NOTHING = {
  measurements: [],
  comments: [],
  files: [],
  corrections: [],
  report: undefined,
  changed: undefined,
  laboratory: undefined,
};

/** Results that read as something else. */
const eachResult = (change: (result: Result) => Result) =>
  replacing('results', (port) => ({
    listResults: async (query, options) => {
      const page = await port.listResults(query, options);
      return { ...page, items: page.items.map(change) };
    },
    readResult: async (id, options) => change(await port.readResult(id, options)),
  }));

/** Results as staff read them. */
const asStaff = (methods: (staff: ResultsPort) => Partial<ResultsPort>) =>
  breaking((connection, { staff }) => {
    const theirs = new Proxy({} as ResultsPort, {
      get: (_, method: keyof ResultsPort) => async (...given: never[]) => {
        const { results } = await staff.connect(patiently);
        return (results![method] as (...given: never[]) => unknown)(...given);
      },
    });
    return { ...connection, results: { ...connection.results!, ...methods(theirs) } };
  });

/** How an adapter can break results and their release, and the tests that must notice. */
export const BROKEN_RESULTS: readonly Broken[] = [
  [
    'it shows results to anybody',
    asStaff((staff) => ({ listResults: staff.listResults, readResult: staff.readResult })),
    [STRANGER, COVERED],
  ],
  ["it shows a stranger's history", asStaff((staff) => ({ listHistory: staff.listHistory })), [STRANGER]],
  [
    'a history shows what is covered',
    asStaff((staff) => ({ listHistory: staff.listHistory })),
    ['what is covered is found by its name only, and in no history'],
  ],
  [
    'a history shows what is covered on its last page',
    breaking((connection, { staff }) => ({
      ...connection,
      results: connection.results && {
        ...connection.results,
        listHistory: async ({ after, ...query }, options) => {
          if (after !== 'more') return { ...(await connection.results!.listHistory(query, options)), next: 'more' };
          return (await staff.connect(patiently)).results!.listHistory(query, options);
        },
      },
    })),
    ['what is covered is found by its name only, and in no history'],
  ],
  [
    'a child has no results',
    replacing('results', (port, { me }) => ({
      listResults: async (query, options) => {
        const page = await port.listResults(query, options);
        return me.kind === 'staff' || query.subject === me.id ? page : { items: [] };
      },
    })),
    ['a parent reads the results of a child'],
  ],
  [
    'what is dated in part was taken on its first day',
    replacing('results', (port) => ({
      listResults: async (query, options) => {
        const page = await port.listResults(query, options);
        const begins = ({ takenAt = '' }: Result): string => `${takenAt}-01-01`.slice(0, 10);
        const isThere = (result: Result): boolean => !query.from || (result.takenAt?.length ?? 10) >= 10 || begins(result) >= query.from;
        return { ...page, items: page.items.filter(isThere) };
      },
    })),
    ['finds what is dated in part on every day that it may have been taken'],
  ],
  [
    'results come oldest first',
    replacing('results', (port) => ({
      listResults: async (query, options) => {
        const page = await port.listResults(query, options);
        return { ...page, items: page.items.toReversed() };
      },
    })),
    [
      'lists every result of a subject once, taken last first',
      'a history has every measurement of a code, taken last first, each with its result',
    ],
  ],
  [
    'a list holds less than a result',
    replacing('results', (port) => ({
      readResult: async (id, options) => ({ ...(await port.readResult(id, options)), laboratory: 'Another lab' }),
    })),
    ['a result reads by its id as it is listed'],
  ],
  [
    'everybody has the results of who is signed in',
    replacing('results', (port, { subjects }) => ({
      listResults: ({ subject, ...query }, options) =>
        port.listResults({ ...query, subject: subjects[0]?.id ?? subject }, options),
    })),
    ['a parent reads the results of a child', STRANGER],
  ],
  [
    'something is covered to staff',
    eachResult((result) => ({ ...result, cover: { until: 'opened' } })),
    ['staff read every result of a patient, and nothing is covered to them'],
  ],
  [
    'it finds the words as they are written only',
    replacing('results', (port) => ({
      listResults: async (query, options) => {
        const page = await port.listResults(query, options);
        return { ...page, items: page.items.filter(({ name }) => !query.text || name.includes(query.text)) };
      },
    })),
    ['finds results by words of their names and their measurements, in any case'],
  ],
  [
    'it does not search',
    replacing('results', (port) => ({
      listResults: ({ subject, after }, options) => port.listResults({ subject, after }, options),
    })),
    [
      'finds results by words of their names and their measurements, in any case',
      'blank words leave no result out, and too many are invalid by name',
      'finds results by kind, and by the days they were taken on',
      'what is covered is found by its name only, and in no history',
    ],
  ],
  [
    'it looks at the day only after which, not on which, a result was taken',
    replacing('results', (port) => ({
      listResults: ({ to: _to, ...query }, options) => port.listResults(query, options),
    })),
    ['finds results by kind, and by the days they were taken on'],
  ],
  [
    'a history names no results',
    replacing('results', (port) => ({
      listHistory: async (query, options) => {
        const page = await port.listHistory(query, options);
        return { ...page, items: page.items.map(({ result: _result, ...item }) => item) };
      },
    })),
    ['a history has every measurement of a code, taken last first, each with its result'],
  ],
  [
    'every look is a visit of its own',
    replacing('results', () => {
      let visits = 0;
      return { noteVisit: async () => Promise.resolve(visits++ > 0 ? { since: '2026-11-23T22:00:00Z' } : {}) };
    }),
    [
      'a first visit follows none, for each person, and to come back soon is the same visit',
      'a visit to the results of a stranger is none',
    ],
  ],
  [
    'what is chosen is not kept',
    replacing('results', (port) => ({ setRelease: ({ subject }, options) => port.readRelease({ subject }, options) })),
    [
      'every kind of result has a release, and what is chosen is kept, for its subject only',
      'only who may read about somebody chooses, and only what there is',
      COVERED,
      'until a clinician has commented, what has no comment is covered, and what is void is not',
      'who may read results hears that they are shown at another time, and nobody else',
      'what is covered has no mistake that somebody could have seen',
    ],
  ],
  [
    'it does not say what is wrong with a choice or a report',
    mistaken('results', fieldless),
    [
      'only who may read about somebody chooses, and only what there is',
      'words of a report that are blank or too long are invalid, by name',
      'a report is declined with a reason only, and what is finished stays',
      'blank words leave no result out, and too many are invalid by name',
    ],
  ],
  [
    'what is covered names its laboratory',
    eachResult((result) => (result.cover ? { ...result, laboratory: 'Puget Lab' } : result)),
    [COVERED, 'until a clinician has commented, what has no comment is covered, and what is void is not'],
  ],
  [
    'what a clinician has commented is covered, too',
    replacing('results', (port) => {
      let isChosen = false;
      return {
        setRelease: (choice, options) => {
          isChosen = true;
          return port.setRelease(choice, options);
        },
        listResults: async (query, options) => {
          const page = await port.listResults(query, options);
          const covered = (result: Result): Result =>
            isChosen && result.comments.length > 0 ? { ...result, ...NOTHING, cover: { until: 'comment' } } : result;
          return { ...page, items: page.items.map(covered) };
        },
      };
    }),
    ['until a clinician has commented, what has no comment is covered, and what is void is not'],
  ],
  [
    'what is opened is covered again',
    replacing('results', (port) => ({
      uncover: async (id, options) => {
        const { kind, subject, ...result } = await port.readResult(id, options);
        const choice = { subject: subject.id, kind: kind!.id, release: 'at-once' } as const;
        if (result.cover) await port.setRelease(choice, { ...options, key: `${options.key}-more` as never });
        return port.readResult(id, options);
      },
    })),
    ['F03 what is opened is open for good, however often it is asked'],
  ],
  [
    'to open something twice is a conflict',
    replacing('results', (port) => ({
      uncover: async (id, options) => {
        const { cover } = await port.readResult(id, options);
        if (!cover) throw new AdapterError('conflict', 'it is open');
        return port.uncover(id, options);
      },
    })),
    ['F03 what is opened is open for good, however often it is asked'],
  ],
  [
    'anybody opens what is covered',
    breaking((connection, { patient }) => ({
      ...connection,
      results: connection.results && {
        ...connection.results,
        uncover: async (id, options) => (await patient.connect(patiently)).results!.uncover(id, options),
      },
    })),
    ['nobody opens what is covered for a stranger'],
  ],
  [
    'nobody hears of results',
    replacing('changes', (port) => ({
      changesSince: async (since, options) => {
        const { changes, next } = await port.changesSince(since, options);
        return { changes: changes.filter(({ kind }) => kind !== 'result'), next };
      },
    })),
    [
      'who may read results hears that they are shown at another time, and nobody else',
      'who may read a result hears that it was opened, and nobody else',
      'staff hear of a report, the patient of its review, and no stranger of either',
    ],
  ],
  [
    'what is not there is forbidden',
    mistaken('results', recoded('not-found', 'forbidden')),
    [
      STRANGER,
      'a visit to the results of a stranger is none',
      'nobody opens what is covered for a stranger',
      'nobody reports a mistake in what a stranger has, or what is not there',
      'a report is declined with a reason only, and what is finished stays',
    ],
  ],
  [
    'a call for a result is not given up',
    replacing('results', (port) => ({
      readResult: (id: ResultId) => port.readResult(id, patiently),
    })),
    ['a call given up on the way rejects with the reason it was given up for'],
  ],
];
