// The days of the sample, told from the day on which it is opened.
const DAY = 86_400_000;

/** A text with days in place of `{day -3}` and the like; `today` as yyyy-mm-dd. */
export function withDays(text: string, today: string): string {
  const day = (offset: number) => new Date(Date.parse(`${today}T00:00:00Z`) + offset * DAY).toISOString().slice(0, 10);
  return text.replace(/\{day (-?\d+)\}/g, (_, offset: string) => day(Number(offset)));
}
