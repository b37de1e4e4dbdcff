// Texts with links in them, as scripts read and build them. Of what a text may look like the host keeps nothing but its links.

import type { Cell, CellLink } from '../../../protocol.ts';
import type { Entry } from '../../model/entry.ts';
import { Service, ServiceError, type Surface, signatureError } from '../../service.ts';

type ValueMethods = 'copy' | 'getEndIndex' | 'getLinkUrl' | 'getRuns' | 'getStartIndex' | 'getText';

export class RichTextValue
  extends Service
  implements Surface<GoogleAppsScript.Spreadsheet.RichTextValue, ValueMethods>
{
  override readonly serviceName = 'RichTextValue';
  readonly text: string;
  readonly links: readonly CellLink[];
  /** Where a run begins in its cell. */
  readonly start: number;

  constructor(text: string, links: readonly CellLink[], start = 0) {
    super();
    this.text = text;
    this.links = links;
    this.start = start;
  }

  /** What it is where it is written: always a text. */
  get entry(): Entry {
    if (this.text === '') return {};
    return { value: this.text, ...(this.links.length > 0 && { links: this.links }) };
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.text, this.links);
  }
  getText(): string {
    return this.text;
  }
  getStartIndex(): number {
    return this.start;
  }
  getEndIndex(): number {
    return this.start + this.text.length;
  }
  getLinkUrl(...offsets: number[]): string | null {
    const isForm = offsets.length === 0 || (offsets.length === 2 && offsets.every(Number.isInteger));
    if (!isForm) throw signatureError('SpreadsheetApp.RichTextValue.getLinkUrl', offsets);
    const [from = 0, to = this.text.length] = offsets;
    const there = runsIn(this.text, this.links).filter((run) => run.from < to && run.to > from);
    const urls = new Set(there.flatMap(({ url }) => url ?? []));
    return urls.size === 1 ? ([...urls][0] ?? null) : null;
  }
  getRuns(): RichTextValue[] {
    if (this.links.length === 0) return [this];
    return runsIn(this.text, this.links).map(({ from, to, url }) => {
      const links: CellLink[] = url === undefined ? [] : [[0, to - from, url]];
      return new RichTextValue(this.text.slice(from, to), links, this.start + from);
    });
  }
}

type BuilderMethods = 'build' | 'setLinkUrl' | 'setText';

export class RichTextValueBuilder
  extends Service
  implements Surface<GoogleAppsScript.Spreadsheet.RichTextValueBuilder, BuilderMethods>
{
  override readonly serviceName = 'RichTextValueBuilder';
  text: string | undefined;
  links: readonly CellLink[];

  constructor(text?: string, links: readonly CellLink[] = []) {
    super();
    this.text = text;
    this.links = links;
  }

  build(): RichTextValue {
    return new RichTextValue(this.text ?? '', this.links);
  }
  setText(text: string): this {
    if (typeof text !== 'string') throw signatureError('SpreadsheetApp.RichTextValueBuilder.setText', [text]);
    this.text = text;
    this.links = [];
    return this;
  }
  setLinkUrl(...args: unknown[]): this {
    const url = args[args.length - 1];
    const { text = '' } = this;
    const [from, to] = args.length === 3 ? args : [0, text.length];
    const isForm = args.length === 1 || args.length === 3;
    if (!isForm || typeof from !== 'number' || typeof to !== 'number' || (typeof url !== 'string' && url !== null)) {
      throw signatureError('SpreadsheetApp.RichTextValueBuilder.setLinkUrl', args);
    }
    if (from < 0 || to > text.length || from > to) throw new ServiceError('Illegal argument.');
    const beside = this.links.flatMap(([begins, ends, other]): CellLink[] => [
      ...(begins < from ? [[begins, Math.min(ends, from), other] as const] : []),
      ...(ends > to ? [[Math.max(begins, to), ends, other] as const] : []),
    ]);
    const links: CellLink[] = url === null || from === to ? beside : [...beside, [from, to, url]];
    this.links = links.sort(([one], [other]) => one - other);
    return this;
  }
}

/** The text from its first to its last character, parted where links begin and end. */
function runsIn(text: string, links: readonly CellLink[]): { from: number; to: number; url?: string }[] {
  const runs: { from: number; to: number; url?: string }[] = [];
  let at = 0;
  for (const [from, to, url] of links) {
    if (at < from) runs.push({ from: at, to: from });
    runs.push({ from, to, url });
    at = to;
  }
  if (at < text.length || runs.length === 0) runs.push({ from: at, to: text.length });
  return runs;
}

/** What a cell's text is to a script; null where it holds no text. */
export function richTextOf(cell: Cell | undefined): RichTextValue | null {
  const { value = '', formula, links = [] } = cell ?? {};
  return typeof value === 'string' ? new RichTextValue(value, formula === undefined ? links : []) : null;
}
