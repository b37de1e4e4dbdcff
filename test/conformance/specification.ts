// The specification: every behaviour of the platform that the add-on and its tests rely on, by subject.
import type { Subject } from '../../src/platform/behaviour.ts';
import { conditionalFormats } from './subjects/conditional-formats.ts';
import { copies } from './subjects/copies.ts';
import { drive } from './subjects/drive.ts';
import { engine } from './subjects/engine.ts';
import { formats } from './subjects/formats.ts';
import { formulas } from './subjects/formulas.ts';
import { userInterface } from './subjects/interface.ts';
import { links } from './subjects/links.ts';
import { merges } from './subjects/merges.ts';
import { methodsOfRanges } from './subjects/methods-of-ranges.ts';
import { methodsOfServices } from './subjects/methods-of-services.ts';
import { methodsOfSheets } from './subjects/methods-of-sheets.ts';
import { notations } from './subjects/notations.ts';
import { permissions } from './subjects/permissions.ts';
import { prefix } from './subjects/prefix.ts';
import { protection } from './subjects/protection.ts';
import { ranges } from './subjects/ranges.ts';
import { sentencesOfRanges } from './subjects/sentences-of-ranges.ts';
import { sentencesOfServices } from './subjects/sentences-of-services.ts';
import { sentencesOfSheets } from './subjects/sentences-of-sheets.ts';
import { shape } from './subjects/shape.ts';
import { sheets } from './subjects/sheets.ts';
import { sorting } from './subjects/sorting.ts';
import { storage } from './subjects/storage.ts';
import { templates } from './subjects/templates.ts';
import { utilities } from './subjects/utilities.ts';
import { validation } from './subjects/validation.ts';
import { values } from './subjects/values.ts';
import { waysToCall } from './subjects/ways-to-call.ts';

export const specification: readonly Subject[] = [
  engine,
  values,
  prefix,
  formulas,
  formats,
  notations,
  ranges,
  links,
  merges,
  methodsOfRanges,
  validation,
  conditionalFormats,
  shape,
  sheets,
  copies,
  methodsOfSheets,
  sorting,
  protection,
  storage,
  templates,
  utilities,
  drive,
  permissions,
  methodsOfServices,
  userInterface,
  waysToCall,
  sentencesOfRanges,
  sentencesOfSheets,
  sentencesOfServices,
];
