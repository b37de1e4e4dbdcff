// The choice of what a chart groups by.
import type { Grouping } from '../../../domain/portfolio/portfolio.ts';
import { dashboardWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';

const GROUPINGS = ['entity', 'layer'] as const;

export function GroupBy({ value, onChange }: { value: Grouping; onChange: (by: Grouping) => void }) {
  return (
    <label>
      {words.groupBy}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Grouping)}>
        <Options values={GROUPINGS} words={(by) => words[by]} />
      </select>
    </label>
  );
}
