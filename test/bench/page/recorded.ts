import type { Adapter } from '../../../src/adapter/adapter.js';
import type { ResultsPort } from '../../../src/adapter/ports/results.js';
import type { PersonId } from '../../../src/model/id.js';

/** More tests than stand on a screen. */
const HISTORIES = 12;

/**
 * The same adapter with its backend elsewhere: what it answers is there before, as text, and is parsed when it is asked
 * for, as what comes by a network is. A backend that sorts and copies 500 results on the thread that is measured would
 * be measured with the page, while the page beside it has all at hand.
 */
export async function recorded(adapter: Adapter, subject: PersonId): Promise<Adapter> {
  const texts = new Map<string, string>();
  const options = { signal: new AbortController().signal };
  const { results } = await adapter.connect(options);
  const record = async (method: 'listResults' | 'listHistory', query: never): Promise<unknown> => {
    const answer: unknown = await results![method](query, options);
    texts.set(keyOf(method, query), JSON.stringify(answer));
    return answer;
  };
  const { items } = (await record('listResults', { subject } as never)) as Awaited<ReturnType<ResultsPort['listResults']>>;
  for (const { measurements } of items.slice(0, HISTORIES)) await record('listHistory', { subject, code: measurements[0]!.code } as never);

  const answer = (method: string) => async (query: object): Promise<never> => {
    const text = texts.get(keyOf(method, query));
    if (text === undefined) throw new Error(`${method} was not recorded for ${JSON.stringify(query)}.`);
    return JSON.parse(text) as never;
  };
  return {
    ...adapter,
    connect: async (call) => {
      const connection = await adapter.connect(call);
      return { ...connection, results: { ...connection.results!, listResults: answer('listResults'), listHistory: answer('listHistory') } };
    },
  };
}

const keyOf = (method: string, query: object): string =>
  JSON.stringify([method, ...Object.entries(query).filter(([, value]) => value !== undefined).sort()]);
