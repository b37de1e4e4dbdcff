// Copying a text, whatever the browser lets a frame do.
import { useState } from 'preact/hooks';
import { copyingWords as words } from './messages.ts';

/** Copies texts; `outcome` says so, and shows the text to be copied by hand where the browser does not allow it. */
export function useCopying(label: string) {
  const [outcome, setOutcome] = useState<{ isCopied: boolean; text: string }>();
  async function copy(text: string) {
    setOutcome({ isCopied: (await copyText(text)) || copyOldWay(text), text });
  }
  return {
    copy,
    outcome: (
      <>
        <span role="status">{outcome === undefined ? '' : outcome.isCopied ? words.copied : words.notCopied}</span>
        {outcome?.isCopied === false && <textarea aria-label={label} readOnly value={outcome.text} />}
      </>
    ),
  };
}

export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const { copy, outcome } = useCopying(label);
  return (
    <>
      <button type="button" onClick={() => copy(text())}>
        {label}
      </button>
      {outcome}
    </>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A frame of another origin is often denied the clipboard but may still copy what is selected in it. */
function copyOldWay(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position:fixed;opacity:0';
  // Beside what has the focus: everything else cannot be selected while a dialog of the page is open.
  (focused?.parentElement ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
