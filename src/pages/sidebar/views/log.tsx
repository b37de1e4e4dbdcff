// The log, from the sidebar: exported, imported, downloaded, or copied in part.
import { useState } from 'preact/hooks';
import { STATUSES } from '../../../domain/experiment/status.ts';
import { client } from '../../shared/client.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { download } from '../../shared/files.ts';
import { messages } from '../../shared/messages.ts';
import { useAttempt } from '../attempt.ts';
import { Heading } from '../form/frame.tsx';

const words = messages.log;
type Part = Parameters<typeof client.readMarkdown>[0];

export function LogView() {
  const [part, setPart] = useState<Part>('selection');
  const [read, setRead] = useState<{ part: Part; text: string; experiments: number }>();
  const { working, trouble, attempt } = useAttempt();

  const save = () =>
    attempt(words.reading, async () => {
      const log = await client.readLogText();
      if (!log.ok) return log.message;
      download(log.name, log.text);
      return undefined;
    });

  const readPart = () =>
    attempt(words.reading, async () => {
      const reply = await client.readMarkdown(part);
      if (!reply.ok) return reply.message;
      setRead({ part, text: reply.text, experiments: reply.experiments });
      return undefined;
    });

  const open = (call: () => Promise<unknown>) =>
    attempt(words.opening, async () => {
      await call();
      return undefined;
    });

  return (
    <section aria-busy={working !== ''}>
      <Heading>{words.title}</Heading>
      <p role="status">{working}</p>
      <p role="alert" class="bad">
        {trouble}
      </p>
      <div class="stack">
        <button type="button" class="primary" onClick={() => open(() => client.openExport())}>
          {words.export}
        </button>
        <button type="button" onClick={save}>
          {words.download}
        </button>
        <button type="button" onClick={() => open(() => client.openImport())}>
          {words.import}
        </button>
      </div>
      <h2>{words.parts}</h2>
      <div class="field">
        <label for="part">{words.part}</label>
        <select id="part" value={part} onChange={(event) => setPart(event.currentTarget.value as Part)}>
          <option value="selection">{words.selection}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {words.section(status)}
            </option>
          ))}
        </select>
      </div>
      <button type="button" onClick={readPart}>
        {words.read}
      </button>
      {read !== undefined && (
        <section class="preview" aria-label={words.parts}>
          <p>{words.found(read.experiments)}</p>
          <CopyButton key={read.text} label={words.copy} text={() => read.text} />
        </section>
      )}
    </section>
  );
}
