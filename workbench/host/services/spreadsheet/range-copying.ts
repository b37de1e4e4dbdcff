// A range copied to another place: what its cells hold, how they look, and their rules.

import type { Area } from '../../../protocol.ts';
import { offsetFormula } from '../../formula/tokens.ts';
import { overlap } from '../../model/area.ts';
import type { RangeLooks } from './range-looks.ts';

/** Copies to the destination's first cell on; relative references of formulas move along. With `contentsOnly` looks and rules stay behind. */
export function copyCells(from: RangeLooks, destination: RangeLooks, contentsOnly: boolean): void {
  const { area, sheetModel: source } = from;
  const { sheetModel: target } = destination;
  const [down, right] = [destination.area.row - area.row, destination.area.column - area.column];
  const rows = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => source.cell(area.row + row, area.column + column)),
  );
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const [toRow, toColumn] = [area.row + row + down, area.column + column + right];
      const formula = cell?.formula === undefined ? {} : { formula: offsetFormula(cell.formula, down, right) };
      const { value: _, formula: __, links: ___, ...looks } = target.cell(toRow, toColumn) ?? {};
      const links = cell?.links === undefined ? {} : { links: cell.links };
      const content = cell?.value === undefined ? formula : { value: cell.value, ...formula, ...links };
      target.put(toRow, toColumn, contentsOnly ? { ...looks, ...content } : cell && { ...cell, ...formula });
    }
  }
  if (contentsOnly) return;
  const rules = source.validations.flatMap((rule) => {
    const common = overlap(rule.area, area);
    return common === undefined ? [] : [{ rule, common }];
  });
  target.setValidation({ ...area, row: area.row + down, column: area.column + right }, undefined);
  for (const { rule, common } of rules) {
    target.setValidation({ ...common, row: common.row + down, column: common.column + right }, rule);
  }
  const merges = source.merges.filter((merge) => holdsArea(area, merge));
  target.part({ ...area, row: area.row + down, column: area.column + right });
  for (const merge of merges) target.merge({ ...merge, row: merge.row + down, column: merge.column + right });
  const highlights = source.conditionalFormats.flatMap((format) => {
    const areas = format.areas.flatMap((one) => overlap(one, area) ?? []);
    return areas.length === 0
      ? []
      : [{ ...format, areas: areas.map((one) => ({ ...one, row: one.row + down, column: one.column + right })) }];
  });
  if (source !== target && highlights.length > 0)
    target.setConditionalFormats([...target.conditionalFormats, ...highlights]);
}

const holdsArea = (area: Area, other: Area): boolean =>
  other.row >= area.row &&
  other.column >= area.column &&
  other.row + other.rows <= area.row + area.rows &&
  other.column + other.columns <= area.column + area.columns;
