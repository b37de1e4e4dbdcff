// Labelled inputs: label above, hint and error below, all three told to screen readers.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readDay } from '../../../domain/calendar.ts';
import type { Experiment } from '../../../domain/experiment/template.ts';
import { formWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import type { Overview } from '../overview.ts';

export interface FieldProps {
  name: string;
  label: string;
  value: string;
  error?: string | undefined;
  /** What belongs there; said below the input, also while there is an error. */
  note?: ComponentChildren;
  /** What to think of in what is written, below the note. */
  coaching?: readonly string[];
  onInput: (value: string) => void;
}

/** The form that a field of the template stands in. */
export interface FormContext {
  experiment: Experiment;
  overview: Overview;
  /** The day it was closed, or `''`; undefined while it is not in the register. */
  closed: string | undefined;
}

/** What the input of a field of the template is given, whichever it is. */
export interface WidgetProps extends FieldProps {
  /** What a choice or a list offers. */
  choices: readonly string[];
  context: FormContext;
}

/** The frame of every field; `children` is the input, tied to its label, hint and error by `tied`. */
function Labelled({ name, label, error, children, ...said }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      <div id={`${name}-hint`} class="quiet">
        <Hint {...said} />
      </div>
      <p id={`${name}-error`} class="bad error">
        {error}
      </p>
    </div>
  );
}

/** What is said below a field while nothing is wrong with it. */
export function Hint({ note, coaching = [] }: Pick<FieldProps, 'note' | 'coaching'>) {
  return (
    <>
      {note}
      {coaching.map((message) => (
        <p key={message} class="note tone-soon">
          {words.coach}: {message}
        </p>
      ))}
    </>
  );
}

function tied(name: string, error: string | undefined) {
  return {
    id: name,
    // Whichever way the words run.
    dir: 'auto',
    'aria-describedby': `${name}-error ${name}-hint`,
    'aria-invalid': error !== undefined,
  } as const;
}

/** One line of text; `list` names a list of suggestions. */
export function LineField({ list, type = 'text', ...field }: FieldProps & { list?: string; type?: 'text' | 'date' }) {
  const { name, value, error, onInput } = field;
  return (
    <Labelled {...field}>
      <input
        {...tied(name, error)}
        type={type}
        list={list}
        value={value}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** A day as yyyy-mm-dd; said in words below, since every browser shows the numbers in an order of its own. */
export function DateField(field: FieldProps) {
  const day = readDay(field.value);
  // The browser's own field for a day shows no other words, such as those that a log has there.
  const [type] = useState<'date' | 'text'>(field.value === '' || day !== undefined ? 'date' : 'text');
  return <LineField {...field} type={type} note={day === undefined ? field.note : words.readAs(inWords(day))} />;
}

function inWords(day: number): string {
  const date = new Date(day * 86_400_000);
  const wording = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return date.toLocaleDateString('en-GB', wording);
}

/** One line of text, with words to choose from. */
export function SuggestionField({ choices, ...field }: FieldProps & { choices: readonly string[] }) {
  const list = `${field.name}-choices`;
  return (
    <>
      <LineField {...field} list={list} />
      <datalist id={list}>
        <Options values={choices} />
      </datalist>
    </>
  );
}

/** One line of text in a box that grows with it, so that all of it is seen. Enter leads on, since the text has no second line. */
export function GrowingField({ onEnter, ...field }: FieldProps & { onEnter: () => void }) {
  const { name, value, error, onInput } = field;
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [value]);
  return (
    <Labelled {...field}>
      <textarea
        {...tied(name, error)}
        ref={box}
        class="plain"
        rows={1}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
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
export function ChoiceField({ choices, ...field }: FieldProps & { choices: readonly string[] }) {
  const { name, value, error, onInput } = field;
  const all = value === '' || choices.includes(value) ? choices : [...choices, value];
  return (
    <Labelled {...field}>
      <select {...tied(name, error)} value={value} onChange={(event) => onInput(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        <Options values={all} />
      </select>
    </Labelled>
  );
}
