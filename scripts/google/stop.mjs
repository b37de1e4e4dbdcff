// How a command for Google ends when it cannot go on: one sentence, and what clasp says put into ours.

/** Ends a command with its message, which is what a person reads: what happened, and what to do. */
export class Stop extends Error {}

const LOG_IN = 'run npm run login, which opens https://accounts.google.com in your browser';

const API_OFF = /has not enabled the Apps Script API/i;

/** What clasp and Google say, as patterns, and what we say instead. */
const KNOWN = [
  { pattern: /No credentials found/, sentence: `Nobody is logged in to Google on this machine: ${LOG_IN}.` },
  {
    pattern: /invalid_grant|invalid_rapt|invalid authentication credentials|No access, refresh token/i,
    sentence: `The login to Google has ended: ${LOG_IN}.`,
  },
  {
    pattern: /insufficient permission|insufficient authentication scopes/i,
    sentence: `The login to Google lacks a permission: ${LOG_IN}, and tick every box that it shows.`,
  },
  {
    pattern: API_OFF,
    sentence:
      'Your Google account does not let commands change scripts yet: turn the Apps Script API on at https://script.google.com/home/usersettings, wait a minute, and run the command again.',
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
    sentence:
      'Google cannot be reached from this machine: check that https://script.google.com opens in your browser, and run the command again.',
  },
];

/**
 * True if clasp failed because its user may not change scripts by command.
 * @param {string} printed
 */
export const isApiOff = (printed) => API_OFF.test(printed);

/** What Google answers where an ID is wrong or its owner has not shared it. */
const NOT_THERE = /Requested entity was not found|caller does not have permission|contains an invalid argument/i;

/**
 * The sentence for what clasp printed when it failed; with clasp's own text below it where we know no better.
 * `wrongId` is said where Google knows no such ID: only the caller knows which ID it handed over.
 * @param {string} printed
 * @param {string} action what was tried, such as "push the script"
 * @param {string} [wrongId]
 */
export function sentenceFor(printed, action, wrongId) {
  const known = KNOWN.find(({ pattern }) => pattern.test(printed));
  if (known !== undefined) return known.sentence;
  if (wrongId !== undefined && NOT_THERE.test(printed)) return wrongId;
  return `Google's command line tool clasp could not ${action}; these are its words:\n${printed.trim() || '(none)'}`;
}

/**
 * The sentence for a script ID that Google does not know.
 * @param {string} scriptId
 * @param {string} file where the ID stands
 */
export function wrongScriptId(scriptId, file) {
  return `Google knows no script ${scriptId} that this account may change: compare "scriptId" in ${file} with the ID in the script's project settings, which https://script.google.com/home leads to, or log in as its owner.`;
}

/** @param {string} spreadsheetId */
export function wrongSpreadsheetId(spreadsheetId) {
  return `Google cannot bind a script to the spreadsheet ${spreadsheetId}: open https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit with the account you logged in with, give the spreadsheet a name if it is new and has none, and run the command again.`;
}
