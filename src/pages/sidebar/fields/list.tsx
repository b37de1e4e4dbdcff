// Several words of a list, or others: one line of text, in order, with a button for each word that is offered.
import { type FieldProps, LineField } from './field.tsx';

export function ListField({ choices, ...props }: FieldProps & { choices: readonly string[] }) {
  const { value, label, onInput } = props;
  const chosen = value.split(',').map((name) => name.trim());
  const toggle = (choice: string) => {
    const others = chosen.filter((name) => name !== '' && name !== choice);
    onInput((chosen.includes(choice) ? others : [...others, choice]).join(', '));
  };
  return (
    <div class="field">
      <LineField {...props} />
      <fieldset class="toggles" aria-label={label}>
        {choices.map((choice) => (
          <button key={choice} type="button" aria-pressed={chosen.includes(choice)} onClick={() => toggle(choice)}>
            {choice}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
