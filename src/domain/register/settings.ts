// The settings of a register and what they are until somebody changes them.
import type { OptionalKey } from '../experiment/scoring.ts';

/** A layer of improvement: a row of the log's table of layers. */
export interface Layer {
  name: string;
  /** What is improved there. */
  improves: string;
  example: string;
}

/** A file named at the end of the log. */
export interface RelatedFile {
  path: string;
  description: string;
}

export interface Settings {
  /** The log's heading. */
  title: string;
  /** The line in italics under it. */
  tagline: string;
  /** `K-BIZ` of `K-BIZ-001`. */
  prefix: string;
  /** The words that capture an experiment in a chat, such as `learn kaizen business`. */
  captureCommand: string;
  /** The exported file's name. */
  fileName: string;
  dueSoonDays: number;
  staleProposalDays: number;
  /** Length of a sprint in days. */
  sprintDays: number;
  /** The month, 1 to 12, in which the fiscal year begins; 0: not said, so that no fiscal year can be dated. */
  fiscalYearBegins: number;
  /** What it has beside what every register has: the named optional fields, and what scoring needs. */
  optionalFields: OptionalKey[];
  /** How it scores what to try next: `''` not at all, `ICE`, `RICE`, or `Header = formula`. */
  scoring: string;
  entities: string[];
  layers: Layer[];
  relatedFiles: RelatedFile[];
}

/** What begins an ID: `K-BIZ` of `K-BIZ-001`; with a `#` for each digit where IDs are written otherwise: `EXP-##`, `#`. */
export const PREFIX = /^(?:[A-Za-z](?:[A-Za-z0-9-]{0,29}[A-Za-z0-9])?|(?:\p{L}[\p{L}\p{N}._/-]{0,29})?#{1,6})$/u;

/** What set-up asks once; everything else of the settings follows from it until somebody changes it. */
export interface RegisterNames {
  /** The name of the system whose experiments these are. */
  name: string;
  prefix: string;
  entities: string[];
}

/** What a new register is called until a person says otherwise. */
export const DEFAULT_NAMES: RegisterNames = { name: 'Business', prefix: 'K-BIZ', entities: ['Company'] };

/** The settings of a new register: its titles and files bear its name. */
export function settingsOf({ name, prefix, entities }: RegisterNames): Settings {
  const stem = name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
  return {
    title: `${name} — Kaizen Log`,
    tagline: 'Experiments to improve business operations across three layers.',
    prefix,
    captureCommand: `learn kaizen ${name.toLowerCase()}`,
    fileName: `${stem}_KAIZEN.md`,
    dueSoonDays: 7,
    staleProposalDays: 14,
    sprintDays: 14,
    fiscalYearBegins: 0,
    optionalFields: [],
    scoring: '',
    entities: [...entities],
    layers: LAYERS.map(([layer, improves]) => ({ name: layer, improves, example: '' })),
    relatedFiles: [
      { path: 'FAILURE_LOG.md', description: 'post-mortems' },
      { path: `${stem}_RULES.md`, description: 'preventive rules' },
      { path: `${stem}_PATTERNS.md`, description: 'success patterns' },
    ],
  };
}

/** Each with what is improved there; examples are the register's own to write. */
const LAYERS = [
  ['System', 'Tools, automation, data flows'],
  ['Process', 'Routines, reviews, handovers'],
  ['Model', 'Measures, targets, how decisions are made'],
] as const;

export const DEFAULT_SETTINGS: Settings = settingsOf(DEFAULT_NAMES);
