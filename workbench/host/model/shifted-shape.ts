// What a sheet has besides cells, after rows or columns came, went or moved: rules, highlights, protections, its filter, sizes.

import type { ConditionalFormat, Filter, Protection, Validation } from '../../protocol.ts';
import { shiftRuleFormula } from '../formula/tokens.ts';
import { type Shift, shiftedAreas, shiftedIndex } from './area.ts';

/** What is inserted takes on no rules where `areRulesLeft` says so. */
const forRules = (shift: Shift): Shift =>
  shift.kind === 'insert' && shift.areRulesLeft ? { ...shift, like: 'neither' } : shift;
/** The same of highlights and protections, which columns always take on. */
const forAreas = (shift: Shift): Shift => (shift.axis === 'rows' ? forRules(shift) : shift);

export function shiftedValidations(rules: readonly Validation[], shift: Shift): Validation[] {
  return rules.flatMap((rule) =>
    shiftedAreas(rule.area, forRules(shift)).map((area) => {
      if (rule.kind !== 'formula') return { ...rule, area };
      return { ...rule, area, values: rule.values.map((formula) => shiftRuleFormula(formula, shift, rule.area, area)) };
    }),
  );
}

export function shiftedFormats(rules: readonly ConditionalFormat[], shift: Shift): ConditionalFormat[] {
  return rules.flatMap((rule) => {
    const areas = rule.areas.flatMap((area) => shiftedAreas(area, forAreas(shift)));
    const [before, after] = [rule.areas[0], areas[0]];
    if (!before || !after) return [];
    return [{ ...rule, areas, formula: shiftRuleFormula(rule.formula, shift, before, after) }];
  });
}

/** The same objects, with another area: a script may hold them. */
export function shiftedProtections(protections: readonly Protection[], shift: Shift): Protection[] {
  return protections.flatMap((protection) => {
    if (!protection.area) return [protection];
    const [first, ...others] = shiftedAreas(protection.area, forAreas(shift));
    if (!first) return [];
    protection.area = first;
    return [protection, ...others.map((area) => ({ ...protection, area }))];
  });
}

/** Undefined where its header is deleted. What is inserted above the header pushes it down; columns that are moved take their rules along. */
export function shiftedFilter(filter: Filter, wanted: Shift): Filter | undefined {
  const shift: Shift = wanted.kind === 'insert' ? { ...wanted, like: 'before' } : wanted;
  const isHeaderGone = shift.axis === 'rows' && shiftedIndex(filter.area.row, shift) === undefined;
  const area = shift.kind === 'move' ? filter.area : shiftedAreas(filter.area, shift)[0];
  if (isHeaderGone || area === undefined) return undefined;
  if (shift.axis === 'rows') return { ...filter, area, rows: [...shiftedSet(new Set(filter.rows), shift)] };
  const rules = Object.entries(filter.rules).flatMap(([column, rule]) => {
    const place = shiftedIndex(Number(column), shift);
    return place === undefined ? [] : [[place, rule]];
  });
  return { ...filter, area, rules: Object.fromEntries(rules) };
}

/** What is kept by row or column number. */
export function shiftedMap(map: ReadonlyMap<number, number>, shift: Shift): Map<number, number> {
  const next = new Map<number, number>();
  for (const [index, value] of map) {
    const place = shiftedIndex(index, shift);
    if (place !== undefined) next.set(place, value);
  }
  return next;
}

export function shiftedSet(set: ReadonlySet<number>, shift: Shift): Set<number> {
  return new Set([...set].map((index) => shiftedIndex(index, shift)).filter((index) => index !== undefined));
}
