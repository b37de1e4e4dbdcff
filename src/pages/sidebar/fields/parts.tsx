// A field that is a list of parts, each edited by itself; free Markdown that is no such list stays as typed.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { formWords } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import { type FieldProps, Hint } from './field.tsx';
import { FreeText, LinkButton } from './free-text.tsx';

/** How a list of parts stands in the field's text. */
export interface PartsForm<Part> {
  /** Undefined for a text that is no such list. */
  read: (text: string) => Part[] | undefined;
  write: (parts: readonly Part[]) => string;
  blank: Part;
  isBlank: (part: Part) => boolean;
}

/** What one part's inputs are given. */
export interface PartTools<Part> {
  /** The name of its first input, which gets the focus. */
  name: string;
  error: string | undefined;
  change: (changes: Partial<Part>) => void;
  /** Leads on to a part with nothing in it: one that stands there already, else a new one. */
  goOn: () => void;
  remove: () => void;
}

export function PartsField<Part extends object>({
  field,
  form: { read, write, blank, isBlank },
  words,
  children,
}: {
  field: FieldProps;
  form: PartsForm<Part>;
  words: { asList: string; add: string };
  children: (part: Part, index: number, tools: PartTools<Part>) => ComponentChildren;
}) {
  const { name, label, value, error, onInput } = field;
  const [parts, setParts] = useState(read(value));
  /** The box that is to take the focus, once it is there. */
  const [wanted, setWanted] = useState<number>();
  const nameOf = (at: number) => (at === 0 ? name : `${name}-${at}`);
  // Before the next key arrives: it belongs to that box.
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    document.getElementById(nameOf(wanted))?.focus();
    setWanted(undefined);
  }, [wanted]);
  if (parts === undefined) {
    const found = read(value);
    return <FreeText field={field} label={words.asList} {...(found && { onParts: () => setParts(found) })} />;
  }
  const set = (next: Part[]) => {
    setParts(next);
    onInput(write(next));
  };
  const goOn = (at: number) => {
    const there = parts[at];
    if (there === undefined || !isBlank(there)) setParts([...parts.slice(0, at), { ...blank }, ...parts.slice(at)]);
    setWanted(at);
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      <div class="quiet">
        <Hint {...field} />
      </div>
      {parts.map((part, index) => (
        <div key={index} class="part-of-list">
          {children(part, index, {
            name: nameOf(index),
            error: index === 0 ? error : undefined,
            change: (changes) => set(parts.map((each, at) => (at === index ? { ...each, ...changes } : each))),
            goOn: () => isBlank(part) || goOn(index + 1),
            remove: () => set(parts.filter((_, at) => at !== index)),
          })}
        </div>
      ))}
      <div class="buttons">
        <button type="button" id={parts.length === 0 ? name : undefined} onClick={() => goOn(parts.length)}>
          {words.add}
        </button>
        <LinkButton label={formWords.asText} onClick={() => setParts(undefined)} />
      </div>
    </fieldset>
  );
}

/** The state of a part, beside the button that takes it out. */
export function PartState<State extends string>({
  name,
  label,
  states,
  value,
  onChange,
  removal,
  onRemove,
}: {
  name: string;
  label: string;
  /** Each with its word. */
  states: Readonly<Record<State, string>>;
  value: State;
  onChange: (state: State) => void;
  removal: { label: string; text: string };
  onRemove: () => void;
}) {
  return (
    <div class="state">
      <label for={name}>{label}</label>
      <select id={name} value={value} onChange={(event) => onChange(event.currentTarget.value as State)}>
        <Options values={Object.keys(states) as State[]} words={(state) => states[state]} />
      </select>
      <button type="button" class="link" aria-label={removal.label} onClick={onRemove}>
        {removal.text}
      </button>
    </div>
  );
}
