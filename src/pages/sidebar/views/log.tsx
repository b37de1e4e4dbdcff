// The log, from the sidebar: exported, imported, downloaded, or copied in part.
import { useState } from 'preact/hooks';
import { STATUSES } from '../../../domain/experiment/status.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer, Request } from '../../shared/client.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { Failure } from '../../shared/feedback.tsx';
import { saveText } from '../../shared/files.ts';
import { buttonWords, logWords as words } from '../../shared/messages.ts';
import { Options } from '../../shared/options.tsx';
import { Heading } from '../form/frame.tsx';

type Part = Request<'readMarkdown'>[0];

export function LogView() {
  const [part, setPart] = useState<Part>('selection');
  const [read, setRead] = useState<Answer<'readMarkdown'>>();
  const { call, isWorking, working, failure } = useCall({
    readLogText: words.reading,
    readMarkdown: words.reading,
    openExport: words.opening,
    openImport: words.opening,
  });

  async function save() {
    const log = await call('readLogText');
    if (log !== undefined) saveText(log.name, log.text);
  }

  async function readPart() {
    const found = await call('readMarkdown', part);
    if (found !== undefined) setRead(found);
  }

  return (
    <section aria-busy={isWorking}>
      <Heading>{words.title}</Heading>
      <p role="status">{working}</p>
      <Failure text={failure} />
      <div class="stack">
        <button type="button" class="primary" onClick={() => call('openExport')}>
          {words.export}
        </button>
        <button type="button" onClick={save}>
          {buttonWords.download}
        </button>
        <button type="button" onClick={() => call('openImport')}>
          {words.import}
        </button>
      </div>
      <h2>{words.parts}</h2>
      <div class="field">
        <label for="part">{words.part}</label>
        <select id="part" value={part} onChange={(event) => setPart(event.currentTarget.value as Part)}>
          <option value="selection">{words.selection}</option>
          <Options values={STATUSES} words={words.section} />
        </select>
      </div>
      <button type="button" onClick={readPart}>
        {words.read}
      </button>
      {read !== undefined && (
        <section class="preview" aria-label={words.parts}>
          <p>{words.found(read.experiments)}</p>
          <CopyButton key={read.text} label={buttonWords.copy} text={() => read.text} />
        </section>
      )}
    </section>
  );
}
