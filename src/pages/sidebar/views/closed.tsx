// An experiment was closed: what follows from its decision.
import { entryFor } from '../../../domain/experiment/follow-up.ts';
import type { Experiment } from '../../../domain/experiment/template.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { closedWords as words } from '../../shared/messages.ts';
import { Heading } from '../form/frame.tsx';
import type { Overview, Saved } from '../overview.ts';

export function Closed({
  experiment,
  settings: { prefix, relatedFiles },
  followers,
  hasDraft,
  onNext,
  onOpen,
  onDone,
}: {
  experiment: Experiment;
  settings: Overview['settings'];
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
  const fileLike = (name: RegExp, otherwise: string) =>
    relatedFiles.find(({ path }) => name.test(path))?.path ?? otherwise;
  const entry = decision === 'Iterate' ? '' : entryFor(decision === 'Adopt' ? 'pattern' : 'rule', experiment, prefix);
  return (
    <section>
      <Heading>{words.title(id)}</Heading>
      <p>
        {decision === 'Adopt' && words.adopt(fileLike(/pattern/i, words.patterns))}
        {decision === 'Drop' && words.drop(fileLike(/rule/i, words.rules))}
        {decision === 'Iterate' &&
          (isFollowed ? words.followed(followers.map(({ id }) => id).join(', ')) : words.iterate)}
      </p>
      {entry !== '' && (
        <>
          <div class="field">
            <label for="entry">{words.entry}</label>
            <textarea id="entry" readOnly rows={9} value={entry} />
          </div>
          <CopyButton label={words.copy} text={() => entry} />
        </>
      )}
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
