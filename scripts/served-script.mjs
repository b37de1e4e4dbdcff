// What a script must be like so that Google serves and takes it unharmed: short lines, and for pages nothing that looks like a comment.
import { parse, tokTypes } from 'acorn';

/** Characters: longer lines have been cut in pages, and refused when they were pushed. */
const LONGEST_LINE = 5_000;
/** Characters after which a line ends where it next may. */
const LINE = 1_000;
/** Whatever stands before or follows, a line may end behind these. */
const BREAKABLE = new Set([tokTypes.comma, tokTypes.semi, tokTypes.parenL, tokTypes.bracketL, tokTypes.braceL]);

/**
 * A page's script, saying the same, without `//` and `/*` in texts and regular expressions, in ASCII, and in short lines. HtmlService has
 * been reported to cut what follows either as if it were a comment, and to see template literals where there are none.
 * @param {string} code without comments and template literals
 */
export function servedScript(code) {
  /** @type {import('acorn').Token[]} */
  const tokens = [];
  parse(code, { ecmaVersion: 2020, onToken: tokens });
  let served = '';
  let line = 0;
  let end = 0;
  for (const token of tokens) {
    const literal = token.type === tokTypes.string || token.type === tokTypes.regexp;
    const text = code.slice(token.start, token.end);
    const added = code.slice(end, token.start) + (literal ? plainLiteral(text) : text);
    served += added;
    end = token.end;
    line = added.includes('\n') ? added.length - added.lastIndexOf('\n') - 1 : line + added.length;
    if (line <= LINE || !BREAKABLE.has(token.type)) continue;
    served += '\n';
    line = 0;
  }
  return served + code.slice(end);
}

/** A text or regular expression, with its quotes or slashes: its inner slashes before `/` and `*`, backticks and what is not ASCII become escapes. @param {string} literal */
function plainLiteral(literal) {
  return literal.replace(/\\[\s\S]|[\s\S]/gu, (sign, at) => {
    const last = sign[sign.length - 1];
    if (last === '`') return '\\x60';
    if (last === '/' && at > 0 && /[/*]/.test(literal[at + sign.length] ?? '')) return '\\x2f';
    if (/^[\n -~]$/.test(last ?? '')) return sign;
    return [...sign.replace('\\', '')].map((one) => escaped(one, /\/[a-z]*u[a-z]*$/.test(literal))).join('');
  });
}

/** @param {string} sign one character, of one or two units @param {boolean} isWhole whether the pattern reads characters, not units */
function escaped(sign, isWhole) {
  if (isWhole) return `\\u{${sign.codePointAt(0)?.toString(16)}}`;
  return [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

/** @type {readonly [RegExp, string][]} */
const HARMED = [
  [/\/[/*]/, 'what looks like a comment'],
  [/`/, 'a template literal'],
  [/[^\n -~]/, 'a character that is not ASCII'],
];

/** Throws if a line is so long that Google might refuse the file. @param {string} file @param {string} text */
export function checkLines(file, text) {
  const longest = Math.max(...text.split('\n').map(({ length }) => length));
  if (longest > LONGEST_LINE)
    throw new Error(`${file} has a line of ${longest} characters: at most ${LONGEST_LINE} may be.`);
}

/** Throws if Google might serve the page with its scripts harmed. @param {string} file @param {string} html */
export function checkServedPage(file, html) {
  checkLines(file, html);
  for (const [, code = ''] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)) {
    for (const [pattern, what] of HARMED) {
      const at = code.search(pattern);
      if (at >= 0) throw new Error(`${file} has ${what} in its script: ${code.slice(Math.max(0, at - 40), at + 40)}`);
    }
  }
}
