// npm run release: a new version in package.json, the changelog, a folder to paste, and on Google.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { releaseChangelog } from './changelog.mjs';
import { askClasp, ROOT, showNpm } from './clasp.mjs';
import { build, check, findDeployments, pushBuilt } from './push.mjs';
import { writeReleaseFolder } from './release-folder.mjs';
import { ON_OWN_SCRIPT } from './script-project.mjs';
import { Stop } from './stop.mjs';

/** What every deployment of ours is described as, followed by the version. */
const NAME = 'Kaizen Log';
/** The files that carry the version. */
const VERSIONED = ['package.json', 'package-lock.json', 'CHANGELOG.md'];

/** @param {string[]} args */
export async function release(args) {
  const [step, more] = args;
  if (step === undefined || more !== undefined || !['patch', 'minor', 'major'].includes(step)) {
    throw new Stop('A release is a step in the version: npm run release -- patch, or minor, or major.');
  }
  // Fails before anything is done if there is nothing to tell.
  releaseChangelog(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), 'next', today());
  const deployments = await findDeployments();
  await check();

  const before = VERSIONED.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
  try {
    await releaseStep(step, deployments);
  } catch (error) {
    // A release that did not come about leaves no version behind, so that the same command can be run again.
    for (const { file, text } of before) writeFileSync(join(ROOT, file), text);
    throw error;
  }
}

/**
 * @param {string} step
 * @param {Awaited<ReturnType<typeof findDeployments>>} deployments
 */
async function releaseStep(step, deployments) {
  if (!(await showNpm(['version', step, '--no-git-tag-version']))) {
    throw new Stop('The version in package.json could not be raised: npm says above why.');
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const changelog = join(ROOT, 'CHANGELOG.md');
  writeFileSync(changelog, releaseChangelog(readFileSync(changelog, 'utf8'), version, today()));
  // The version is set first: what is built may show it.
  await build();
  // What is pasted by hand is bound to its spreadsheet; what is deployed is the add-on.
  const folder = writeReleaseFolder();
  await build('--published');
  await pushBuilt();

  const description = `${NAME} ${version}`;
  const { versionNumber } = await askClasp(['create-version', description, ...ON_OWN_SCRIPT], 'create a version');
  // One deployment moves on from version to version: Google allows a script twenty, and its ID stands in the Marketplace's settings.
  const earlier = deployments.find((deployment) => deployment.description?.startsWith(`${NAME} `));
  const { deploymentId } = await askClasp(
    [
      'create-deployment',
      `--versionNumber=${versionNumber}`,
      `--description=${description}`,
      ...(earlier === undefined ? [] : [`--deploymentId=${earlier.deploymentId}`]),
      ...ON_OWN_SCRIPT,
    ],
    'deploy the version',
  );
  console.log(`${description} is version ${versionNumber} of the script, deployed as ${deploymentId}.`);
  console.log(`The folder to paste by hand: ${relative(ROOT, folder)}`);
  console.log(`Next: git commit --all --message "Release ${version}", and git tag v${version}`);
}

/** Today on this machine, as yyyy-mm-dd. */
function today() {
  return new Date().toLocaleDateString('sv-SE');
}
