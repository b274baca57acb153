import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import type { AdapterErrorCode } from '../../../adapter/errors.js';
import type { OutboxItem } from '../../../client/outbox-item.js';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { SendKey } from '../../../model/id.js';
import type { Message } from '../../../model/message.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import { messagingAt } from '../../../model/messaging-at.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { isClosed } from '../../shared/whose-turn.js';
import type { LineActions, Refusal, Telling } from '../telling.js';

/** After these, sending the same words to the same place again would change nothing. */
const FINAL: ReadonlySet<AdapterErrorCode> = new Set(['conflict', 'gone', 'forbidden', 'not-found', 'unsupported']);

export interface RefusalOptions {
  readonly words: ThreadMoreWords;
  /** Where it answers a request: its words, whether they can be put back there, and whether it was answered already. */
  readonly answer?: { readonly text: string; readonly canChange: boolean; readonly isAnswered: boolean } | undefined;
}

/** Why a message was refused for good, and the way on (row F10). Undefined: it may be tried again as it is. */
export function refusalOf(
  { key, state, draft, kind }: OutboxItem<MessageDraft, Message>,
  { view, now, common, text }: Telling,
  { change, sendAgain }: LineActions,
  { words, answer }: RefusalOptions,
): Refusal | undefined {
  if (state.status !== 'rejected') return undefined;
  const isFinal = FINAL.has(state.code);
  const isConflict = state.code === 'conflict' || state.code === 'gone';
  // An answer that is still asked for is like any other message, whatever was in its way.
  if (answer?.canChange ? !isFinal || isConflict : !answer && !isFinal) return undefined;
  const isStaff = view.me.kind === 'staff';
  const isPaused = !isStaff && view.practice !== undefined && messagingAt(view.practice, now).state !== 'open';
  const isOver = isClosed(view.thread) && kind === 'message';
  const why = isOver
    ? 'closed'
    : isPaused
      ? 'paused'
      : answer?.isAnswered
        ? 'answered'
        : isFinal && !isConflict
          ? 'forbidden'
          : answer
            ? undefined
            : 'closed';
  const copied = answer?.text ?? draft.body;
  const way = (said: unknown, act: (key: SendKey) => void): TemplateResult =>
    html`<button class="button quiet" type="button" @click=${() => act(key)}>${said}</button>`;
  return {
    words: why ? words.refused[why] : text.notSent,
    ways: html`${isStaff ? nothing : phoneButton(view.practice?.phone, common.call)} ${isFinal ? nothing : way(text.sendAgain, sendAgain)}
    ${!answer || answer.canChange ? way(text.change, change) : nothing} ${copied ? copyButton(copied, words) : nothing}`,
  };
}

/** Puts words where they can be pasted elsewhere. They can be marked and copied by hand all the same. */
function copyButton(body: string, { copy, copied, notCopied }: ThreadMoreWords): TemplateResult {
  const act = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(body);
      announce(copied);
    } catch {
      // Insecure pages have no clipboard, and some have no leave to use it.
      announce(notCopied);
    }
  };
  return html`<button class="button quiet" type="button" @click=${act}>${copy}</button>`;
}
