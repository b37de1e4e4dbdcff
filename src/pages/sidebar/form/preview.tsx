// The experiment as the log will show it, rendered, when asked for.
import { useState } from 'preact/hooks';
import type { Experiment } from '../../../domain/experiment/template.ts';
import { client } from '../../shared/client.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { messages } from '../../shared/messages.ts';
import { unreachable } from '../../shared/mount.tsx';
import { Rendered } from './rendered.tsx';

const words = messages.preview;
type Previewed = Extract<Awaited<ReturnType<typeof client.previewExperiment>>, { ok: true }>;

export function Preview({ experiment }: { experiment: Experiment }) {
  const [shown, setShown] = useState<{ of: Experiment; preview: Previewed }>();
  const [said, setSaid] = useState('');
  async function show() {
    setSaid(words.working);
    try {
      const reply = await client.previewExperiment(experiment);
      if (reply.ok) setShown({ of: experiment, preview: reply });
      setSaid(reply.ok ? '' : reply.message);
    } catch (error) {
      setSaid(unreachable(error));
    }
  }
  return (
    <div class="field">
      <button type="button" onClick={show}>
        {shown === undefined ? words.show : words.again}
      </button>
      <p role="status">{said}</p>
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
