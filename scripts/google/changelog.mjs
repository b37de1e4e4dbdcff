// The changelog of a release.
import { Stop } from './stop.mjs';

const UNRELEASED = '## [Unreleased]';

/**
 * The changelog with all that stood under Unreleased under the version. Throws Stop if nothing did.
 * @param {string} text in the form of Keep a Changelog
 * @param {string} version
 * @param {string} date as yyyy-mm-dd
 */
export function releaseChangelog(text, version, date) {
  const start = text.indexOf(`${UNRELEASED}\n`);
  if (start < 0) throw new Stop(`CHANGELOG.md has no heading "${UNRELEASED}": put it above the newest version.`);
  const after = start + UNRELEASED.length;
  const next = text.indexOf('\n## ', after);
  if (!/^[-*] /m.test(text.slice(after, next < 0 ? undefined : next))) {
    throw new Stop(
      'CHANGELOG.md says nothing under Unreleased: write there what people will notice, and release then.',
    );
  }
  return `${text.slice(0, after)}\n\n## [${version}] - ${date}${text.slice(after)}`;
}
