// All that was ever tried or thought of, in brief, so that the page can find what is like it without asking again.
import * as z from 'zod/mini';
import { isEmptyText } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { readRegister } from '../../sheet/register.ts';
import type { RegisterContext } from '../context.ts';
import { openCandidates } from './candidates.ts';

/** Characters that are handed out of a title, and of each text: 10,000 entries stay some megabytes. */
const TITLE = 160;
const TEXT = 200;

/** One of them as the sheet says it; what its sheet has no word for is `''`. */
interface Entry {
  id: string;
  /** The row of its sheet, from 1. */
  row: number;
  title: string;
  texts: readonly string[];
  status: string;
  decision: string;
}

/** The kinds there are: a line each, with the sheet that its entries stand in. */
const KINDS = {
  experiment: {
    sheetOf: ({ experiments }: RegisterContext) => experiments,
    read: ({ experiments, settings }: RegisterContext): Entry[] =>
      readRegister(experiments, settings.optionalFields).rows.map(({ row, experiment }) => {
        const { id, title, hypothesis, expectedResult, actualResult, learning, status, decision } = experiment;
        return { id, row, title, texts: [hypothesis, expectedResult, actualResult, learning], status, decision };
      }),
  },
  candidate: {
    sheetOf: ({ candidates }: RegisterContext) => candidates,
    read: (context: RegisterContext): Entry[] =>
      openCandidates(context).map(({ row, idea, question }) => {
        return { id: '', row, title: idea, texts: [question], status: '', decision: '' };
      }),
  },
} satisfies Record<string, { sheetOf: unknown; read: (context: RegisterContext) => Entry[] }>;

type KnownKind = keyof typeof KINDS;
const kinds = Object.keys(KINDS) as [KnownKind, ...KnownKind[]];

export interface KnownEntry extends Omit<Entry, 'texts'> {
  kind: KnownKind;
  /** Its texts, each cut. */
  text: string;
}

/** All of them, with a seal over what they say; or that they say what they said under this seal. */
export type Known = { isSame: true } | { isSame: false; entries: KnownEntry[]; seal: string };

export function knownSince(context: RegisterContext, seal: string): Known {
  const entries = kinds.flatMap((kind) => entriesOf(context, kind));
  const now = fingerprint(JSON.stringify(entries));
  return now === seal ? { isSame: true } : { isSame: false, entries, seal: now };
}

function entriesOf(context: RegisterContext, kind: KnownKind): KnownEntry[] {
  return KINDS[kind].read(context).map(({ title, texts, decision, ...entry }) => {
    const said = texts.filter((text) => !isEmptyText(text)).map((text) => text.slice(0, TEXT));
    const decided = isEmptyText(decision) ? '' : decision;
    return { kind, ...entry, title: title.slice(0, TITLE), text: said.join('\n'), decision: decided };
  });
}

export const knownNameSchema = z.object({ kind: z.enum(kinds), id: z.string(), row: z.int(), title: z.string() });
/** Names one of them: what it is called, and its row where several are called so. */
export type KnownName = z.infer<typeof knownNameSchema>;

/** Selects its row, wherever that has moved to. */
export function showKnown(context: RegisterContext, { kind, id, row, title }: KnownName): void {
  const sheet = KINDS[kind].sheetOf(context);
  const named = entriesOf(context, kind).filter((entry) => (id === '' ? entry.title === title : entry.id === id));
  const found = (named.find((entry) => entry.row === row) ?? named[0])?.row ?? row;
  if (found <= sheet.getMaxRows()) sheet.getRange(found, 1, 1, sheet.getLastColumn()).activate();
}
