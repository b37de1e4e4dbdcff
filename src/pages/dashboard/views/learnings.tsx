// Learnings: everything that was learnt, newest first, to be searched and taken along.
import { useMemo, useState } from 'preact/hooks';
import { formatDay } from '../../../domain/calendar.ts';
import { type Learning, learningsIn, learningsOf, searchLearnings } from '../../../domain/portfolio/learnings.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { saveText } from '../../shared/files.ts';
import { plainMarkdown, quotedMarkdown } from '../../shared/markdown.ts';
import { buttonWords, dashboardWords } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import type { Loaded, View } from '../view.ts';
import { dayText, joined, nameOf } from '../wording.ts';
import { Lead, LongList } from './experiments.tsx';
import { LearntView } from './learnt.tsx';
import { QuarterView } from './quarter-page.tsx';

const words = dashboardWords.learnings;

/** In the order of the choice. */
const PARTS = { all: AllLearnings, learnt: LearntView, quarter: QuarterView };
type Part = keyof typeof PARTS;

export function LearningsView({ view, loaded }: { view: View; loaded: Loaded }) {
  const [part, setPart] = useState<Part>('all');
  const Shown = PARTS[part];
  return (
    <>
      <div class="buttons controls">
        <label>
          {words.part}{' '}
          <select value={part} onChange={(event) => setPart(event.currentTarget.value as Part)}>
            <Options values={Object.keys(PARTS) as Part[]} words={(each) => words.parts[each]} />
          </select>
        </label>
      </div>
      <Shown view={view} loaded={loaded} />
    </>
  );
}

function AllLearnings({ view }: { view: View }) {
  const [text, setText] = useState('');
  const { facts, period, today } = view;
  const all = useMemo(() => learningsIn(learningsOf(facts), period), [facts, period]);
  const found = useMemo(() => searchLearnings(all, text), [all, text]);
  const title = words.title(formatDay(today));
  return (
    <>
      <div class="controls">
        <label>
          {words.search}{' '}
          <input
            type="search"
            value={text}
            autocomplete="off"
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <p role="status" class="quiet">
          {words.found(found.length)}
        </p>
        <div class="buttons">
          <CopyButton label={buttonWords.copy} text={() => learningsMarkdown(title, view.subtitle, found)} />
          <button
            type="button"
            disabled={found.length === 0}
            onClick={() => saveText(`learnings-${formatDay(today)}.md`, learningsMarkdown(title, view.subtitle, found))}
          >
            {words.save}
          </button>
        </div>
      </div>
      {found.length === 0 ? (
        <p class="placeholder">{all.length === 0 && text === '' ? words.none : words.nothingFound}</p>
      ) : (
        <LongList
          items={found}
          render={(some) => (
            <ul class="cards">
              {some.map(({ fact, day }) => (
                <li key={fact.row} class="card">
                  <p class="text">{fact.learning}</p>
                  <p class="quiet">{aboutOf({ fact, day })}</p>
                  <Lead fact={fact} />
                </li>
              ))}
            </ul>
          )}
        />
      )}
    </>
  );
}

/** Day, decision, layer, entity and experiment, as far as they are written. */
function aboutOf({ fact, day }: Pick<Learning, 'fact' | 'day'>): string {
  const { layer, entity, decision } = fact.experiment;
  return joined([dayText(day) || words.noDay, decision, layer, entity, nameOf(fact)]);
}

function learningsMarkdown(title: string, subtitle: string, learnings: readonly Learning[]): string {
  const parts = learnings.map(
    (learning) => `${quotedMarkdown(learning.fact.learning)}\n\n${plainMarkdown(aboutOf(learning))}`,
  );
  return `${[`# ${title}`, plainMarkdown(subtitle), ...parts].join('\n\n')}\n`;
}
