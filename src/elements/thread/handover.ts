import type { TemplateResult } from 'lit';
import { handoverLine, type Stop } from '../../primitives/handover-line.js';
import { isolated } from '../shared/person-words.js';
import { dueOf, type Telling, whenOf, whoIs } from './telling.js';
import { type Station, trailOf } from './trail.js';

/** The hand-over line: who had the thread, who has it now, and when it is due. */
export function handover(telling: Telling, dueAt: string | undefined): TemplateResult | undefined {
  const { view, text } = telling;
  const stations = trailOf(view.thread, view.entries.items, view.me);
  if (stations.length < 2) return undefined;
  const stops = stations.map((station): Stop => {
    const { person, now } = station;
    const who = person ? whoIs(person, telling) : text.thePractice;
    return { who, what: doing(station, telling), state: now ? 'now' : 'past' };
  });
  if (dueAt) stops.push({ who: dueOf(dueAt, telling), what: text.answerByThen, state: 'due' });
  return handoverLine(text.handover, stops);
}

function doing({ person, did, at, now }: Station, telling: Telling): string {
  const { text, view } = telling;
  const isMe = person?.id === view.me.id;
  if (now) return isMe ? text.haveItNow : person ? text.hasItNow : text.waitingNow;
  const time = whenOf(at, telling);
  if (did === 'answered') return text.answeredAt(time);
  return person?.title && !isMe ? `${isolated(person.title)}, ${time}` : time;
}
