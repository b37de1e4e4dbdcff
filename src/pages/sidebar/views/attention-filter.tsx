// The search and the filters of the attention list, folded behind one button beside what was found.
import { useState } from 'preact/hooks';
import { buttonWords, sidebarWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import type { AttentionItem as Item } from '../overview.ts';

/** What items are filtered by, in the order in which it is offered. */
const FILTERED = ['layer', 'entity', 'status'] as const;

export type Filter = Record<'text' | (typeof FILTERED)[number], string>;

export const NO_FILTER: Filter = { text: '', layer: '', entity: '', status: '' };

export function FilterBar({
  items,
  found,
  filter,
  entitiesOf,
  onChange,
}: {
  items: readonly Item[];
  /** How many of them the filter lets through. */
  found: number;
  filter: Filter;
  entitiesOf: (text: string) => string[];
  onChange: (filter: Filter) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const used = Object.values(filter).filter((text) => text.trim() !== '').length;
  return (
    <>
      <div class="bar">
        <span role="status">{found === 0 ? words.nothingFound : words.found(found)}</span>
        <button
          type="button"
          class="link"
          aria-expanded={isOpen}
          aria-controls="filters"
          onClick={() => setOpen(!isOpen)}
        >
          {words.filter(used)}
        </button>
      </div>
      <search id="filters" class="filters" hidden={!isOpen}>
        <div class="field wide">
          <label for="search">{words.search}</label>
          <input
            id="search"
            type="search"
            value={filter.text}
            onInput={(event) => onChange({ ...filter, text: event.currentTarget.value })}
          />
        </div>
        {FILTERED.map((key) => (
          <div class="field" key={key}>
            <label for={`filter-${key}`}>{words[key]}</label>
            <select
              id={`filter-${key}`}
              value={filter[key]}
              onChange={(event) => onChange({ ...filter, [key]: event.currentTarget.value })}
            >
              <option value="">{words.all}</option>
              <Options
                values={distinct(items.flatMap((item) => (key === 'entity' ? entitiesOf(item.entity) : [item[key]])))}
              />
            </select>
          </div>
        ))}
        <div class="field end">
          <button type="button" disabled={used === 0} onClick={() => onChange(NO_FILTER)}>
            {buttonWords.clear}
          </button>
        </div>
      </search>
    </>
  );
}

/** An experiment of several entities is found by each of them. */
export function fits(item: Item, filter: Filter, entitiesOf: (text: string) => string[]): boolean {
  const { text, layer, entity, status } = filter;
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
