// A text before and after a change, side by side, with the words marked in which they differ.
import { diffWordsWithSpace } from 'diff';
import { changesWords as words } from '../messages.ts';

/** Texts that differ in more words than this are shown without marks: to find them would take too long, and show nothing. */
const MOST_EDITS = 300;

export function Words({ label, before, after }: { label: string; before: string; after: string }) {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const side = (isThere: 'removed' | 'added', text: string) => {
    if (text === '') return <span class="quiet">{words.nothing}</span>;
    if (before === '' || after === '' || parts === undefined) return text;
    const Mark = isThere === 'removed' ? 'del' : 'ins';
    return parts
      .filter((part) => part[isThere] || !(part.added || part.removed))
      .map(({ value, [isThere]: isMarked }, index) => (isMarked ? <Mark key={index}>{value}</Mark> : value));
  };
  return (
    <div class="words">
      {label !== '' && <span class="quiet label">{label}</span>}
      <div>
        <span class="hidden">{words.before}</span>
        {side('removed', before)}
      </div>
      <div>
        <span class="hidden">{words.after}</span>
        {side('added', after)}
      </div>
    </div>
  );
}
