// Logs say few words many times.

/** How many answers are kept: more than the words and headings of any log that is read at once. */
const MOST = 20_000;

/** The same function, which works its answer for a text out once. */
export function oncePerText<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { answer: Answer }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = { answer: answer(text) };
      if (known.size > MOST) known.clear();
      known.set(text, found);
    }
    return found.answer;
  };
}
