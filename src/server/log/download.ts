// The log's text handed out to the person, without Drive: the whole of it, or the experiments of a selection or a section.
import { STATUSES, type Status } from '../../domain/experiment/status.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  alignIds,
  blankLog,
  canonicalExperiment,
  followRenamed,
  newExperimentText,
  writeLog,
} from '../../log/index.ts';
import { readLogSource } from '../../sheet/log-source.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { presentIn, startOfDownload } from './agreed.ts';
import { ownLogs } from './own-log.ts';
import { keepIds, readContents } from './sync.ts';

/** The text that an export would write, and the file's name. */
export function logText(context: RegisterContext): { name: string; text: string } {
  const { settings, today } = context;
  const held = readContents(context);
  const { contents } = held;
  keepIds(context, held);
  const source = readLogSource(context.source);
  const start = startOfDownload(source, () => keys.knownExport(context.spreadsheet.getId()).read()?.file);
  const before = ownLogs(
    source,
    contents.experiments,
    settings.optionalFields,
  )(start?.text ?? blankLog(settings, { today }));
  const present = presentIn(start, contents, settings);
  const { document, renaming } = alignIds(before, present);
  const after = followRenamed(present, renaming).contents;
  return { name: settings.fileName, text: writeLog(document, after, { today, isChanged: document !== before }) };
}

export const MARKDOWN_OF = ['selection', ...STATUSES] as const;

/** The Markdown of the experiments in the selected rows, or of all with a status, as the log writes them. */
export function markdownOf(
  context: RegisterContext,
  what: 'selection' | Status,
): { text: string; experiments: number } {
  const held = readContents(context);
  const { register } = held;
  keepIds(context, held);
  const rows = what === 'selection' ? selectedRows(context) : undefined;
  const texts = register.rows
    .filter(({ row, experiment }) => (rows === undefined ? experiment.status === what : rows(row)))
    .map(({ experiment }) => newExperimentText(canonicalExperiment(experiment)));
  if (texts.length === 0) {
    throw what === 'selection' ? new UserError('selection-empty') : new UserError('section-empty', what);
  }
  return { text: `${texts.join('\n\n---\n\n')}\n`, experiments: texts.length };
}

/** Whether a row, from 1, is in the selection; on another sheet none is. */
function selectedRows({ spreadsheet, experiments }: RegisterContext): (row: number) => boolean {
  const range = experiments.getActiveRange();
  if (spreadsheet.getActiveSheet().getSheetId() !== experiments.getSheetId() || range === null) return () => false;
  const [first, last] = [range.getRow(), range.getLastRow()];
  return (row) => first <= row && row <= last;
}
