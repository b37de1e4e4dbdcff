// Starts the workbench: the host, its server, the first book, and the browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleLog } from '../sample/bakery-log.ts';
import { readArguments, USAGE, type WorkbenchArguments } from './arguments.ts';
import { type HostState, HostThread } from './host-client.ts';
import { LINE, setAside } from './saved-folder.ts';
import { startServer } from './server.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2), Boolean(process.env.CI));
  if (wanted.help) {
    console.log(USAGE);
    return;
  }
  checkBuilt(wanted.dist);
  const log = wanted.log === undefined ? undefined : readLog(wanted.log);
  const old = wanted.fresh ? setAside(wanted.data) : undefined;
  if (old !== undefined) console.log(`Starting over; what was saved is in ${old}`);
  mkdirSync(wanted.data, { recursive: true });
  const host = await HostThread.start(join(HERE, 'host-worker.js'), wanted);
  for (const problem of host.problems) console.warn(problem);
  const lineFile = join(wanted.data, LINE);
  const before = readLine(lineFile);
  const server = await startServer({
    host,
    port: wanted.port,
    data: resolve(wanted.data),
    webDir: join(HERE, 'web'),
    before,
  }).catch(async (error) => {
    await host.close();
    throw new Error(listenProblem(error, wanted.port));
  });
  writeFileSync(lineFile, JSON.stringify({ token: server.token, framesPort: server.framesPort }), { mode: 0o600 });
  const stop = () => {
    Promise.all([server.close(), host.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await fillBook(host, wanted, log);
  console.log(`The workbench is open at ${server.url} (Ctrl+C ends it; everything is saved in ${wanted.data})`);
  if (wanted.open) openBrowser(server.url);
}

function checkBuilt(dist: string): void {
  if (!existsSync(join(dist, 'Code.js'))) {
    throw new Error(`There is no built add-on in ${dist}: run npm run build first.`);
  }
}

/** How windows reached the workbench that ran on this folder before: those still open go on with this one. */
function readLine(file: string): { token?: string; framesPort?: number } {
  try {
    const { token, framesPort } = JSON.parse(readFileSync(file, 'utf8'));
    const isSound = typeof token === 'string' && /^[\w-]{32}$/.test(token) && Number.isInteger(framesPort);
    return isSound ? { token, framesPort } : {};
  } catch {
    // There was none, or it is of no use: windows are told to reload.
    return {};
  }
}

function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(`The log ${file} ${missing ? 'does not exist' : 'cannot be read'}: check --log.`);
  }
}

/** A named log is imported; an empty book gets the sample. What goes wrong is said, and the workbench opens all the same. */
async function fillBook(
  host: HostThread,
  { log: file, empty }: WorkbenchArguments,
  text: string | undefined,
): Promise<void> {
  const { book } = await new Promise<HostState>((resolve) => host.state(resolve));
  const isEmpty = book.sheets.every((sheet) => sheet.cells.length === 0);
  if (text === undefined && (empty || !isEmpty)) return;
  const setUp = await host.call('setUp', []);
  if (!setUp.ok) {
    console.error(`The sheets could not be set up: ${setUp.message}`);
    return;
  }
  const name = file === undefined ? 'BAKERY_KAIZEN.md' : basename(file);
  const result = await host.call('importLog', [{ name, text: text ?? sampleLog(today()) }]);
  const refusal = result.ok ? refusalOf(result.value) : result.message;
  if (refusal !== undefined) console.error(`The log ${name} was not imported: ${refusal}`);
}

/** A public function answers `{ ok: false, message }` for what it expects to go wrong. */
function refusalOf(value: unknown): string | undefined {
  const answer = value as { ok?: boolean; message?: string } | null;
  return answer?.ok === false ? (answer.message ?? 'the add-on does not say why') : undefined;
}

/** yyyy-mm-dd in this machine's time zone. */
function today(): string {
  const now = new Date();
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

function listenProblem(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken: choose another with --port N.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used here: choose another with --port N.`;
  if (error.code === 'ENOENT') return 'The page of the workbench has not been built: run npm start.';
  return `The workbench could not start: ${error.message}`;
}

/** Whether it worked is for the eyes: the address is printed anyway. */
function openBrowser(url: string): void {
  const [command = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
