// A chart's table: the same numbers for screen readers, for copying, and to open the experiments behind them.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import { element, saying } from '../../shared/html.ts';
import { plainMarkdown } from '../../shared/markdown.ts';
import { dashboardWords } from '../../shared/messages.ts';

/** Text, or a number with the experiments behind it. `of` says what they are. `text` stands in place of the number. */
export type Cell = string | { facts: readonly Fact[]; of: string; text?: string };

export interface TableContent {
  columns: readonly string[];
  /** The first cell of a row is its head. `isSum` sets a row off. */
  rows: readonly { cells: readonly Cell[]; isSum?: boolean }[];
}

/** Opens a list of experiments under a title. */
export const Opening = createContext<(title: string, facts: readonly Fact[]) => void>(() => undefined);

export function Table({ caption, content }: { caption: string; content: TableContent }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area needs the keyboard to reach it
    // biome-ignore lint/a11y/useSemanticElements: no other element is a scrolling region with a name
    <div class="table" tabIndex={0} role="region" aria-label={dashboardWords.chart.tableOf(caption)}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {content.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.rows.map(({ cells, isSum }, row) => (
            <tr key={row} class={isSum ? 'sum' : ''}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    <CellContent cell={cell} />
                  </th>
                ) : (
                  <td key={column} class={classOf(cell)}>
                    <CellContent cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf(cell: Cell): string {
  if (typeof cell === 'string') return /^\d{4}-\d\d-\d\d$/.test(cell) ? 'day' : '';
  return cell.text === undefined || /^-?[\d,.]+$/.test(cell.text) ? 'number' : '';
}

function CellContent({ cell }: { cell: Cell }) {
  return typeof cell === 'string' ? cell : <OpenButton {...cell} />;
}

/** A number that opens the list behind it; a plain 0 where there is none. */
export function OpenButton({ facts, of, text }: Exclude<Cell, string>) {
  const open = useContext(Opening);
  if (facts.length === 0) return <span class="quiet">{text ?? 0}</span>;
  return (
    <button
      type="button"
      class="link"
      aria-label={text === undefined ? dashboardWords.open(facts.length, of) : undefined}
      onClick={() => open(of, facts)}
    >
      {text ?? facts.length}
    </button>
  );
}

export function tableMarkdown(caption: string, { columns, rows }: TableContent): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${plainMarkdown(caption)}**`,
    '',
    line(columns.map(plainMarkdown)),
    line(columns.map(() => '---')),
    ...rows.map(({ cells }) => line(cells.map((cell) => plainMarkdown(textOf(cell))))),
    '',
  ].join('\n');
}

export function tableHtml({ columns, rows }: TableContent): string {
  const line = (tag: string, cells: readonly string[]) =>
    element(
      'tr',
      cells.map((cell) => saying(tag, cell)),
    );
  return element('table', [line('th', columns), ...rows.map(({ cells }) => line('td', cells.map(textOf)))]);
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : (cell.text ?? String(cell.facts.length));
}
