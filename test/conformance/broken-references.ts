import { type Broken, eachMessage, replacing } from './breaking.js';

/** How an adapter can break the order of results and what is asked about them, and the tests that must notice. */
export const BROKEN_REFERENCES: readonly Broken[] = [
  [
    'a result that is named twice is two cards',
    eachMessage((message) => ({ ...message, cards: [...message.cards, ...message.cards.slice(0, 1)] })),
    ['a result that is named twice is one card, and a wrong one behind it keeps its place'],
  ],
  [
    'results of one moment change places',
    () => {
      let count = 0;
      return replacing('results', (port) => ({
        listResults: async (query, options) => {
          const { items, ...page } = await port.listResults(query, options);
          const place = items.findIndex(({ takenAt }, at) => takenAt && takenAt === items[at + 1]?.takenAt);
          if (place < 0 || count++ % 2 > 0) return { ...page, items };
          return { ...page, items: items.with(place, items[place + 1]!).with(place + 1, items[place]!) };
        },
      }))();
    },
    ['results of one moment stand in one order, however often they are read'],
  ],
];
