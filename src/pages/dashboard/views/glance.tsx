// What a person sees first: what runs, what is late, what was learnt.
import { useMemo } from 'preact/hooks';
import { glanceOf } from '../../../domain/portfolio/counts.ts';
import { learningsOf } from '../../../domain/portfolio/learnings.ts';
import { dashboardWords } from '../../shared/messages.ts';
import { OpenButton } from '../charts/table.tsx';
import type { View } from '../view.ts';
import { dayText, joined, nameOf } from '../wording.ts';
import { TimelineChart } from './timeline.tsx';

const words = dashboardWords.glance;
const TILES = ['running', 'overdue', 'dueSoon', 'undated', 'waiting', 'wrong'] as const;
const LATEST = 3;

export function GlanceView({ view, onLearnings }: { view: View; onLearnings: () => void }) {
  const glance = useMemo(() => glanceOf(view.facts), [view.facts]);
  const latest = useMemo(() => learningsOf(view.facts).slice(0, LATEST), [view.facts]);
  return (
    <>
      <dl class="tiles" aria-label={words.tiles}>
        {TILES.map((key) => (
          <div key={key} class={`tile ${key}`}>
            <dt>{words[key]}</dt>
            <dd>
              <OpenButton facts={glance[key]} of={words[key]} />
            </dd>
          </div>
        ))}
      </dl>
      <TimelineChart view={view} />
      <section aria-label={words.latest}>
        <h2>{words.latest}</h2>
        {latest.length === 0 ? (
          <p class="placeholder">{words.noLearning}</p>
        ) : (
          <>
            <ul class="cards">
              {latest.map(({ fact, day }) => (
                <li key={fact.row} class="card">
                  <p class="text">{fact.learning}</p>
                  <p class="quiet">{joined([dayText(day), fact.decision, nameOf(fact)])}</p>
                </li>
              ))}
            </ul>
            <button type="button" onClick={onLearnings}>
              {words.allLearnings}
            </button>
          </>
        )}
      </section>
    </>
  );
}
