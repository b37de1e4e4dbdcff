// What an experiment, a pattern or a rule names, each to be gone to.
import type { Experiment } from '../../../domain/experiment/template.ts';
import { linksOf } from '../../../domain/learnt/links.ts';
import { useCall } from '../../shared/call.ts';
import { Failure } from '../../shared/feedback.tsx';
import { learntWords as words } from '../../shared/messages.ts';

/** The patterns and rules that an experiment names. */
export function Links({ experiment }: { experiment: Experiment }) {
  const { call, failure } = useCall();
  return (
    <>
      <Failure text={failure} />
      <ShowButtons of={linksOf(experiment)} onShow={({ kind, id }) => call('showEntry', kind, id)} />
    </>
  );
}

export function ShowButtons<Named extends { id: string }>({
  of,
  onShow,
}: {
  of: readonly Named[];
  onShow: (named: Named) => void;
}) {
  if (of.length === 0) return null;
  return (
    <div class="field">
      {of.map((named) => (
        <button key={named.id} type="button" class="link" onClick={() => onShow(named)}>
          {words.show(named.id)}
        </button>
      ))}
    </div>
  );
}
