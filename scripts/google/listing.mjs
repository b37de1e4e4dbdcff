// What the Marketplace asks for: build/release/listing, filled and held against the published rules.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { banner, icon } from './listing-pictures.mjs';
import { BLANKS, filledIn } from './publisher.mjs';

/** Where the rules are published. The limits of texts were read there in November 2026; the sizes of pictures are to be looked up again before a release. */
export const RULES = 'https://developers.google.com/workspace/marketplace/create-listing';

const TEXTS = ['privacy.md', 'terms.md', 'support.md', 'data-safety.md', 'scopes.md', 'accessibility.md', 'listing.md'];
/** Width and height in pixels. Editor add-ons need those of 32 and 128; web apps and extensions of Drive those of 48 and 96, too. */
const ICONS = [32, 48, 96, 128];
const BANNER = { width: 220, height: 140 };
const SCREENSHOT = { width: 1280, height: 800 };
const MOST_SCREENSHOTS = 5;
/** In characters. A detailed description has to be shorter than its limit. */
const LONGEST = { name: 50, short: 200, detailed: 15_999 };
/** Names that a listing may not take for its own. */
const OTHERS_NAMES = /\b(?:Google|Gmail|Workspace|Drive|Sheets|Docs)\b/i;

/**
 * Writes the folder and returns its path. Throws with every rule that it breaks.
 * @param {string} root of the project
 * @param {import('./publisher.mjs').Answers} answers what the texts leave open
 * @param {string} [folder]
 */
export function writeListing(root, answers, folder = join(root, 'build/release/listing')) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'docs/marketplace'), folder, { recursive: true });
  for (const name of TEXTS) {
    const file = join(folder, name);
    writeFileSync(file, filledIn(readFileSync(file, 'utf8'), answers));
  }
  for (const size of ICONS) writeFileSync(join(folder, `icon-${size}.png`), icon(size));
  writeFileSync(join(folder, 'banner-220x140.png'), banner(BANNER.width, BANNER.height));
  const broken = brokenRules(folder);
  if (broken.length > 0) throw new Error(`The listing breaks what ${RULES} asks for:\n${broken.join('\n')}`);
  return folder;
}

/** What in the folder is not as the rules ask, a sentence each. @param {string} folder */
export function brokenRules(folder) {
  const files = readdirSync(folder);
  const shots = files.filter((name) => name.startsWith('screenshot-'));
  const pictures = [
    ...ICONS.map((size) => ({ name: `icon-${size}.png`, width: size, height: size })),
    { name: 'banner-220x140.png', ...BANNER },
    ...shots.map((name) => ({ name, ...SCREENSHOT })),
  ];
  const missing = [...TEXTS, ...pictures.map(({ name }) => name)].filter((name) => !files.includes(name));
  const broken = missing.map((name) => `${name} is missing.`);
  for (const name of TEXTS.filter((text) => files.includes(text))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const blanks = [...BLANKS.map(({ key }) => `{${key}}`), '{day}'].filter((blank) => text.includes(blank));
    broken.push(...blanks.map((blank) => `${name} has the blank ${blank} in it.`));
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, link = '']) => link);
    broken.push(
      ...links.filter((link) => !files.includes(link)).map((link) => `${name} leads to ${link}, which is not there.`),
    );
  }
  for (const { name, width, height } of pictures.filter((picture) => files.includes(picture.name))) {
    const size = sizeOf(readFileSync(join(folder, name)));
    if (size !== `${width}x${height}`) broken.push(`${name} is ${size}, not ${width}x${height}.`);
  }
  if (shots.length < 1 || shots.length > MOST_SCREENSHOTS) {
    broken.push(`There are ${shots.length} screenshots, not 1 to ${MOST_SCREENSHOTS}.`);
  }
  return files.includes('listing.md')
    ? [...broken, ...brokenInText(readFileSync(join(folder, 'listing.md'), 'utf8'))]
    : broken;
}

/** @param {string} listing */
function brokenInText(listing) {
  const name = /^# (.*)$/m.exec(listing)?.[1] ?? '';
  const part = (/** @type {string} */ title) =>
    listing
      .split(/^## /m)
      .find((section) => section.startsWith(`${title}\n`))
      ?.slice(title.length)
      .trim() ?? '';
  const texts = [
    { what: 'The name', text: name, most: LONGEST.name },
    { what: 'The short description', text: part('Short description'), most: LONGEST.short },
    { what: 'The detailed description', text: part('Detailed description'), most: LONGEST.detailed },
  ];
  const broken = texts.flatMap(({ what, text, most }) => {
    if (text === '') return [`${what} is missing.`];
    return text.length > most ? [`${what} has ${text.length} characters, not ${most} at most.`] : [];
  });
  return OTHERS_NAMES.test(name) ? [...broken, 'The name has the name of a product of Google in it.'] : broken;
}

/** Width and height as the head of a PNG tells them. @param {Buffer} png */
function sizeOf(png) {
  const isPng = png.subarray(1, 4).toString('latin1') === 'PNG';
  return isPng ? `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}` : 'no PNG';
}
