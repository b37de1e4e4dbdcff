// Calls of experiments and candidates: forms, drafts, search, the selected row.
import * as z from 'zod/mini';
import type { Experiment } from '../../domain/experiment/template.ts';
import type { Rendered } from '../../log/index.ts';
import type { CandidateRow } from '../../sheet/candidates.ts';
import { readRegister } from '../../sheet/register.ts';
import { type CandidateChange, candidateChangeSchema, changeCandidates, openCandidates } from '../rows/candidates.ts';
import { type DraftRequest, draftRequestSchema, keepDraftOf } from '../rows/drafts.ts';
import { experimentSchema } from '../rows/experiment-schema.ts';
import {
  type OpenedExperiment,
  openExperiment,
  openSelected,
  type RowName,
  rowNameSchema,
  type SaveRequest,
  type SaveResult,
  saveExperiment,
  saveRequestSchema,
} from '../rows/forms.ts';
import type { Known, KnownName } from '../rows/known.ts';
import { wholeNumber } from '../rows/row-schema.ts';
import { type Typed, typedSchema, type Understood, understand } from '../rows/understanding.ts';
import { type Answer, answer, answerHere, answerReading, answerWriting } from './answer.ts';

declare function require(path: '../../log/index.ts'): typeof import('../../log/index.ts');
declare function require(path: '../rows/known.ts'): typeof import('../rows/known.ts');

const shownSchema = z.optional(z.object({ id: z.optional(z.string()), field: z.optional(z.string()) }));
/** What else is known of a row to be shown: its experiment's ID, and the key of the column that is meant. */
export type Shown = z.infer<typeof shownSchema>;

/** Selects a row of the register, or its cell in one column, as a click on it would. A row that has moved is found by its ID. */
export function showRow(row: number, shown?: Shown): Answer<object> {
  return answerReading(({ experiments, settings }) => {
    const number = wholeNumber(1).parse(row);
    const { id = '', field = '' } = shownSchema.parse(shown) ?? {};
    const register = id + field === '' ? undefined : readRegister(experiments, settings.optionalFields);
    const named = (id === '' ? undefined : register?.rows.filter(({ experiment }) => experiment.id === id)) ?? [];
    const found = (named.find((each) => each.row === number) ?? named[0])?.row ?? number;
    if (found > experiments.getMaxRows()) return {};
    const place = [...(register?.places ?? [])].find(([key]) => key === field)?.[1];
    if (place === undefined) experiments.getRange(found, 1, 1, experiments.getLastColumn()).activate();
    else experiments.getRange(found, place + 1).activate();
    return {};
  });
}

/** One experiment, to be filled in. */
export function readExperiment(name: RowName): Answer<OpenedExperiment> {
  return answerReading((context) => openExperiment(context, rowNameSchema.parse(name)));
}

/** The experiment in the selected row. */
export function readSelected(): Answer<OpenedExperiment> {
  return answerReading(openSelected);
}

/** An experiment as the log would show it: its Markdown, and the same rendered. */
export function previewExperiment(experiment: Experiment): Answer<{ markdown: string; rendered: Rendered }> {
  return answer(() => {
    const { canonicalExperiment, newExperimentText, renderMarkdown } = require('../../log/index.ts');
    const wanted = canonicalExperiment(experimentSchema.parse(experiment));
    const markdown = newExperimentText({ ...wanted, id: wanted.id || 'NEW' });
    return { markdown, rendered: renderMarkdown(markdown) };
  });
}

/** What the register understands of a duration that is being typed; asks nothing of the spreadsheet. */
export function explainDuration(typed: Typed): Answer<Understood> {
  return answer(() => understand(typedSchema.parse(typed)));
}

/** Writes what a form holds, or says what keeps it from being written. */
export function saveForm(request: SaveRequest): Answer<SaveResult> {
  return answerWriting((context) => saveExperiment(context, saveRequestSchema.parse(request)));
}

/** Keeps the words of one form that this person has not saved yet, beside what the browser keeps; no words forget it. */
export function keepDraft(request: DraftRequest): Answer<object> {
  return answerHere((spreadsheet) => keepDraftOf(spreadsheet, draftRequestSchema.parse(request)));
}

/** All that was tried or thought of, in brief, to be searched in the page; or that it is what it was under this fingerprint, `''` for none. */
export function readKnown(fingerprint: string): Answer<Known> {
  return answerReading((context) => require('../rows/known.ts').knownSince(context, z.string().parse(fingerprint)));
}

/** Selects the row of one of these. */
export function showKnown(name: KnownName): Answer<object> {
  return answerReading((context) => {
    const { knownNameSchema, showKnown: show } = require('../rows/known.ts');
    show(context, knownNameSchema.parse(name));
    return {};
  });
}

/** The open candidates, top to bottom. */
export function readCandidates(): Answer<{ candidates: CandidateRow[] }> {
  return answerReading((context) => ({ candidates: openCandidates(context) }));
}

/** Carries out a change of the candidates; hands out the list as it is then. */
export function changeCandidate(request: CandidateChange): Answer<{ candidates: CandidateRow[] }> {
  return answerWriting((context) => ({
    candidates: changeCandidates(context, candidateChangeSchema.parse(request)),
  }));
}
