// The options of a select.

/** `words` says what stands for each value; a value stands for itself without. */
export function Options<Value extends string>({
  values,
  words,
}: {
  values: readonly Value[];
  words?: (value: Value) => string;
}) {
  return values.map((value) => (
    <option key={value} value={value}>
      {words === undefined ? value : words(value)}
    </option>
  ));
}
