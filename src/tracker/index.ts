// The tracker room: what the rest of the house may call.

export { readTable } from './read.ts';
export { readSeparated } from './separated.ts';
export type * from './table.ts';
export { type ColumnUse, OPTIONAL_TEXTS, PERSON } from './words.ts';
