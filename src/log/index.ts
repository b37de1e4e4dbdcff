// The log room: what the rest of the house may call.
export { canonicalExperiment, canonicalText } from './canonical.ts';
export { compareLogs, type FieldChange, type ListChanges, type LogChanges } from './compare.ts';
export type { LogContents, LogDocument } from './document.ts';
export { refusalOf, refusalOfText } from './import-check.ts';
export { isExperimentId, nextFreeId, prefixOfId } from './keys.ts';
export { type Conflict, type Merge, type MergeInput, mergeLogs, type Resolution, type Side } from './merge.ts';
export { readLog } from './read.ts';
export { type Rendered, renderMarkdown } from './rendering.ts';
export { blankLog } from './template-section.ts';
export { writeLog } from './write.ts';
export { newExperimentText } from './write-experiment.ts';
