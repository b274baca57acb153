import { AdapterError } from '../../src/adapter/errors.js';
import type { WriteOptions } from '../../src/adapter/call-options.js';
import { timeOf } from '../../src/adapters/memory/thread-record.js';
import { patiently } from '../../src/conformance/steps.js';
import type { ThreadId } from '../../src/model/id.js';
import type { Message } from '../../src/model/message.js';
import type { CardDraft } from '../../src/model/message-draft.js';
import {
  breaking,
  type Broken,
  eachMessage,
  eachThread,
  fieldless,
  forgetful,
  mistaken,
  recoded,
  replacing,
} from './breaking.js';

const isLink = ({ kind }: CardDraft): boolean => kind === 'thread-link';

/** A method that answers what has one key as it did the first time. */
function remembering<D, T>(send: (draft: D, options: WriteOptions) => Promise<T>): typeof send {
  const answers = new Map<string, Promise<T>>();
  return (draft, options) => {
    const answer = answers.get(options.key) ?? send(draft, options);
    answers.set(options.key, answer);
    return answer;
  };
}

const OVER = 'F10 a thread that is over takes nothing more, from either side';

/** How an adapter can break cards, changes of words, ends and search, and the tests that must notice. */
export const BROKEN_CARDS: readonly Broken[] = [
  [
    'it drops cards',
    eachMessage((message) => ({ ...message, cards: [] })),
    [
      'a detail is asked in the thread and answered in place, once',
      'a thread that is over goes on in a new one, and each names the other',
    ],
  ],
  [
    'it sends no cards',
    replacing('messages', (port) => ({
      send: ({ cards: _cards, ...draft }, options) => port.send({ ...draft, body: draft.body || '-' }, options),
    })),
    [
      'a detail is asked in the thread and answered in place, once',
      "a link leads to a thread of the same person, under its title, and to nobody else's",
      'patients send no cards',
    ],
  ],
  [
    'a detail is not noted as answered',
    eachMessage(({ cards, ...message }) => ({
      ...message,
      cards: cards.map(({ answeredBy: _answeredBy, ...card }) => card),
    })),
    ['a detail is asked in the thread and answered in place, once'],
  ],
  [
    'a detail sent again gets a new key',
    forgetful('messages', 'send'),
    ['F03 one key answers a detail once, however often it is sent'],
  ],
  [
    'it does not say what is wrong',
    mistaken('messages', fieldless),
    [
      'a detail that is wrong or missing is invalid, by its place',
      "a link leads to a thread of the same person, under its title, and to nobody else's",
      'words that are empty or too long are invalid, by name, and leave the message as it is',
      'nobody can amend the words of another, or what is not there',
      'nobody can retract the words of another, or what is not there',
      'only what is over goes on, for whom it is about, and with words',
      'blank words leave nothing out, and too many are invalid by name',
    ],
  ],
  [
    'what is forbidden is called something else',
    mistaken('messages', recoded('forbidden', 'invalid')),
    [
      'patients send no cards',
      'a detail that is wrong or missing is invalid, by its place',
      'nobody can amend the words of another, or what is not there',
      'nobody can retract the words of another, or what is not there',
      'only what is over goes on, for whom it is about, and with words',
      'only the patient settles, what they have seen, and while it is not over',
    ],
  ],
  [
    'what contradicts is called unavailable, and tried for ever',
    mistaken('messages', recoded('conflict', 'unavailable')),
    [
      OVER,
      'F03 one key retracts once, and what is retracted is not changed again',
      'nobody can amend their words once the thread is over',
      'nobody can retract their words once the thread is over',
      'F03 one key continues once, however often and at once',
      'only what is over goes on, for whom it is about, and with words',
      'only the patient settles, what they have seen, and while it is not over',
      'while it is paused nothing is taken from patients, and staff still answer',
      'F03 a message refused in a pause is taken after it, under the same key',
      'while it is paused nothing goes on either',
    ],
  ],
  [
    'nobody is anything to anybody',
    replacing('messages', (port) => ({
      send: async (draft, options) => ({ ...(await port.send(draft, options)), relationship: undefined }),
    })),
    ['a message says what its author is to the subject, and staff are nothing to them'],
  ],
  [
    'it says no budget',
    eachThread(({ budget: _budget, ...thread }) => thread),
    ['a patient is told how long a reply may be, and staff are not held to it'],
  ],
  [
    'it forgets what a message said before',
    eachMessage((message) => ({ ...message, amendments: [] })),
    [
      'an amended message says what it says now, and what it said before and until when',
      'F03 one key amends once, however often it is sent',
    ],
  ],
  [
    'a version never changes',
    eachThread((thread) => ({ ...thread, version: '1' })),
    ['a change raises the version, and the same words change nothing'],
  ],
  [
    'an amendment sent again gets a new key',
    forgetful('messages', 'amend'),
    ['F03 one key amends once, however often it is sent'],
  ],
  [
    'what is retracted vanishes',
    eachMessage((message) => (message.retractedAt ? undefined : message)),
    ['a retracted message keeps its place and none of its words'],
  ],
  [
    'an answer is kept with all its words for whoever sends again',
    breaking((connection) => ({
      ...connection,
      contact: { ...connection.contact!, send: remembering((...sent) => connection.contact!.send(...sent)) },
      messages: { ...connection.messages!, send: remembering((...sent) => connection.messages!.send(...sent)) },
    })),
    ['F03 what is sent again after it was taken back is answered with none of its words'],
  ],
  [
    'what was answered stays so when the answer is taken back',
    replacing('messages', (port) => {
      const answered = new Map<string, Message>();
      return {
        send: async (draft, options) => {
          const asked = draft.detail?.message;
          if (asked && answered.has(asked)) throw new AdapterError('conflict', 'answered already');
          const message = await port.send(draft, options);
          if (asked) answered.set(asked, message);
          return message;
        },
      };
    }),
    ['what a message answered that was taken back can be answered again'],
  ],
  [
    'it asks what nobody can answer',
    replacing('messages', (port) => ({
      send: ({ cards, ...draft }, options) =>
        port.send({ ...draft, body: draft.body || '-', ...(cards?.every(isLink) && { cards }) }, options),
    })),
    ['a request for details that nobody could answer is invalid, by its place'],
  ],
  [
    'a settlement sent again gets a new key',
    forgetful('messages', 'settle'),
    ['F03 one key settles once: sent again after a later message, it settles nothing'],
  ],
  [
    'who has settled still waits',
    replacing('queue', (port, { messages }) => ({
      list: async (query, options) => {
        const page = await port.list(query, options);
        const first = async (id: ThreadId) => (await messages!.listEntries({ thread: id }, options)).items.at(-1)!;
        const items = page.items.map(async (item) => ({ ...item, waitingSince: timeOf(await first(item.thread.id)) }));
        return { ...page, items: await Promise.all(items) };
      },
    })),
    ['who has settled waits no longer, and waits anew once they write'],
  ],
  [
    'words can be changed in a pause',
    replacing('messages', (port) => ({
      amend: (change, options) => port.amend(change, options).catch(() => ({ body: change.body }) as Message),
    })),
    ['while it is paused patients change no words, and staff still do'],
  ],
  [
    'a search reads the signs of danger too',
    replacing('messages', (port) => ({
      listThreads: ({ text, ...query }, options) =>
        port.listThreads({ ...query, text: text?.replace(/ None of: .*/, '') }, options),
    })),
    ['finds nothing by the signs of danger that nobody had'],
  ],
  [
    'a retraction sent again gets a new key',
    forgetful('messages', 'retract'),
    ['F03 one key retracts once, and what is retracted is not changed again'],
  ],
  [
    'a new thread does not say what it goes on from',
    replacing('messages', (port) => ({
      continue: async (draft, options) => {
        const { thread, message } = await port.continue(draft, options);
        return { message, thread: { ...thread, continues: undefined } };
      },
    })),
    ['a thread that is over goes on in a new one, and each names the other'],
  ],
  [
    'an old thread does not say where it goes on',
    eachThread(({ continuedBy: _continuedBy, ...thread }) => thread),
    ['a thread that is over goes on in a new one, and each names the other'],
  ],
  [
    'a continuation sent again gets a new key',
    forgetful('messages', 'continue'),
    ['F03 one key continues once, however often and at once'],
  ],
  [
    'settling does nothing',
    replacing('messages', (port) => ({
      settle: (thread) => port.readThread(thread, patiently),
    })),
    [
      "a settled thread is nobody's turn, says so on its line, and both can still write",
      'settling takes the promise away, twice is as once, and a later message brings a new one',
      'finds threads by who must act, as each side sees it, and by whether they are over',
    ],
  ],
  [
    'it settles what nobody has seen',
    replacing('messages', (port) => ({
      settle: (thread, { ifVersion: _ifVersion, ...options }) => port.settle(thread, options),
    })),
    ['only the patient settles, what they have seen, and while it is not over'],
  ],
  [
    'a search finds everything',
    replacing('messages', (port) => ({
      listThreads: ({ after }, options) => port.listThreads({ after }, options),
    })),
    [
      'finds threads by words of a message or the title, in any case and any order',
      'finds nothing of a stranger',
      'blank words leave nothing out, and too many are invalid by name',
      'finds threads by reason, person and practice, and only where all of it holds',
      'finds threads by who must act, as each side sees it, and by whether they are over',
      'finds what a thread says now, not what it said before',
    ],
  ],
  [
    'a search knows capital letters',
    replacing('messages', (port) => ({
      listThreads: ({ text, ...query }, options) =>
        port.listThreads({ ...query, text: text?.replace(/[A-Z]+/g, '~') }, options),
    })),
    ['finds threads by words of a message or the title, in any case and any order'],
  ],
  [
    'a search has one page',
    replacing('messages', (port) => ({
      listThreads: async (query, options) => ({ ...(await port.listThreads(query, options)), next: undefined }),
    })),
    ['finds every thread once, page after page'],
  ],
];
