import type { CallOptions } from '../../adapter/call-options.js';
import type { ThreadFilter, ThreadQuery } from '../../adapter/ports/messages.js';
import type { Message } from '../../model/message.js';
import type { Page } from '../../model/page.js';
import { textLength } from '../../model/text-length.js';
import type { Thread } from '../../model/thread.js';
import { SIGNS_LABEL } from '../shared/signs-label.js';
import { wrongAt } from '../shared/written-text.js';
import type { FhirContext } from './fhir-context.js';
import { listThreads, type Told } from './listing.js';

const LONGEST_SEARCH = 200;

/** The reader's threads that meet all conditions, those changed last first. */
export async function findThreads(context: FhirContext, { after, ...filter }: ThreadQuery, given: CallOptions): Promise<Page<Thread>> {
  // Who wrote, and what, is in all messages.
  const count = filter.text || filter.person ? 200 : undefined;
  return listThreads(context, after, given, { fits: matcher(filter, context), count });
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
