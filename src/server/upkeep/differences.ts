// What was seen of the platform, as a text that anybody may read.
import type { Seen } from '../../platform/behaviour.ts';

/** What was seen, as JSON; of an error the message without what may be somebody's words. */
export function told(seen: Seen): string {
  const isError = typeof seen === 'string' && seen.startsWith('threw ');
  return isError ? masked(seen) : withoutIdentifiers(JSON.stringify(seen));
}

/** An error's message without what may be somebody's words: errors quote the names of sheets and what stands in cells. */
export function masked(message: string): string {
  return withoutIdentifiers(message.replace(/"[^"]*"|“[^”]*”|‘[^’]*’|'[^']*'/g, '"…"'));
}

/** Without addresses, and without what is as long as the ID of a file. */
function withoutIdentifiers(text: string): string {
  return text.replace(/[\w.+-]+@[\w.-]+/g, '…').replace(/[\w-]{24,}/g, '…');
}
