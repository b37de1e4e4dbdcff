// The input of a field of a pattern or a rule.
import { choicesOf } from '../../../domain/experiment/template.ts';
import type { EntryField } from '../../../domain/learnt/kinds.ts';
import type { Overview } from '../overview.ts';
import type { FieldProps } from './field.tsx';
import { WIDGETS } from './widget.tsx';

export function EntryInput({
  field,
  settings,
  ...props
}: Omit<FieldProps, 'label' | 'note'> & { field: EntryField; settings: Overview['settings'] }) {
  const { label, note, kind } = field;
  const Input = WIDGETS[kind];
  return <Input {...props} label={label} note={note} choices={choicesOf(field, settings)} />;
}
