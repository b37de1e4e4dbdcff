// What the host, the workbench server and its page say to each other. Plain JSON; rows and columns count from 0.

/** A cell as the host keeps it. A date is a serial number (days since 1899-12-30) with a date format. Absent = empty. */
export interface Cell {
  value?: string | number | boolean;
  /** With its leading `=`; `value` is then the computed result. */
  formula?: string;
  /** Number format pattern, such as `yyyy-mm-dd` or `0" days left"`; absent = automatic. */
  format?: string;
  note?: string;
  style?: CellStyle;
  /** Of a text: where its links stand, in their order. Gone with the text. */
  links?: readonly CellLink[];
}

/** From a character, counted from 0, up to another one. */
export type CellLink = readonly [from: number, to: number, url: string];

export interface CellStyle {
  /** `#rrggbb` */
  background?: string;
  /** `#rrggbb` */
  color?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  /** Absent = overflow, as in Sheets. */
  wrap?: 'wrap' | 'clip' | 'overflow';
  align?: 'left' | 'center' | 'right';
  verticalAlign?: 'top' | 'middle' | 'bottom';
  fontSize?: number;
  /** A line at an edge: Google's name for its style, and its colour as `#rrggbb`, such as `SOLID #dfe3e8`. */
  borderTop?: string;
  borderLeft?: string;
  borderBottom?: string;
  borderRight?: string;
}

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Validation {
  area: Area;
  kind: 'list' | 'list-from-range' | 'date' | 'checkbox' | 'formula';
  /** list: the values; formula: the formula; list-from-range: an A1 notation with its sheet name. */
  values: string[];
  showDropdown: boolean;
  /** true: a wrong entry is kept and flagged; false: it is refused. */
  allowInvalid: boolean;
  helpText?: string;
}

export interface ConditionalFormat {
  areas: Area[];
  kind: 'formula';
  formula: string;
  style: CellStyle;
}

export interface Protection {
  /** Absent = the whole sheet. */
  area?: Area;
  description: string;
  warningOnly: boolean;
  /** Somebody else's, which keeps this person from writing into its cells. */
  isClosed?: true;
}

/** Which cells of a column a filter lets through; both parts count. */
export interface FilterRule {
  /** Texts, as cells show them, that are hidden; '' stands for empty cells. */
  hidden?: string[];
  condition?: { is: 'contains' | 'lacks' | 'begins' | 'ends' | 'equals' | 'empty' | 'filled'; text: string };
}

export interface Filter {
  /** With its header row, which is never hidden. */
  area: Area;
  /** By column of the sheet. */
  rules: Record<number, FilterRule>;
  /** The rows that were hidden when a rule was set last; what is edited since stays where it is. */
  rows: number[];
}

export interface SheetSnapshot {
  id: number;
  name: string;
  hidden: boolean;
  /** `#rrggbb`; absent = none. */
  tabColor?: string;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  /** Column number to width in pixels; absent = 100. */
  columnWidths: Record<number, number>;
  /** Row number to height in pixels; absent = automatic. */
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  /** Only cells that hold something. */
  cells: [row: number, column: number, cell: Cell][];
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  protections: Protection[];
  /** Ranges that a person has made a Table. */
  tables?: Area[];
  /** Cells that are merged into one: the first of them holds what it says. The page shows them side by side. */
  merges?: Area[];
  filter?: Filter;
}

/** A sheet but for its cells. */
export type SheetShape = Omit<SheetSnapshot, 'cells'>;

export interface BookSnapshot {
  /** The spreadsheet's ID; a copy has another. Without one it is the workbench's own. */
  id?: string;
  name: string;
  locale: string;
  timeZone: string;
  activeSheet: number;
  sheets: SheetSnapshot[];
}

/** What goes into one cell of several: text, read as if typed, or what was copied from another cell. */
export interface Entered {
  text?: string;
  cell?: Cell;
  /** Looks to take the place of the cell's; absent: it keeps its own. */
  style?: CellStyle;
}

