// Columns that are not found by their header: a question for each, what became of it, and nothing where there is none.
import { useEffect, useState } from 'preact/hooks';
import { useCall } from '../call.ts';
import type { Answer, Request } from '../client.ts';
import { Failure, Progress } from '../feedback.tsx';
import { columnsWords as words } from '../messages.ts';

type Lost = Answer<'readColumns'>['columns'][number];
type Choice = Request<'saveColumns'>[0][number];

/** `onSettled` is called once every column is in order again, also where there was nothing to ask. */
export function LostColumns({ onSettled }: { onSettled: (wasAsked: boolean) => void }) {
  const [columns, setColumns] = useState<readonly Lost[]>([]);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const { call, isWorking, working, failure } = useCall({ readColumns: words.reading, saveColumns: words.working });

  async function look() {
    const found = await call('readColumns');
    if (found === undefined) return;
    setColumns(found.columns);
    if (found.columns.length === 0) onSettled(false);
  }

  async function save(event: Event) {
    event.preventDefault();
    if ((await call('saveColumns', Object.values(chosen))) !== undefined) onSettled(true);
  }

  useEffect(() => {
    look();
  }, []);

  return (
    <form onSubmit={save} aria-busy={isWorking}>
      <Progress text={working} />
      <Failure text={failure} />
      {columns.length > 0 && (
        <>
          <p role="alert">{columns[0]?.isOwn ? words.introOwn : words.intro(columns.length)}</p>
          {columns.map((column) => (
            <fieldset key={column.key}>
              <legend>{column.sheet ? words.of(column.label, column.sheet) : column.label}</legend>
              {choicesOf(column).map(({ choice, say }) => (
                <label key={say} class="option">
                  <input
                    type="radio"
                    name={column.key}
                    onChange={() => setChosen({ ...chosen, [column.key]: choice })}
                  />
                  <span>{say}</span>
                </label>
              ))}
            </fieldset>
          ))}
          <div class="buttons">
            <button
              type="submit"
              class="primary"
              disabled={isWorking || columns.some(({ key }) => chosen[key] === undefined)}
            >
              {words.save}
            </button>
          </div>
        </>
      )}
    </form>
  );
}

/** So much of a cell tells which column is meant. */
const SAMPLE = 40;

function choicesOf({ key, label, sheet, likely, inLog, isOwn }: Lost): { choice: Choice; say: string }[] {
  const ofLikely = likely.flatMap(({ name, letters, sample }): { choice: Choice; say: string }[] => {
    const seen = sample === '' ? '' : words.sample(sample.length > SAMPLE ? `${sample.slice(0, SAMPLE)}…` : sample);
    if (isOwn) {
      return [
        { choice: { key, is: 'taken' }, say: words.taken(name, letters, seen) },
        { choice: { key, is: 'left' }, say: words.left(label) },
      ];
    }
    const named: { choice: Choice; say: string } = {
      choice: { key, is: 'named', letters, name },
      say: words.named(name, letters) + seen,
    };
    const renamed: { choice: Choice; say: string } = {
      choice: { key, is: 'renamed', letters, name },
      say: words.renamed(name, letters, label),
    };
    return name === '' ? [renamed] : [named, renamed];
  });
  if (isOwn) return ofLikely;
  const anew: { choice: Choice; say: string } = {
    choice: { key, is: 'anew' },
    say: words.anew(inLog, sheet !== undefined),
  };
  return [...ofLikely, ...(inLog > 0 ? [anew] : []), { choice: { key, is: 'empty' }, say: words.empty }];
}
