// What an import or export would change, line by line, for a person to read before it happens.
import type { Answer } from '../client.ts';
import { changesWords as words } from '../messages.ts';
import { ScrollingList } from './lines.tsx';

type Line = Answer<'previewExport'>['incoming'][number];

/** More lines than anybody reads are counted. */
const SHOWN = 200;

export function Changes({ heading, lines }: { heading: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <ScrollingList>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={`${line.what} ${line.id} ${line.title}`}>
            <strong>{words.what[line.what]}</strong> {[line.id, line.title].filter((text) => text !== '').join(' ')}
            {line.fields.length > 0 && <span class="quiet"> ({line.fields.join(', ')})</span>}
          </li>
        ))}
        {lines.length > SHOWN && <li>{words.more(lines.length - SHOWN)}</li>}
      </ScrollingList>
    </section>
  );
}
