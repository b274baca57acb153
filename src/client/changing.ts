import type { CallOptions, WriteOptions } from '../adapter/call-options.js';
import type { MessageChange, MessagesPort } from '../adapter/ports/messages.js';
import { Message } from '../model/message.js';
import { normalText } from '../model/text-length.js';
import { announcing } from './announcing.js';
import { checked } from './checked.js';
import type { Client } from './client.js';
import { newSendKey } from './outbox-item.js';

/** Changes the words of a message of the reader's own. What it said stays to be seen. */
export function amendMessage(
  client: Client,
  { body, ...which }: MessageChange & { readonly body: string },
  options: CallOptions,
): Promise<Message> {
  return change(client, 'amend', which, options, (port, write) => port.amend({ ...which, body: normalText(body) }, write));
}

/** Takes back a message of the reader's own. That it was there stays to be seen. */
export function retractMessage(client: Client, which: MessageChange, options: CallOptions): Promise<Message> {
  return change(client, 'retract', which, options, (port, write) => port.retract(which, write));
}

function change(
  client: Client,
  method: string,
  { thread }: MessageChange,
  options: CallOptions,
  call: (port: MessagesPort, write: WriteOptions) => Promise<Message>,
): Promise<Message> {
  const write = { ...options, key: newSendKey() };
  return announcing(client, { kind: 'thread', thread }, async () =>
    checked(Message, await client.use('messages', (port) => call(port, write)), `messages.${method}`),
  );
}
