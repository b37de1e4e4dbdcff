// npm run push: checks, builds, and puts dist/ in the place of the script on Google.
import { askClasp, showBuild, showNpm } from './clasp.mjs';
import { ON_OWN_SCRIPT, OWN_FILE, ownScript } from './script-project.mjs';
import { Stop, wrongScriptId } from './stop.mjs';

export async function push() {
  await findDeployments();
  await check();
  await build();
  await pushBuilt();
  console.log('Next: npm run open; reload the spreadsheet if it is open already, and the menu Kaizen Log is there.');
}

/**
 * The deployments of the script. Asked first, because the question fails at once, and not after minutes of tests, where the
 * script ID, the login or the permission is missing.
 * @returns {Promise<{ deploymentId: string, versionNumber?: number, description?: string }[]>}
 */
export async function findDeployments() {
  const { scriptId } = ownScript();
  return askClasp(['list-deployments', ...ON_OWN_SCRIPT], 'reach the script', wrongScriptId(scriptId, OWN_FILE));
}

export async function check() {
  if (await showNpm(['run', 'check'])) return;
  throw new Stop(
    'Nothing was pushed, since npm run check failed: mend what it shows above, and run the command again.',
  );
}

/**
 * dist/ for a script bound to a spreadsheet; with `--published` for the add-on.
 * @param {string[]} flags
 */
export async function build(...flags) {
  if (await showBuild(flags)) return;
  throw new Stop('Nothing was pushed, since the build failed: mend what it shows above, and run the command again.');
}

export async function pushBuilt() {
  const { scriptId } = ownScript();
  // Without --force clasp would leave everything as it is, and say nothing, where the manifest differs.
  const pushed = await askClasp(['push', '--force', ...ON_OWN_SCRIPT], 'push the script');
  const files = pushed.length === 0 ? 'everything was there already' : `${pushed.length} files`;
  console.log(`Pushed to https://script.google.com/d/${scriptId}/edit: ${files}.`);
}
