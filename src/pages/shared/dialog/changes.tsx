// What an import or export would change, line by line with the words before and after, for a person to read before it happens.
import type { Answer } from '../client.ts';
import { changesWords as words } from '../messages.ts';
import { LongList } from './long-list.tsx';
import { Words } from './words.tsx';

type Line = Answer<'previewExport'>['incoming'][number];

/** More lines than these are counted. */
const FEW = 20;

export function Changes({ heading, lines }: { heading: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {lines.length > FEW && <p class="quiet">{words.all(lines.length)}</p>}
      <LongList items={lines} draw={drawLine} />
    </section>
  );
}

function drawLine({ what, id, title, words: changed }: Line) {
  return [
    <strong key="what">{words.what[what]}</strong>,
    ` ${[id, title].filter((text) => text !== '').join(' ')}`,
    ...changed.map(({ label, before, after }, index) => (
      <Words key={index} label={label} before={before} after={after} />
    )),
  ];
}
