import type { ThreadEvent } from '../../model/message.js';
import { isolated } from '../shared/person-words.js';
import { type Telling, whoAndTitle, whoIs } from './telling.js';

/** What happened, in a sentence with names and roles. A kind this version does not know is told in plain words. */
export function eventWords({ kind, actor, to, note }: ThreadEvent, telling: Telling): string {
  const { text, view } = telling;
  const who = whoAndTitle(actor, telling);
  const whom = to && (to.id === view.me.id ? text.youThere : whoIs(to, telling));
  const took = !whom || to.id === actor.id;
  const told = {
    routed: whom ? text.routed(who, whom) : text.passedOn(who),
    opened: text.opened(who),
    assigned: took ? text.took(who) : text.assigned(who, whom),
    'call-logged': text.called(who),
    closed: text.closed(who),
    other: text.changed(who),
  }[kind];
  if (!note?.trim()) return told;
  return `${told} ${kind === 'routed' ? text.because(isolated(note)) : isolated(note)}`;
}