/** What a person did in the grid. `sheet` is the sheet's id. */
export type PersonAction =
  /** Text as typed, read as Sheets reads it (`007` a number, `'007` text, `=…` a formula, `2026-02-11` a date). */
  | { kind: 'type'; sheet: number; row: number; column: number; text: string[][] }
  /** Typed cells (paste, fill, clear, undo, redo, or typing where the page has already read the entry); null = cleared. */
  | {
      kind: 'set';
      sheet: number;
      /** `format`: looks only, values stay; as with Google that fires no onEdit. */
      cause: 'type' | 'paste' | 'fill' | 'clear' | 'undo' | 'redo' | 'move' | 'format';
      cells: [row: number, column: number, cell: Cell | null][];
    }
  /** Pasted, or replaced by a search, wherever it is. `emptied`: what was cut there comes to the first of the cells as it stands by now, with its
   *  rules and whatever names it; or nothing happens if a cell is refused. */
  | {
      kind: 'enter';
      sheet: number;
      cause: 'paste' | 'replace';
      cells: [row: number, column: number, entered: Entered][];
      emptied?: { sheet: number; area: Area };
    }
  | { kind: 'insert-rows' | 'insert-columns' | 'delete-columns'; sheet: number; at: number; count: number }
  /** `except`: rows among these that stay, since a filter hides them. */
  | { kind: 'delete-rows'; sheet: number; at: number; count: number; except?: number[] }
  /** Convert to table: the columns of the area, below its first row, are typed from then on. */
  | { kind: 'make-table'; sheet: number; area: Area }
  | { kind: 'merge'; sheet: number; area: Area }
  /** A filter on the area whose first row is the header, or none. */
  | { kind: 'set-filter'; sheet: number; area: Area | null }
  /** What the filter lets through in one column; null: everything. `area`: where there is no filter yet. */
  | { kind: 'filter'; sheet: number; column: number; rule: FilterRule | null; area?: Area }
  | { kind: 'sort'; sheet: number; area: Area; column: number; ascending: boolean }
  | { kind: 'resize-column'; sheet: number; column: number; width: number }
  | { kind: 'hide-columns' | 'show-columns' | 'hide-rows' | 'show-rows'; sheet: number; at: number; count: number }
  | { kind: 'move-columns'; sheet: number; from: number; count: number; to: number }
  | { kind: 'rename-book'; name: string }
  | { kind: 'rename-sheet'; sheet: number; name: string }
  /** `text`: what it begins with, as typed. */
  | { kind: 'add-sheet'; name: string; text?: string[][] }
  | { kind: 'delete-sheet'; sheet: number }
  /** Looks alone; null takes one off. `except`: rows that keep theirs, since a filter hides them. */
  | {
      kind: 'format';
      sheet: number;
      area: Area;
      style: { [Look in keyof CellStyle]?: CellStyle[Look] | null };
      except?: number[];
    }
  | { kind: 'freeze'; sheet: number; rows: number; columns: number }
  | { kind: 'select'; sheet: number; area: Area }
  /** The window's own last step, with what scripts wrote after it. */
  | { kind: 'undo' }
  | { kind: 'redo' };

/** Rows or columns that are inserted or deleted. */
export type LinesAction = Extract<PersonAction, { kind: `${'insert' | 'delete'}-${'rows' | 'columns'}` }>;

export interface ActionOutcome {
  /** What the window can take back now, or do again; told by the server. */
  history?: { undo: boolean; redo: boolean };
  /** Entries that were refused: the cell keeps its old value, the message is Sheets' own or the rule's help text. */
  refused: { row: number; column: number; message: string }[];
}

/** What changed, to be painted by every open window. */
export type Patch =
  | { kind: 'cells'; sheet: number; cells: [row: number, column: number, cell: Cell | null][] }
  | {
      kind: 'insert-rows' | 'insert-columns' | 'delete-rows' | 'delete-columns';
      sheet: number;
      at: number;
      count: number;
    }
  /** Rows within an area in another order: what stood in row `order[i]` of the sheet stands in row `area.row + i` now. */
  | { kind: 'order'; sheet: number; area: Area; order: number[] }
  /** Everything about one sheet anew, its cells too. */
  | { kind: 'sheet'; sheet: SheetSnapshot }
  /** Everything about one sheet but its cells (validations, widths, protections, filter). */
  | { kind: 'shape'; sheet: SheetShape }
  /** Sheets added, removed, renamed, reordered. */
  | { kind: 'book'; book: BookSnapshot };

export interface Menu {
  title: string;
  items: MenuItem[];
}
export type MenuItem =
  | { kind: 'item'; label: string; functionName: string }
  | { kind: 'separator' }
  | { kind: 'menu'; menu: Menu };

/** What the host tells the windows. `origin` is the window whose action caused it, if one did. */
export type HostEvent =
  | { kind: 'patches'; patches: Patch[]; origin?: string }
  | { kind: 'menus'; menus: Menu[] }
  | { kind: 'toast'; title: string; message: string; seconds: number }
  /** A page was opened by `showSidebar`, `showModalDialog` or `showModelessDialog`; `frame` names it until it is closed. */
  | {
      kind: 'page';
      frame: string;
      place: 'sidebar' | 'modal' | 'modeless';
      title: string;
      html: string;
      width?: number;
      height?: number;
    }
  | { kind: 'page-closed'; frame: string }
  | { kind: 'active'; sheet: number; area: Area }
  /** A script failed in a menu item or trigger; the message is what Sheets would show. */
  | { kind: 'failed'; functionName: string; message: string };

/** `Ui.alert`: the execution waits for the answer. */
export interface AlertRequest {
  title: string;
  message: string;
  buttons: ('ok' | 'cancel' | 'yes' | 'no')[];
}
export type AlertAnswer = 'ok' | 'cancel' | 'yes' | 'no' | 'close';

/** The outcome of `google.script.run`; `value` has been through the platform's serialisation. */
export type RunResult = { ok: true; value: unknown } | { ok: false; message: string };

/** What the server tells a window over its event stream. A page's HTML is served from the frames' own origin, at `url`. */
export type WindowEvent =
  | Exclude<HostEvent, { kind: 'page' }>
  | (Omit<Extract<HostEvent, { kind: 'page' }>, 'html'> & { url: string })
  /** The first event of a stream, and again after the host had to be started anew: everything as it is now. */
  /** `anew`: what is shown is of no use any more, rather than older. */
  | { kind: 'hello'; book: BookSnapshot; menus: Menu[]; anew?: true }
  | { kind: 'alert'; id: number; alert: AlertRequest }
  | { kind: 'alert-closed'; id: number };

/** Every answer to a window's POST carries the number of the last event sent to that window before it. */
export type Numbered<T> = T & { seq: number };
