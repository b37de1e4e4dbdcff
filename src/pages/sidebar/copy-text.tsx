// A button that copies a text, and shows it where the browser does not let a frame copy.
import { useState } from 'preact/hooks';
import { messages } from '../messages.ts';

const words = messages.sidebar;

export function CopyText({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState<boolean>();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }
  return (
    <>
      <button type="button" onClick={copy}>
        {label}
      </button>
      <p role="status">{copied === undefined ? '' : copied ? words.copied : words.notCopied}</p>
      {copied === false && <textarea aria-label={label} readOnly value={text} />}
    </>
  );
}
