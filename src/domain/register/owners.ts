// Who sees to an experiment, read from what people write.

/** Who is named as owner, each once: several are parted by a comma or a semicolon. */
export function ownersOf(text: string): string[] {
  return [...new Set(text.split(/[,;]/).map((name) => name.trim()))].filter((name) => name !== '');
}

/** All that these texts name, in the order of the alphabet. */
export function distinctOwners(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(ownersOf))].sort((a, b) => a.localeCompare(b));
}
