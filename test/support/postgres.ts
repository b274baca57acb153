import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Where Debian puts the programs of each version. */
const DEBIAN = '/usr/lib/postgresql';

export interface TemporaryPostgres {
  /** For `DATABASE_URL`. */
  readonly url: string;
  /** Stops it and removes its files. Happens at the end of the process in any case. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL to test with: the one of `DATABASE_URL` where that is set, else one started for the purpose on a free
 * port of this machine, with its files in a temporary folder. Undefined where PostgreSQL is not installed.
 */
export async function startPostgres(): Promise<TemporaryPostgres | undefined> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const programs = findPrograms();
  if (programs === undefined) return undefined;

  const folder = mkdtempSync(join(tmpdir(), 'carethread-postgres-'));
  const [command, ...before] = asOwner(folder);
  const runWith = (program: string, options: string[]): [string, string[]] => {
    const [file, ...rest] = [...(command ? [command, ...before] : []), join(programs, program), ...options];
    return [file!, rest];
  };
  const data = join(folder, 'data');
  const port = await freePort();
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=''`;
  const stopping = runWith('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w']);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const atExit = () => {
    try {
      execFileSync(...stopping, { cwd: '/', stdio: 'ignore' });
    } catch {
      // It had not started, or is gone already.
    }
    remove();
  };
  process.once('exit', atExit);

  const init = ['-D', data, '-U', 'carethread', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  await execute(...runWith('initdb', init), { cwd: '/' });
  await execute(...runWith('pg_ctl', ['start', '-D', data, '-l', join(folder, 'log'), '-w', '-o', settings]), {
    cwd: '/',
  });
  return {
    url: `postgres://carethread@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', atExit);
      await execute(...stopping, { cwd: '/' });
      remove();
    },
  };
}

function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** PostgreSQL refuses to run as root. Then Debian's own user runs it, and the folder is that user's. */
function asOwner(folder: string): string[] {
  if (process.getuid?.() !== 0) return [];
  const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  chownSync(folder, id('-u'), id('-g'));
  chmodSync(folder, 0o700);
  return ['runuser', '-u', 'postgres', '--'];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
