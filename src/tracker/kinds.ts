// What a row of a table is: an experiment's, or one of those that stand between and below them.

import {
  cellWord,
  isLegendWord,
  isPeriod,
  isTotalWord,
  meaningOfCell,
  meaningOfHeader,
  stateOfTitle,
} from './meanings.ts';
import type { SkipReason, TableColumn } from './table.ts';
import type { StatusWord } from './words/cells.ts';

/** Told of each row below the header, top to bottom. */
export interface RowKind {
  is: 'row' | SkipReason;
  /** Of a row of its own that says what state those below it are in. */
  group?: StatusWord | undefined;
  /** A sign and what it means, of a legend. */
  sign?: readonly [sign: string, means: StatusWord] | undefined;
}

/** What says that a row is about something; numbers, boxes and formulas alone are there before anybody has written. */
const TELLING: ReadonlySet<string> = new Set([
  'title',
  'hypothesis',
  'expectedResult',
  'actualResult',
  'learning',
  'risks',
  'decision',
]);

const isNumber = (text: string): boolean =>
  /^(?:[=#]|[-–+$€£]?\s?\d[\d.,\s]*(?:%|€|\$|£)?$)/.test(text) || /^(?:TRUE|FALSE|-|–|—)$/.test(text);

/** Tells the rows of a table apart, which hands them over top to bottom: what stands below a legend belongs to it. */
export function kindsOf(
  columns: readonly TableColumn[],
  labels: readonly string[],
): (cells: readonly string[]) => RowKind {
  const places = (use: string) => columns.filter((column) => column.use === use).map(({ place }) => place);
  const [titles, ids] = [places('title'), places('id')];
  const telling = columns.filter(({ use }) => TELLING.has(use)).map(({ place }) => place);
  const header = labels.map(cellWord).join('|');
  let isLegend = false;
  return (cells) => {
    const said = cells.map((text, place) => ({ text: text.trim(), place })).filter(({ text }) => text !== '');
    const [first] = said;
    if (first === undefined) return { is: 'blank' };
    const isTitled = titles.some((place) => (cells[place] ?? '').trim() !== '');
    // How many there are stands in the column of their names.
    const isNamed = titles.some((place) => !isNumber((cells[place] ?? '').trim() || '0'));
    const texts = said.filter(({ text }) => !isNumber(text));
    if (labels.length > 1 && labels.map((_, place) => cellWord(cells[place] ?? '')).join('|') === header)
      return { is: 'header' };
    if (!isLegend && said.length > 1 && said.every(({ text }) => (meaningOfHeader(text)?.rank ?? 9) < 2))
      return { is: 'header' };
    // An experiment may be about a total; it says more of itself then.
    if (
      isTotalWord(first.text) &&
      texts.length < 3 &&
      (!isNamed || (texts.length === 1 && titles.includes(first.place)))
    ) {
      return { is: 'total' };
    }
    if (isLegendWord(first.text) && said.length < 3) {
      isLegend = true;
      return { is: 'legend' };
    }
    // A row that is as full as an experiment's is one again.
    if (isLegend && said.length < 4) {
      const [, means] = said;
      const status = means && meaningOfCell(means.text);
      return {
        is: said.length === 2 ? 'legend' : 'note',
        sign: status && first.text.length < 20 ? [cellWord(first.text), status] : undefined,
      };
    }
    isLegend = false;
    if (said.length === 1 && labels.length > 1) {
      if (isPeriod(first.text)) return { is: 'group' };
      const bare = first.text.replace(/^[-–—=#*\s]+|[-–—=#*:\s]+$/g, '').replace(/\s*\(\d+\)$/, '');
      const group = bare.length < 40 ? stateOfTitle(bare) : undefined;
      const isOwnLine = first.text.length < 40 && /:$|^[-–—=#*]{1,}\s*\p{L}.*[-–—=#*]$/u.test(first.text);
      if (group !== undefined && (isOwnLine || isWholeWord(bare))) return { is: 'group', group };
      if (isOwnLine && !/[.!?]/.test(bare)) return { is: 'group' };
      if (!isTitled && !telling.includes(first.place))
        return {
          is: ids.includes(first.place) && /\d/.test(first.text) && first.text.length < 20 ? 'untitled' : 'note',
        };
    }
    if (isTitled) return { is: 'row' };
    if (telling.some((place) => !isNumber((cells[place] ?? '').trim() || '0'))) {
      return {
        is: columns.some(({ use, place }) => use === 'hypothesis' && (cells[place] ?? '').trim() !== '')
          ? 'row'
          : 'untitled',
      };
    }
    return { is: texts.length === 0 ? 'total' : 'untitled' };
  };
}

/** Whether a text is a status and no more: `Running`, and not `Done with paper cups`. */
function isWholeWord(text: string): boolean {
  return text.split(/\s+/).length < 3;
}
