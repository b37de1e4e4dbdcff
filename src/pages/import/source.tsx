// Where a Markdown text comes from that is to be brought in: a file, or what is pasted.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FileDrop } from '../shared/dialog/file-drop.tsx';
import { Failure, Progress } from '../shared/feedback.tsx';
import { exactText } from '../shared/files.ts';
import { importWords as words } from '../shared/messages.ts';

/** What was chosen, kept while it is previewed. */
export function useSource() {
  const [file, setFile] = useState<File>();
  const [pasted, setPasted] = useState('');

  /**
   * Its text, and its name, empty for what was pasted; undefined where there is none, of which `refuse` is told in one sentence: `nothing` where
   * nothing was chosen.
   */
  async function read(
    refuse: (sentence: string) => void,
    nothing: string,
  ): Promise<{ name: string; text: string } | undefined> {
    const name = file?.name ?? '';
    const text = file === undefined ? pasted : await exactText(file);
    if (text !== undefined && (file !== undefined || text.trim() !== '')) return { name, text };
    refuse(text === undefined ? words.notText(name) : nothing);
    return undefined;
  }

  return { file, setFile, pasted, setPasted, read };
}

/** The form in which it is chosen; `children` stand beside its button. */
export function SourceForm({
  source: { file, setFile, pasted, setPasted },
  intro,
  label,
  call: { isWorking, working, failure },
  onPreview,
  children,
}: {
  source: ReturnType<typeof useSource>;
  intro: string;
  label: string;
  call: { isWorking: boolean; working: string; failure: string };
  onPreview: () => void;
  children: ComponentChildren;
}) {
  return (
    <form
      aria-busy={isWorking}
      onSubmit={(event) => {
        event.preventDefault();
        onPreview();
      }}
    >
      <p>{intro}</p>
      <FileDrop id="file" label={label} hint={words.fileHint} file={file} onFile={setFile} />
      <div class="field">
        <label for="pasted">{words.paste}</label>
        <textarea
          id="pasted"
          value={pasted}
          disabled={file !== undefined}
          spellcheck={false}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <Progress text={working} />
      <Failure text={failure} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={isWorking}>
          {words.preview}
        </button>
        {children}
      </div>
    </form>
  );
}
