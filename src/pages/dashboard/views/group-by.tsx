// The choice of what a chart groups by.
import type { Grouping } from '../../../domain/portfolio/portfolio.ts';
import type { Settings } from '../../../domain/register/settings.ts';
import { dashboardWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import { groupingsOf } from '../view.ts';

export function GroupBy({
  settings,
  value,
  onChange,
}: {
  settings: Settings;
  value: Grouping;
  onChange: (by: Grouping) => void;
}) {
  return (
    <label>
      {words.groupBy}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Grouping)}>
        <Options values={groupingsOf(settings)} words={(by) => words[by]} />
      </select>
    </label>
  );
}
