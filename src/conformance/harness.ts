import type { Adapter, Connection, PortName } from '../adapter/adapter.js';

/** The two functions every runner shares: mocha's, vitest's, `node:test`'s. */
export interface Runner {
  describe(title: string, body: () => void): void;
  it(title: string, body: () => Promise<void>): void;
}

/** A port with all its methods (`messages`), or one method (`people.listCareTeam`). */
export type Offer = PortName | `${PortName}.${string}`;

/** What the kit needs from whoever wrote the adapter. */
export interface Harness {
  /** What there is, for each side. The kit checks that there is this and nothing else, and tests only this. */
  readonly offers: { readonly patient: readonly Offer[]; readonly staff: readonly Offer[] };

  /**
   * A backend that nobody else uses, fresh for every test. It may hold threads, but none that is read below.
   *
   * Where it offers results, the patient has at least three that are open, final, and have a measurement with a code.
   * One of them has a kind and no comment and was never covered, so that a release can cover it. The parent's child has
   * a result, and of the parent's own, two should be of one moment. Where it offers attachments, one that is open has a file.
   *
   * Where it offers appointments, the patient and the stranger can book one service directly, of which at least six
   * times are free in the next sixty days and more than two days from now; one with a waitlist comes before others.
   * Where visits can be asked for, the patient has at most two requests open, and one service can be asked for; where
   * staff can confirm a request, one that can also be booked. Where staff open times, nobody works at 3 in the night.
   */
  open(): Promise<Backend>;
}

/** One backend, seen by five people of one practice. */
export interface Backend {
  readonly patient: Adapter;
  /** Another patient, who must never hear of the first. May be the parent. */
  readonly stranger: Adapter;
  /** A patient who also writes for at least one child. */
  readonly parent: Adapter;
  readonly staff: Adapter;
  /** Another member of staff. */
  readonly colleague: Adapter;
  /** Nobody signed in, where the backend knows such a state. */
  readonly signedOut?: Adapter | undefined;

  /** A second door: how many messages with exactly this text the backend holds, whoever may read them. */
  countMessages(body: string): Promise<number>;
  /** Cuts the patient's way to the backend until closed. Missing: the kit does not test being cut off. */
  cut?(): Promise<void>;
  /** Lets time pass at the backend, in milliseconds. Missing: the kit does not test what ends by itself. */
  pass?(milliseconds: number): Promise<void>;
  close?(): Promise<void>;
}

/** The sessions of a {@link Backend}, with every answer checked against the model. */
export interface Stage {
  readonly backend: Backend;
  readonly patient: Connection;
  readonly stranger: Connection;
  readonly parent: Connection;
  readonly staff: Connection;
  readonly colleague: Connection;
}

/** Declares one test. */
export type Test = (title: string, body: (stage: Stage) => Promise<void>) => void;

/** Declares the tests of one port; `has` says whether the harness offers a port or a method to a side. */
export type Suite = (test: Test, has: (side: 'patient' | 'staff', offer: Offer) => boolean) => void;
