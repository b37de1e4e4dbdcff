// The dashboard: the portfolio at a glance, in one call; filters and views work in the page.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { formatDay, readDay } from '../../domain/calendar.ts';
import { type Fact, type Filter, factsOf } from '../../domain/portfolio/portfolio.ts';
import { useCall } from '../shared/call.ts';
import { resizePage } from '../shared/client.ts';
import { Failure, Waiting } from '../shared/feedback.tsx';
import { useKept } from '../shared/kept.ts';
import '../shared/look.css';
import { dashboardWords as words } from '../shared/messages.ts';
import { mount } from '../shared/mount.tsx';
import './dashboard.css';
import { OpenButton, Opening } from './charts/table.tsx';
import { Filters } from './filters.tsx';
import { groupingsOf, knownGroups, type Loaded, viewOf } from './view.ts';
import { ChainsView } from './views/chains.tsx';
import { Apart, OpenedList } from './views/experiments.tsx';
import { GlanceView } from './views/glance.tsx';
import { LearningsView } from './views/learnings.tsx';
import { NumbersView } from './views/numbers.tsx';
import { ReviewView } from './views/review.tsx';

/** In the order of the buttons. */
const VIEWS = {
  glance: GlanceView,
  numbers: NumbersView,
  chains: ChainsView,
  learnings: LearningsView,
  review: ReviewView,
};
type ViewName = keyof typeof VIEWS;

/** The sizes of the dialog, in pixels: beside what one works on, as it opens, and as far as the screen allows. */
const SIZES = [
  () => ({ width: 480, height: 640 }),
  () => ({ width: 1100, height: 640 }),
  () => ({
    width: Math.max(1100, Math.min(screen.availWidth - 80, 1800)),
    height: Math.max(640, Math.min(screen.availHeight - 160, 1200)),
  }),
];
const USUAL = 1;

function Dashboard() {
  const [loaded, setLoaded] = useState<Loaded>();
  const { call, isWorking, failure } = useCall();

  async function load() {
    const reply = await call('readPortfolio');
    if (reply === undefined) return;
    const { rows, today, ...rest } = reply;
    setLoaded({ ...rest, facts: factsOf(rows, rest.settings, today), today: readDay(today) ?? 0 });
  }

  useEffect(() => {
    load();
  }, []);

  return (
    <>
      <h1 class="unseen">{words.title}</h1>
      <Failure text={failure} />
      {loaded !== undefined ? (
        <Portfolio loaded={loaded} isWorking={isWorking} onReread={load} />
      ) : (
        <Waiting text={words.loading} failure={failure} onAgain={load} />
      )}
    </>
  );
}

function Portfolio({ loaded, isWorking, onReread }: { loaded: Loaded; isWorking: boolean; onReread: () => void }) {
  const [kept, setName] = useKept<ViewName>('dashboard view', 'glance');
  const name = kept in VIEWS ? kept : 'glance';
  const [filter, setFilter] = useState<Filter>({});
  const [size, setSize] = useState(USUAL);
  const [opened, setOpened] = useState<{ title: string; facts: readonly Fact[] }>();
  const known = useMemo(() => knownGroups(loaded), [loaded]);
  const view = useMemo(() => viewOf(loaded, filter, known), [loaded, filter, known]);
  const Shown = VIEWS[name];
  const open = useCallback((title: string, facts: readonly Fact[]) => setOpened({ title, facts }), []);

  function resize(next: number) {
    const wanted = SIZES[next]?.();
    if (wanted === undefined) return;
    resizePage(wanted.width, wanted.height);
    setSize(next);
  }

  return (
    <Opening.Provider value={open}>
      <header class="top">
        <nav aria-label={words.views}>
          {(Object.keys(VIEWS) as ViewName[]).map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === name ? 'page' : undefined}
              onClick={() => setName(each)}
            >
              {words.view[each]}
            </button>
          ))}
        </nav>
        <p class="quiet">{words.asOf(formatDay(loaded.today))}</p>
        <button type="button" disabled={isWorking} onClick={onReread}>
          {words.reread}
        </button>
        <button type="button" disabled={size === 0} onClick={() => resize(size - 1)}>
          {words.smaller}
        </button>
        <button type="button" disabled={size === SIZES.length - 1} onClick={() => resize(size + 1)}>
          {words.larger}
        </button>
      </header>
      {loaded.facts.length === 0 ? (
        <Empty />
      ) : (
        <>
          <Filters
            groups={known}
            offered={groupingsOf(loaded.settings)}
            today={loaded.today}
            nameOf={view.nameOf}
            onChange={setFilter}
          >
            {view.facts.length === 0 ? (
              words.nothingFits
            ) : (
              <OpenButton
                facts={view.facts}
                of={words.shownTitle}
                text={words.shown(view.facts.length, loaded.facts.length)}
              />
            )}
          </Filters>
          <Apart words={words} facts={view.unplaced} />
          <Shown view={view} loaded={loaded} onLearnings={() => setName('learnings')} />
        </>
      )}
      {opened !== undefined && <OpenedList {...opened} onClose={() => setOpened(undefined)} />}
    </Opening.Provider>
  );
}

/** A register without an experiment: what each view will show. */
function Empty() {
  return (
    <section class="empty">
      <p>{words.empty}</p>
      <p class="quiet">{words.emptyShows}</p>
      <dl>
        {(Object.keys(VIEWS) as ViewName[]).map((each) => (
          <div key={each}>
            <dt>{words.view[each]}</dt>
            <dd>{words.shows[each]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

mount(<Dashboard />);
