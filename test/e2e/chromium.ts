// Finds a Chromium for the browser tests: an installed one, else the one that a development package carries.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const UNPACKED = resolve('node_modules/.cache/kaizen-log/chromium');

/** Where the browsers of this run listen, one for each worker; set by `startSharedBrowsers`, and known to every worker. */
const SHARED = 'KAIZEN_BROWSERS';

/**
 * A browser that reaches nothing but this machine: the one that the test files of a worker share, else one of its own. To be closed by who asks
 * for it.
 */
export async function launchBrowser(): Promise<Browser> {
  const shared = process.env[SHARED]?.split(' ')[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
  // Closing it closes what was opened through this connection, and leaves the browser to the others.
  return shared === undefined ? chromium.launch(launchOptions()) : chromium.connect(shared);
}

/** One of its own whose letters are the carried browser's, the same on every system that it runs on: for pictures. */
export function launchForPictures(): Promise<Browser> {
  return chromium.launch(launchOptions(true));
}

/**
 * Starts the browsers that the test files of a run share, and hands out what ends them. All pages of a browser have one clipboard: files that run
 * at the same time would paste what the others copy.
 */
export async function startSharedBrowsers(workers: number): Promise<() => Promise<void>> {
  const servers = await Promise.all(Array.from({ length: workers }, () => chromium.launchServer(launchOptions())));
  process.env[SHARED] = servers.map((server) => server.wsEndpoint()).join(' ');
  return async () => {
    delete process.env[SHARED];
    await Promise.all(servers.map((server) => server.close()));
  };
}

/** `CHROMIUM_PATH` names another Chromium to use. */
function launchOptions(hasOwnLetters = !existsSync('/etc/fonts/fonts.conf')): LaunchOptions {
  const installed = [process.env.CHROMIUM_PATH ?? '', ...INSTALLED].find((path) => path !== '' && existsSync(path));
  const carried = installed === undefined ? unpackCarried(hasOwnLetters) : undefined;
  const executablePath = installed ?? carried?.executable;
  if (executablePath === undefined) {
    throw new Error('No Chromium was found: install chromium, or set CHROMIUM_PATH to the program to use.');
  }
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: { ...process.env, ...carried?.environment },
  };
}

interface Carried {
  executable: string;
  /** Where its shared libraries and fonts are, for systems that have none. */
  environment: Record<string, string>;
}

/** What stands in for Google's fonts: of pages the one that comes along, of cells one whose lines are as high, where the system has it. */
const INSTEAD = [
  ['Roboto', 'Open Sans'],
  ['sans-serif', 'Open Sans'],
  ['Arial', 'DejaVu Sans Condensed'],
  ['monospace', 'DejaVu Sans Mono'],
];

/** Where the system has fonts, for what the carried one has no letters for. */
const SYSTEM_FONTS = '/usr/share/fonts';

/** Unpacks the package's browser once for this checkout. Linux on x64 only; elsewhere undefined. */
function unpackCarried(hasOwnLetters: boolean): Carried | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = resolve('node_modules/@sparticuz/chromium/bin');
  if (!existsSync(UNPACKED)) {
    // Unpacked beside its place and renamed, so that a run that is cut off leaves no half of a browser behind.
    const half = `${UNPACKED}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))));
    chmodSync(join(half, 'chromium'), 0o755);
    for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      const tar = join(half, archive.replace('.br', ''));
      writeFileSync(tar, brotliDecompressSync(readFileSync(join(packed, archive))));
      const { status, stderr } = spawnSync('tar', ['-xf', tar, '-C', half], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`The browser for the tests could not be unpacked: ${stderr}`);
      rmSync(tar);
    }
    try {
      renameSync(half, UNPACKED);
    } catch (error) {
      // Another test file was faster; anything else is a real problem.
      if (!existsSync(join(UNPACKED, 'chromium'))) throw error;
      rmSync(half, { recursive: true });
    }
  }
  const environment: Record<string, string> = {
    LD_LIBRARY_PATH: [join(UNPACKED, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  if (hasOwnLetters) {
    // Its own configuration looks for the fonts where its cloud unpacks them; write one that names this place.
    const configuration = join(UNPACKED, 'fonts-here.conf');
    writeFileSync(
      configuration,
      `<fontconfig><dir>${UNPACKED}/fonts</dir><dir>${SYSTEM_FONTS}</dir><cachedir>${UNPACKED}/font-cache</cachedir>${INSTEAD.map(([family, other]) => `<alias binding="strong"><family>${family}</family><prefer><family>${other}</family></prefer></alias>`).join('')}</fontconfig>`,
    );
    environment.FONTCONFIG_FILE = configuration;
  }
  return { executable: join(UNPACKED, 'chromium'), environment };
}
