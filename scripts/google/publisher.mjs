// Who publishes the add-on: what the listing's texts cannot know, asked once and kept beside the project, uncommitted.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

/** Where the answers are kept, in the project's folder. */
export const KEPT = '.publisher.json';

/** Each stands in braces in docs/marketplace. */
export const BLANKS = [
  { key: 'publisher', question: 'The person or company that publishes the add-on', form: /\S/ },
  {
    key: 'address',
    question: 'Where people write to, a mail or https address',
    form: /^(?:[^\s@]+@[^\s@]+\.\S+|https:\/\/\S+)$/,
  },
  {
    key: 'website',
    question: 'The site with the pages for privacy, terms and support, an https address',
    form: /^https:\/\/\S+$/,
  },
  { key: 'law', question: 'Whose law applies to the terms, a country or state', form: /\S/ },
];

/** @typedef {Record<string, string>} Answers by the key of the blank */

/**
 * The answers given with the command, else those kept, else those that a person types; what was given or typed is kept.
 * What nobody answers, or answers in another form, is missing.
 * @param {string} root of the project
 * @param {Record<string, string | undefined>} given
 * @param {((question: string) => Promise<string>) | undefined} ask absent where nobody sits at the terminal
 * @returns {Promise<Answers>}
 */
export async function answersOf(root, given, ask) {
  const file = join(root, KEPT);
  /** @type {Answers} */
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  /** @type {Answers} */
  const answers = {};
  for (const { key, question, form } of BLANKS) {
    const answer = given[key] ?? kept[key] ?? (await ask?.(`${question}: `)) ?? '';
    if (form.test(answer)) answers[key] = answer.trim();
  }
  if (JSON.stringify(answers) !== JSON.stringify(kept)) writeFileSync(file, `${JSON.stringify(answers, null, 2)}\n`);
  return answers;
}

/** The blanks without an answer, as the arguments that give one, each with what is to stand behind it. @param {Answers} answers */
export function missingIn(answers) {
  return BLANKS.filter(({ key }) => answers[key] === undefined).map(({ key, question }) => `--${key} "${question}"`);
}

/**
 * A text with the answers and the day in it.
 * @param {string} text
 * @param {Answers} answers
 */
export function filledIn(text, answers) {
  const day = new Date().toISOString().slice(0, 10);
  return text.replace(/\{(\w+)\}/g, (blank, key) => (key === 'day' ? day : (answers[key] ?? blank)));
}

/** Asks at the terminal, a question after the other; absent where there is none. @returns {((question: string) => Promise<string>) | undefined} */
export function terminal() {
  if (!process.stdin.isTTY) return undefined;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}
