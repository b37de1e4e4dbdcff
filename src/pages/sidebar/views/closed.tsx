// An experiment was closed: what follows from its decision.
import type { Experiment } from '../../../domain/experiment/template.ts';
import { closedWords as words } from '../../shared/messages.ts';
import { Heading } from '../form/frame.tsx';
import { Links } from '../learnt/links.tsx';
import type { Saved } from '../overview.ts';

export function Closed({
  experiment,
  followers,
  hasDraft,
  onNext,
  onOpen,
  onDone,
}: {
  experiment: Experiment;
  /** Experiments that go on from it already. */
  followers: Saved['followers'];
  /** Whether the next one was begun and not saved. */
  hasDraft: boolean;
  onNext: () => void;
  onOpen: (follower: Saved['followers'][number]) => void;
  onDone: () => void;
}) {
  const { decision, id } = experiment;
  const isFollowed = followers.length > 0;
  return (
    <section>
      <Heading>{words.title(id)}</Heading>
      <p>
        {decision === 'Adopt' && words.adopt}
        {decision === 'Drop' && words.drop}
        {decision === 'Iterate' &&
          (isFollowed ? words.followed(followers.map(({ id }) => id).join(', ')) : words.iterate)}
      </p>
      <Links experiment={experiment} />
      <div class="buttons">
        {decision === 'Iterate' && !isFollowed && (
          <button type="button" class="primary" onClick={onNext}>
            {hasDraft ? words.goOn : words.next}
          </button>
        )}
        {decision === 'Iterate' &&
          followers.map((follower) => (
            <button key={follower.row} type="button" class="primary" onClick={() => onOpen(follower)}>
              {words.open(follower.id)}
            </button>
          ))}
        <button type="button" class={decision === 'Iterate' ? '' : 'primary'} onClick={onDone}>
          {words.done}
        </button>
      </div>
    </section>
  );
}
