import { html, nothing, type TemplateResult } from 'lit';
import type { ResultCardMoreWords } from '../../../i18n/en/result-card-more.js';
import type { Correction } from '../../../model/result.js';
import { nameOf } from '../../shared/person-words.js';
import type { Telling } from '../telling.js';
import { dayWords } from '../body/when-words.js';

/** What was reported as wrong, and what became of it. */
export function correctionsView(telling: Telling, words: ResultCardMoreWords): TemplateResult | typeof nothing {
  const { corrections } = telling.result;
  if (corrections.length === 0) return nothing;
  return html`<div class="stack close">
    <h4 class="corrections" tabindex="-1">${words.corrections}</h4>
    <ol class="stack near">
      ${corrections.map((one) => correction(one, telling, words))}
    </ol>
  </div>`;
}

function correction(
  { state, wrong, right, reportedBy, reportedAt, note, reviewedBy, reviewedAt }: Correction,
  { me, lang, practice, common }: Telling,
  words: ResultCardMoreWords,
): TemplateResult {
  const options = { lang, zone: practice?.zone };
  const when = dayWords(reportedAt, options);
  const isMine = reportedBy?.id === me.id;
  const said = [nameOf(reviewedBy, common.somebody), reviewedAt && dayWords(reviewedAt, options)].filter(Boolean);
  return html`<li class="correction stack close" part="correction">
    <p><b>${words.states[state]}</b> <span class="soft small">${isMine ? words.youReported(when) : words.reported(nameOf(reportedBy, common.somebody), when)}</span></p>
    ${note?.trim()
      ? html`<blockquote class="comment"><p class="words">${note}</p><footer class="small soft">${said.join(', ')}</footer></blockquote>`
      : nothing}
    <dl class="small">
      <dt class="soft">${words.wasWrong}</dt>
      <dd class="words">${wrong}</dd>
      <dt class="soft">${words.isRight}</dt>
      <dd class="words">${right}</dd>
    </dl>
  </li>`;
}
