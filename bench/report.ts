// The figures as people read them: a table for the terminal, and the page docs/performance.md.
import type { Load, LoadTimes } from './load.ts';
import { LOG_WORK, type LogFigures } from './log.ts';
import { type Counts, KINDS } from './operations.ts';
import type { Ways } from './usual-way.ts';

export interface Figures {
  /** yyyy-mm-dd */
  date: string;
  /** What was typed to measure them. */
  command: string;
  machine: { processor: string; memory: string; system: string; node: string };
  /** Experiments in the register. */
  sizes: number[];
  rounds: number;
  load: Load;
  log?: LogFigures;
  operations: {
    name: string;
    /** By size. */
    counts: Record<number, Counts>;
    /** By size: medians. */
    milliseconds: Record<number, number>;
    /** How the time grows with the size; 1 is in proportion. */
    exponent?: number;
    /** Some count exceeds its budget. */
    isOver?: boolean;
  }[];
  latency: { milliseconds: number; source: string; meaning: string };
  usualWays: Ways[];
  against?: Other;
}

/** What the build of another checkout took in the same run. */
export interface Other {
  folder: string;
  load: LoadTimes;
  /** By operation, then by size: medians. */
  milliseconds: Record<string, Record<number, number>>;
  /** How many times as long as here its scripts ran, without the work of the local host's services. */
  alone: Record<string, Record<number, number>>;
}

/** One text for the terminal: load, the log, operations, and the usual ways. */
export function table(figures: Figures): string {
  const { operations, usualWays, load, log } = figures;
  return [
    ...loadLines(load),
    '',
    ...(log ? [...aligned(logRows(log)), growthLine(log), ''] : []),
    ...aligned([operationHeader(figures), ...operations.map((row) => operationCells(row, figures))]),
    '',
    ...aligned([WAYS_HEADER, ...usualWays.map((ways) => wayCells(ways, figures))]),
  ].join('\n');
}

/** The times of the other build beside ours, and how many times ours it takes: above 1, ours is faster. */
export function comparison({ sizes, load, log, operations }: Figures, other: Other): string {
  const cells = (ours: number, theirs: number) =>
    Number.isNaN(theirs)
      ? [shortTime(ours), 'not there', '']
      : [shortTime(ours), shortTime(theirs), `${(theirs / ours).toFixed(2)} ×`];
  const loads = (['evaluated', 'untilEdit', 'untilRows', 'untilPage'] as const).map((name) => [
    `load: ${name}`,
    ...cells(load[name], other.load[name]),
    ...Array<string>(4 * (sizes.length - 1) + 1).fill(''),
  ]);
  const [otherLog] = log?.others ?? [];
  // The parser is the same on both sides.
  const logs = LOG_WORK.slice(1).map((work) => [
    `log: ${work}`,
    ...sizes.flatMap((size) => [
      ...cells(log?.times[size]?.[work] ?? Number.NaN, otherLog?.[size]?.[work] ?? Number.NaN),
      '',
    ]),
  ]);
  const rows = operations.map(({ name, milliseconds }) => [
    name,
    ...sizes.flatMap((size) => {
      const alone = other.alone[name]?.[size] ?? Number.NaN;
      return [
        ...cells(milliseconds[size] ?? Number.NaN, other.milliseconds[name]?.[size] ?? Number.NaN),
        Number.isNaN(alone) ? '' : `${alone.toFixed(2)} ×`,
      ];
    }),
  ]);
  const header = [
    '',
    ...sizes.flatMap((size) => [`${size.toLocaleString('en')}: here`, 'there', 'ratio', 'script alone']),
  ];
  return [
    `Against ${other.folder}, in milliseconds:`,
    ...aligned([header, ...rows, ...(otherLog ? logs : []), ...loads]),
  ].join('\n');
}

