// The risks as a list with a state each; free Markdown that is no such list stays as typed.
import { useLayoutEffect, useState } from 'preact/hooks';
import { RISK_STATES, type Risk, type RiskState, readRisks, writeRisks } from '../../../domain/experiment/risks.ts';
import { formWords, risksWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import { DateField, GrowingField, Hint, LineField, type WidgetProps } from './field.tsx';
import { FreeText, LinkButton } from './free-text.tsx';

const NOTHING: Risk = { text: '', state: 'Open', date: '', note: '' };

export function RisksField({ context, ...field }: WidgetProps) {
  const { name, label, value, error, onInput } = field;
  const [risks, setRisks] = useState(readRisks(value));
  /** The box that is to take the focus, once it is there. */
  const [wanted, setWanted] = useState<number>();
  const idOf = (at: number) => (at === 0 ? name : `${name}-${at}`);
  // Before the next key arrives: it belongs to that box.
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    document.getElementById(idOf(wanted))?.focus();
    setWanted(undefined);
  }, [wanted]);
  if (risks === undefined) {
    const read = readRisks(value);
    return <FreeText field={field} label={words.asList} {...(read && { onParts: () => setRisks(read) })} />;
  }
  const set = (next: Risk[]) => {
    setRisks(next);
    onInput(writeRisks(next));
  };
  const change = (at: number, changes: Partial<Risk>) =>
    set(risks.map((risk, index) => (index === at ? { ...risk, ...changes } : risk)));
  /** A box with nothing in it at this place: one that stands there already, else a new one. */
  const goOn = (at: number) => {
    if (risks[at]?.text !== '') setRisks([...risks.slice(0, at), { ...NOTHING }, ...risks.slice(at)]);
    setWanted(at);
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      <div class="quiet">
        <Hint {...field} />
      </div>
      {risks.map((risk, index) => (
        <div key={index} class="risk">
          <GrowingField
            name={idOf(index)}
            label={words.risk(index + 1)}
            value={risk.text}
            error={index === 0 ? error : undefined}
            onInput={(text) => change(index, { text })}
            onEnter={() => risk.text.trim() !== '' && goOn(index + 1)}
          />
          <div class="state">
            <label for={`${name}-state-${index}`}>{words.state(index + 1)}</label>
            <select
              id={`${name}-state-${index}`}
              value={risk.state}
              onChange={(event) => {
                const state = event.currentTarget.value as RiskState;
                change(index, { state, date: state === 'Open' ? '' : risk.date || context.overview.today });
              }}
            >
              <Options values={RISK_STATES} words={(state) => words.states[state]} />
            </select>
            <button
              type="button"
              class="link"
              aria-label={words.removeOf(index + 1)}
              onClick={() => set(risks.filter((_, other) => other !== index))}
            >
              {words.remove}
            </button>
          </div>
          {risk.state !== 'Open' && (
            <>
              <DateField
                name={`${name}-date-${index}`}
                label={words.date(index + 1)}
                value={risk.date}
                onInput={(date) => change(index, { date })}
              />
              <LineField
                name={`${name}-note-${index}`}
                label={words.note(index + 1)}
                value={risk.note}
                onInput={(note) => change(index, { note })}
              />
            </>
          )}
        </div>
      ))}
      <div class="buttons">
        <button type="button" id={risks.length === 0 ? name : undefined} onClick={() => goOn(risks.length)}>
          {words.add}
        </button>
        <LinkButton label={formWords.asText} onClick={() => setRisks(undefined)} />
      </div>
    </fieldset>
  );
}
