// A text cut into spans that cover it exactly, in order, each with one owner.

/** What a span is. */
export type SpanKind =
  | 'byte order mark'
  | 'front matter'
  | 'head'
  | 'title'
  | 'tagline'
  | 'last updated'
  | 'section'
  | 'capture command'
  | 'prefix'
  | 'entities'
  | 'layer names'
  | 'layer'
  | 'candidate'
  | 'related file'
  | 'heading'
  | 'label'
  | 'value'
  | 'free text'
  | 'rule'
  | 'blank'
  | 'foreign';

/** Whose a span is. */
export interface Owner {
  readonly kind: SpanKind;
  /** The key of the experiment that owns it. */
  readonly experiment?: string;
  /** Of a label or value: the field's key, or the label of a text that the template has no field for. */
  readonly field?: string;
}

/** A piece of the text: offsets, the end exclusive. One that is empty is a place where something may stand. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface OwnedSpan extends Span {
  readonly owner: Owner;
}

/** A text and whose each piece of it is. However it is cut, its spans joined are the text. */
export class Tiling {
  readonly text: string;
  readonly spans: readonly OwnedSpan[];

  private constructor(text: string, spans: readonly OwnedSpan[]) {
    this.text = text;
    this.spans = spans;
  }

  /** Cuts a text at the starts of these pieces, sorted; each piece reaches to the next, and what stands before the first is the first's. */
  static cut(text: string, pieces: readonly { start: number; owner: Owner }[]): Tiling {
    const spans: OwnedSpan[] = [];
    let start = 0;
    for (const [index, { owner }] of pieces.entries()) {
      const end = pieces[index + 1]?.start ?? text.length;
      if (end < start) throw new RangeError(`A span cannot end at ${end} before it starts at ${start}.`);
      spans.push({ start, end, owner });
      start = end;
    }
    return new Tiling(text, spans);
  }
}
