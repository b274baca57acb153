import type { Client } from '../../client/client.js';
import type { ResultId } from '../../model/id.js';

/** Where a report of a mistake is kept while it is written, and whether it is open. Nobody else who signs in finds it. */
export const reportPlace = ({ reader }: Client, result: ResultId, part: 'open' | 'wrong' | 'right'): string =>
  `mistake/${reader}/${result}/${part}`;
