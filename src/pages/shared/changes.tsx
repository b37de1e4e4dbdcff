// What an import or export would change, line by line, for a person to read before it happens.
import type { client } from './client.ts';
import { messages } from './messages.ts';

type Plan = Extract<Awaited<ReturnType<typeof client.previewExport>>, { ok: true }>;
type Line = Plan['incoming'][number];

const words = messages.changes;
/** More lines than anybody reads are counted. */
const SHOWN = 200;

export function Changes({ heading, lines }: { heading: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area needs the keyboard to reach it */}
      <ul class="findings" tabIndex={0}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={`${line.what} ${line.id} ${line.title}`}>
            <strong>{words.what[line.what]}</strong> {[line.id, line.title].filter((text) => text !== '').join(' ')}
            {line.fields.length > 0 && <span class="quiet"> ({line.fields.join(', ')})</span>}
          </li>
        ))}
        {lines.length > SHOWN && <li>{words.more(lines.length - SHOWN)}</li>}
      </ul>
    </section>
  );
}
