// Logs say few words many times.

/** The same function, which works its answer for a text out once. */
export function oncePerText<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { answer: Answer }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = { answer: answer(text) };
      known.set(text, found);
    }
    return found.answer;
  };
}
