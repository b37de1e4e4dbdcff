// How a due date was found, in the words that the sheet's note and the form show for it.
import type { DurationReading } from './reader.ts';

/** One line for the due date and its rule, or for why there is none and what to write instead; then one line a checkpoint. */
export function explainDuration(duration: DurationReading): string {
  const mayEnd = duration.dated && duration.earliest !== undefined ? ` It may end from ${duration.earliest}.` : '';
  const first = duration.dated ? `Due ${duration.due}: ${duration.rule}.${mayEnd}` : duration.why;
  const checkpoints = duration.checkpoints.map(
    ({ label, text, until }) => `${label}${text === '' ? '' : ` — ${text}`}, until ${until}`,
  );
  return [first, ...checkpoints].join('\n');
}
