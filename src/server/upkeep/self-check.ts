// Self-check: what a bug report has to tell of this spreadsheet and its register, without a word that anybody wrote.

import { fingerprint } from '../../domain/fingerprint.ts';
import { selfCheckParts } from '../../domain/messages.ts';
import type { Finding } from '../../domain/register/finding.ts';
import { UserError } from '../../domain/user-error.ts';
import { safe } from '../../platform/safe-behaviours.ts';
import { addSheet, EmptyBench, outcomeOf } from '../../platform/trial.ts';
import * as keys from '../../store/keys.ts';
import { openRegister } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { type AskedOutcome, askedOutcomes } from './asked-trials.ts';
import { lookAtRegister } from './check.ts';
import { masked, told } from './differences.ts';
import { isNew } from './set-up.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Written by the build. */
declare const ADD_ON_VERSION: string;

/** A behaviour of the platform that was not as expected. */
export interface Difference {
  subject: string;
  name: string;
  standing: string;
  /** As JSON. */
  expected: string;
  seen: string;
}

/** How often Check register finds one thing. */
export interface FindingCount {
  code: string;
  severity: Finding['severity'];
  number: number;
}

/** All of it may be published: no content of a cell, no name of a person, file or sheet. */
export interface SelfCheck {
  addOn: string;
  /** Tells one set of behaviours from another. */
  specification: string;
  locale?: string;
  timeZone?: string;
  scriptTimeZone?: string;
  behaviours: {
    all: number;
    tried: number;
    differing: Difference[];
    /** Those tried that are as expected. */
    held: Pick<Difference, 'subject' | 'name'>[];
  };
  /** What a person has helped to try, here and in the last hours. */
  asked: AskedOutcome[];
  /** Absent where no register is set up, or where it could not be looked at. */
  register?: { rows: number; findings: FindingCount[] };
  /** Parts that could not be carried out, and why. */
  faults: { part: string; why: string }[];
}

const SHEET_NAME = 'Kaizen Log self-check';
/** How long behaviours are begun, in milliseconds: a person waits for it. */
const LONGEST = 40_000;

/** Runs everything; what fails is told and keeps nothing else from running. The sheet it works in is gone afterwards. */
export function selfCheck(spreadsheet: Spreadsheet): SelfCheck {
  claimRun();
  const subjects = Object.entries(safe);
  const claims = subjects.flatMap(([, behaviours]) =>
    behaviours.map(({ name, standing, expected }) => [name, standing, expected]),
  );
  const result: SelfCheck = {
    addOn: ADD_ON_VERSION,
    specification: fingerprint(JSON.stringify(claims)),
    behaviours: { all: claims.length, tried: 0, differing: [], held: [] },
    asked: [],
    faults: [],
  };
  const attempt = (part: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      result.faults.push({ part, why: masked(String(error)) });
    }
  };
  attempt(selfCheckParts.locale, () => {
    result.locale = spreadsheet.getSpreadsheetLocale();
  });
  attempt(selfCheckParts.timeZone, () => {
    result.timeZone = spreadsheet.getSpreadsheetTimeZone();
  });
  attempt(selfCheckParts.scriptTimeZone, () => {
    result.scriptTimeZone = Session.getScriptTimeZone();
  });
  attempt(selfCheckParts.register, () => {
    if (!isNew(spreadsheet)) result.register = countFindings(spreadsheet);
  });
  attempt(selfCheckParts.behaviours, () => tryBehaviours(spreadsheet, result.behaviours));
  attempt(selfCheckParts.asked, () => {
    result.asked = askedOutcomes();
  });
  attempt(selfCheckParts.end, () => keys.selfCheckRunning.forget());
  return result;
}

/** One run at a time, so that the sheet of another is known to be left behind. Nobody's edits wait for it, as they would for a lock. */
function claimRun(): void {
  withDocumentLock(() => {
    if (keys.selfCheckRunning.read() !== undefined) {
      throw new UserError('self-check-running');
    }
    keys.selfCheckRunning.write(true);
  });
}

/** Looks only: a check that repaired the register would hide what it is asked to show. */
function countFindings(spreadsheet: Spreadsheet): { rows: number; findings: FindingCount[] } {
  const { register, findings } = lookAtRegister(openRegister(spreadsheet));
  const counts = new Map<string, FindingCount>();
  for (const { code, severity } of findings) {
    const kind = `${severity} ${code}`;
    const count = counts.get(kind) ?? { code, severity, number: 0 };
    count.number++;
    counts.set(kind, count);
  }
  return { rows: register.rows.length, findings: [...counts.values()] };
}

/**
 * Tries the behaviours in a hidden sheet that is added and removed, with one that a run left behind because it was ended from outside.
 * In cells that nobody else sees, what the register lives by is tried for real: reading alone would not show how this
 * spreadsheet takes dates, lists and apostrophes.
 */
function tryBehaviours(spreadsheet: Spreadsheet, behaviours: SelfCheck['behaviours']): void {
  const start = Date.now();
  const shown = spreadsheet.getActiveSheet().getName();
  const sheet = addSheet(spreadsheet, SHEET_NAME);
  try {
    spreadsheet.getSheetByName(shown)?.activate();
    sheet.hideSheet();
    for (const [subject, list] of Object.entries(safe)) {
      for (const behaviour of list) {
        if (Date.now() - start > LONGEST) return;
        const outcome = outcomeOf(subject, behaviour, new EmptyBench(spreadsheet, sheet));
        behaviours.tried++;
        const { name, standing, expected, seen, isAsExpected } = outcome;
        if (isAsExpected) {
          behaviours.held.push({ subject, name });
          continue;
        }
        behaviours.differing.push({ subject, name, standing, expected: JSON.stringify(expected), seen: told(seen) });
      }
    }
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
}
