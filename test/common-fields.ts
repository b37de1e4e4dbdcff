// The fields that every register has, in the order of the template.
import { FIELDS, hasField } from '../src/domain/experiment/template.ts';

export const COMMON_FIELDS = FIELDS.filter(({ key }) => hasField(key, []));
