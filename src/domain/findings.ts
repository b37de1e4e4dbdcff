// What is wrong or unwise about one experiment, in words for the person who wrote it.
import { isIsoDay } from './calendar.ts';
import { readId } from './experiment-id.ts';
import type { Finding } from './finding.ts';
import { isStatus } from './lifecycle.ts';
import type { Settings } from './settings.ts';
import type { DurationReading } from './duration.ts';
import { DECISIONS, type Experiment, type FieldKey, isEmptyText } from './template.ts';
