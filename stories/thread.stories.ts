import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { AdapterError } from '../src/adapter/errors.js';
import { manyMessages } from '../src/adapters/memory/many.js';
import type { Scenario } from '../src/adapters/memory/scenario.js';
import { alderStreet, busyStreet, pausedPractice, SIGN_INS } from '../src/adapters/memory/scenarios.js';
import '../src/define/result-card.js';
import '../src/define/thread.js';
import type { Card } from '../src/model/card.js';
import type { ResultId } from '../src/model/id.js';
import { fails, inSituation, readers, sendFails, type Situation, waits } from './conversation.js';

const meta: Meta<Situation> = {
  title: 'Elements/Thread',
  component: 'care-thread',
  args: { reader: 'sam', thread: 'refill' },
  argTypes: { reader: readers },
  render: (situation) => inSituation(html`<care-thread thread=${situation.thread}></care-thread>`, situation),
};
export default meta;

/** The doctor's answer, in other words or under another name. */
const answeredWith = (parts: { readonly body?: string; readonly name?: string; readonly cards?: Card[] }): Scenario => ({
  ...alderStreet,
  threads: alderStreet.threads.map((thread) => ({
    ...thread,
    entries: thread.entries.map((entry) =>
      entry.type === 'message' && entry.author.id === SIGN_INS.lee
        ? { ...entry, body: parts.body ?? entry.body, cards: parts.cards ?? entry.cards, author: { ...entry.author, name: parts.name ?? entry.author.name } }
        : entry,
    ),
  })),
});
const longWords = answeredWith({ body: 'Take one tablet a day. '.repeat(45_000) });
const hostileName = answeredWith({ name: `Dr. \u202Egnp.exe Za${'\u0351\u036B\u0343'.repeat(10)}lgo` });

const result: Card = {
  kind: 'result',
  label: 'Liver test (ALT), November 18, 2026',
  fields: [],
  result: 'alt-2026-11-18' as ResultId,
};

type Story = StoryObj<Situation>;

/** Asked, passed on with a reason, and answered by name and role. */
export const Typical: Story = {};

/** An answer about a result, which is shown in place at a press. */
export const AboutAResult: Story = { args: { scenario: answeredWith({ cards: [result] }) } };

/** Waiting, with the day and hour an answer is promised by. */
export const Promised: Story = { args: { reader: 'rosa', thread: 'leo-form' } };

/** The promise was not kept: the same place says so, with the number to call. */
export const Late: Story = { args: { thread: 'back-pain' } };

/** A nurse answers for the doctor, about a child. */
export const OnBehalf: Story = { args: { reader: 'rosa', thread: 'maya-cough' } };

/** The same from the practice's side. */
export const ForStaff: Story = { args: { reader: 'june', thread: 'maya-cough' } };

/** The patient asked for a call at noon: the number is a link for staff, and each call is told. */
export const Called: Story = { args: { scenario: busyStreet, reader: 'june', thread: 'knee' } };

/** The front desk asks for one detail. It is answered in place. */
export const DetailAsked: Story = { args: { scenario: busyStreet, thread: 'statin' } };

/** The same from the practice's side. */
export const DetailAskedForStaff: Story = { args: { scenario: busyStreet, reader: 'ana', thread: 'statin' } };

/** It was answered: the request leads to the answer. */
export const DetailAnswered: Story = { args: { scenario: busyStreet, reader: 'rosa', thread: 'leo-inhaler' } };

/** A detail is asked for while the practice takes no messages. */
export const DetailWhilePaused: Story = {
  args: { scenario: { ...pausedPractice, threads: busyStreet.threads }, thread: 'statin' },
};

/** A message with a link to another thread. */
export const LinkedThread: Story = { args: { scenario: busyStreet, thread: 'pressure' } };

/** A card of a kind that this version does not know, in words. */
export const UnknownCard: Story = { args: { scenario: busyStreet, thread: 'exercises' } };

/** An answer was put right: that it was, when, and what it said before. */
export const Changed: Story = { args: { scenario: busyStreet, thread: 'potassium' } };

/** A message was taken back. That it was there stays. */
export const TakenBack: Story = { args: { scenario: busyStreet, reader: 'rosa', thread: 'maya-rash' } };

/** Closed because nobody wrote for long. */
export const Expired: Story = { args: { scenario: busyStreet, thread: 'work-form' } };

/** Over, and gone on elsewhere. */
export const Continued: Story = { args: { scenario: busyStreet, thread: 'bill' } };

/** Goes on from an older one. */
export const Continuing: Story = { args: { scenario: busyStreet, thread: 'bill-again' } };

/** To and fro for weeks: a visit is offered. */
export const BackAndForth: Story = { args: { scenario: busyStreet, thread: 'dizzy' } };

/** A message of a megabyte: its beginning, and a button to all of it. */
export const VeryLongMessage: Story = { args: { scenario: longWords, thread: 'refill' } };

/** A name that would turn what stands around it, and marks piled on letters. */
export const HostileName: Story = { args: { scenario: hostileName, thread: 'refill' } };

/** Over, with words and a way on. */
export const Closed: Story = { args: { thread: 'bill' } };

/** A long one: older messages come page by page. */
export const Long: Story = { args: { scenario: manyMessages(120), thread: 'long' } };

/** A reply left and no answer came: it may well have arrived. */
export const UnknownDelivery: Story = {
  args: {
    reply: 'Do I need to skip breakfast?',
    without: ['changes'],
    before: ({ method }) => {
      if (method === 'send') throw new AdapterError('unknown-outcome', 'for the story');
    },
  },
};

/** A reply was refused: its words are kept, to send again or to change. */
export const NotSent: Story = { args: { reply: 'Any news?', before: sendFails('invalid') } };

/** A reply that nobody here may send any more: why, its words to copy, and the way on. */
export const Refused: Story = { args: { reply: 'Any news?', before: sendFails('forbidden') } };

/** The session ended before a reply could go. */
export const KeptForSignIn: Story = { args: { reply: 'Thank you.', before: sendFails('auth-required') } };

/** No network: a reply waits, and all can be read. */
export const Offline: Story = { args: { reply: 'Thank you.', online: false } };

/** The answer never comes: a shape, then words. */
export const Waiting: Story = { args: { before: waits } };

/** The session has ended. */
export const SignedOut: Story = { args: { before: fails('auth-required') } };

/** No such thread, or not for this reader. */
export const NotFound: Story = { args: { thread: 'nowhere' } };

/** The answer came in a form nobody here knows. */
export const BrokenAnswer: Story = { args: { before: fails('malformed') } };
