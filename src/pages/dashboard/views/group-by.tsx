// The choice of what a chart groups by.
import type { Grouping } from '../../../domain/portfolio/portfolio.ts';
import { dashboardWords as words } from '../../shared/messages.ts';

export function GroupBy({ value, onChange }: { value: Grouping; onChange: (by: Grouping) => void }) {
  return (
    <label>
      {words.groupBy}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Grouping)}>
        <option value="entity">{words.entity}</option>
        <option value="layer">{words.layer}</option>
      </select>
    </label>
  );
}
