// Optional fields that came with a team's own sheet: done without again, where it is taken back.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { COLUMNS, headerOf } from '../../sheet/columns.ts';
import { placesOfOwn } from '../../sheet/own-columns.ts';
import { readRegister } from '../../sheet/register.ts';
import type { RegisterContext } from '../context.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { wish } from '../upkeep/optional-fields.ts';

/** Does without these optional fields, where nothing is left that says them. */
export function dropFields(context: RegisterContext, fields: readonly string[] = []): void {
  const { rows } = readRegister(context.experiments, context.settings.optionalFields);
  const gone = context.wishedFields.filter(
    (key) => fields.includes(key) && rows.every(({ experiment }) => experiment[key as FieldKey] === ''),
  );
  if (gone.length === 0) return;
  wish(
    context,
    context.wishedFields.filter((key) => !gone.includes(key)),
    context.settings.scoring,
  );
  checkAndComplete(context);
  removeBlankColumns(
    context,
    COLUMNS.filter(({ key }) => gone.some((each) => each === key)).map(({ label }) => label),
  );
}

/** Own columns that the import added, where nothing is left below their headers. */
export function removeBlankColumns({ experiments: sheet }: RegisterContext, labels: readonly string[]): void {
  const places = placesOfOwn(headerOf(sheet), labels);
  for (const place of [...places.values()].sort((a, b) => b - a)) {
    const below = sheet.getMaxRows() - 1;
    if (below > 0 && sheet.getRange(2, place + 1, below, 1).isBlank()) sheet.deleteColumn(place + 1);
  }
}
