// Both changed the same field: the two texts side by side, and a choice for each.
import { useState } from 'preact/hooks';
import { type Experiment, type FieldKey, fieldOf } from '../../../domain/experiment/template.ts';
import { formWords as words } from '../../shared/messages.ts';
import { Heading } from './frame.tsx';
import type { Collided } from './saving.ts';

export function Collisions({
  collided: { collisions, now },
  onSettle,
}: {
  collided: Collided;
  onSettle: (chosen: Partial<Experiment>, now: Collided['now']) => void;
}) {
  const [chosen, setChosen] = useState<Partial<Record<FieldKey, string>>>(
    Object.fromEntries(collisions.map(({ field, yours }) => [field, yours])),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSettle(chosen, now);
      }}
    >
      <Heading>{now.id}</Heading>
      <p role="alert">{words.collided}</p>
      {collisions.map(({ field, theirs, yours }) => (
        <fieldset key={field}>
          <legend>{fieldOf(field).label}</legend>
          {[
            { name: words.yours, text: yours },
            { name: words.theirs, text: theirs },
          ].map(({ name, text }) => (
            <label key={name} class="option">
              <input
                type="radio"
                name={field}
                checked={chosen[field] === text}
                onChange={() => setChosen({ ...chosen, [field]: text })}
              />
              <span>
                {name}: <span class="text">{text === '' ? words.empty : text}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div class="buttons">
        <button type="submit" class="primary">
          {words.keep}
        </button>
      </div>
    </form>
  );
}
