// Labelled inputs: label above, hint and error below, all three told to screen readers.
import type { ComponentChildren } from 'preact';
import { formWords } from '../../shared/messages.ts';

interface FieldProps {
  name: string;
  label: string;
  value: string;
  error?: string | undefined;
  /** Said below the input, also while there is an error. */
  hint?: ComponentChildren;
  onInput: (value: string) => void;
}

/** The frame of every field; `input` is given the attributes that tie it to its label, hint and error. */
function Labelled({
  name,
  label,
  error,
  hint,
  children,
}: Pick<FieldProps, 'name' | 'label' | 'error' | 'hint'> & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      <div id={`${name}-hint`} class="quiet">
        {hint}
      </div>
      <p id={`${name}-error`} class="bad error">
        {error}
      </p>
    </div>
  );
}

function tied(name: string, error: string | undefined) {
  return {
    id: name,
    'aria-describedby': `${name}-error ${name}-hint`,
    'aria-invalid': error !== undefined,
  } as const;
}

const DATE = { type: 'date' } as const;
const TEXT = { type: 'text' } as const;

/** One line of text, or a day as yyyy-mm-dd. */
export function LineField({ isDate = false, ...field }: FieldProps & { isDate?: boolean }) {
  const { name, value, error, onInput } = field;
  return (
    <Labelled {...field}>
      <input
        {...tied(name, error)}
        {...(isDate ? DATE : TEXT)}
        value={value}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** Text of many lines. */
export function TextField({ rows = 3, ...field }: FieldProps & { rows?: number }) {
  const { name, value, error, onInput } = field;
  return (
    <Labelled {...field}>
      <textarea
        {...tied(name, error)}
        class="plain"
        rows={rows}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** One of several words. A value that is not among them, such as one a log brought in, is offered too. */
export function ChoiceField({ options, ...field }: FieldProps & { options: readonly string[] }) {
  const { name, value, error, onInput } = field;
  const all = value === '' || options.includes(value) ? options : [...options, value];
  return (
    <Labelled {...field}>
      <select {...tied(name, error)} value={value} onChange={(event) => onInput(event.currentTarget.value)}>
        <option value="">{formWords.choose}</option>
        {all.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
