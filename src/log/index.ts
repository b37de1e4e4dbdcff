// The log room: what the rest of the house may call.
export { canonicalExperiment, canonicalText } from './canonical.ts';
export { compareLogs, type FieldChange, type ListChanges, type LogChanges } from './compare.ts';
export type { LogContents, LogDocument } from './document.ts';
export { refusalOf, refusalOfText } from './import-check.ts';
export { isExperimentId, nextFreeId, prefixOfId } from './keys.ts';
export { type Merge, type MergeInput, mergeLogs } from './merge.ts';
export type { Conflict, Resolution, Side } from './merge-choice.ts';
export { newExperimentText } from './new-experiment.ts';
export { readLog } from './read.ts';
export { type Rendered, renderMarkdown } from './rendering.ts';
export { blankLog } from './template-section.ts';
export { lastUpdatedAfter, writeLog } from './write.ts';
