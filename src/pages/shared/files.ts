// Files that go from the person to the page and back.

/** The file's text with nothing taken away, not even a byte order mark; undefined if it is not UTF-8. */
export async function exactText(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** The text of a file that some program saved: UTF-8 or UTF-16, else what Western European ones write. */
export async function anyText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first = 0, second = 0] = bytes;
  // Without a mark, every other byte of most languages' text is nothing.
  const isWide = bytes.length > 3 && (first === 0) !== (second === 0);
  if ((first === 0xff && second === 0xfe) || (isWide && second === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || (isWide && first === 0)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
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
