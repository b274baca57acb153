import { randomBytes } from 'node:crypto';
import { type Login, patientOf } from './logins.js';

/** What a patient may do: read what is theirs, and write where they talk with the practice. */
const PATIENT_SCOPES = [
  'patient/*.rs',
  'patient/Slot.u',
  ...['Appointment', 'Basic', 'Communication', 'Consent', 'Subscription', 'Task'].map((type) => `patient/${type}.cu`),
];

/** What a session is for, whoever it is; given to whoever asks. */
const ASKED = new Set(['openid', 'fhirUser', 'launch/patient', 'offline_access']);

/** Somebody who is signed in, for as long as a token is good. */
export interface Session {
  readonly login: Login;
  readonly token: string;
  readonly scope: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Who is signed in. Nothing is kept for longer than this process runs. */
export interface Sessions {
  /** How long a token is good, in seconds. */
  readonly seconds: number;
  /** Lets somebody in. `scope` is what was asked for. */
  open(login: Login, scope: string): Session;
  find(token: string | undefined): Session | undefined;
  /** Ends a session before its time. */
  end(token: string): void;
}

/** Sessions of the people who can sign in. */
export function createSessions(logins: readonly Login[], seconds = 3600): Sessions {
  const open = new Map<string, Session>();
  return {
    seconds,
    open(login, scope) {
      if (!logins.includes(login)) throw new Error('There is no such login');
      const session = {
        login,
        token: randomBytes(24).toString('base64url'),
        scope: [...scope.split(' ').filter((word) => ASKED.has(word)), ...scopesOf(login)].join(' '),
        expiresAt: Date.now() + seconds * 1000,
      };
      open.set(session.token, session);
      return session;
    },
    find(token) {
      const session = open.get(token ?? '');
      return session && session.expiresAt > Date.now() ? session : undefined;
    },
    end: (token) => void open.delete(token),
  };
}

function scopesOf(login: Login): readonly string[] {
  return patientOf(login) === undefined ? ['user/*.cruds'] : PATIENT_SCOPES;
}
