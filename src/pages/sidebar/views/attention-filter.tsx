// The search and the filters of the attention list, folded behind one button beside what was found.
import { useState } from 'preact/hooks';
import { hasField } from '../../../domain/experiment/template.ts';
import { ownersOf } from '../../../domain/register/owners.ts';
import { buttonWords, sidebarWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import type { AttentionItem as Item } from '../overview.ts';

/** What items are filtered by, in the order in which it is offered. */
const FILTERED = ['layer', 'entity', 'owner', 'status'] as const;

export type Filter = Record<'text' | (typeof FILTERED)[number], string>;

export const NO_FILTER: Filter = { text: '', layer: '', entity: '', owner: '', status: '' };

export function FilterBar({
  items,
  found,
  filter,
  entitiesOf,
  wanted,
  onChange,
}: {
  items: readonly Item[];
  /** How many of them the filter lets through. */
  found: number;
  filter: Filter;
  entitiesOf: (text: string) => string[];
  /** The optional fields that the register has. */
  wanted: readonly string[];
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
        {FILTERED.filter((key) => hasField(key, wanted)).map((key) => (
          <div class="field" key={key}>
            <label for={`filter-${key}`}>{words[key]}</label>
            <select
              id={`filter-${key}`}
              value={filter[key]}
              onChange={(event) => onChange({ ...filter, [key]: event.currentTarget.value })}
            >
              <option value="">{words.all}</option>
              <Options values={distinct(items.flatMap((item) => namesOf(item, key, entitiesOf)))} />
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

/** What an item says of it: several entities or owners are one each. */
function namesOf(item: Item, key: (typeof FILTERED)[number], entitiesOf: (text: string) => string[]): string[] {
  if (key === 'entity') return entitiesOf(item.entity);
  return key === 'owner' ? ownersOf(item.owner) : [item[key]];
}

/** An experiment of several entities or owners is found by each of them. */
export function fits(item: Item, filter: Filter, entitiesOf: (text: string) => string[]): boolean {
  const haystack = `${item.id} ${item.title} ${item.owner} ${item.words}`.toLowerCase();
  return (
    haystack.includes(filter.text.trim().toLowerCase()) &&
    FILTERED.every((key) => filter[key] === '' || namesOf(item, key, entitiesOf).includes(filter[key]))
  );
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '').sort((a, b) => a.localeCompare(b));
}
