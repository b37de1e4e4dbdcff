// The log room: what the rest of the house may call.

export type { LogContents, LogDocument } from './document.ts';
export { compareLogs, type FieldChange, type ListChanges, type LogChanges } from './merging/compare.ts';
export { deletionsOf } from './merging/deletions.ts';
export { type Merge, type MergeInput, mergeLogs } from './merging/merge.ts';
export type { Conflict, Resolution, Side } from './merging/merge-choice.ts';
export { alignIds, followRenamed, type Renaming, renameIn } from './merging/renaming.ts';
export { replacedSeals, sealOf } from './merging/replaced.ts';
export { signsOfCut } from './reading/cut-off.ts';
export { READ_OTHERWISE } from './reading/findings.ts';
export { refusalOf, refusalOfText } from './reading/import-check.ts';
export { countUnnamed, namesOf, nameUnnamed, recognise } from './reading/names.ts';
export { readLog } from './reading/read.ts';
export { type Rendered, renderMarkdown } from './reading/rendering.ts';
export { countExperimentHeadings } from './reading/structure.ts';
export { describeLog, type LogDescription, type LogSurvey, surveyLog } from './shape/description.ts';
export { isWorthKeeping, keptOf } from './shape/kept.ts';
export { meaningOfLabel } from './shape/label-words.ts';
export { isIdeasTitle, meaningOfStatus, statusOfSection } from './shape/status-words.ts';
export { plainWord } from './shape/words.ts';
export { canonicalExperiment, canonicalText } from './text/canonical.ts';
export { dayOfValue, orderIn } from './text/dates.ts';
export { isExperimentId, nextFreeId, prefixOfId } from './text/keys.ts';
export { joinOther } from './text/other.ts';
export { withoutWanted, withWanted } from './text/wanted.ts';
export { newExperimentText } from './writing/new-experiment.ts';
export { blankLog } from './writing/template-section.ts';
export { lastUpdatedAfter, writeLog } from './writing/write.ts';
