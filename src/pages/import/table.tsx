// What was made out in a tab or file: where it begins, what its columns and words mean, which rows are left out. Each can be answered otherwise.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { RATINGS } from '../../domain/experiment/scoring.ts';
import { STATUSES } from '../../domain/experiment/status.ts';
import { DECISIONS, FIELDS, hasField } from '../../domain/experiment/template.ts';
import type { Answer, Request } from '../shared/client.ts';
import { Lines } from '../shared/dialog/lines.tsx';
import { sheetWords as words } from '../shared/messages.ts';
import { Options } from '../shared/options.tsx';
import { DateOrder } from './understood.tsx';

type Table = Answer<'previewSheet'>['tables'][number];
type Column = Table['columns'][number];
type Word = Table['words'][number];
type Use = Column['use'];
/** What a person said of a table. */
export type TableAnswers = NonNullable<Request<'previewSheet'>[0]['answers']>[string];

const SPECIAL = ['person', 'end', 'due', 'closed', 'progress', 'own', 'none'] as const satisfies readonly Use[];
/** What a column may be in a register with these optional fields; who does it stands there once, and a score is worked out. */
const usesOf = (fields: readonly string[]): Use[] => [
  ...FIELDS.flatMap(({ key }) => (hasField(key, fields) && key !== 'owner' && key !== 'score' ? [key] : [])),
  ...RATINGS.flatMap(({ key }) => (fields.includes(key) ? [key] : [])),
  ...SPECIAL,
];
const useWord = (use: Use): string =>
  [...FIELDS, ...RATINGS].find(({ key }) => key === use)?.label ?? words.uses[use as keyof typeof words.uses];

const MEANINGS = { statuses: ['', 'idea', ...STATUSES], decisions: ['', ...DECISIONS] } as const;
type Meaning = Word['meaning'];
const meaningWord = (part: Word['part'], meaning: Meaning): string => {
  if (meaning === '') return words.saysNothing[part];
  return meaning === 'idea' ? words.idea : meaning;
};

export function TableView({
  table,
  answers,
  takesFocus,
  onAnswer,
}: {
  table: Table;
  answers: TableAnswers;
  takesFocus: boolean;
  onAnswer: (answers: TableAnswers) => void;
}) {
  const { key, name, header, experiments, ideas, columns, skipped, unread } = table;
  const title = useRef<HTMLHeadingElement>(null);
  // Where a person's eyes go first is where their keys are.
  useLayoutEffect(() => {
    if (takesFocus) title.current?.focus();
  }, []);
  const uses = usesOf(table.fields);
  const used = columns.filter(({ label, filled }) => label !== '' || filled > 0);
  return (
    <section aria-labelledby={`table-${key}`}>
      <h2 id={`table-${key}`} tabIndex={-1} ref={title}>
        {name}
      </h2>
      <p role="status">{header === 0 ? words.headless : words.found(experiments, ideas, header)}</p>
      <p>
        <label for={`header-${key}`}>{words.header}</label>{' '}
        <input
          id={`header-${key}`}
          type="number"
          min={1}
          value={header === 0 ? '' : header}
          onChange={(event) => {
            const row = Number(event.currentTarget.value);
            if (Number.isInteger(row) && row > 0) onAnswer({ header: row });
          }}
        />
      </p>
      <DateOrder understood={table} onAnswer={(dayFirst) => onAnswer({ ...answers, dayFirst })} />
      {used.length > 0 && (
        <details open>
          <summary>{words.columns(used.length)}</summary>
          <Mapping
            heads={[words.column, words.cells, words.means]}
            rows={used.map((column) => ({
              key: String(column.place),
              name: column.label || words.nameless(column.place + 1),
              beside: shortened(column.examples.join(' · ')),
              count: column.filled,
              label: words.meaningOfColumn(column.label || words.nameless(column.place + 1)),
              value: column.use,
              values: uses.includes(column.use) ? uses : [...uses, column.use],
              word: useWord,
              onChoose: (use) => onAnswer({ ...answers, columns: { ...answers.columns, [column.place]: use } }),
            }))}
          />
        </details>
      )}
      {table.words.length > 0 && (
        <details open={table.words.some(({ meaning }) => meaning === '')}>
          <summary>{words.words(table.words.length)}</summary>
          <Mapping
            heads={[words.word, words.cells, words.means]}
            rows={table.words.map(
              ({ part, plain, word, count, meaning }): MappingRow<Meaning> => ({
                key: `${part} ${plain}`,
                name: word,
                beside: words.parts[part],
                count,
                label: words.meaningOfWord(word, words.parts[part]),
                value: meaning,
                values: MEANINGS[part],
                word: (value) => meaningWord(part, value),
                onChoose: (value) => onAnswer({ ...answers, [part]: { ...answers[part], [plain]: value } }),
              }),
            )}
          />
        </details>
      )}
      <Lines
        heading={words.skipped(skipped.reduce((sum, { count }) => sum + count, 0))}
        lines={skipped.map(({ why, rows, count, text }) => words.skippedRow(words.why[why], rows, count, text))}
      />
      <Lines heading={words.unread(unread.length)} lines={unread} />
    </section>
  );
}

/** So much of a column's cells tells what is in it. */
const EXAMPLES = 80;

/** Up to a whole word. */
const shortened = (text: string): string =>
  text.length > EXAMPLES ? `${text.slice(0, EXAMPLES).replace(/[\s·]+\S*$/, '')}…` : text;

interface MappingRow<Value extends string> {
  key: string;
  name: string;
  beside: string;
  count: number;
  /** What a screen reader says of the dropdown. */
  label: string;
  value: Value;
  values: readonly Value[];
  word: (value: Value) => string;
  onChoose: (value: Value) => void;
}

function Mapping<Value extends string>({
  heads,
  rows,
}: {
  heads: readonly string[];
  rows: readonly MappingRow<Value>[];
}) {
  return (
    <table class="mapping">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, beside, count, label, value, values, word, onChoose }) => (
          <tr key={key}>
            <th scope="row">
              {name} <span class="quiet">{beside}</span>
            </th>
            <td>{count}</td>
            <td>
              <select
                aria-label={label}
                value={value}
                onChange={(event) => {
                  const chosen = values[event.currentTarget.selectedIndex];
                  if (chosen !== undefined) onChoose(chosen);
                }}
              >
                <Options values={values} words={word} />
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
