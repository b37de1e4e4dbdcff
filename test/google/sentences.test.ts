// What clasp and Google say is put into one sentence of ours. The texts are recorded: clasp's from its source, Google's from reports.
import { expect, test } from '@jest/globals';
import { releaseChangelog } from '../../scripts/google/changelog.mjs';
import { sentenceFor } from '../../scripts/google/stop.mjs';

test.each([
  ['No credentials found.', 'Nobody is logged in to Google on this machine'],
  ['invalid_grant', 'The login to Google has ended'],
  [
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    'The login to Google has ended',
  ],
  ['Insufficient Permission', 'The login to Google lacks a permission'],
  [
    'request to https://script.googleapis.com/ failed, reason: getaddrinfo EAI_AGAIN script.googleapis.com',
    'Google cannot be reached',
  ],
  ['Requested entity was not found.', 'That ID is wrong.'],
  ['The caller does not have permission', 'That ID is wrong.'],
])('%j is one sentence of ours', (printed, sentence) => {
  const said = sentenceFor(`${printed}\n`, 'push the script', 'That ID is wrong.');
  expect(said).toContain(sentence);
  expect(said).not.toContain('\n');
});

test('what is not known is told in the words of clasp, and is never empty', () => {
  const printed = 'Missing ; before statement - "Code:12"\n';
  expect(sentenceFor(printed, 'push the script', 'That ID is wrong.')).toBe(
    `Google's command line tool clasp could not push the script; these are its words:\n${printed.trim()}`,
  );
  expect(sentenceFor('', 'push the script')).toMatch(/: *\n\(none\)$/);
});

test('an ID is not blamed where none was handed over', () => {
  expect(sentenceFor('Requested entity was not found.', 'push the script')).toContain(
    'Requested entity was not found.',
  );
});

const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- A thing.\n\n## [0.1.0] - 2026-01-02\n\n- The first.\n';

test('a release puts what is unreleased under its version, and leaves earlier versions as they are', () => {
  expect(releaseChangelog(CHANGELOG, '0.2.0', '2026-03-02')).toBe(
    CHANGELOG.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.2.0] - 2026-03-02\n'),
  );
});

test('a changelog with nothing unreleased, or without the heading, is refused', () => {
  const released = releaseChangelog(CHANGELOG, '0.2.0', '2026-03-02');
  expect(() => releaseChangelog(released, '0.3.0', '2026-03-03')).toThrow(
    /^CHANGELOG\.md says nothing under Unreleased: [^\n]+\.$/,
  );
  expect(() => releaseChangelog('# Changelog\n', '0.3.0', '2026-03-03')).toThrow(
    /^CHANGELOG\.md has no heading [^\n]+\.$/,
  );
});
