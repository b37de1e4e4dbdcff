// What needs somebody today, by what is to be done about it, each with its next step; above it the quick capture line.
import { useState } from 'preact/hooks';
import { entityReader } from '../../../domain/register/entities.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { grouped } from '../../shared/groups.ts';
import { useKept } from '../../shared/kept.ts';
import { buttonWords, sidebarWords as words } from '../../shared/messages.ts';
import { Heading } from '../form/frame.tsx';
import type { AttentionItem as Item, Overview } from '../overview.ts';
import { agendaOf } from './agenda.ts';
import { AttentionCard, type Reason } from './attention-card.tsx';
import { FilterBar, fits, NO_FILTER } from './attention-filter.tsx';

/** In the order of the list. What is overdue or waits for a decision and needs fixing stands in both groups. */
const GROUPS: Readonly<Record<keyof typeof words.groups, (item: Item) => boolean>> = {
  overdue: ({ kind }) => kind === 'overdue',
  waiting: ({ isWaiting }) => isWaiting,
  soon: ({ kind }) => kind === 'due today' || kind === 'due soon',
  rollingOut: ({ isRollingOut }) => isRollingOut,
  fix: ({ needsFixing }) => needsFixing,
};

/** What a closed one is listed for besides, whatever else it lacks. */
const LESSER: Partial<Record<keyof typeof words.groups, Reason>> = { waiting: 'undecided', rollingOut: 'rolling out' };

export function AttentionView({
  overview,
  onCapture,
  onAct,
  onShow,
  onSettle,
}: {
  overview: Overview;
  onCapture: (line: string) => void;
  onAct: (item: Item) => void;
  onShow: (item: Item) => void;
  onSettle: () => void;
}) {
  const [line, setLine] = useKept('capture', '');
  const [filter, setFilter] = useState(NO_FILTER);
  const { attention, settings, experiments } = overview;
  const entitiesOf = entityReader(settings.entities);
  const shown = attention.filter((item) => fits(item, filter, entitiesOf));
  const groups = (Object.keys(GROUPS) as (keyof typeof GROUPS)[])
    .map((name) => ({ name, title: words.groups[name], items: shown.filter(GROUPS[name]) }))
    .filter(({ items }) => items.length > 0);
  // A meeting goes from entity to entity, the one with the gravest item first.
  const agenda = () => grouped(shown, ({ entity }) => entity || words.noEntity);
  return (
    <>
      <Heading isUnseen>{words.attention}</Heading>
      <form
        class="capture"
        onSubmit={(event) => {
          event.preventDefault();
          if (line.trim() === '') return;
          onCapture(line);
          setLine('');
        }}
      >
        <label for="capture">{words.capture}</label>
        <input
          id="capture"
          value={line}
          autocomplete="off"
          placeholder={words.captureExample}
          title={words.captureHint(settings.captureCommand)}
          onInput={(event) => setLine(event.currentTarget.value)}
        />
        <button type="submit" class="primary">
          {words.add}
        </button>
      </form>
      {overview.openQuestions > 0 && (
        <p class="notice">
          {words.conflicts(overview.openQuestions)}{' '}
          <button type="button" class="link" onClick={onSettle}>
            {words.settle}
          </button>
        </p>
      )}
      {experiments === 0 && <p class="placeholder">{words.none}</p>}
      {experiments > 0 && attention.length === 0 && <p class="placeholder">{words.calm(experiments)}</p>}
      {attention.length > 0 && (
        <>
          <FilterBar
            items={attention}
            found={shown.length}
            filter={filter}
            entitiesOf={entitiesOf}
            wanted={settings.optionalFields}
            onChange={setFilter}
          />
          {groups.map(({ name, title, items }) => (
            <section key={title} aria-label={title}>
              <h2 class="bar">
                {title} <span class="quiet">{items.length}</span>
              </h2>
              <ul class="cards">
                {items.map((item) => (
                  <AttentionCard
                    key={item.row}
                    item={item}
                    reason={(item.kind === 'incomplete' && LESSER[name]) || item.kind}
                    onAct={onAct}
                    onShow={onShow}
                  />
                ))}
              </ul>
            </section>
          ))}
          <CopyButton label={buttonWords.copy} text={() => agendaOf(words.agenda(overview.today), agenda())} />
        </>
      )}
    </>
  );
}
