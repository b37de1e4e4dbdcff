// What changes in a tab that itself becomes the register.
import type { Answer } from '../shared/client.ts';
import { Lines } from '../shared/dialog/lines.tsx';
import { Failure } from '../shared/feedback.tsx';
import { sheetWords as words } from '../shared/messages.ts';

type Place = NonNullable<Answer<'previewSheet'>['place']>;

export function PlaceView({ place: { refused, taken, renamed, added, lines, lineCount, cells } }: { place: Place }) {
  if (refused !== '') return <Failure text={refused} />;
  return (
    <>
      <Lines
        heading={words.placeColumns(taken.length)}
        lines={[
          ...taken.map(([header, label]) => words.becomes(header, label)),
          ...renamed.map(({ from, to }) => words.renamed(from, to)),
          words.addedColumns(added),
        ]}
      />
      {lineCount > 0 && <p>{words.leaving(lines, lineCount)}</p>}
      <Lines heading={words.changedCells(cells.length)} lines={cells} />
    </>
  );
}
