// What was understood of a log: its shape in a sentence, the meaning of its words to be changed, the first experiments, and what stays text.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { STATUSES } from '../../domain/experiment/status.ts';
import { FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import type { Answer as CallAnswer, Request } from '../shared/client.ts';
import { Lines } from '../shared/dialog/lines.tsx';
import { understoodWords as words } from '../shared/messages.ts';
import { Options } from '../shared/options.tsx';
import './understood.css';

type Understood = CallAnswer<'previewImport'>['understood'];
type Word = Understood['words'][number];
/** What a person said of the log's shape. */
export type ShapeAnswers = NonNullable<Request<'previewImport'>[0]['shape']>;

/** Fields that a label can mean. */
const LABELS: readonly FieldKey[] = FIELDS.map(({ key }) => key).filter((key) => key !== 'other');
const labelOf = (key: string): string => FIELDS.find((field) => field.key === key)?.label ?? key;

const CHOICES = {
  labels: ['', ...LABELS],
  statuses: ['', ...STATUSES],
  sections: ['', ...STATUSES, 'candidates'],
} as const satisfies Record<Word['part'], readonly string[]>;

function meaning(part: Word['part']): (value: string) => string {
  return (value) => {
    if (value === '') return words.unknown[part];
    if (part === 'labels') return labelOf(value);
    return value === 'candidates' ? words.candidates : value;
  };
}

export function UnderstoodLog({
  understood,
  shape,
  onAnswer,
  onPoint,
}: {
  understood: Understood;
  shape: ShapeAnswers;
  onAnswer: (shape: ShapeAnswers) => void;
  /** Asked for where the experiments are others than were made out. */
  onPoint: () => void;
}) {
  const { experiments, level, heading, labels, first, left } = understood;
  const title = useRef<HTMLHeadingElement>(null);
  // Where a person's eyes go first is where their keys are.
  useLayoutEffect(() => title.current?.focus(), []);
  if (experiments === 0) return null;
  const unknown = understood.words.filter((word) => word.meaning === '').length;
  return (
    <section aria-labelledby="understood">
      <h2 id="understood" tabIndex={-1} ref={title}>
        {words.title}
      </h2>
      <p role="status">{words.shape(experiments, level, heading, words.forms[labels])}</p>
      <p>
        <button type="button" class="link" onClick={onPoint}>
          {words.notThese}
        </button>
      </p>
      <DateOrder understood={understood} onAnswer={(dayFirst) => onAnswer({ ...shape, dayFirst })} />
      {understood.words.length > 0 && (
        <details open={unknown > 0}>
          <summary>{words.words(understood.words.length, unknown)}</summary>
          <WordTable
            found={understood.words}
            meaningOf={({ part, plain, meaning }) => shape[part]?.[plain] ?? meaning}
            onAnswer={({ part, plain }, value) => onAnswer({ ...shape, [part]: { ...shape[part], [plain]: value } })}
          />
        </details>
      )}
      <FirstRows first={first} />
      {left.length > 0 && (
        <details>
          <summary>{words.left(left.length)}</summary>
          <Lines heading={words.leftHint} lines={left.map(({ line, text }) => words.line(line) + text)} />
        </details>
      )}
    </section>
  );
}

/** The first experiments as the register would have them. */
export function FirstRows({ first }: { first: Understood['first'] }) {
  if (first.length === 0) return null;
  return (
    <details open>
      <summary>{words.first(first.length)}</summary>
      {first.map(({ id, title, fields }) => (
        <section key={id}>
          <h3>
            {id} {title}
          </h3>
          <dl>
            {fields.map(([label, text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </details>
  );
}

/** The words of the log with what each means, a select a row. */
function WordTable({
  found,
  meaningOf,
  onAnswer,
}: {
  found: readonly Word[];
  meaningOf: (word: Word) => string;
  onAnswer: (word: Word, value: string) => void;
}) {
  return (
    <table class="mapping">
      <thead>
        <tr>
          <th scope="col">{words.word}</th>
          <th scope="col">{words.times}</th>
          <th scope="col">{words.means}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((one) => (
          <tr key={`${one.part} ${one.plain}`}>
            <th scope="row">
              {one.word} <span class="quiet">{words.parts[one.part]}</span>
            </th>
            <td>{one.count}</td>
            <td>
              <select
                aria-label={words.meaningOf(one.word, words.parts[one.part])}
                value={meaningOf(one)}
                onChange={(event) => onAnswer(one, event.currentTarget.value)}
              >
                <Options values={CHOICES[one.part]} words={meaning(one.part)} />
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Asked where the log has dates of numbers and none of them says which is the day. */
export function DateOrder({
  understood: { isOrderAsked, dayFirst },
  onAnswer,
}: {
  understood: Pick<Understood, 'isOrderAsked' | 'dayFirst'>;
  onAnswer: (dayFirst: boolean) => void;
}) {
  if (!isOrderAsked) return null;
  const option = (value: boolean, label: string) => (
    <label class="option">
      <input type="radio" name="order" checked={dayFirst === value} onChange={() => onAnswer(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset>
      <legend>{words.order}</legend>
      {option(true, words.dayFirst)}
      {option(false, words.monthFirst)}
    </fieldset>
  );
}
