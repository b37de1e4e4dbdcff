// Patterns, rules and experiments by layer, entity and quarter: each with how many patterns and rules there are.
import { readDay } from '../../../domain/calendar.ts';
import type { Entry } from '../../../domain/learnt/kinds.ts';
import { nameOfQuarter } from '../../../domain/portfolio/quarter-name.ts';
import { learntWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';

/** A pattern or a rule with the day it was added, or an experiment with the day it was closed. */
type Grouped = Pick<Entry, 'layer' | 'entity' | 'date'>;

/** What it is under, by what it may be asked for. */
const GROUPS: Readonly<Record<keyof typeof words.groups, (of: Grouped) => readonly string[]>> = {
  layer: ({ layer }) => [layer],
  entity: ({ entity }) => entity.split(',').map((name) => name.trim()),
  quarter: ({ date }) => {
    const day = readDay(date);
    return day === undefined ? [] : [nameOfQuarter(day)];
  },
};
type Group = keyof typeof GROUPS;
const NAMES = Object.keys(GROUPS) as Group[];

/** What is asked for; what is not named is not asked for. */
export type LearntFilter = Partial<Record<Group, string>>;

export function isAskedFor(of: Grouped, filter: LearntFilter): boolean {
  return NAMES.every((group) => !filter[group] || GROUPS[group](of).includes(filter[group]));
}

export function LearntFilters({
  entries,
  others,
  filter,
  onChange,
}: {
  entries: readonly Grouped[];
  /** What can be asked for beside them. */
  others: readonly Grouped[];
  filter: LearntFilter;
  onChange: (filter: LearntFilter) => void;
}) {
  return (
    <div class="filters">
      {NAMES.map((group) => {
        const counts = new Map<string, number>();
        for (const name of entries.flatMap(GROUPS[group])) counts.set(name, (counts.get(name) ?? 0) + 1);
        for (const name of others.flatMap(GROUPS[group])) counts.set(name, counts.get(name) ?? 0);
        counts.delete('');
        // One that all are under parts nothing.
        if (counts.size < 2 && !filter[group]) return null;
        return (
          <div key={group} class="field">
            <label for={`by-${group}`}>{words.groups[group]}</label>
            <select
              id={`by-${group}`}
              value={filter[group] ?? ''}
              onChange={(event) => onChange({ ...filter, [group]: event.currentTarget.value })}
            >
              <option value="">{words.all}</option>
              <Options
                values={[...counts.keys()].sort()}
                words={(name) => words.countOf(name, counts.get(name) ?? 0)}
              />
            </select>
          </div>
        );
      })}
    </div>
  );
}
