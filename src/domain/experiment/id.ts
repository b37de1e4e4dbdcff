// Experiment IDs: what they begin with, and a number: `K-BIZ-007`, `EXP-004a`, `W12`, `12`.

/** An ID taken apart. */
export interface IdParts {
  /** All in front of the number, without a hyphen at its end: `K-BIZ`; `''` for a number alone. */
  prefix: string;
  number: number;
  /** All in front of the number: `K-BIZ-`. */
  lead: string;
  /** How many digits the number is written with. */
  width: number;
}

const ID = /^(|\p{L}(?:[\p{L}\p{N}._/-]{0,60}[\p{L}._/-])?)(\d{1,15})\p{Ll}?$/u;

/** Whether a text is an ID. */
export function isId(text: string): boolean {
  return ID.test(text.trim());
}

/** `K-BIZ-007` → prefix `K-BIZ`, number 7; a letter may follow the number. Undefined for what is no ID. */
export function readId(id: string): IdParts | undefined {
  const match = ID.exec(id.trim());
  if (match === null) return undefined;
  const [, lead = '', digits = ''] = match;
  return { prefix: lead.replace(/-$/, ''), number: Number(digits), lead, width: digits.length };
}

/** What the IDs of a prefix begin with: `K-BIZ-` of `K-BIZ`; `EXP-` of `EXP-##`, `''` of `#`, where each `#` is a digit. */
export function leadOf(prefix: string): string {
  return prefix.endsWith('#') ? prefix.replace(/#+$/, '') : `${prefix}-`;
}

/** What a prefix is remembered under, however many digits its IDs are written with: `EXP` of `EXP-##`, as `readId` has it. */
export function plainPrefix(prefix: string): string {
  return prefix.replace(/-?#+$/, '');
}

/** Number 7 → `K-BIZ-007`, of `EXP-##` `EXP-07`; higher numbers simply grow longer. */
export function formatId(prefix: string, number: number): string {
  const width = prefix.endsWith('#') ? (/#+$/.exec(prefix)?.[0].length ?? 1) : 3;
  return leadOf(prefix) + String(number).padStart(width, '0');
}

/** The prefix of these IDs as `formatId` takes it, from the lead that most have; `''` without any. */
export function prefixOf(ids: readonly string[]): string {
  const byLead = new Map<string, string[]>();
  for (const id of ids) {
    const read = readId(id);
    if (!read) continue;
    const own = byLead.get(read.lead) ?? [];
    own.push(/\d+(?=\p{Ll}?$)/u.exec(id.trim())?.[0] ?? '');
    byLead.set(read.lead, own);
  }
  const [most] = [...byLead].sort((a, b) => b[1].length - a[1].length);
  if (most === undefined) return '';
  const [lead, numbers] = most;
  const width = Math.min(...numbers.map(({ length }) => length));
  const isPadded = numbers.some((number) => number.startsWith('0'));
  if (lead.endsWith('-') && (width === 3 || (width > 3 && !isPadded))) return lead.slice(0, -1);
  return lead + '#'.repeat(isPadded ? width : 1);
}

/** The highest number among the IDs that carry the prefix; 0 if there is none. */
export function highestNumber(ids: Iterable<string>, prefix: string): number {
  const lead = leadOf(prefix);
  let highest = 0;
  for (const id of ids) {
    const read = readId(id);
    if (read?.lead === lead) highest = Math.max(highest, read.number);
  }
  return highest;
}
