// Calls with which sidebar and dashboard open, and a new register begins.
import * as z from 'zod/mini';
import type { KeptReview } from '../../domain/portfolio/review.ts';
import { namesRefusals, trimmedNames } from '../../domain/register/names-form.ts';
import type { RegisterNames } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { foreignSheets, type OtherNames } from '../../sheet/own-sheets.ts';
import { documentMemory } from '../../store/entry.ts';
import { isSetUp, openRegister, type RegisterContext, today } from '../context.ts';
import { keepReview, type Portfolio, portfolioOf, type ReviewRequest, reviewRequestSchema } from '../dashboard.ts';
import { draftsOf } from '../rows/drafts.ts';
import { type Overview, overviewOf, overviewSince } from '../rows/overview.ts';
import { type Answer, answerHere, answerLocked, answerReading } from './answer.ts';

declare function require(path: '../../../sample/days.ts'): typeof import('../../../sample/days.ts');
declare function require(path: '../upkeep/set-up.ts'): typeof import('../upkeep/set-up.ts');

/**
 * A register as the sidebar opens with it, or that there is none yet; `today` is yyyy-mm-dd. `foreign`: sheets of somebody's own that are
 * called as the register's would be, each with the name that the register's gets.
 */
export type Opening = ({ isNew: false } & Overview) | { isNew: true; today: string; foreign: ForeignSheet[] };

export interface ForeignSheet {
  name: string;
  other: string;
}

/** What the sidebar opens with; `drafts` are this person's that `keepDraft` keeps, the one typed last at the end, where they are asked for. */
export function readOverview(withDrafts?: boolean): Answer<Opening & { drafts?: string[] }> {
  return answerHere((spreadsheet) => ({
    ...openingOf(spreadsheet),
    ...(withDrafts === true && { drafts: draftsOf(spreadsheet) }),
  }));
}

/** What the sidebar would open with now, or that it is the same as the overview with this fingerprint. */
export function readChanges(fingerprint: string): Answer<Changes> {
  return answerReading((context): Changes => {
    const overview = overviewSince(context, z.string().parse(fingerprint));
    return overview === undefined ? { isSame: true } : { isSame: false, isNew: false, ...overview };
  });
}

type Changes = { isSame: true } | ({ isSame: false; isNew: false } & Overview);

function openingOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Opening {
  // One question of the names of the sheets; the rest is asked where one is missing.
  const memory = documentMemory();
  if (isSetUp(spreadsheet, memory) || !require('../upkeep/set-up.ts').isNew(spreadsheet, memory)) {
    return opening(openRegister(spreadsheet, memory));
  }
  const foreign = Object.entries(foreignSheets(spreadsheet)).map(([name, other]) => ({ name, other }));
  return { isNew: true, today: today(spreadsheet), foreign };
}

/** A log to try, dated around today. */
export function readSample(): Answer<{ name: string; text: string }> {
  return answerHere((spreadsheet) => ({
    name: 'BAKERY_KAIZEN.md',
    // A file beside the script, which every edit loads.
    text: require('../../../sample/days.ts').withDays(
      HtmlService.createTemplateFromFile('sample').getRawContent(),
      today(spreadsheet),
    ),
  }));
}

const namesSchema = z.object({ name: z.string(), prefix: z.string(), entities: z.array(z.string()) });

const otherNamesSchema = z.optional(
  z.object({
    Experiments: z.optional(z.string()),
    Candidates: z.optional(z.string()),
    Settings: z.optional(z.string()),
    'Log source': z.optional(z.string()),
  }),
);

/** Sets a new register up under the names that a person gave it, and its sheets that cannot have their usual names under `others`. */
export function saveSetUp(names: RegisterNames, others?: OtherNames): Answer<Opening> {
  return answerLocked((spreadsheet) => {
    const wanted = trimmedNames(namesSchema.parse(names));
    const [refusal] = Object.values(namesRefusals(wanted));
    if (refusal !== undefined) throw new UserError('names-refused', refusal);
    const { setUpUnder } = require('../upkeep/set-up.ts');
    return opening(setUpUnder(spreadsheet, wanted, otherNamesSchema.parse(others) ?? {}));
  });
}

function opening(context: RegisterContext): Opening {
  return { isNew: false, ...overviewOf(context) };
}

/** What the dashboard opens with. */
export function readPortfolio(): Answer<Portfolio> {
  return answerReading(portfolioOf);
}

/** Remembers for this person that a review was held today. */
export function saveReview(request: ReviewRequest): Answer<{ review: KeptReview }> {
  return answerLocked((spreadsheet) => ({ review: keepReview(spreadsheet, reviewRequestSchema.parse(request)) }));
}
