import { patiently } from '../../src/conformance/steps.js';
import { type Broken, fieldless, forgetful, mistaken, recoded, replacing } from './breaking.js';

/** How an adapter can break calls, boxes and pauses, and the tests that must notice. */
export const BROKEN_QUEUES: readonly Broken[] = [
  [
    'a call is not noted',
    replacing('queue', (_port, { messages }) => ({ logCall: ({ thread }) => messages!.readThread(thread, patiently) })),
    [
      'a call that reached the patient stands in the thread, and answers',
      'a call that reached nobody leaves the turn and the promise',
      'who was called waits no longer, and waits anew once they write',
    ],
  ],
  [
    'every call has reached the patient',
    replacing('queue', (port) => ({
      logCall: (call, options) => port.logCall({ ...call, outcome: 'reached' }, options),
    })),
    ['a call that reached nobody leaves the turn and the promise'],
  ],
  [
    'a call sent again gets a new key',
    forgetful('queue', 'logCall'),
    ['F03 one key notes a call once, however often it is sent'],
  ],
  [
    'it does not say what is wrong with a call or a pause',
    mistaken('queue', fieldless),
    [
      'a call needs a note, a thread that is not over, and one that was seen as it is',
      'a pause may say until when, which is never in the past',
    ],
  ],
  [
    'a call on what is over is called stale',
    mistaken('queue', recoded('conflict', 'stale')),
    ['a call needs a note, a thread that is not over, and one that was seen as it is'],
  ],
  [
    'it does not say who is to read first',
    replacing('queue', (port) => ({
      list: async (query, options) => {
        const page = await port.list(query, options);
        return { ...page, items: page.items.map(({ receiver: _receiver, ...item }) => item) };
      },
    })),
    ['what waits says who is to read it first', 'a request can be for one person, if they answer messages'],
  ],
  [
    'the catch-all holds what waits',
    replacing('queue', (port) => ({
      list: ({ box, ...query }, options) =>
        port.list({ ...query, box: box === 'catch-all' ? 'waiting' : box }, options),
    })),
    ['what nobody is named for waits in the catch-all too, until somebody takes it'],
  ],
  [
    'the catch-all is empty',
    replacing('queue', (port) => ({
      list: (query, options) =>
        query.box === 'catch-all' ? Promise.resolve({ items: [] }) : port.list(query, options),
    })),
    ['what nobody is named for waits in the catch-all too, until somebody takes it'],
  ],
  [
    'a pause does nothing',
    replacing('queue', (_port, { practice }) => ({ pause: () => practice!.readPractice(patiently) })),
    [
      'while it is paused nothing is taken from patients, and staff still answer',
      'F03 a message refused in a pause is taken after it, under the same key',
      'a pause may say until when, which is never in the past',
      'while it is paused nothing goes on either',
      'everybody hears of a pause and of its end',
    ],
  ],
  [
    'a pause has no end',
    replacing('queue', (port) => ({ pause: ({ until: _until, ...pause }, options) => port.pause(pause, options) })),
    ['a pause may say until when, which is never in the past'],
  ],
  [
    'a pause sent again gets a new key',
    forgetful('queue', 'pause'),
    ['F03 one key pauses once: sent again after the pause is over, it does not pause again'],
  ],
  [
    'nobody hears of the practice',
    replacing('changes', (port) => ({
      changesSince: async (since, options) => {
        const { changes, next } = await port.changesSince(since, options);
        return { next, changes: changes.filter(({ kind }) => kind !== 'practice') };
      },
    })),
    ['everybody hears of a pause and of its end'],
  ],
];
