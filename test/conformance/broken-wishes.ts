import { patiently } from '../../src/conformance/steps.js';
import type { ContactRequest } from '../../src/model/contact-request.js';
import { breaking, type Broken, fieldless, mistaken, replacing } from './breaking.js';

/** Requests that are sent as something else. */
const eachRequest = (change: (request: ContactRequest) => ContactRequest) =>
  replacing('contact', (port) => ({ send: (request, options) => port.send(change(request), options) }));

/** How an adapter can break what people wish and answer, and the tests that must notice. */
export const BROKEN_WISHES: readonly Broken[] = [
  [
    'a wish is lost',
    eachRequest(({ reply: _reply, ...request }) => request),
    [
      'a wish to be called, when and by whom, is kept, and staff read it',
      'a wish that is not for a call keeps no number and no hours',
      'a wish that the practice does not offer is invalid, by name',
    ],
  ],
  [
    'a wish keeps what it does not need',
    replacing('contact', (port) => ({
      send: async (request, options) => {
        const { thread, message } = await port.send(request, options);
        return { message, thread: { ...thread, reply: request.reply } };
      },
    })),
    ['a wish that is not for a call keeps no number and no hours'],
  ],
  [
    'signs of danger are said to have been asked when they were not',
    eachRequest((request) => ({ ...request, redFlags: 'none' })),
    ['signs of danger must have been asked; that there were none is the first answer'],
  ],
  [
    'what was asked of signs of danger is not written down',
    replacing('contact', (port) => ({
      send: async (request, options) => {
        const { thread, message } = await port.send(request, options);
        return {
          thread,
          message: { ...message, answers: message.answers.filter(({ value }) => !value.startsWith('None of')) },
        };
      },
    })),
    ['signs of danger must have been asked; that there were none is the first answer'],
  ],
  [
    'it forgets for whom a request was',
    eachRequest(({ recipient: _recipient, ...request }) => request),
    ['a request can be for one person, if they answer messages'],
  ],
  [
    'answers lose their words',
    replacing('contact', (port) => ({
      send: async (request, options) => {
        const { thread, message } = await port.send(request, options);
        const answers = message.answers.map(({ label, value }) => ({ label, value: value.replace(/[\s,].*/, '') }));
        return { thread, message: { ...message, answers } };
      },
    })),
    ['times that suit are kept in words, and none is taken that is no time', 'a medicine is kept as it was written'],
  ],
  [
    'it leaves out the answers it cannot take',
    eachRequest(({ answers, ...request }) => ({
      ...request,
      answers: answers.filter(({ value }) => value !== 'scan.pdf'),
    })),
    ['a file is not taken as words, and none is missed'],
  ],
  [
    'it does not say which answer is wrong',
    mistaken('contact', fieldless),
    ['times that suit are kept in words, and none is taken that is no time', 'a medicine is kept as it was written'],
  ],
  [
    'it lists what strangers take',
    breaking((connection, { staff }) => ({
      ...connection,
      contact: {
        ...connection.contact!,
        listMedications: async (query, options) =>
          (await staff.connect(patiently)).contact!.listMedications(query, options),
      },
    })),
    ['lists what one takes and what those take whom one acts for, and nobody else'],
  ],
];
