// What was understood of a log: its shape in a sentence, the meaning of its words to be changed, the first experiments, and what stays text.
import { STATUSES } from '../../domain/experiment/status.ts';
import { FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import type { Answer as CallAnswer, Request } from '../shared/client.ts';
import { Lines } from '../shared/dialog/lines.tsx';
import { understoodWords as words } from '../shared/messages.ts';
import { Options } from '../shared/options.tsx';

type Understood = CallAnswer<'previewImport'>['understood'];
type Word = Understood['words'][number];
/** What a person said of the log's shape. */
export type ShapeAnswers = NonNullable<Request<'previewImport'>[0]['shape']>;

/** Fields that a label can mean. */
const LABELS: readonly FieldKey[] = FIELDS.map(({ key }) => key).filter(
  (key) => key !== 'id' && key !== 'title' && key !== 'other',
);
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
}: {
  understood: Understood;
  shape: ShapeAnswers;
  onAnswer: (shape: ShapeAnswers) => void;
}) {
  const { experiments, level, heading, labels, first, left, isOrderAsked } = understood;
  if (experiments === 0) return null;
  const unknown = understood.words.filter((word) => word.meaning === '').length;
  return (
    <section>
      <p role="status">{words.shape(experiments, level, heading, words.forms[labels])}</p>
      {isOrderAsked && (
        <DateOrder dayFirst={shape.dayFirst} onAnswer={(dayFirst) => onAnswer({ ...shape, dayFirst })} />
      )}
      {understood.words.length > 0 && (
        <details open={unknown > 0}>
          <summary>{words.words(understood.words.length, unknown)}</summary>
          <WordTable
            found={understood.words}
            onAnswer={({ part, plain }, value) => onAnswer({ ...shape, [part]: { ...shape[part], [plain]: value } })}
          />
        </details>
      )}
      <details>
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
      {left.length > 0 && (
        <details>
          <summary>{words.left(left.length)}</summary>
          <Lines heading={words.leftHint} lines={left.map(({ line, text }) => words.line(line) + text)} />
        </details>
      )}
    </section>
  );
}

/** The words of the log with what each means, a select a row. */
function WordTable({ found, onAnswer }: { found: readonly Word[]; onAnswer: (word: Word, value: string) => void }) {
  return (
    <table class="words">
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
                value={one.meaning}
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

function DateOrder({ dayFirst, onAnswer }: { dayFirst: boolean | undefined; onAnswer: (dayFirst: boolean) => void }) {
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
