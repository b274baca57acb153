import type { Relationship } from 'carethread/model';
import type { Kysely, Transaction } from 'kysely';
import type {
  AppointmentTable,
  HoldTable,
  OfferSlotTable,
  OfferTable,
  SlotTable,
  WantedVisitTable,
} from './appointment-tables.js';
import type {
  CorrectionTable,
  ReleaseChoiceTable,
  ResultCodeTable,
  ResultFileTable,
  ResultTable,
  VisitTable,
} from './result-tables.js';

// Times are ISO strings in UTC with milliseconds, so that they sort as text on every database. Whole numbers stay
// below 2^31, and there are no booleans: both databases then hand back exactly what was stored.

interface PracticeTable {
  id: string;
  /** The number of the practice's latest change. Raised first in every write, which puts writes in a row. */
  last_change: number;
  /** JSON: until when it takes no messages, and why; null while it does as its file says. */
  pause: string | null;
  /** The number of the last change of the practice itself. */
  change: number;
}

interface PersonTable {
  id: string;
  practice: string;
  /** The person as JSON, kept when they leave the practice file: what they wrote stays theirs by name. */
  record: string;
}

interface SessionTable {
  /** SHA-256 of the token: whoever reads the table cannot sign in with it. */
  token_hash: string;
  person: string;
  expires_at: string;
}

/** One conversation, and who has it. */
export interface ThreadTable {
  id: string;
  practice: string;
  subject: string;
  reason: string;
  reason_label: string;
  title: string;
  custody: 'waiting' | 'held' | 'closed';
  holder: string | null;
  custody_since: string;
  turn: 'patient' | 'practice' | 'nobody';
  due_at: string | null;
  /** 0 while the patient waits for the practice, else 1: queues show those who wait first. */
  answered: number;
  /** Since when the patient waits; once answered, since when they do not. */
  waiting_since: string;
  updated_at: string;
  /** The change that last moved the thread up its readers' lists. Reading it does not. */
  moved: number;
  /** The last change of any kind. */
  change: number;
  version: number;
  /** The position of the newest entry. */
  last_position: number;
  last_message: string;
  /** To whom it was addressed, when to one person; else its reason says who reads it first. */
  recipient: string | null;
  /** JSON: how the patient wants to be answered. */
  reply: string | null;
  continues: string | null;
  continued_by: string | null;
  /** 1 when it is over because nobody wrote for long. */
  expired: number;
  /** The title, folded. */
  search: string;
}

/** A message or an event, at its place on a thread's line. */
export interface EntryTable {
  thread: string;
  /** 1, 2, 3 … within the thread. */
  position: number;
  id: string;
  type: 'message' | 'event';
  /** Who wrote the message, or did what the event tells. */
  author: string;
  at: string;
  on_behalf_of: string | null;
  send_key: string | null;
  body: string | null;
  /** JSON: label and value, in words. */
  answers: string | null;
  kind: 'routed' | 'opened' | 'assigned' | 'call-logged' | 'settled' | 'closed' | 'expired' | 'continued' | null;
  recipient: string | null;
  note: string | null;
  /** What the author is to the subject, of a patient's message. */
  relationship: Relationship | null;
  /** JSON: what can be acted on, as it is shown. */
  cards: string | null;
  /** JSON: what the message said before, and until when. */
  amendments: string | null;
  /** When its author took it back. Then there are no words left in the row. */
  retracted_at: string | null;
  /** How a logged call went. */
  outcome: 'reached' | 'no-answer' | 'message-left' | null;
  /** The thread it goes on in. */
  continued_by: string | null;
  /** The current words, folded. */
  search: string;
}

/** How far one participant has read one thread. */
export interface ReadMarkTable {
  thread: string;
  person: string;
  message: string;
  position: number;
  at: string;
}

/** What was answered to a write, kept with its effect so that a retry gets the same answer. */
interface KeptAnswerTable {
  person: string;
  key: string;
  /** HMAC of route and input: the key used with anything else is a conflict. */
  fingerprint: string;
  status: number;
  /** JSON. */
  headers: string;
  /** JSON, or null where the answer has no body. */
  body: string | null;
  at: string;
  /** The thread it tells of: what is taken back there is taken out of the answer too. */
  thread: string | null;
  /** The result that was answered with. What it says is not kept: it is read again for whoever asks again. */
  result: string | null;
  /** JSON: the appointment, offer or hold that was answered with. It is read again, too. */
  visit: string | null;
}

/** Somebody without an account, who shows with a code that an address is theirs. */
interface GuestTable {
  id: string;
  practice: string;
  name: string;
  birth_date: string;
  /** The address the code went to: a number or an email. */
  contact: string;
  code_hash: string;
  /** How often a code was tried. */
  tries: number;
  asked_at: string;
  expires_at: string;
  /** Who they are here, once the code was right. Nobody else before or after. */
  person: string | null;
}

/** A link that opens one thread once, and can then be exchanged for another. */
interface GuestLinkTable {
  /** SHA-256 of the token: whoever reads the table has no link. */
  token_hash: string;
  person: string;
  thread: string;
  expires_at: string;
  used_at: string | null;
}

/** One row: what nobody who has only a part of the tables knows. */
interface SecretTable {
  value: string;
}

/** Somebody is to be told that there is an answer, and nothing of what it says. */
export interface NoticeTable {
  id: string;
  /** `link`: a guest, at their address. `webhook`: the practice's own system. */
  kind: 'link' | 'webhook';
  practice: string;
  thread: string;
  person: string;
  /** When it was answered. */
  at: string;
  next_try: string;
  tries: number;
}

/** Every table of the reference backend. */
export interface Tables {
  practice: PracticeTable;
  person: PersonTable;
  session: SessionTable;
  thread: ThreadTable;
  entry: EntryTable;
  read_mark: ReadMarkTable;
  kept_answer: KeptAnswerTable;
  guest: GuestTable;
  guest_link: GuestLinkTable;
  secret: SecretTable;
  notice: NoticeTable;
  result: ResultTable;
  result_code: ResultCodeTable;
  correction: CorrectionTable;
  release_choice: ReleaseChoiceTable;
  visit: VisitTable;
  result_file: ResultFileTable;
  slot: SlotTable;
  hold: HoldTable;
  appointment: AppointmentTable;
  offer: OfferTable;
  offer_slot: OfferSlotTable;
  wanted_visit: WantedVisitTable;
}

/** The one way to either database. */
export type Database = Kysely<Tables>;

/** The same, inside a transaction. */
export type DatabaseTransaction = Transaction<Tables>;
