import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createReadStream, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const require = createRequire(import.meta.url);

/** The Chromium in `@sparticuz/chromium`, unpacked on first use; none on anything but Linux x64. */
export async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const root = packageRoot();
  if (!root) return undefined;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join('node_modules/.cache', `chromium-${version}`);
  const browser = join(process.cwd(), folder, 'chromium');
  if (!existsSync(browser)) await unpack(join(root, 'bin'), folder, browser);
  if (lacksLibraries(browser)) {
    const paths = [join(process.cwd(), folder, 'lib'), process.env.LD_LIBRARY_PATH];
    process.env.LD_LIBRARY_PATH = paths.filter(Boolean).join(':');
  }
  return browser;
}

function packageRoot() {
  try {
    return dirname(dirname(require.resolve('@sparticuz/chromium')));
  } catch {
    return undefined;
  }
}

// The browser is renamed into place last: a second process never sees half a file.
async function unpack(from, folder, browser) {
  mkdirSync(folder, { recursive: true });
  const mine = (path) => `${path}.${process.pid}`;
  for (const name of ['al2023', 'fonts']) {
    const archive = mine(join(folder, `${name}.tar`));
    await inflate(join(from, `${name}.tar.br`), archive);
    spawnSync('tar', ['xf', archive, '-C', folder], { stdio: 'inherit' });
    rmSync(archive);
  }
  await inflate(join(from, 'chromium.br'), mine(browser));
  chmodSync(mine(browser), 0o755);
  renameSync(mine(browser), browser);
}

function inflate(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

// NSS and its like travel with the package, and are used only where the system has none.
function lacksLibraries(browser) {
  const { status, stdout, stderr } = spawnSync('ldd', [browser], { encoding: 'utf8' });
  return status !== 0 || /not found|file too short|invalid/.test(stdout + stderr);
}
