// What an experiment goes on from: the IDs after the label Follows in its other fields, such as `**Follows:** [K-BIZ-001]`.

const FOLLOWS = /^\*\*follows[ \t]*(?::\*\*|\*\*:)(.*)$/i;
const ANY_LABEL = /^\*\*[^*:\s][^*:]*(?::\*\*|\*\*:)/;
const BRACKETED = /(?<=\[)[A-Za-z][A-Za-z0-9-]*-\d{1,15}(?=\])/g;
const BARE = /(?<![\w-])[A-Za-z][A-Za-z0-9-]*-\d{1,15}(?![\w-])/g;

/** The IDs, each once, in the order in which they stand there. IDs in brackets are meant; without brackets any ID is. */
export function followsOf(other: string): string[] {
  const ids = new Set<string>();
  let isFollows = false;
  for (const line of other.split('\n')) {
    const match = FOLLOWS.exec(line);
    if (match !== null || ANY_LABEL.test(line) || line.trim() === '') isFollows = match !== null;
    if (isFollows) for (const id of idsIn(match?.[1] ?? line)) ids.add(id);
  }
  return [...ids];
}

function idsIn(text: string): string[] {
  return text.match(BRACKETED) ?? text.match(BARE) ?? [];
}

/** The other fields with one ID in place of another after *Follows*; the same ID elsewhere stays. */
export function withFollows(other: string, id: string, next: string): string {
  let isFollows = false;
  return other
    .split('\n')
    .map((line) => {
      const match = FOLLOWS.exec(line);
      if (match !== null || ANY_LABEL.test(line) || line.trim() === '') isFollows = match !== null;
      return isFollows ? line.replace(BARE, (found) => (found === id ? next : found)) : line;
    })
    .join('\n');
}
