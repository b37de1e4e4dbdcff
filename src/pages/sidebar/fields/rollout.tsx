// Where else something that was adopted should go: the places as a list, each open or done.
import { type Place, readRollout, writeRollout } from '../../../domain/experiment/rollout.ts';
import { rolloutWords as words } from '../../shared/messages.ts';
import { DateField, SuggestionField, type WidgetProps } from './field.tsx';
import { PartState, PartsField, type PartsForm } from './parts.tsx';

const FORM: PartsForm<Place> = {
  read: readRollout,
  write: writeRollout,
  blank: { where: '', isDone: false, day: '' },
  isBlank: ({ where }) => where.trim() === '',
};

export function RolloutField({ context, choices, ...field }: WidgetProps) {
  return (
    <PartsField field={field} form={FORM} words={words}>
      {({ where, isDone, day }, index, { name, error, change, remove }) => (
        <>
          <SuggestionField
            name={name}
            label={words.place(index + 1)}
            value={where}
            choices={choices}
            error={error}
            onInput={(text) => change({ where: text })}
          />
          <PartState
            name={`${field.name}-state-${index}`}
            label={words.state(index + 1)}
            states={words.states}
            value={isDone ? 'done' : 'open'}
            // The day on which it begins is another than the one on which it is there.
            onChange={(state) =>
              change({ isDone: state === 'done', day: state === 'done' ? context.overview.today : '' })
            }
            removal={{ label: words.removeOf(index + 1), text: words.remove }}
            onRemove={remove}
          />
          <DateField
            name={`${field.name}-day-${index}`}
            label={(isDone ? words.done : words.from)(index + 1)}
            value={day}
            onInput={(next) => change({ day: next })}
          />
        </>
      )}
    </PartsField>
  );
}
