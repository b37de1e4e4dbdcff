// An experiment was closed: what follows from its decision.
import { entryFor } from '../../../domain/experiment/follow-up.ts';
import type { Experiment } from '../../../domain/experiment/template.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { closedWords as words } from '../../shared/messages.ts';
import { Heading } from '../form/frame.tsx';
import type { Overview } from '../overview.ts';

export function Closed({
  experiment,
  settings: { prefix, relatedFiles },
  onNext,
  onDone,
}: {
  experiment: Experiment;
  settings: Overview['settings'];
  onNext: () => void;
  onDone: () => void;
}) {
  const { decision, id } = experiment;
  const fileLike = (name: RegExp, otherwise: string) =>
    relatedFiles.find(({ path }) => name.test(path))?.path ?? otherwise;
  const entry = decision === 'Iterate' ? '' : entryFor(decision === 'Adopt' ? 'pattern' : 'rule', experiment, prefix);
  return (
    <section>
      <Heading>{words.title(id)}</Heading>
      <p>
        {decision === 'Adopt' && words.adopt(fileLike(/pattern/i, words.patterns))}
        {decision === 'Drop' && words.drop(fileLike(/rule/i, words.rules))}
        {decision === 'Iterate' && words.iterate}
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
        {decision === 'Iterate' && (
          <button type="button" class="primary" onClick={onNext}>
            {words.next}
          </button>
        )}
        <button type="button" class={decision === 'Iterate' ? '' : 'primary'} onClick={onDone}>
          {words.done}
        </button>
      </div>
    </section>
  );
}
