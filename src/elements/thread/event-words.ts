import type { ThreadEvent } from '../../model/message.js';
import { isolated } from '../shared/person-words.js';
import { patientOf } from './trail.js';
import { type Telling, whoAndTitle, whoIs } from './telling.js';

/** What happened, in a sentence with names and roles. A kind this version does not know is told in plain words. */
export function eventWords({ kind, actor, to, note, outcome }: ThreadEvent, telling: Telling): string {
  const { text, view } = telling;
  const isMine = actor.id === view.me.id;
  const who = whoAndTitle(actor, telling);
  const whom = to && (to.id === view.me.id ? text.youThere : whoIs(to, telling));
  const took = !whom || to.id === actor.id;
  const called = (): string => {
    const patient = patientOf(view.thread, view.entries.items);
    const whomCalled = view.me.kind === 'staff' ? whoIs(patient, telling) : text.youThere;
    return text.calls[outcome ?? 'other'](who, whomCalled);
  };
  const told = {
    routed: whom ? text.routed(who, whom) : text.passedOn(who),
    opened: text.opened(who),
    assigned: took ? text.took(who) : text.assigned(who, whom),
    'call-logged': called(),
    settled: isMine ? text.youSettled : text.settled(who),
    closed: text.closed(who),
    expired: text.expired,
    continued: text.continued(who),
    other: text.changed(who),
  }[kind];
  if (!note?.trim()) return told;
  return `${told} ${kind === 'routed' ? text.because(isolated(note)) : isolated(note)}`;
}
