// What became of what was learnt: which adopted experiments nobody wrote down, which rules come from nothing, what was iterated.
import type { ComponentChildren } from 'preact';
import type { Answer } from '../../shared/client.ts';
import { becameWords as words } from '../../shared/messages.ts';
import { isAskedFor, type LearntFilter } from './learnt-filter.tsx';

type Learnt = Answer<'readLearnt'>;
type KnownEntry = Learnt['entries'][number];
type NamedExperiment = Learnt['unkept'][number];

/** So many of a list are drawn. */
const MOST = 100;

/** As `filter` asks for them; an iteration is asked for where one of its decisions is. */
export function Became({
  learnt: { entries, unkept, iterations },
  filter,
  onExperiment,
  onEntry,
}: {
  learnt: Learnt;
  filter: LearntFilter;
  onExperiment: (experiment: NamedExperiment) => void;
  onEntry: (entry: KnownEntry) => void;
}) {
  const isSome = (some: NamedExperiment) => isAskedFor(some, filter);
  const lead = (experiment: NamedExperiment) => <Lead of={experiment} onClick={() => onExperiment(experiment)} />;
  return (
    <section class="part" aria-label={words.title}>
      <h2>{words.title}</h2>
      {Object.values(filter).some(Boolean) && <p class="quiet">{words.filtered}</p>}
      <Part words={words.unkept} items={unkept.filter(isSome)} render={lead} />
      <Part
        words={words.orphans}
        items={entries.filter(({ entry, isOrphan }) => isOrphan && isAskedFor(entry, filter))}
        render={(known) => <Lead of={known.entry} onClick={() => onEntry(known)} />}
      />
      <Part
        words={words.iterations}
        items={iterations.filter(({ iterated }) => iterated.some(isSome))}
        render={({ first, last, iterated, decision }) => (
          <>
            {lead(first)}
            <p class="quiet">{words.iterated(iterated.length)}</p>
            {last.row !== first.row && (
              <p class="quiet">
                {words.now} {lead(last)} {decision}
              </p>
            )}
          </>
        )}
      />
    </section>
  );
}

function Lead({ of: { id, title }, onClick }: { of: { id: string; title: string }; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {id.trim() || words.unnamed} <bdi>{title.trim() || words.untitled}</bdi>
    </button>
  );
}

/** What it is, with how many there are; where there are none, that there are none. */
function Part<Item>({
  words: { none, some },
  items,
  render,
}: {
  words: { none: string; some: (number: number) => string };
  items: readonly Item[];
  render: (item: Item) => ComponentChildren;
}) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <details>
      <summary>{some(items.length)}</summary>
      <ul class="cards">
        {items.slice(0, MOST).map((item, at) => (
          <li key={at} class="card">
            {render(item)}
          </li>
        ))}
      </ul>
      {items.length > MOST && <p class="quiet">{words.more(items.length - MOST)}</p>}
    </details>
  );
}
