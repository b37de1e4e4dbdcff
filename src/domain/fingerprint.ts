// The fingerprint of a text: a short word that changes when the text does.

/** Length and FNV-1a hash: enough to notice an edit, a lost piece, a changed order; no protection against malice. */
export function fingerprint(text: string): string {
  // Looked up once: a log or what is intended with it has millions of characters.
  const { imul } = Math;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
