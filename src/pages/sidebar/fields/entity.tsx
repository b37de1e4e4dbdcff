// The entities: one line of text, in order and in people's own words, with a button for each that the settings know.
import { LineField } from './field.tsx';

export function EntityField({ entities, ...props }: Parameters<typeof LineField>[0] & { entities: readonly string[] }) {
  const { value, label, onInput } = props;
  const chosen = value.split(',').map((name) => name.trim());
  const toggle = (entity: string) => {
    const others = chosen.filter((name) => name !== '' && name !== entity);
    onInput((chosen.includes(entity) ? others : [...others, entity]).join(', '));
  };
  return (
    <div class="field">
      <LineField {...props} />
      <fieldset class="toggles" aria-label={label}>
        {entities.map((entity) => (
          <button key={entity} type="button" aria-pressed={chosen.includes(entity)} onClick={() => toggle(entity)}>
            {entity}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
