import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { note } from '../../../primitives/note.js';
import { problemAt } from '../../shared/fields/fields-view.js';
import { besideField } from '../../shared/fields/choice-templates.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import type { FormView } from '../form-view.js';
import { type AskedResults, HEADING, REFERENCES } from './asked-results.js';
import { moreWords } from './more-words.js';

/** The results a message is about, each with a way to leave it out; and who reads it, where who ordered them does not. */
export function aboutResults(asked: AskedResults, view: FormView): TemplateResult | typeof nothing {
  const { taken, silent } = asked;
  const words = moreWords(view.lang);
  if (taken.length === 0) return nothing;
  const remove = (id: (typeof taken)[number]['id']) => {
    asked.remove(id);
    announce(words.removed);
    view.changed(taken.length > 1 ? `#${REFERENCES}` : HEADING);
  };
  return html`<div class="about" part="field" id=${REFERENCES} tabindex="-1" role="group" aria-labelledby="about">
    <p class="label" id="about">${words.about}</p>
    ${besideField(REFERENCES, { problem: problemAt(view, REFERENCES) })}
    <ul>
      ${taken.map(
        ({ id, label }) => html`<li class="row">
          <span>${isolated(label)}</span>
          <button class="button quiet" type="button" aria-label=${words.removeIt(isolated(label))} @click=${() => remove(id)}>
            ${words.remove}
          </button>
        </li>`,
      )}
    </ul>
    ${silent ? html`<p class="soft">${view.words.noAnswer(nameOf(silent, view.words.thePractice))} ${words.readsInstead}</p>` : nothing}
  </div>`;
}

/** Why a result that is asked about is not in the message, and the way on. */
export function askedNote(asked: AskedResults, { lang, changed }: FormView): TemplateResult | typeof nothing {
  const { obstacle, due } = asked;
  if (!obstacle) return nothing;
  const words = moreWords(lang);
  const { title, text } = words.asked[obstacle];
  const button = (label: string, act: () => void) =>
    html`<button
      class="button"
      type="button"
      @click=${() => {
        act();
        changed(HEADING);
      }}
    >
      ${label}
    </button>`;
  return note({
    title,
    text: html`${due.map(({ label }) => isolated(label)).join('; ')}. ${text}`,
    actions: html`${obstacle === 'begun' ? button(words.askNow, () => asked.take()) : nothing} ${button(words.askNot, () => asked.leave())}`,
  });
}
