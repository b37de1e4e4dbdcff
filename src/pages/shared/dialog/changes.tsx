// What an import or export would change, line by line with the words before and after, for a person to read before it happens.
import { useMemo, useState } from 'preact/hooks';
import type { Answer } from '../client.ts';
import { changesWords as words } from '../messages.ts';
import { ScrollingList } from './lines.tsx';
import { Words } from './words.tsx';

type Line = Answer<'previewExport'>['incoming'][number];

/** So many lines more are drawn whenever the end of those drawn comes near. */
const STEP = 60;

/** The lines of one step, drawn once: the list grows at the same speed however long it is by then. */
function Step({ lines, from }: { lines: readonly Line[]; from: number }) {
  const drawn = useMemo(
    () =>
      lines.slice(from, from + STEP).map((line) => (
        <li key={`${line.what} ${line.id} ${line.title}`}>
          <strong>{words.what[line.what]}</strong> {[line.id, line.title].filter((text) => text !== '').join(' ')}
          {line.words.map(({ label, before, after }, index) => (
            <Words key={index} label={label} before={before} after={after} />
          ))}
        </li>
      )),
    [lines, from],
  );
  return <>{drawn}</>;
}

export function Changes({ heading, lines }: { heading: string; lines: readonly Line[] }) {
  const [shown, setShown] = useState(STEP);
  if (lines.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {lines.length > STEP && <p class="quiet">{words.all(lines.length)}</p>}
      <ScrollingList
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (scrollTop + 2 * clientHeight > scrollHeight) setShown((now) => Math.min(now + STEP, lines.length));
        }}
      >
        {Array.from({ length: Math.ceil(shown / STEP) }, (_, at) => (
          <Step key={at} lines={lines} from={at * STEP} />
        ))}
      </ScrollingList>
    </section>
  );
}
