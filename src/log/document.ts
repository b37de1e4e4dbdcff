// The log as data: what it says, and where in its text each thing stands.

import type { Status } from '../domain/experiment/status.ts';
import type { Experiment } from '../domain/experiment/template.ts';
import type { Candidate } from '../domain/register/candidate.ts';
import type { Finding } from '../domain/register/finding.ts';
import type { Layer, RelatedFile } from '../domain/register/settings.ts';
import type { LabelSlice } from './forms/label-forms.ts';
import type { Outline } from './reading/outline.ts';
import type { Span, Tiling } from './reading/tiling.ts';
import type { Column, Shape } from './shape/shape.ts';
import type { SectionKind } from './text/sections.ts';

/** What a log says. All texts have LF line ends and the canonical form of `canonicalText`. */
export interface LogContents {
  title: string;
  tagline: string;
  captureCommand: string;
  /** `K-BIZ` of `K-BIZ-001`; empty in a log that shows none. */
  prefix: string;
  layers: Layer[];
  entities: string[];
  /** In the order of the text. */
  experiments: Experiment[];
  candidates: Candidate[];
  relatedFiles: RelatedFile[];
}

/** An experiment as it stands in the text, from its heading to the last line that it owns. */
export interface ExperimentSource extends Span {
  /** `K-BIZ-001#1`: the ID and which of the experiments with this ID it is. */
  key: string;
  line: number;
  endLine: number;
  /** Wherever the log says it; none in a log without IDs. */
  id?: Span | undefined;
  title: Span;
  /** The date in the heading, where the log has it there. */
  date?: Span | undefined;
  /** The status in the heading, where the log has it there and no label of its own says it. */
  status?: Span | undefined;
  /** Of a row: those of its table. */
  columns: readonly Column[];
  /** The end of the heading; the start of a row, which has none. */
  headingEnd: number;
  /** Whether its section alone says its status. */
  isStatusOfSection: boolean;
  labels: LabelSlice[];
  /** Text that no label claims. */
  strays: Span[];
  /** Where its fields end: before a heading of its own level that belongs to it, else at its end. */
  fieldsEnd: number;
  fields: Experiment;
}

/** What a heading of the experiments' level starts; without `experiment`, one that could not be read. */
export interface SectionItem extends Span {
  line: number;
  /** The line after the last. */
  endLine: number;
  experiment?: ExperimentSource;
}

/** A heading above the experiments' and everything up to the next; the preamble is what stands before the first. */
export interface Section {
  kind: SectionKind;
  /** Of its experiments, where its words say it. */
  status?: Status | undefined;
  /** The heading's line, from 0; -1 without one. */
  line: number;
  /** The line after the last. */
  endLine: number;
  items: SectionItem[];
}

/** A list item or table row, and what it says. */
export interface Entry<T> extends Span {
  value: T;
}

/** Where the things stand that are not experiments. */
export interface Places {
  title?: Span;
  tagline?: Span;
  /** The date alone, not what else its line says. */
  lastUpdated?: Span;
  captureCommand?: Span;
  prefix?: Span;
  entities?: Span;
  /** The names of the layers in the template's fence. */
  layerNames?: Span;
  layers: Entry<Layer>[];
  /** Where the first row of layers would go. */
  layersEnd?: number;
  /** Those of the list. */
  candidates: Entry<Candidate>[];
  /** Those on raw lines elsewhere. */
  captured: Entry<Candidate>[];
  relatedFiles: Entry<RelatedFile>[];
}

/** A text and what it says; `writeLog` needs it to change only what has to change. */
export interface LogDocument {
  text: string;
  /** Whose each piece of the text is; cut when it is first asked for. */
  readonly tiling: Tiling;
  contents: LogContents;
  /** The date that the log gives for its last change, as yyyy-mm-dd where that can be read; empty if it has no such line. */
  lastUpdated: string;
  readonly findings: Finding[];
  /** The line end most lines have. */
  newline: '\n' | '\r\n' | '\r';
  outline: Outline;
  shape: Shape;
  sections: Section[];
  places: Places;
}
