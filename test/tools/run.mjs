import { spawn } from 'node:child_process';

/** Runs a program of ours to its end, with everything it says shown as it comes.
 *  @param {string} command
 *  @param {readonly string[]} args
 *  @param {NodeJS.ProcessEnv} [env] what to add to the environment
 *  @returns {Promise<{ ok: boolean, output: string }>} */
export function run(command, args, env = {}) {
  return start(command, args, env, (chunk) => process.stdout.write(chunk));
}

/** The same, without showing anything. */
export function runQuietly(command, args, env = {}) {
  return start(command, args, env, () => {});
}

function start(command, args, env, show) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        chunks.push(chunk);
        show(chunk);
      });
    }
    const end = (ok, last = '') => resolve({ ok, output: Buffer.concat(chunks).toString() + last });
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code) => end(code === 0));
  });
}

/** The path of a package's program, as npm linked it. */
export const bin = (name) => `node_modules/.bin/${name}${process.platform === 'win32' ? '.cmd' : ''}`;
