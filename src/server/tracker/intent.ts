// What an import of a sheet is to write: rows, ideas and own columns, written down before the first write.
import type { Experiment } from '../../domain/experiment/template.ts';
import type { Candidate } from '../../domain/register/candidate.ts';

/** A row as it is to be. */
export interface IntendedRow {
  experiment: Experiment;
  closed: string;
  /** As `originText` has it. */
  origin: string;
  /** By the header of the own column. */
  own: Record<string, string>;
  /** The same, of formulas, as `movableFormula` has them. */
  formulas: Record<string, string>;
}

export interface Intent {
  /** Tells this import from others. */
  run: string;
  /** What was taken over, in words. */
  name: string;
  added: IntendedRow[];
  changed: IntendedRow[];
  candidates: Candidate[];
  /** Candidates that have become experiments by what the sheet says. */
  settled: Candidate[];
  /** The prefix of IDs that an empty register takes over. */
  prefix?: string;
}
