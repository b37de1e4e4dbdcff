// Rules of cells where an area gets another one, or where cells take theirs along.

import type { Area, Validation } from '../../protocol.ts';
import { shiftRuleFormula } from '../formula/tokens.ts';
import { overlap, type Shift, without } from './area.ts';

/** The rules of all cells but those of the area. */
export function rulesWithout(rules: readonly Validation[], area: Area): Validation[] {
  return rules.flatMap((rule) => without(rule.area, area).map((part) => partOf(rule, part)));
}

/** The rules of the area's cells, as far as they are its. */
export function rulesWithin(rules: readonly Validation[], area: Area): Validation[] {
  return rules.flatMap((rule) => {
    const part = overlap(rule.area, area);
    return part ? [partOf(rule, part)] : [];
  });
}

/** What is left of a rule; a formula goes on meaning the same cells. */
function partOf(rule: Validation, area: Area): Validation {
  if (rule.kind !== 'formula') return { ...rule, area };
  const none: Shift = { axis: 'rows', kind: 'delete', at: Number.MAX_SAFE_INTEGER, count: 0 };
  return { ...rule, area, values: rule.values.map((formula) => shiftRuleFormula(formula, none, rule.area, area)) };
}
