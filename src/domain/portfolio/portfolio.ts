// The portfolio: what the dashboard knows about each experiment, and which of them a view is about.

import { readDay } from '../calendar.ts';
import type { DurationReading } from '../duration/reader.ts';
import { clockStart, type Timing, timingOf } from '../duration/timing.ts';
import { followsOf } from '../experiment/follows.ts';
import { isStatus, type Status, statusRow } from '../experiment/status.ts';
import { DECISIONS, type Decision, type Experiment, isEmptyText } from '../experiment/template.ts';
import { entityReader } from '../register/entities.ts';
import { type Evaluation, evaluateRegister } from '../register/evaluation.ts';
import { ownersOf } from '../register/owners.ts';
import type { Settings } from '../register/settings.ts';
import { attentionOf } from './attention.ts';
import type { Attention } from './attention-order.ts';

/** A row of the register as it was read. */
export interface PortfolioRow {
  /** The row of the Experiments sheet, from 1. */
  row: number;
  experiment: Experiment;
  closed: string;
  /** The score that the sheet works out. */
  points?: string;
}

/**
 * What is known about one experiment by its words alone, without reading its duration. Days are numbers as in the calendar; undefined where
 * nothing readable stands there.
 */
export interface Told extends PortfolioRow {
  /** Undefined for a status that does not exist. */
  status: Status | undefined;
  /** The day its duration is counted from. */
  from: number | undefined;
  ended: number | undefined;
  decision: Decision | undefined;
  /** The IDs it goes on from. */
  follows: string[];
}

/** What is known about one experiment. */
export interface Fact extends Told {
  /** `''` where none is named. */
  layer: string;
  /** Empty where none is named. */
  entities: string[];
  /** The same; who sees to it. */
  owners: string[];
  proposed: number | undefined;
  /** The day it became Active. */
  started: number | undefined;
  due: number | undefined;
  duration: DurationReading;
  /** Check register says of it that its duration cannot be dated. */
  isUndatable: boolean;
  timing: Timing | undefined;
  attention: Attention | undefined;
  /** `''` where nothing was learnt yet. */
  learning: string;
}

export function toldOf({ row, experiment, closed }: PortfolioRow): Told {
  const { status, decision, other } = experiment;
  return {
    row,
    experiment,
    closed,
    status: isStatus(status) ? status : undefined,
    from: readDay(clockStart(experiment)),
    ended: readDay(closed),
    decision: DECISIONS.find((known) => known === decision),
    follows: followsOf(other),
  };
}

/** The facts of all rows, in the rows' order. `today` as yyyy-mm-dd. */
export function factsOf(rows: readonly PortfolioRow[], settings: Settings, today: string): Fact[] {
  const readEntities = entityReader(settings.entities);
  const evaluations = evaluateRegister(rows, settings, today);
  return rows.flatMap((row, index) => {
    const evaluation = evaluations[index];
    return evaluation === undefined ? [] : [factOf(row, evaluation, settings, today, readEntities)];
  });
}

function factOf(
  row: PortfolioRow,
  evaluation: Evaluation,
  settings: Settings,
  today: string,
  readEntities: (text: string) => string[],
): Fact {
  const { experiment, closed, points } = row;
  const { date, started, decision } = experiment;
  const told = toldOf(row);
  const { status } = told;
  const { duration } = evaluation;
  return {
    ...told,
    ...(points !== undefined && { points }),
    layer: experiment.layer.trim(),
    entities: readEntities(experiment.entity),
    owners: ownersOf(experiment.owner),
    proposed: readDay(date),
    started: readDay(started),
    due: readDay(evaluation.due),
    duration,
    isUndatable: evaluation.findings.some(({ code }) => code === 'undatable-duration'),
    timing: status && timingOf({ ...settings, status, started, date, closed, decision, duration, today }),
    attention: attentionOf(experiment, closed, settings, today, evaluation),
    learning: isEmptyText(experiment.learning) ? '' : experiment.learning.trim(),
  };
}

/** True for an experiment that was completed or dropped. */
export function isClosed({ status }: Pick<Told, 'status'>): boolean {
  return status !== undefined && statusRow(status).phase === 'ended';
}

/** True for an experiment that runs or has run: a dropped one may never have started. */
export function hasRun({ status, started }: Fact): boolean {
  if (status === undefined) return false;
  const { phase, isCutShort } = statusRow(status);
  return phase !== 'waiting' && (isCutShort !== true || started !== undefined);
}

/** True for an experiment that is running. */
export function isRunning({ status }: Fact): boolean {
  return status !== undefined && statusRow(status).phase === 'running';
}

/** Days from `from` to `until`, both inclusive. */
export interface Period {
  from: number;
  until: number;
}

/** What a view is about; absent means all. A layer, entity or owner of `''` means those that name none. */
export interface Filter {
  layer?: string;
  entity?: string;
  owner?: string;
  /** Experiments that were proposed, running or closed at some time in it. */
  period?: Period;
}

/** Those that the filter lets through, and those of which it cannot be told, since a day is missing or unreadable. */
export function filterFacts(
  facts: readonly Fact[],
  { layer, entity, owner, period }: Filter,
): { facts: Fact[]; unplaced: Fact[] } {
  const kept = facts.filter(
    (fact) =>
      (layer === undefined || fact.layer === layer) &&
      (entity === undefined || groupsOf(fact, 'entity').includes(entity)) &&
      (owner === undefined || groupsOf(fact, 'owner').includes(owner)),
  );
  if (period === undefined) return { facts: kept, unplaced: [] };
  return {
    facts: kept.filter((fact) => livedIn(fact, period) === true),
    unplaced: kept.filter((fact) => livedIn(fact, period) === undefined),
  };
}

/** Without those that are known to have been closed outside the period: for views of what was closed in it. */
export function closedIn(facts: readonly Fact[], period: Period | undefined): Fact[] {
  if (period === undefined) return [...facts];
  return facts.filter(({ ended }) => ended === undefined || (period.from <= ended && ended <= period.until));
}

function livedIn(fact: Fact, { from, until }: Period): boolean | undefined {
  const begun = fact.proposed ?? fact.from;
  if (begun === undefined) return undefined;
  if (begun > until) return false;
  if (begun >= from) return true;
  if (fact.ended !== undefined) return fact.ended >= from;
  // Nobody knows when it was closed.
  return isClosed(fact) || fact.status === undefined ? undefined : true;
}

/** By what a view puts experiments together. */
export type Grouping = 'entity' | 'layer' | 'owner';

/** The groups an experiment belongs to: one layer, or every entity or owner it names; `['']` where it names none. */
export function groupsOf({ layer, entities, owners }: Fact, by: Grouping): readonly string[] {
  if (by === 'layer') return [layer];
  const names = by === 'owner' ? owners : entities;
  return names.length === 0 ? [''] : names;
}

/** Group names in the order of the settings, then those that are not in the settings by name, then `''`. */
export function inOrder(names: Iterable<string>, known: readonly string[]): string[] {
  const place = new Map(known.map((name, index) => [name.trim(), index]));
  const rank = (name: string) => (name === '' ? known.length + 1 : (place.get(name) ?? known.length));
  return [...new Set(names)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, undefined, { numeric: true }));
}
