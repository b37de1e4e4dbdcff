// The entities that an experiment concerns, read from what people write: one, several, or words of their own.

/**
 * Hands out a reader of entity texts. Parts stand between commas, semicolons and line ends. A part that names known entities stands
 * for those, in the spelling of `known`; any other part is an entity of its own. Nothing is named twice; blank text names none.
 */
export function entityReader(known: readonly string[]): (text: string) => string[] {
  const spelling = new Map(known.map((name) => [plain(name), name.trim()]));
  // The longest first, so that "Holding Asia" is not taken for "Holding".
  const names = [...spelling.keys()].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const mention = names.length === 0 ? undefined : mentionOf(names);
  const read = (text: string): string[] => {
    const found = new Map<string, string>();
    for (const part of text.split(/[,;\n](?![^()\n]*\))/)) {
      const mentioned = mention === undefined ? [] : (plain(part).match(mention) ?? []);
      for (const name of mentioned.length > 0 ? mentioned : [part.trim()]) {
        const key = plain(name);
        if (key !== '' && !found.has(key)) found.set(key, spelling.get(key) ?? name);
      }
    }
    return [...found.values()];
  };
  const kept = new Map<string, string[]>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    const entities = read(text);
    kept.set(text, entities);
    return entities;
  };
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Finds names as whole words only. */
function mentionOf(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
