// Which kinds of entries are kept of experiments beyond the log, and what their sheets are called.

/** The sheets' usual names, and those of their files without the ending. */
export const ENTRY_SHEETS = { pattern: 'Patterns', rule: 'Rules' } as const;
export type EntryKind = keyof typeof ENTRY_SHEETS;

export const ENTRY_KINDS = ['pattern', 'rule'] as const satisfies readonly EntryKind[];
