// The place for a file: a click or a key opens the browser's choice, and a file may be dropped there.
import { useState } from 'preact/hooks';

/** `hint` says what belongs there, the chosen file's name stands in its place; `accept` as an input of files has it. */
export function FileDrop({
  id,
  label,
  hint,
  accept = '.md,.markdown,.txt,text/markdown,text/plain',
  file,
  onFile,
}: {
  id: string;
  label: string;
  hint: string;
  accept?: string;
  file?: File | undefined;
  onFile: (file: File | undefined) => void;
}) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; the input inside does the same by keyboard
    <div
      class={`field drop ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        if (dropped !== undefined) onFile(dropped);
      }}
    >
      <label for={id}>{label}</label>
      <p id={`${id}-hint`} class="quiet">
        {file === undefined ? hint : file.name}
      </p>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </div>
  );
}
