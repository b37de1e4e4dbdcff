// What people and programs do to a log between two looks at it: a way of changing its text each, `''` where the text has nothing to change.

/** An ISO date in other words. */
const dated = (write: (year: string, month: string, day: string) => string) => (text: string) =>
  text.replace(/\b(20\d\d)-(\d\d)-(\d\d)\b/, (_, year, month, day) => write(year, month, day));

/** Labels of English logs, in other languages. */
const GERMAN = { Status: 'Stand', Started: 'Begonnen', Hypothesis: 'Annahme', Result: 'Ergebnis', Why: 'Warum' };
const SPANISH = { Status: 'Estado', Started: 'Inicio', Hypothesis: 'Hipótesis', Result: 'Resultado', Why: 'Por qué' };
const inWords = (words: Readonly<Record<string, string>>, times: 'once' | 'everywhere') => (text: string) =>
  Object.entries(words).reduce((all, [word, other]) => {
    const label = new RegExp(`(?<=^[-*_>#|\\s]*)${word}(?=[*_\\s]*[:|：]|\\s*$)`, times === 'once' ? 'm' : 'gm');
    return all.replace(label, other);
  }, text);

/** The first line like this that is followed by another like it, and what becomes of it. */
const line = (pattern: RegExp, change: (line: string) => string) => (text: string) =>
  text.replace(new RegExp(pattern.source, `${pattern.flags.replace('m', '')}m`), change);

const HEADING = /^#{2,4} .*\d.*$/;
const BOLD_LABEL = /^(?:[-*] )?\*\*[^*:]+(?::\*\*|\*\*:) .+$/;
const ROW = /(?<=^\|?[ :|-]+-[ :|-]*\n)\|.*$/;

export const MUTATIONS: Readonly<Record<string, (text: string) => string>> = {
  'the line ends of Windows': (text) => text.replace(/\r?\n/g, '\r\n'),
  'the line ends of an old Mac': (text) => text.replace(/\r?\n/g, '\r'),
  'line ends of both kinds': (text) => text.replace(/\r?\n(?=[^\n]*\n)/, '\r\n'),
  'a byte order mark': (text) => `\uFEFF${text.replace('\uFEFF', '')}`,
  'no line end at the end': (text) => text.trimEnd(),
  'blank lines at the end': (text) => `${text}\n\n\n`,
  'blanks at the end of each line': (text) => text.replace(/(?<=\S)(?=\r?\n)/g, '  '),
  'each blank line twice': (text) => text.replace(/\n\n/g, '\n\n\n'),
  'a blank that does not break behind labels': (text) => text.replace(/(?<=:\**) (?=\S)/g, '\u00a0'),
  'a blank that does not break in headings': (text) => text.replace(/^(#+ \S+) /gm, '$1\u00a0'),
  'a wide colon in one label': (text) => text.replace(/(?<=\p{L}): (?=\S)/u, '：'),
  'wide colons in all labels': (text) => text.replace(/(?<=\p{L}): (?=\S)/gu, '：'),
  'blanks before colons': (text) => text.replace(/(?<=^\**\p{L}+): /gmu, ' : '),
  'the first heading called otherwise': line(HEADING, (text) => `${text} and more`),
  'a dash for a colon in one heading': line(/^#{2,4} [^:\n]*\d[^:\n]*: .*$/, (text) => text.replace(': ', ' — ')),
  'one heading a level lower': line(HEADING, (text) => `#${text}`),
  'all headings a level lower': (text) => text.replace(/^(?=#{1,5} )/gm, '#'),
  'marks at the end of headings': (text) => text.replace(/^(#{2,4}) (.*\S)$/gm, '$1 $2 $1'),
  'one heading as the template has it': line(/^#{2,4} [A-Z]+-\d+: .*$/, (text) =>
    text.replace(/([A-Z]+-\d+): /, '[$1] '),
  ),
  'one label in plain words': line(BOLD_LABEL, (text) => text.replace(/\*\*/g, '')),
  'one label with its colon outside': line(BOLD_LABEL, (text) => text.replace(':**', '**:')),
  'one label in bold': line(/^\p{L}{4,12}: .+$/u, (text) => text.replace(/^([^:]+):/, '**$1:**')),
  'labels in capitals': (text) =>
    text.replace(/(?<=^(?:[-*] )?\*\*)\p{L}+(?=:\*\*|\*\*:)/gmu, (word) => word.toUpperCase()),
  'an emoji before a label': line(BOLD_LABEL, (text) => text.replace('**', '📌 **')),
  'one label in Spanish': inWords(SPANISH, 'once'),
  'labels in German': inWords(GERMAN, 'everywhere'),
  'a status that nobody knows': (text) =>
    text.replace(/\b(?:done|running|completed|active|accepted)\b/i, 'percolating'),
  'a status with an emoji': (text) => text.replace(/(?<=(?:Status|State)\W+)\b(?=\p{L})/u, '✅ '),
  'a date by numbers alone': dated((year, month, day) => `${day}/${month}/${year}`),
  'a date in words': dated(
    (year, month, day) =>
      `${Number(day)} ${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][Number(month) - 1]} ${year}`,
  ),
  'a row without its last cell': line(ROW, (text) => text.replace(/\|[^|]*\|\s*$/, '|')),
  'a row with a cell more': line(ROW, (text) => `${text} more |`),
  'front matter': (text) => (text.startsWith('---') ? '' : `---\ntitle: Log\n---\n\n${text}`),
  'a comment between experiments': line(HEADING, (text) => `<!-- from here on by hand -->\n\n${text}`),
  'an example in a fence': line(HEADING, (text) => `\`\`\`\n${text}\n\`\`\`\n\n${text}`),
  'a rule above one heading': line(HEADING, (text) => `---\n\n${text}`),
  'one experiment twice': (text) => text.replace(/^(#{2,4}) .*\d[^\n]*\n(?:(?!#)[^\n]*\n)+/m, '$&$&'),
  'words below a heading': line(HEADING, (text) => `${text}\n\nWe talked about this one.`),
};
