import type { Person } from 'carethread/model';

/** What a page is filled in with. */
export interface Facts {
  /** The id of who is signed in. */
  readonly me: string | undefined;
  readonly people: readonly Person[];
}

/** A page with its `%…%` places filled in. */
export function filled(html: string, { me, people }: Facts): string {
  const person = people.find(({ id }) => id === me);
  const places: Record<string, () => string> = {
    ME: () => (person ? titled(person) : 'nobody, signed out'),
    PATIENTS: () => options(people.filter(({ kind }) => kind === 'patient'), person),
    STAFF: () => options(people.filter(({ kind }) => kind === 'staff'), person),
    BUTTONS: () => people.map((one) => `<button name="person" value="${one.id}">${titled(one)}</button>`).join('\n'),
  };
  return html.replace(/%([A-Z]+)%/g, (place, name: string) => places[name]?.() ?? place);
}

function options(people: readonly Person[], chosen: Person | undefined): string {
  const nobody = `<option value=""${chosen ? '' : ' selected'}>Nobody (signed out)</option>`;
  const option = (one: Person) => `<option value="${one.id}"${one === chosen ? ' selected' : ''}>${titled(one)}</option>`;
  return [...people.map(option), nobody].join('');
}

/** A name and what the person is here, as HTML. */
function titled({ name, title, kind }: Person): string {
  return `${escaped(name)} (${escaped(title ?? kind)})`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
