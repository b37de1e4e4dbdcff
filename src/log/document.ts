// The log as data: what it says, and where in its text each thing stands.

import type { Experiment, FieldKey } from '../domain/experiment/template.ts';
import type { Candidate } from '../domain/register/candidate.ts';
import type { Finding } from '../domain/register/finding.ts';
import type { Layer, RelatedFile } from '../domain/register/settings.ts';
import type { Outline } from './blocks.ts';

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

/** A piece of the text: offsets, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A `**Label:**` and what belongs to it. */
export interface LabelSlice extends Span {
  label: string;
  /** The template's field; none for a label the template does not know, and for a label that stands a second time. */
  key?: FieldKey;
  /** True where the label is one of the template's but another slice holds the field. */
  repeated?: true;
  /** From 0. */
  line: number;
  value: Span;
  /** The value starts below the label's own line. */
  below: boolean;
}

/** An experiment as it stands in the text, from its heading to its last line. */
export interface ExperimentSource extends Span {
  /** `K-BIZ-001#1`: the ID and which of the experiments with this ID it is. */
  key: string;
  line: number;
  id: Span;
  title: Span;
  labels: LabelSlice[];
  /** Text under the heading that no label claims. */
  strays: Span[];
  fields: Experiment;
}

export type SectionKind =
  | 'preamble'
  | 'layers'
  | 'howTo'
  | 'template'
  | 'active'
  | 'completed'
  | 'dropped'
  | 'candidates'
  | 'relatedFiles'
  | 'unknown';

/** What a level-3 heading of an experiment section starts; without `experiment`, one that could not be read. */
export interface SectionItem extends Span {
  experiment?: ExperimentSource;
}

/** A level-1 or level-2 heading and everything up to the next; the preamble is what stands before the first level-2 heading. */
export interface Section {
  kind: SectionKind;
  /** The heading's line, from 0; the preamble's is -1. */
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
  lastUpdated?: Span;
  captureCommand?: Span;
  prefix?: Span;
  entities?: Span;
  /** The names of the layers in the template's fence. */
  layerNames?: Span;
  layers: Entry<Layer>[];
  /** Where the first row of layers would go. */
  layersEnd?: number;
  candidates: Entry<Candidate>[];
  relatedFiles: Entry<RelatedFile>[];
}

/** A text and what it says; `writeLog` needs it to change only what has to change. */
export interface LogDocument {
  text: string;
  contents: LogContents;
  /** As it stands; empty if the log has no such line. */
  lastUpdated: string;
  findings: Finding[];
  /** The line end most lines have. */
  newline: '\n' | '\r\n' | '\r';
  outline: Outline;
  sections: Section[];
  places: Places;
}
