import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ThreadId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import type { Thread } from '../../model/thread.js';
import { SIGNS_LABEL } from '../shared/signs-label.js';
import { foundIn, type Found, orThrow, searches } from './bundle.js';
import { entryOf, isEntry, isEvent, sentAtOf } from './communication.js';
import { custodyOf, instantOf, isCustody, readMarksOf } from './custody.js';
import type { FhirContext } from './fhir-context.js';
import { at, type Resource, textAt, wordsOf } from './json.js';
import { allOf } from './paging.js';
import { dataOf, extensionOf, isId, referenceIn, versionOf } from './terms.js';

/** What a thread is made of, apart from what is written in it. */
export interface ThreadState {
  /** The Communication that is no part of another: what the thread is about, and whether it goes on. */
  readonly head: Resource;
  /** Who has it. None: somebody else's software began it. */
  readonly custody: Resource | undefined;
  /** All Tasks about it. */
  readonly tasks: readonly Resource[];
}

const SNIPPET_LENGTH = 140;

/** How many characters a patient's message may have, and a member of staff's. */
export const budgetOf = ({ isStaff }: FhirContext): number => (isStaff ? 10_000 : 750);

/** Threads with their Tasks. What is part of another, a draft or a mistake is no thread. */
export function statesIn({ matches, included }: Pick<Found, 'matches' | 'included'>): ThreadState[] {
  const heads = matches.filter((head) => isEntry(head) && head.status !== 'entered-in-error' && at(head, 'partOf.0') === undefined);
  return heads.map((head) => {
    const tasks = included.filter((task) => task.resourceType === 'Task' && referenceIn(task.focus) === `Communication/${String(head.id)}`);
    return { head, custody: tasks.find((task) => isCustody(task) && task.status !== 'entered-in-error'), tasks };
  });
}

/** The part of a search for threads that has it bring their Tasks, where the server can. */
export const withTasks = ({ capabilities }: Pick<FhirContext, 'capabilities'>): string =>
  capabilities.bringsTasks ? '&_revinclude=Task:focus' : '';

/** What a search for threads has found: with their Tasks, which not every server brings along. */
export async function statesFound({ http, capabilities }: FhirContext, found: Found, given: CallOptions): Promise<ThreadState[]> {
  const { matches, included } = found;
  if (capabilities.bringsTasks || matches.length === 0) return statesIn(found);
  const heads = matches.map(({ id }) => `Communication/${String(id)}`);
  const tasks = await allOf(http, `Task?focus=${heads.join(',')}&_count=200`, given);
  return statesIn({ matches, included: [...included, ...tasks.matches] });
}

/** A thread the reader may see; `not-found` for every other, whether it exists or not. */
export async function stateOf(context: FhirContext, thread: string, given: CallOptions): Promise<ThreadState> {
  given.signal.throwIfAborted();
  const path = `Communication?_id=${thread}${withTasks(context)}`;
  const read = async () => foundIn(await context.http.read(path, given, JSON.parse), 'Communication');
  const [state] = isId(thread) ? await statesFound(context, await read(), given) : [];
  if (!state) throw new AdapterError('not-found', 'no such thread');
  return state;
}

/** The search for what is written in a thread, and happened to it. */
export const linesOf = (head: Pick<Resource, 'id'>): string => `Communication?part-of=Communication/${String(head.id)}`;

/** What the reader is told of threads; each with the newest things in it, and at most so many of them. */
export async function tellThreads(
  context: FhirContext,
  states: readonly ThreadState[],
  given: CallOptions,
  count = 50,
): Promise<{ readonly thread: Thread; readonly messages: readonly Message[] }[]> {
  const { http, capabilities, directory } = context;
  const paths = states.map(({ head }) => `${linesOf(head)}&_sort=-sent&_count=${count}`);
  const lines = (await searches(http, paths, given, capabilities.batch)).map((found) => orThrow(found).matches.filter(isEntry));
  await directory.learn([...states.flatMap(({ head, tasks }) => [head, ...tasks]), ...lines.flat()], given);
  return states.map((state, place) => {
    const messages = messagesIn(state, lines[place]!, context);
    return { thread: threadOf(state, messages, context), messages };
  });
}

/** The messages among what is in a thread, newest first. A head with words in it is one as well, and the first. */
function messagesIn({ head }: ThreadState, lines: readonly Resource[], context: FhirContext): Message[] {
  const own = head.payload === undefined ? [] : [head];
  return [...lines.filter((line) => !isEvent(line)), ...own]
    .map((line) => ({ line, sent: Date.parse(sentAtOf(line) ?? '') }))
    .sort((one, other) => other.sent - one.sent)
    .map(({ line }) => entryOf(line, head, context) as Message);
}

function threadOf({ head, custody, tasks }: ThreadState, messages: readonly Message[], context: FhirContext): Thread {
  const { directory, practice, me, isStaff } = context;
  const [last] = messages;
  const marks = readMarksOf(tasks, directory);
  const read = messages.findIndex(({ id }) => id === marks.find(({ person }) => person.id === me.id)?.upTo);
  const unread = (read < 0 ? messages : messages.slice(0, read)).filter(({ author }) => author.id !== me.id).length;
  const code = textAt(head, 'topic.coding.0.code');
  const title = wordsOf(head.topic) ?? wordsOf(at(head, 'category.0')) ?? '';
  const thread = {
    id: String(head.id) as ThreadId,
    version: versionIn({ head, custody }),
    practice: { id: practice.id, name: practice.name },
    title,
    ...(code && { reason: { id: code, label: title } }),
    subject: directory.person(head.subject) ?? directory.person(custody?.for),
    ...custodyOf(custody, head, directory),
    updatedAt: instantOf(textAt(head, 'meta.lastUpdated')) ?? sentAtOf(head),
    unread,
    ...(last && { lastMessage: { author: last.author, snippet: snippetOf(last), at: last.sentAt } }),
    readMarks: marks,
    reply: dataOf(head, 'reply') ?? undefined,
    continues: referenceIn((head as { inResponseTo?: unknown[] }).inResponseTo?.[0])?.split('/')[1],
    continuedBy: referenceIn(extensionOf(head, 'continued-by'))?.split('/')[1],
    ...(!isStaff && { budget: budgetOf(context) }),
  };
  return thread as unknown as Thread;
}

/** The version of a thread: of its head, which changes with what is written, and of who has it. */
export function versionIn({ head, custody }: Pick<ThreadState, 'head' | 'custody'>): string | undefined {
  const version = versionOf(head);
  return version && `${version}-${versionOf(custody) ?? ''}`;
}

/** The first words on one line, never half a character; of a message without free text, the first answer. */
function snippetOf({ body, answers }: Message): string {
  const words = body || (answers.find(({ label }) => label !== SIGNS_LABEL)?.value ?? '');
  const line = Array.from(words.slice(0, SNIPPET_LENGTH * 3).replace(/\s+/g, ' ').trim());
  return line.length > SNIPPET_LENGTH ? `${line.slice(0, SNIPPET_LENGTH - 1).join('')}…` : line.join('');
}
