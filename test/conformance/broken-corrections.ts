import { patiently } from '../../src/conformance/steps.js';
import type { Correction, Result } from '../../src/model/result.js';
import {
  breaking,
  type Broken,
  eachMessage,
  fieldless,
  forgetful,
  mistaken,
  recoded,
  replacing,
} from './breaking.js';

/** Reports of mistakes that read as something else. */
const eachCorrection = (change: (correction: Correction) => Correction | undefined) => {
  const changed = (result: Result): Result => ({
    ...result,
    corrections: result.corrections.flatMap((each) => change(each) ?? []),
  });
  return replacing('results', (port) => ({
    readResult: async (id, options) => changed(await port.readResult(id, options)),
    reportMistake: async (mistake, options) => changed(await port.reportMistake(mistake, options)),
  }));
};

const ASKED = 'a request about results shows them in its message, to both sides';
const REFERRED = 'a result of nobody, of a stranger, or one too many is invalid, by its place';
const ANSWERED = "staff answer with a result of the same person, and with nobody else's";

/** How an adapter can break reports of mistakes, files and references, and the tests that must notice. */
export const BROKEN_CORRECTIONS: readonly Broken[] = [
  [
    'a report is kept for its writer only',
    breaking(({ results, ...connection }) => ({
      ...connection,
      results: results && {
        ...results,
        readResult: async (id, options) => {
          const result = await results.readResult(id, options);
          return connection.me.kind === 'staff' ? { ...result, corrections: [] } : result;
        },
      },
    })),
    ['a report of a mistake stands at its result as sent, for both sides'],
  ],
  [
    'a report sent again gets a new key',
    forgetful('results', 'reportMistake'),
    ['F03 one key reports once, and F11 with other words is a conflict'],
  ],
  [
    'a review sent again gets a new key',
    forgetful('results', 'reviewCorrection'),
    ['F03 one key reviews once, however often it is sent'],
  ],
  [
    'it tidies the words of a report',
    eachCorrection((correction) => ({ ...correction, wrong: correction.wrong.normalize().trim() })),
    ['I01 the words of a report come back exactly'],
  ],
  [
    'it cuts the words of a report',
    replacing('results', (port) => ({
      reportMistake: ({ result, wrong, right }, options) =>
        port.reportMistake({ result, wrong: wrong.slice(0, 750) || '-', right: right.slice(0, 750) || '-' }, options),
    })),
    ['words of a report that are blank or too long are invalid, by name'],
  ],
  [
    'anybody reports mistakes in anything',
    breaking((connection, { patient }) => ({
      ...connection,
      results: connection.results && {
        ...connection.results,
        reportMistake: async (mistake, options) =>
          (await patient.connect(patiently)).results!.reportMistake(mistake, options),
      },
    })),
    ['nobody reports a mistake in what a stranger has, or what is not there'],
  ],
  [
    'what contradicts is called unavailable',
    mistaken('results', recoded('conflict', 'unavailable')),
    [
      'what is covered has no mistake that somebody could have seen',
      'a report is declined with a reason only, and what is finished stays',
      'F03 one key reports once, and F11 with other words is a conflict',
    ],
  ],
  [
    'the shortest waiting comes first',
    replacing('results', (port) => ({
      listReported: async (query, options) => {
        const page = await port.listReported(query, options);
        return { ...page, items: page.items.toReversed() };
      },
    })),
    ['staff find what was reported, longest waiting first, until it is finished'],
  ],
  [
    'what is looked at waits no longer',
    replacing('results', (port) => ({
      listReported: async (query, options) => {
        const page = await port.listReported(query, options);
        const isNew = ({ corrections }: Result): boolean => corrections.some(({ state }) => state === 'sent');
        return { ...page, items: page.items.filter(isNew) };
      },
    })),
    ['staff find what was reported, longest waiting first, until it is finished'],
  ],
  [
    'nobody says who reviewed a report',
    eachCorrection(({ reviewedBy: _reviewedBy, ...correction }) => correction),
    ['what becomes of a report is said by name, and the patient reads it'],
  ],
  [
    'nothing becomes of a report',
    replacing('results', (port) => ({
      reviewCorrection: ({ result }, options) => port.readResult(result, options),
    })),
    [
      'what becomes of a report is said by name, and the patient reads it',
      'a report is declined with a reason only, and what is finished stays',
      'F03 one key reviews once, however often it is sent',
      'staff hear of a report, the patient of its review, and no stranger of either',
    ],
  ],
  [
    'files open for anybody',
    breaking((connection, { staff }) => ({
      ...connection,
      attachments: { open: async (id, options) => (await staff.connect(patiently)).attachments!.open(id, options) },
    })),
    ['a file opens for who may read its result, with its type, and for nobody else'],
  ],
  [
    'files of what is covered open',
    breaking((connection, { staff }) => ({
      ...connection,
      attachments: { open: async (id, options) => (await staff.connect(patiently)).attachments!.open(id, options) },
    })),
    ['what a covered result has in a file is covered, too'],
  ],
  [
    'a file is called something else',
    replacing('attachments', (port) => ({
      open: async (id, options) => new Blob([await port.open(id, options)], { type: 'text/html' }),
    })),
    ['a file opens for who may read its result, with its type, and for nobody else'],
  ],
  [
    'it forgets what a request is about',
    replacing('contact', (port) => ({
      send: ({ references: _references, ...request }, options) => port.send(request, options),
    })),
    [ASKED, REFERRED],
  ],
  [
    'only the patient sees what a request is about',
    breaking(({ messages, ...connection }) => ({
      ...connection,
      messages: messages && {
        ...messages,
        listEntries: async (query, options) => {
          const page = await messages.listEntries(query, options);
          if (connection.me.kind !== 'staff') return page;
          return {
            ...page,
            items: page.items.map((entry) => (entry.type === 'message' ? { ...entry, cards: [] } : entry)),
          };
        },
      },
    })),
    [ASKED],
  ],
  [
    'a card does not say which result it is',
    eachMessage(({ cards, ...message }) => ({
      ...message,
      cards: cards.map(({ result: _result, ...card }) => card),
    })),
    [ASKED, ANSWERED],
  ],
  ['it does not say which reference is wrong', mistaken('contact', fieldless), [REFERRED]],
  ['it does not say which card is wrong', mistaken('messages', fieldless), [ANSWERED]],
];
