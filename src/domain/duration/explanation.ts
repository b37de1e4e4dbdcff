// How a due date was found, in the words that the sheet's note and the form show for it.
import { MESSAGES } from './messages.ts';
import type { DurationReading } from './reader.ts';

/** One line for the due date, its rule and the words passed over, or for why there is none and what to write instead; then one line a checkpoint. */
export function explainDuration(duration: DurationReading): string {
  return [duration.dated ? explainDue(duration) : duration.why]
    .concat(duration.checkpoints.map(({ label, text, until }) => MESSAGES.phase(label, text, until)))
    .join('\n');
}

function explainDue({ due, rule, earliest, passedOver }: DurationReading & { dated: true }): string {
  const mayEnd = earliest === undefined ? '' : MESSAGES.mayEnd(earliest);
  const passed = passedOver.length === 0 ? '' : MESSAGES.passedOver(passedOver.join(', '));
  return MESSAGES.due(due, rule) + mayEnd + passed;
}
