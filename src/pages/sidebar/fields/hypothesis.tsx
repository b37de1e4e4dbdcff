// The hypothesis as three inputs that compose the sentence beneath, or as free text; both ways round.
import { useState } from 'preact/hooks';
import { composeHypothesis, type Hypothesis, readHypothesis } from '../../../domain/experiment/hypothesis.ts';
import { formWords as words } from '../../shared/messages.ts';
import { type FieldProps, Hint, LineField } from './field.tsx';
import { FreeText, LinkButton } from './free-text.tsx';

const NOTHING: Hypothesis = { change: '', outcome: '', reasoning: '' };

export function HypothesisField(field: FieldProps) {
  const { name, label, value, error, onInput } = field;
  const read = value === '' ? NOTHING : readHypothesis(value);
  // A sentence that the three parts would word differently stays as it is until somebody asks for them.
  const [parts, setParts] = useState(read !== undefined && composeHypothesis(read) === value ? read : undefined);
  if (parts === undefined) {
    return <FreeText field={field} label={words.asParts} {...(read && { onParts: () => setParts(read) })} />;
  }
  const set = (change: Partial<Hypothesis>) => {
    const next = { ...parts, ...change };
    setParts(next);
    onInput(composeHypothesis(next));
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      <LineField
        name={name}
        label={words.change}
        value={parts.change}
        error={error}
        onInput={(change) => set({ change })}
      />
      <LineField name="outcome" label={words.outcome} value={parts.outcome} onInput={(outcome) => set({ outcome })} />
      <LineField
        name="reasoning"
        label={words.reasoning}
        value={parts.reasoning}
        onInput={(reasoning) => set({ reasoning })}
      />
      <p class="sentence note tone-active">{value}</p>
      <div class="quiet">
        <Hint {...field} />
      </div>
      <LinkButton label={words.asText} onClick={() => setParts(undefined)} />
    </fieldset>
  );
}
