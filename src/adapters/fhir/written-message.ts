import type { Message } from '../../model/message.js';
import { serialise } from '../shared/serialise.js';
import { extension, KEYS, OURS } from './terms.js';

// How a message is written, and what is kept beside it.

/** What was written, as payloads that any client can read; what is ours in them stands beside the words. */
export function payloadsOf({ body, answers, cards }: Pick<Message, 'body' | 'answers' | 'cards'>) {
  return [
    ...(body ? [{ contentString: body }] : []),
    ...answers.map(({ label, value }) => ({ contentString: `${label}: ${value}`, extension: [extension('answer', label)] })),
    ...cards.map((card) => {
      const { kind, label, fields, thread, result, offer } = card;
      const reference = result ?? (thread && `Communication/${thread}`);
      if (reference) return { contentReference: { reference, display: label } };
      // For whoever reads it elsewhere an offer of times is the task that it is.
      const shown = offer ? { contentReference: { reference: `Task/${offer}`, display: label } } : { contentString: label };
      return { ...shown, extension: [extension('card', serialise({ kind, label, fields, offer }))] };
    }),
  ];
}

/** That a message has answered another, for the head. */
export const answeredExtension = (asked: string, answer: string) => ({
  url: `${OURS}answered`,
  extension: [
    { url: 'asked', valueReference: { reference: `Communication/${asked}` } },
    { url: 'answer', valueReference: { reference: answer } },
  ],
});

/** A key as an identifier. */
export const keyed = (key: string, request?: string) => ({
  system: KEYS,
  value: key,
  ...(request && { extension: [extension('request', request)] }),
});
