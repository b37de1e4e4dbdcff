// The add-on on Google: node scripts/google/main.mjs login | create | push | open | release
import { showClasp } from './clasp.mjs';
import { create } from './create.mjs';
import { push } from './push.mjs';
import { release } from './release.mjs';
import { ON_OWN_SCRIPT, ownScript } from './script-project.mjs';
import { Stop } from './stop.mjs';

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const COMMANDS = {
  login: withoutArguments(login),
  create,
  push: withoutArguments(push),
  open: withoutArguments(open),
  release,
};

async function login() {
  if (!(await showClasp(['login']))) {
    throw new Stop(
      'The login did not come about: run npm run login again and allow what https://accounts.google.com asks.',
    );
  }
  console.log('Next: turn the Apps Script API on at https://script.google.com/home/usersettings, then npm run create');
}

/** Opens the spreadsheet, or the script editor where it is not known which spreadsheet the script belongs to. */
async function open() {
  const { parentId } = ownScript();
  const opened = await showClasp([parentId === undefined ? 'open-script' : 'open-container', ...ON_OWN_SCRIPT]);
  if (!opened) throw new Stop('The browser could not be opened: open https://script.google.com/home yourself.');
}

/** @param {() => Promise<void>} run */
function withoutArguments(run) {
  /** @param {string[]} args */
  return async (args) => {
    if (args.length > 0) throw new Stop(`This command takes no arguments: run it without ${args.join(' ')}.`);
    await run();
  };
}

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
try {
  if (command === undefined)
    throw new Stop(`There is login, create, push, open and release, but no "${name}": README.md says more.`);
  await command(args);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
