import type { ThreadEvent } from '../../model/message.js';
import { isolated } from '../shared/person-words.js';
import { type Telling, whoAndTitle, whoIs } from './telling.js';

/** What happened, in a sentence with names and roles. A kind this version does not know is told in plain words. */
export function eventWords(event: ThreadEvent, telling: Telling): string {
  const { kind, actor, to, note } = event;
  const { text, view, more } = telling;
  const who = whoAndTitle(actor, telling);
  const whom = to && (to.id === view.me.id ? text.youThere : whoIs(to, telling));
  const told = {
    routed: () => (whom ? text.routed(who, whom) : text.passedOn(who)),
    opened: () => text.opened(who),
    assigned: () => (!whom || to.id === actor.id ? text.took(who) : text.assigned(who, whom)),
    closed: () => text.closed(who),
    other: () => text.changed(who),
    // Rarer ones, whose words are fetched.
  }[kind as 'other'];
  const words = told?.() ?? more.value?.event(event, who, telling) ?? `${who} …`;
  if (!note?.trim()) return words;
  return `${words} ${kind === 'routed' ? text.because(isolated(note)) : isolated(note)}`;
}
