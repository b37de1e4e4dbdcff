// The experiment as the log will show it, rendered, when asked for.
import { useState } from 'preact/hooks';
import type { Experiment } from '../../../domain/experiment/template.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer } from '../../shared/client.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { previewWords as words } from '../../shared/messages.ts';
import { Rendered } from './rendered.tsx';

export function Preview({ experiment }: { experiment: Experiment }) {
  const [shown, setShown] = useState<{ of: Experiment; preview: Answer<'previewExperiment'> }>();
  const { call, working, failure } = useCall({ previewExperiment: words.working });
  async function show() {
    const preview = await call('previewExperiment', experiment);
    if (preview !== undefined) setShown({ of: experiment, preview });
  }
  return (
    <div class="field">
      <button type="button" onClick={show}>
        {shown === undefined ? words.show : words.again}
      </button>
      <p role="status">{working || failure}</p>
      {shown !== undefined && (
        <section class="preview" aria-label={words.title}>
          {shown.of !== experiment && <p class="quiet">{words.old}</p>}
          <Rendered tree={shown.preview.rendered} />
          <CopyButton label={words.copy} text={() => shown.preview.markdown} />
        </section>
      )}
    </div>
  );
}
