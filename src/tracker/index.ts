// The tracker room: what the rest of the house may call.

export { OPTIONAL_TEXTS, PERSON } from './meanings.ts';
export { readTable } from './read.ts';
export { readSeparated } from './separated.ts';
export type * from './table.ts';
export type { ColumnUse } from './words/columns.ts';
