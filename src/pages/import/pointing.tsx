// Where no experiments were made out by themselves: the person says which headings, or which table's rows, they are.
import { useState } from 'preact/hooks';
import { LINES, ROWS } from '../../domain/register/log-shape.ts';
import type { Answer } from '../shared/client.ts';
import { pointingWords as words } from '../shared/messages.ts';
import type { ShapeAnswers } from './understood.tsx';

type Survey = NonNullable<Answer<'previewImport'>['survey']>;

export function Pointing({ survey, onPoint }: { survey: Survey; onPoint: (shape: ShapeAnswers) => void }) {
  const [level, setLevel] = useState(0);
  const headings = survey.headings.filter(({ count }) => count > 1);
  if (headings.length === 0 && survey.rows < 2 && survey.items < 2) return null;
  /** One list stands behind all of them. */
  const point = () =>
    onPoint({ level: Math.min(level, LINES), isPointed: true, list: survey.lists[level - LINES - 1]?.list });
  const option = (value: number, label: string) => (
    <label class="option" key={value}>
      <input type="radio" name="experiments" checked={level === value} onChange={() => setLevel(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset>
      <legend>{words.intro}</legend>
      {headings.map(({ level: own, count, example }) => option(own, words.headings(count, own, example)))}
      {survey.rows > 1 && option(ROWS, words.rows(survey.rows, survey.table))}
      {survey.items > 1 && option(LINES, words.items(survey.items, survey.item))}
      {survey.lists.map(({ title, count, example }, index) =>
        option(LINES + 1 + index, words.list(count, title, example)),
      )}
      <button type="button" class="primary" disabled={level === 0} onClick={point}>
        {words.show}
      </button>
    </fieldset>
  );
}
