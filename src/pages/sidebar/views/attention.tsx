// What needs somebody today, grouped by entity, worst first, each with its next step; above it the quick capture line.
import { useState } from 'preact/hooks';
import { entityReader } from '../../../domain/register/entities.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { grouped } from '../../shared/groups.ts';
import { buttonWords, sidebarWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import { useKept } from '../form/drafts.ts';
import { Heading } from '../form/frame.tsx';
import type { AttentionItem as Item, Overview } from '../overview.ts';
import { agendaOf } from './agenda.ts';

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
  const [filter, setFilter] = useState({ text: '', layer: '', entity: '', status: '' });
  const { attention, settings, experiments } = overview;
  const entitiesOf = entityReader(settings.entities);
  const shown = attention.filter((item) => fits(item, filter, entitiesOf));
  // The entity with the gravest item first.
  const groups = grouped(shown, ({ entity }) => entity || words.noEntity);
  return (
    <>
      <Heading>{words.attention}</Heading>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (line.trim() === '') return;
          onCapture(line);
          setLine('');
        }}
      >
        <div class="field">
          <label for="capture">{words.capture}</label>
          <input
            id="capture"
            value={line}
            autocomplete="off"
            aria-describedby="capture-hint"
            onInput={(event) => setLine(event.currentTarget.value)}
          />
          <p id="capture-hint" class="quiet">
            {words.captureHint} {words.captureExample(settings.captureCommand)}
          </p>
        </div>
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
          <div class="filters">
            <div class="field wide">
              <label for="search">{words.search}</label>
              <input
                id="search"
                type="search"
                value={filter.text}
                onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
              />
            </div>
            {(['layer', 'entity', 'status'] as const).map((key) => (
              <div class="field" key={key}>
                <label for={`filter-${key}`}>{words[key]}</label>
                <select
                  id={`filter-${key}`}
                  value={filter[key]}
                  onChange={(event) => setFilter({ ...filter, [key]: event.currentTarget.value })}
                >
                  <option value="">{words.all}</option>
                  <Options
                    values={distinct(
                      attention.flatMap((item) => (key === 'entity' ? entitiesOf(item.entity) : [item[key]])),
                    )}
                  />
                </select>
              </div>
            ))}
          </div>
          <p role="status" class="quiet">
            {shown.length === 0 ? words.nothingFound : words.found(shown.length)}
          </p>
          {groups.map(([entity, items]) => (
            <section key={entity} aria-label={entity}>
              <h2>{entity}</h2>
              <ul class="cards">
                {items.map((item) => (
                  <li key={item.row} class={`card ${item.kind.replace(' ', '-')}`}>
                    <button type="button" class="link name" title={words.showRow(item.id)} onClick={() => onShow(item)}>
                      {item.id} {item.title}
                    </button>
                    <p class="timing">{item.words}</p>
                    {item.now !== '' && <p class="quiet">{item.now}</p>}
                    <button
                      type="button"
                      aria-label={words.actionOf[item.action](item.title)}
                      onClick={() => onAct(item)}
                    >
                      {words.actions[item.action]}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <CopyButton label={buttonWords.copy} text={() => agendaOf(words.agenda(overview.today), groups)} />
        </>
      )}
    </>
  );
}

/** An experiment of several entities is found by each of them. */
function fits(
  item: Item,
  { text, layer, entity, status }: Record<'text' | 'layer' | 'entity' | 'status', string>,
  entitiesOf: (text: string) => string[],
) {
  const haystack = `${item.id} ${item.title} ${item.words}`.toLowerCase();
  return (
    haystack.includes(text.trim().toLowerCase()) &&
    (layer === '' || item.layer === layer) &&
    (entity === '' || entitiesOf(item.entity).includes(entity)) &&
    (status === '' || item.status === status)
  );
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '').sort((a, b) => a.localeCompare(b));
}
