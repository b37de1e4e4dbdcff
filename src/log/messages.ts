// Every sentence of the log room that a person may read.
import { STATUSES } from '../domain/experiment/status.ts';
import { DECISIONS } from '../domain/experiment/template.ts';

/** `line` counts from 1. */
export const MESSAGES = {
  // What a log's findings say.
  malformedId: (heading: string) =>
    `"${heading}" has no ID like [K-ABC-001], so that it stays in the log but is not read; give it an ID.`,
  duplicateId: (id: string, line: number) =>
    `The ID ${id} is already taken by the experiment in line ${line}; give one of them another.`,
  otherPrefix: (id: string, prefix: string) =>
    `${id} does not begin with ${prefix}; check whether it belongs in this log.`,
  outsideSection: (id: string, section: string) =>
    `${id} stands in no section for experiments; move it under "${section}".`,
  statusSection: (id: string, status: string, section: string) =>
    `${id} is ${status} but stands in "${section}"; correct one of the two.`,
  noStatus: (id: string) => `${id} has no status; use ${STATUSES.join(', ')}.`,
  unknownStatus: (id: string, status: string) =>
    `${id} has the unknown status "${status}"; use ${STATUSES.join(', ')}.`,
  unknownDecision: (id: string, decision: string) =>
    `${id} has the unknown decision "${decision}"; use ${DECISIONS.join(', ')}.`,
  noLayer: (id: string, layers: string) => `${id} has no layer; use ${layers}.`,
  unknownLayer: (id: string, layer: string, layers: string) => `${id} has the unknown layer "${layer}"; use ${layers}.`,
  missingDate: (id: string) => `${id} has no date; write one as yyyy-mm-dd.`,
  impossibleDate: (id: string, text: string) => `${id} has "${text}" where a date should be; write it as yyyy-mm-dd.`,
  readAs: (id: string, label: string, written: string, read: string) =>
    `${id} has the ${label.toLowerCase()} "${written}", which was read as ${read}; correct it where that is wrong.`,
  labelTwice: (id: string, label: string) =>
    `${id} has the label "${label}" twice; only one of them is read, so join the two.`,
  strayText: (id: string) =>
    `Text under ${id} stands under no label, so that it stays where it is and does not come into the register; put it under one.`,
  strayWords: (words: string) =>
    `"${words}" belongs to no experiment; it stays where it is and does not come into the register.`,
  openBlock: (opener: string, hidden: number) =>
    `"${opener}" is never closed, so that all below it is read as its text${hidden === 0 ? '' : `, ${countOf(hidden, 'experiment')} among it`}; close it.`,
  unreadHeadings: (count: number, headings: string, like = '### [K-ABC-001] Title') =>
    `${countOf(count, 'heading')} may be experiments but ${count === 1 ? 'is' : 'are'} not read, such as ${headings}; write them like ${like}.`,
  cutOff: (words: string) => `The log ends in the middle, with "${words}"; look whether its end was lost.`,
  fewerExperiments: (now: number, before: number) =>
    `The log has ${countOf(now, 'experiment')} where it had ${before} before; look whether it is whole.`,
  lacksEnd: (heading: string) =>
    `The log lacks "${heading}", which stood at its end before; look whether its end was lost.`,

  // How Other fields call a label that means something else in this log than in the register.
  ownLabel: (label: string) => `${label} (in the log)`,

  // Why a text is not read or written.
  tooLarge: 'This file is larger than 20 MB, which no log is; choose the Markdown file of the log.',
  notText: 'This file is not text; choose the Markdown file of the log.',
  headings: (count: number, example: string) => `${countOf(count, 'heading')} like "${example}"`,
  items: (count: number, example: string) => `${countOf(count, 'list item')} like "${example}"`,
  rows: (count: number, head: string) => `a table of ${countOf(count, 'row')} below "${head}"`,
  noExperiment: (headings: string) =>
    `No experiments were made out in this file${headings === '' ? ', which has no headings; choose the Markdown file of the log.' : `: it has ${headings}; point to those that are experiments when you import it, or choose the Markdown file of the log.`}`,
  otherRegister: (id: string, own: string) =>
    `This is the log of another register: it has ${id} and the like, where this register has ${own}; choose this register's own log.`,
  unwritable: (id: string, line: number) =>
    `The change of ${id} cannot be written without changing what stands around line ${line} of the log; change that line in the log first.`,
  misread: (id: string, field: string) =>
    `${id} cannot be written as this log writes its experiments: its ${field} would be read as something else; change it in the register first.`,
  undated: (id: string) => `${id} has no date, by which this log tells its experiments apart; give it one.`,

  // What a merge reports, and how its questions call the parts of a log.
  title: 'The title',
  tagline: 'The tagline',
  captureCommand: 'The capture command',
  prefix: 'The prefix',
  experiment: 'The experiment',
  rest: 'The rest of the log',
  layer: (name: string) => `Layer "${name}"`,
  entity: (name: string) => `Entity "${name}"`,
  candidate: (idea: string) => `Candidate "${idea}"`,
  relatedFile: (path: string) => `Related file "${path}"`,
  partOf: (part: string, id: string) => `${part} of ${id}`,
  renumbered: (id: string, title: string, next: string) =>
    `${id} was added on both sides: the register's keeps the ID, the file's "${title}" is now ${next}.`,
  renamed: (id: string, next: string) => `${id} is now ${next}, with all that the log has of it.`,
  namesOldId: (id: string, old: string, next: string) =>
    `${id} names ${old}, which is now ${next}; change it there if that one is meant.`,
  comesFrom: (name: string, side: 'file' | 'register') => `${name} comes from the ${side}.`,
  chosen: (name: string, side: 'file' | 'register') => `${name}: the ${side}'s was chosen.`,
  writtenAnew: (name: string) => `${name} was written anew.`,
  isNew: (name: string, side: 'file' | 'register') => `${name} is new from the ${side}.`,
  isGone: (name: string, side: 'file' | 'register') => `${name} is gone from the ${side}, and so from the log.`,
} as const;

/** `1 experiment`, `2 experiments`. */
function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A text as a message quotes it: one line, not too long. */
export function shorten(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
