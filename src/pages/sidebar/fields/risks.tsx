// The risks as a list with a state each.
import { type Risk, readRisks, writeRisks } from '../../../domain/experiment/risks.ts';
import { risksWords as words } from '../../shared/messages.ts';
import { DateField, GrowingField, LineField, type WidgetProps } from './field.tsx';
import { PartState, PartsField, type PartsForm } from './parts.tsx';

const FORM: PartsForm<Risk> = {
  read: readRisks,
  write: writeRisks,
  blank: { text: '', state: 'Open', date: '', note: '' },
  isBlank: ({ text }) => text.trim() === '',
};

export function RisksField({ context, ...field }: WidgetProps) {
  return (
    <PartsField field={field} form={FORM} words={words}>
      {(risk, index, { name, error, change, goOn, remove }) => (
        <>
          <GrowingField
            name={name}
            label={words.risk(index + 1)}
            value={risk.text}
            error={error}
            onInput={(text) => change({ text })}
            onEnter={goOn}
          />
          <PartState
            name={`${field.name}-state-${index}`}
            label={words.state(index + 1)}
            states={words.states}
            value={risk.state}
            onChange={(state) => change({ state, date: state === 'Open' ? '' : risk.date || context.overview.today })}
            removal={{ label: words.removeOf(index + 1), text: words.remove }}
            onRemove={remove}
          />
          {risk.state !== 'Open' && (
            <>
              <DateField
                name={`${field.name}-date-${index}`}
                label={words.date(index + 1)}
                value={risk.date}
                onInput={(date) => change({ date })}
              />
              <LineField
                name={`${field.name}-note-${index}`}
                label={words.note(index + 1)}
                value={risk.note}
                onInput={(note) => change({ note })}
              />
            </>
          )}
        </>
      )}
    </PartsField>
  );
}
