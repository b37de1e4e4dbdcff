// The patterns and rules that an experiment names, each to be gone to.
import type { Experiment } from '../../../domain/experiment/template.ts';
import { linksOf } from '../../../domain/learnt/links.ts';
import { useCall } from '../../shared/call.ts';
import { Failure } from '../../shared/feedback.tsx';
import { learntWords as words } from '../../shared/messages.ts';

export function Links({ experiment }: { experiment: Experiment }) {
  const { call, failure } = useCall();
  const links = linksOf(experiment);
  if (links.length === 0) return null;
  return (
    <div class="field">
      <Failure text={failure} />
      {links.map(({ kind, id }) => (
        <button key={id} type="button" class="link" onClick={() => call('showEntry', kind, id)}>
          {words.show(id)}
        </button>
      ))}
    </div>
  );
}
