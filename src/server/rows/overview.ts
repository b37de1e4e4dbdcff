// What the sidebar opens with: what needs somebody today, and what its forms have to know of the register.
import { FIELDS } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { attentionOf } from '../../domain/portfolio/attention.ts';
import { type Attention, compareAttention } from '../../domain/portfolio/attention-order.ts';
import { type EvaluatedRow, evaluateRow, twinsIn } from '../../domain/register/evaluation.ts';
import { distinctOwners } from '../../domain/register/owners.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { readRegister } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { hearRows } from './change-row.ts';

/** One experiment that needs somebody, and where it stands. */
export interface AttentionItem extends Attention {
  id: string;
  /** The row of the Experiments sheet, from 1. */
  row: number;
  title: string;
  layer: string;
  entity: string;
  owner: string;
  status: string;
}

/** What the forms need to know of the settings. */
export type FormSettings = Omit<Settings, 'title' | 'tagline' | 'fileName'>;

/** What the sidebar opens with. */
export interface Overview {
  settings: FormSettings;
  /** The day in the spreadsheet's time zone, yyyy-mm-dd. */
  today: string;
  /** How many experiments there are. */
  experiments: number;
  /** Who is named as owner anywhere, in the order of the alphabet. */
  owners: string[];
  /** Gravest first. */
  attention: AttentionItem[];
  /** How many places register and log have both changed, as the last look at the file found them. */
  openQuestions: number;
  /** Fingerprint of all that this was worked out from. */
  seal: string;
}

/** Reads the register once and says what needs attention today. */
export function overviewOf(context: RegisterContext): Overview {
  return workedOut(context, seenIn(context));
}

/** The same, unless nothing has changed since the overview with this fingerprint: then nothing is worked out. */
export function overviewSince(context: RegisterContext, seal: string): Overview | undefined {
  const seen = seenIn(context);
  return seen.seal === seal ? undefined : workedOut(context, seen);
}

/** What an overview is worked out from: one read of the sheet and one of what is remembered. */
function seenIn(context: RegisterContext) {
  const { spreadsheet, experiments, settings, today } = context;
  const { openQuestions = 0 } = keys.knownExport(spreadsheet.getId()).read() ?? {};
  const { rows } = readRegister(experiments, settings.optionalFields);
  hearRows(rows, context);
  const texts = rows.map(({ row, experiment, closed }) => [row, closed, ...FIELDS.map(({ key }) => experiment[key])]);
  return { openQuestions, rows, seal: fingerprint(JSON.stringify([today, settings, openQuestions, texts])) };
}

/** What the list says of a row, if it needs somebody. */
export function attentionItem(
  row: EvaluatedRow,
  twinsOf: (row: EvaluatedRow) => number[],
  { settings, today }: Pick<RegisterContext, 'settings' | 'today'>,
): AttentionItem | undefined {
  const { experiment, closed } = row;
  const found = attentionOf(experiment, closed, settings, today, evaluateRow(row, twinsOf, settings, today));
  const { id, title, layer, entity, owner, status } = experiment;
  return found && { ...found, id, row: row.row, title, layer, entity, owner, status };
}

function workedOut(
  { settings, today }: RegisterContext,
  { openQuestions, rows, seal }: ReturnType<typeof seenIn>,
): Overview {
  const twinsOf = twinsIn(rows);
  const attention = rows.flatMap((row) => attentionItem(row, twinsOf, { settings, today }) ?? []);
  attention.sort(compareAttention);
  const { title: _, tagline: _tagline, fileName: _fileName, ...formSettings } = settings;
  const owners = distinctOwners(rows.map(({ experiment }) => experiment.owner));
  return { settings: formSettings, today, experiments: rows.length, owners, attention, openQuestions, seal };
}
