import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../i18n/format.js';
import { nameOf } from '../shared/person-words.js';
import type { FirstTelling } from './telling.js';

/** What it is, how it stands, and whom it is about where that is somebody else. `standing`: when it was taken, how final. */
export function cardHead({ result, me, text, common, lang, practice, now }: FirstTelling, standing: unknown): TemplateResult {
  const { name, subject, cover, arrivedAt } = result;
  const arrived = (): string => (arrivedAt ? text.arrived(formatDay(arrivedAt, { lang, zone: practice?.zone }, now)) : text.noDate);
  const when = cover || standing ? html`<p class="soft small">${cover ? arrived() : standing}</p>` : nothing;
  const whom = subject.id === me.id ? nothing : html`<p class="soft small">${text.about(nameOf(subject, common.somebody))}</p>`;
  return html`<div class="head"><h3 part="title" tabindex="-1"><bdi>${name.trim() || text.untitled}</bdi></h3>${when}${whom}</div>`;
}
