import type { Person } from 'carethread/model';
import type { Sent } from './sent.js';

/** What a page is filled in with. */
export interface Facts {
  /** The id of who is signed in. */
  readonly me: string | undefined;
  readonly people: readonly Person[];
  /** What would have been sent to people without an account, newest first. */
  readonly sent: readonly Sent[];
}

/** A page with its `%…%` places filled in. */
export function filled(html: string, { me, people, sent }: Facts): string {
  const person = people.find(({ id }) => id === me);
  const places: Record<string, () => string> = {
    ME: () => (person ? titled(person) : me?.startsWith('guest-') ? 'a guest, without an account' : 'nobody, signed out'),
    PATIENTS: () => options(people.filter(({ kind }) => kind === 'patient'), person),
    STAFF: () => options(people.filter(({ kind }) => kind === 'staff'), person),
    BUTTONS: () => people.map((one) => `<button name="person" value="${one.id}">${titled(one)}</button>`).join('\n'),
    SENT: () => (sent.length > 0 ? sent.map(sentHtml).join('\n') : '<p>Nothing so far.</p>'),
  };
  return html.replace(/%([A-Z]+)%/g, (place, name: string) => places[name]?.() ?? place);
}

function options(people: readonly Person[], chosen: Person | undefined): string {
  const nobody = `<option value=""${chosen ? '' : ' selected'}>Nobody (signed out)</option>`;
  const option = (one: Person) => `<option value="${one.id}"${one === chosen ? ' selected' : ''}>${titled(one)}</option>`;
  return [...people.map(option), nobody].join('');
}

/** A message as HTML, with its link as one. */
function sentHtml({ to, text }: Sent): string {
  const linked = escaped(text).replace(/http:\/\/127\.0\.0\.1[^\s&]*/g, (url) => `<a href="${url}">${url}</a>`);
  return `<p class="mail"><b>To ${escaped(to)}</b><br />${linked}</p>`;
}

/** A name and what the person is here, as HTML. */
function titled({ name, title, kind }: Person): string {
  return `${escaped(name)} (${escaped(title ?? kind)})`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
