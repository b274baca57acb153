import type { CallOptions } from '../../adapter/call-options.js';
import type { Message } from '../../model/message.js';
import type { Page } from '../../model/page.js';
import type { Thread } from '../../model/thread.js';
import { type FhirContext, patientsIn } from './fhir-context.js';
import { pageByTime } from './paging.js';
import { statesFound, tellThreads, withTasks } from './thread-state.js';

/** How many pages one call looks through for something that fits. */
const PAGES = 10;

/** A thread with what is written in it. */
export interface Told {
  readonly thread: Thread;
  readonly messages: readonly Message[];
}

/** The reader's threads, those changed last first. FHIR searches no words: where some must fit, we look through. */
export async function listThreads(
  context: FhirContext,
  after: string | undefined,
  given: CallOptions,
  { fits = () => true, count }: { readonly fits?: (told: Told) => boolean; readonly count?: number | undefined } = {},
): Promise<Page<Thread>> {
  given.signal.throwIfAborted();
  const path = `Communication?part-of:missing=true${patientsIn(context)}${withTasks(context)}`;
  const items: Thread[] = [];
  let next = after;
  for (let page = 0; page === 0 || (page < PAGES && next !== undefined && items.length === 0); page++) {
    const found = await pageByTime(context.http, path, { by: '_lastUpdated', after: next }, given);
    const told = await tellThreads(context, await statesFound(context, found, given), given, count);
    items.push(...told.filter(fits).map(({ thread }) => thread));
    next = found.bookmark;
  }
  return { items, next };
}
