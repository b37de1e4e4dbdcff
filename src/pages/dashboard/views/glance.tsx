// What a person sees first: in sentences what runs, what is late and what waits; then the timeline, and what was learnt last.
import { useMemo } from 'preact/hooks';
import { type Glance, glanceOf, groupFacts } from '../../../domain/portfolio/counts.ts';
import { learningsOf } from '../../../domain/portfolio/learnings.ts';
import { dashboardWords } from '../../shared/messages.ts';
import { OpenButton } from '../charts/table.tsx';
import { groupingsOf, type View } from '../view.ts';
import { dayText, joined, nameOf } from '../wording.ts';
import { Lead } from './experiments.tsx';
import { NextView } from './next.tsx';
import { TimelineChart } from './timeline.tsx';

const words = dashboardWords.glance;
const LATEST = 3;

export function GlanceView({ view, onLearnings }: { view: View; onLearnings: () => void }) {
  const glance = useMemo(() => glanceOf(view.facts), [view.facts]);
  const latest = useMemo(() => learningsOf(view.facts).slice(0, LATEST), [view.facts]);
  return (
    <>
      <Sentences glance={glance} />
      {groupingsOf(view.settings).includes('owner') && <OverdueByOwner view={view} overdue={glance.overdue} />}
      <NextView view={view} />
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
                  <Lead fact={fact} />
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

/** Each number opens the experiments behind it. */
function Sentences({ glance }: { glance: Glance }) {
  const { running, overdue, waiting } = glance;
  const number = (key: keyof Glance) => <OpenButton facts={glance[key]} of={words[key]} />;
  const longest = worst(overdue);
  const late = longest?.attention?.days;
  return (
    <section class="say" aria-label={words.now}>
      {running.length === 0 ? (
        <p>{words.nothingRuns}</p>
      ) : (
        <p>
          <strong>
            {number('overdue')} {words.of} {number('running')} {words.areOverdue(overdue.length)}
          </strong>
          {longest && late !== undefined && (
            <>
              {words.longest(overdue.length, late)}
              <OpenButton facts={[longest]} of={nameOf(longest)} text={nameOf(longest)} />
            </>
          )}
        </p>
      )}
      <p>
        <strong>
          {number('waiting')} {words.wait(waiting.length)}
        </strong>
      </p>
      <p>
        {number('dueSoon')} {words.areDueSoon}, {number('undated')} {words.cannotBeDated}, {number('wrong')}{' '}
        {words.needFixing(glance.wrong.length)}
      </p>
      {glance.rollingOut.length > 0 && (
        <p>
          {number('rollingOut')} {words.rollOut}
        </p>
      )}
    </section>
  );
}

/** Who has what overdue: the most first. */
function OverdueByOwner({ view, overdue }: { view: View; overdue: Glance['overdue'] }) {
  const owners = groupFacts(overdue, 'owner', []).sort((a, b) => b[1].length - a[1].length);
  if (owners.length === 0) return null;
  return (
    <section class="say" aria-label={words.whoHasOverdue}>
      <h2>{words.whoHasOverdue}</h2>
      <ul>
        {owners.map(([owner, facts]) => {
          const name = view.nameOf('owner', owner);
          const longest = worst(facts)?.attention?.days ?? 0;
          return (
            <li key={owner}>
              <strong>{name}</strong>: <OpenButton facts={facts} of={words.overdueOf(name)} />{' '}
              {words.overdueLongest(facts.length, longest)}: {facts.map(nameOf).join('; ')}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function worst(facts: Glance['overdue']) {
  return [...facts].sort((a, b) => (b.attention?.days ?? 0) - (a.attention?.days ?? 0))[0];
}
