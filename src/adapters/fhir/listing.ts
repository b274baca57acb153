import type { CallOptions } from '../../adapter/call-options.js';
import type { ThreadFilter, ThreadQuery } from '../../adapter/ports/messages.js';
import type { Message } from '../../model/message.js';
import type { Page } from '../../model/page.js';
import { textLength } from '../../model/text-length.js';
import type { Thread } from '../../model/thread.js';
import { SIGNS_LABEL } from '../shared/asked-wish.js';
import { wrongAt } from '../shared/written-text.js';
import { type FhirContext, patientsIn } from './fhir-context.js';
import { pageByTime } from './paging.js';
import { statesIn, tellThreads } from './thread-state.js';

const LONGEST_SEARCH = 200;
/** How many pages one call looks through for something that fits. */
const PAGES = 10;

/** The reader's threads that meet all conditions, those changed last first. FHIR searches no words: we look through. */
export async function listThreads(context: FhirContext, { after, ...filter }: ThreadQuery, given: CallOptions): Promise<Page<Thread>> {
  given.signal.throwIfAborted();
  const fits = matcher(filter, context);
  const path = `Communication?part-of:missing=true${patientsIn(context)}&_revinclude=Task:focus`;
  const items: Thread[] = [];
  let next = after;
  for (let page = 0; page === 0 || (page < PAGES && next !== undefined && items.length === 0); page++) {
    const found = await pageByTime(context.http, path, { by: '_lastUpdated', after: next }, given);
    const told = await tellThreads(context, statesIn(found), given, filter.text || filter.person ? 200 : undefined);
    items.push(...told.filter(fits).map(({ thread }) => thread));
    next = found.bookmark;
  }
  return { items, next };
}

interface Told {
  readonly thread: Thread;
  readonly messages: readonly Message[];
}

function matcher({ text, reason, person, practice, state }: ThreadFilter, { isStaff }: FhirContext): (told: Told) => boolean {
  if (textLength(text?.trim() ?? '') > LONGEST_SEARCH) throw wrongAt('text');
  const words = folded(text?.trim() ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const ours = isStaff ? 'practice' : 'patient';
  const theirs = isStaff ? 'patient' : 'practice';

  return ({ thread, messages }) => {
    const isOver = thread.state !== 'open';
    if (reason !== undefined && thread.reason?.id !== reason) return false;
    if (practice !== undefined && thread.practice.id !== practice) return false;
    const involved = [thread.subject, thread.custody.holder, ...messages.map(({ author }) => author)];
    if (person !== undefined && !involved.some((each) => each?.id === person)) return false;
    if (state && isOver !== (state === 'closed')) return false;
    if (state === 'yours' && thread.turn !== ours) return false;
    if (state === 'theirs' && thread.turn !== theirs) return false;
    const places = words.length === 0 ? [] : [thread.title, ...messages.flatMap(saidIn)].map(folded);
    return words.every((word) => places.some((place) => place.includes(word)));
  };
}

/** What people say in a message now. Signs of danger that nobody has are the practice's words. */
const saidIn = ({ body, answers }: Message): string[] => [
  body,
  ...answers.filter(({ label }) => label !== SIGNS_LABEL).map(({ value }) => value),
];

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
