// Files that go from the person to the page and back.

/** The file's text with nothing taken away, not even a byte order mark; undefined if it is not UTF-8. */
export async function exactText(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Hands the person a Markdown text as a file. */
export function saveText(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: 'text/markdown;charset=utf-8' }));
}

/** Hands the person a file. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.target = '_self';
  link.click();
  // The browser has taken it by then; kept longer, every file would stay in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
