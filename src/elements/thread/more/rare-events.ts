import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { ThreadEvent } from '../../../model/message.js';
import { type Telling, whoIs } from '../telling.js';
import { patientOf } from '../trail.js';

/** What happened, for what happens in few threads. `who` did it, with their role. */
export function rareEvent({ kind, actor, outcome }: ThreadEvent, who: string, { view, ...telling }: Telling, words: ThreadMoreWords): string {
  const { me, thread, entries } = view;
  switch (kind) {
    case 'call-logged': {
      const whom = me.kind === 'staff' ? whoIs(patientOf(thread, entries.items), { view, ...telling }) : telling.text.youThere;
      return words.calls[outcome ?? 'other'](who, whom);
    }
    case 'settled':
      return actor.id === me.id ? words.youSettled : words.settled(who);
    case 'expired':
      return words.expired;
    case 'continued':
      return words.continued(who);
    default:
      return telling.text.changed(who);
  }
}
