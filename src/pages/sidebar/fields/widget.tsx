// Which widget a field of the template has: its kind says it, but for the few fields that have an editor of their own.
import type { ComponentType } from 'preact';
import { choicesOf, FIELDS, type Field, type FieldKey, type FieldKind } from '../../../domain/experiment/template.ts';
import { DurationField } from './duration.tsx';
import {
  ChoiceField,
  DateField,
  type FieldProps,
  type FormContext,
  LineField,
  SuggestionField,
  TextField,
  type WidgetProps,
} from './field.tsx';
import { HypothesisField } from './hypothesis.tsx';
import { ListField } from './list.tsx';
import { RisksField } from './risks.tsx';
import { RolloutField } from './rollout.tsx';
import { ScoreField } from './score.tsx';

export type TypedField = Field & { key: FieldKey };

const fields: readonly TypedField[] = FIELDS;
/** The fields that people type, in the order of the template. */
export const TYPED_FIELDS = fields.filter(({ key, derived }) => key !== 'id' && !derived);

/** The input of a field by its kind. */
export const WIDGETS: Record<FieldKind, ComponentType<Omit<WidgetProps, 'context'>>> = {
  text: LineField,
  block: TextField,
  date: DateField,
  choice: ChoiceField,
  'choice or free text': SuggestionField,
  person: SuggestionField,
  list: ListField,
  number: LineField,
  benefit: LineField,
};

const EDITORS: Partial<Record<FieldKey, ComponentType<WidgetProps>>> = {
  hypothesis: HypothesisField,
  duration: DurationField,
  risks: RisksField,
  rollingOut: RolloutField,
  score: ScoreField,
};

/** The input of one field. */
export function Widget({
  field,
  context,
  ...props
}: Omit<FieldProps, 'name' | 'label' | 'value'> & { field: TypedField; context: FormContext }) {
  const { key, label, kind } = field;
  const Input = EDITORS[key] ?? WIDGETS[kind];
  const { settings, owners } = context.overview;
  const choices = kind === 'person' ? owners : choicesOf(field, settings);
  return (
    <Input {...props} name={key} label={label} value={context.experiment[key]} choices={choices} context={context} />
  );
}
