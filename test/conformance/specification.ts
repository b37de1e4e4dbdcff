// The specification: every behaviour of the platform that the add-on and its tests rely on, by subject.
import type { Subject } from './behaviour.ts';
import { conditionalFormats } from './subjects/conditional-formats.ts';
import { formats } from './subjects/formats.ts';
import { formulas } from './subjects/formulas.ts';
import { prefix } from './subjects/prefix.ts';
import { ranges } from './subjects/ranges.ts';
import { validation } from './subjects/validation.ts';
import { values } from './subjects/values.ts';

export const specification: readonly Subject[] = [
  values,
  prefix,
  formulas,
  formats,
  ranges,
  validation,
  conditionalFormats,
];
