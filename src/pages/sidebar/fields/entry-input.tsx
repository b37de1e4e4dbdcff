// The input of a field of a pattern or a rule: its kind says which.
import { choicesOf } from '../../../domain/experiment/template.ts';
import type { EntryField } from '../../../domain/learnt/kinds.ts';
import type { Overview } from '../overview.ts';
import { ChoiceField, DateField, type FieldProps, LineField, SuggestionField, TextField } from './field.tsx';
import { ListField } from './list.tsx';

export function EntryInput({
  field,
  settings,
  ...props
}: Omit<FieldProps, 'label' | 'note'> & { field: EntryField; settings?: Overview['settings'] }) {
  const { label, note, kind } = field;
  const common = { ...props, label, note };
  const choices = choicesOf(field, settings ?? { layers: [] });
  switch (kind) {
    case 'block':
      return <TextField {...common} rows={2} />;
    case 'date':
      return <DateField {...common} />;
    case 'choice':
      return choices.length > 0 ? <ChoiceField {...common} choices={choices} /> : <LineField {...common} />;
    case 'choice or free text':
      return <SuggestionField {...common} choices={choices} />;
    case 'list':
      return <ListField {...common} choices={choices} />;
    default:
      return <LineField {...common} />;
  }
}
