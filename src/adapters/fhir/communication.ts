import type { Card } from '../../model/card.js';
import type { Message, ThreadEvent } from '../../model/message.js';
import { instantOf } from './custody.js';
import type { FhirContext } from './fhir-context.js';
import { at, codeIn, listAt, type Resource, textAt } from './json.js';
import { textOfMarkup } from './narrative.js';
import { dataOf, extensionOf, extensionsOf, idIn, KEYS, OURS, referenceIn } from './terms.js';

// A message is a Communication with the thread's head as `partOf`; an event is one too, of a category of ours.

/** Who has written what a server shows without a sender. */
const NOBODY = { id: 'unknown', name: '', kind: 'other' };

/** A message or an event, as a Communication says it. Unchecked: the client does that. */
export function entryOf(resource: Resource, head: Resource, context: FhirContext): Message | ThreadEvent {
  const kind = codeIn(resource.category, `${OURS}event`);
  return kind === undefined ? messageOf(resource, head, context) : eventOf(resource, head, kind, context);
}

/** What is part of a thread and can be read: no drafts. What was taken back is a message without its words. */
export const isEntry = ({ status }: Resource): boolean => status !== 'preparation';

export const isEvent = ({ category }: Resource): boolean => codeIn(category, `${OURS}event`) !== undefined;

/** When something was written: as its writer says, else as the server does. */
export const sentAtOf = (resource: Resource): string | undefined =>
  instantOf(resource.sent) ?? instantOf(resource.received) ?? instantOf(textAt(resource, 'meta.lastUpdated'));

function messageOf(resource: Resource, head: Resource, { directory, me, profile }: FhirContext): Message {
  const id = String(resource.id);
  const author = directory.person(resource.sender) ?? NOBODY;
  const subject = directory.person(resource.subject ?? head.subject);
  const isTakenBack = resource.status === 'entered-in-error';
  const relationship = extensionOf(resource, 'relationship');
  const payloads = isTakenBack ? [] : listAt(resource, 'payload');
  const isOwn = author.id === me.id;
  const message = {
    type: 'message',
    id,
    thread: String(head.id),
    key: isOwn ? keysOf(resource)[0]?.key : undefined,
    author,
    ...(author.kind === 'patient' && subject && subject.id !== author.id && { onBehalfOf: subject }),
    ...(relationship && { relationship }),
    body: payloads.flatMap((payload) => wordsOf(payload, profile) ?? []).join('\n'),
    answers: payloads.flatMap(answerOf),
    cards: payloads.flatMap((payload) => cardOf(payload, id, head)),
    sentAt: sentAtOf(resource),
    amendments: extensionsOf(resource, 'amended').map((before) => ({
      body: extensionOf(before, 'body') ?? '',
      until: extensionOf(before, 'until'),
    })),
    ...(isTakenBack && { retractedAt: instantOf(textAt(resource, 'meta.lastUpdated')) }),
  };
  return message as unknown as Message;
}

function eventOf(resource: Resource, head: Resource, kind: string, { directory }: FhirContext): ThreadEvent {
  const to = directory.person(listAt(resource, 'recipient')[0]);
  const continuedBy = idIn(listAt(resource, 'about')[0], 'Communication');
  const outcome = codeIn(resource.reasonCode, `${OURS}outcome`);
  const note = textAt(resource, 'payload.0.contentString');
  const event = {
    type: 'event',
    id: String(resource.id),
    thread: String(head.id),
    kind,
    actor: directory.person(resource.sender) ?? NOBODY,
    ...(to && { to }),
    ...(note && { note }),
    ...(outcome && { outcome }),
    ...(continuedBy && { continuedBy }),
    at: sentAtOf(resource),
  };
  return event as unknown as ThreadEvent;
}

/** The words of a payload that is part of what was written. */
function wordsOf(payload: unknown, profile: FhirContext['profile']): string | undefined {
  if (extensionOf(payload, 'answer') ?? extensionOf(payload, 'card')) return undefined;
  const text = textAt(payload, 'contentString');
  // Text is text, whatever it looks like; one server alone is known to make markup of it.
  if (text !== undefined) return profile === 'canvas' ? textOfMarkup(text) : text;
  const type = textAt(payload, 'contentAttachment.contentType') ?? '';
  const data = textAt(payload, 'contentAttachment.data');
  if (data === undefined || !/^(text\/|application\/xhtml)/.test(type)) return undefined;
  const decoded = decoded64(data);
  return decoded && (/^text\/plain/.test(type) ? decoded : textOfMarkup(decoded));
}

function decoded64(data: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function answerOf(payload: unknown): Message['answers'] {
  const label = extensionOf(payload, 'answer');
  const text = textAt(payload, 'contentString');
  return label !== undefined && text?.startsWith(`${label}: `) ? [{ label, value: text.slice(label.length + 2) }] : [];
}

function cardOf(payload: unknown, message: string, head: Resource): Card[] {
  const reference = referenceIn((payload as { contentReference?: unknown }).contentReference);
  const [type, id] = reference?.split('/') ?? [];
  const label = textAt(payload, 'contentReference.display') ?? textAt(payload, 'contentAttachment.title') ?? '';
  const plain = { kind: 'other', label, fields: [] };
  const card = (): object | undefined => {
    if (extensionOf(payload, 'card')) {
      const answeredBy = answeredIn(head)[message];
      return { ...plain, ...(dataOf(payload, 'card') as object | null), ...(answeredBy && { answeredBy }) };
    }
    if (type === 'DiagnosticReport' || type === 'Observation') return { ...plain, kind: 'result', result: reference };
    if (type === 'Communication') return { ...plain, kind: 'thread-link', thread: id };
    const isFile = at(payload, 'contentAttachment') !== undefined;
    // A file without a title is one all the same.
    return (label || isFile) && wordsOf(payload, 'generic') === undefined ? { ...plain, label: label || 'File' } : undefined;
  };
  return [card() ?? []].flat() as Card[];
}

/** Which messages have answered which: the head keeps it, since patients change no message of somebody else. */
export const answeredIn = (head: Resource): Readonly<Record<string, string>> =>
  Object.fromEntries(
    extensionsOf(head, 'answered').map((each) => [messageIn(each, 0) ?? '', messageIn(each, 1) ?? '']),
  );

const messageIn = (answered: unknown, place: number): string | undefined =>
  idIn(at(answered, `extension.${place}.valueReference`), 'Communication');

/** The keys a resource was written with, first the one it was sent with, and what each of them asked for. */
export function keysOf(resource: Resource): { readonly key: string; readonly request: string | undefined }[] {
  return listAt(resource, 'identifier').flatMap((identifier) => {
    const key = textAt(identifier, 'system') === KEYS ? textAt(identifier, 'value') : undefined;
    return key === undefined ? [] : [{ key, request: extensionOf(identifier, 'request') }];
  });
}