/** The whole page, Markdown. */
export function performancePage(figures: Figures): string {
  const { date, command, machine, rounds, latency, operations, load, log, usualWays } = figures;
  const { processor, memory, system, node } = machine;
  return `# What it costs

\`${command}\` measured all of this and wrote this page on ${date}: ${processor}, ${memory}, ${system}, Node ${node}.
The built add-on ran in the local host; times are medians of ${rounds} runs after a warm-up. Times on Google will differ.

## Load

Google evaluates the whole script anew for every call, each edit of a cell included. All of it sleeps until it is used.

${loadLines(load)
  .map((line) => `- ${line}`)
  .join('\n')}

## The log by itself

A log in the template's form, and the Markdown parser's block rules on the same text: milliseconds, the fastest of many
rounds, and their ratios.

${log ? `${markdownTable(logRows(log))}\n\n${growthLine(log)}` : ''}

## Service calls and script time

\`bench/budget.json\` holds how many calls an operation may make at any size, and \`npm test\` fails when one makes more. The columns of
sizes are the script's milliseconds at that many experiments; the exponent says how they grow (1 is in proportion to the experiments).

${markdownTable([operationHeader(figures), ...operations.map((row) => operationCells(row, figures))])}

## Against the usual way

Three of these operations by the same rules, one that reads and writes every row, one that only writes and one that only reads, with
each cell read and written by itself, and with each row read and written by itself
(\`bench/usual-way\`); calls of sheets only, those of Drive are the same; counted up to 1,000 experiments. The modelled time is ${latency.milliseconds} ms a call:
${latency.meaning} ([best practices](${latency.source})).
That is an average over cells that Google's caches write together, so it is an order of magnitude and no more; what a call carries is
not counted in.

${markdownTable([WAYS_HEADER, ...usualWays.map((ways) => wayCells(ways, figures))])}
`;
}

function loadLines({ sizes, functions, plain, evaluated, untilEdit, untilRows, untilPage, bytes }: Load): string[] {
  const ratio = (time: number) => `${time.toFixed(1)} ms, ${(time / plain).toFixed(1)} × the plain script`;
  const share = (part: number) => `${kilobytes(part)}, ${Math.round((100 * part) / bytes.all)} %`;
  return [
    `A plain script of the same size that only declares as many functions (${functions}): ${plain.toFixed(1)} ms`,
    `Code.js evaluated: ${ratio(evaluated)}`,
    `Until onEdit has left a sheet of somebody's own: ${ratio(untilEdit)}`,
    `Until onEdit keeps the register's rows: ${ratio(untilRows)}`,
    `Until a page's first call runs: ${ratio(untilPage)}`,
    `Of the script's ${kilobytes(bytes.all)} started when it is loaded: ${share(bytes.atLoad)}`,
    `Of the script's ${kilobytes(bytes.all)} started for a sheet of somebody's own: ${share(bytes.forEdit)}, for the register's rows: ${share(bytes.forRows)}`,
    `Sizes: ${Object.entries(sizes)
      .map(([name, size]) => `${name} ${kilobytes(size)}`)
      .join(', ')}`,
  ];
}

/** A row for each size. */
function logRows({ characters, times }: LogFigures): string[][] {
  const header = ['experiments', 'characters', ...LOG_WORK, 'read ÷ the parser alone', 'write one change ÷ read'];
  const rows = Object.entries(times).map(([size, row]) => [
    Number(size).toLocaleString('en'),
    (characters[Number(size)] ?? 0).toLocaleString('en'),
    ...LOG_WORK.map((work) => row[work].toFixed(2)),
    (row.read / row['the parser alone']).toFixed(2),
    (row['write one change'] / row.read).toFixed(2),
  ]);
  return [header, ...rows];
}

const growthLine = ({ growth }: LogFigures) =>
  growth === undefined
    ? ''
    : `From 100 experiments on reading grows with the characters to the power of ${growth.toFixed(2)}.`;

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB`;

function operationHeader({ sizes }: Figures): string[] {
  return ['operation', ...KINDS, ...sizes.map((size) => `${size.toLocaleString('en')}: ms`), 'exponent'];
}

function operationCells(
  { name, counts, milliseconds, exponent, isOver }: Figures['operations'][number],
  { sizes }: Figures,
) {
  const ofKind = (kind: (typeof KINDS)[number]) => {
    const all = sizes.map((size) => counts[size]?.[kind] ?? 0);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return least === most ? `${most}` : `${least}–${most}`;
  };
  return [
    isOver ? `${name} (over budget)` : name,
    ...KINDS.map(ofKind),
    ...sizes.map((size) => shortTime(milliseconds[size] ?? 0)),
    exponent === undefined ? '' : exponent.toFixed(2),
  ];
}

const shortTime = (milliseconds: number) => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);

const WAYS_HEADER = [
  'operation',
  'experiments',
  'cell by cell: calls',
  'time',
  'row by row: calls',
  'time',
  'here: calls',
  'time',
];

function wayCells({ operation, size, cells, rows, ours }: Ways, { latency }: Figures): string[] {
  const modelled = (calls: number) => seconds((calls * latency.milliseconds) / 1000);
  const both = (calls: number) => [calls.toLocaleString('en'), modelled(calls)];
  return [operation, size.toLocaleString('en'), ...both(cells), ...both(rows), ...both(ours)];
}

function seconds(value: number): string {
  return value < 60 ? `${Number(value.toPrecision(2))} s` : `${Math.round(value / 60)} min`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

function markdownTable([header = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}
