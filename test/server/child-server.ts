import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { signInAt } from '../support/sign-in.js';

const MAIN = fileURLToPath(new URL('../../demo/server/main.ts', import.meta.url));

/** The server as people start it: a process of its own. */
export interface ChildServer {
  readonly url: string;
  signIn(person: string): Promise<string>;
  /** Everything it logged so far. */
  log(): string;
  /** Ends it with a signal and waits until it is gone. Gives its exit code, or null when the signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts it on a free port and waits until it listens. It ends with the test at the latest. */
export async function startChildServer(
  test: TestContext,
  environment: Readonly<Record<string, string>>,
): Promise<ChildServer> {
  const { DATABASE_URL: _none, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { ...inherited, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  test.after(() => child.kill('SIGKILL'));
  let log = '';
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      log += `${line}\n`;
      const found = /Server listening at (http:\/\/[\d.:]+)/.exec(line);
      if (found) resolve(found[1]!);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)));
  });
  return {
    url,
    signIn: (person) => signInAt(url, person),
    log: () => log,
    async end(signal) {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
