// The menus and tools of the spreadsheet itself, beside those of the add-on.
import type { Grid } from '../grid/grid.ts';
import type { Entry, TopMenu } from './menu-bar.ts';
import type { Tool } from './toolbar.ts';

const FILLS: [name: string, colour: string][] = [
  ['Yellow', '#fef7e0'],
  ['Green', '#e6f4ea'],
  ['Blue', '#e8f0fe'],
  ['Red', '#fce8e6'],
  ['Grey', '#f1f3f4'],
];
const INKS: [name: string, colour: string][] = [
  ['Black', '#202124'],
  ['Grey', '#5f6368'],
  ['Green', '#137333'],
  ['Blue', '#0b57d0'],
  ['Red', '#a50e0e'],
];
const ZOOMS = [50, 75, 90, 100, 125, 150, 200];

function fills(grid: Grid): Entry[] {
  return [
    { label: 'None', run: () => grid.looks.format({ background: null }) },
    ...FILLS.map(([label, background]) => ({ label, run: () => grid.looks.format({ background }) })),
  ];
}

function inks(grid: Grid): Entry[] {
  return [
    { label: 'Automatic', run: () => grid.looks.format({ color: null }) },
    ...INKS.map(([label, color]) => ({ label, run: () => grid.looks.format({ color }) })),
  ];
}

function wraps(grid: Grid): Entry[] {
  return [
    { label: 'Wrap', run: () => grid.looks.format({ wrap: 'wrap' }) },
    { label: 'Overflow', run: () => grid.looks.format({ wrap: null }) },
    { label: 'Clip', run: () => grid.looks.format({ wrap: 'clip' }) },
  ];
}

function freezes(grid: Grid): Entry[] {
  return [
    { label: 'Up to the selected row', run: () => grid.looks.freeze('rows') },
    { label: 'Up to the selected column', run: () => grid.looks.freeze('columns') },
    { label: 'Nothing', run: () => grid.looks.freeze('none') },
  ];
}

function zooms(grid: Grid): Entry[] {
  return ZOOMS.map((zoom) => ({ label: `${zoom} %`, run: () => grid.zoom(zoom / 100) }));
}

function rows(grid: Grid): Entry[] {
  return [
    { label: 'Row above', run: () => grid.looks.lines('insert-rows', 'before') },
    { label: 'Row below', run: () => grid.looks.lines('insert-rows', 'after') },
    { label: 'Delete the selected rows', run: () => grid.looks.lines('delete-rows', 'before') },
  ];
}

function columns(grid: Grid): Entry[] {
  return [
    { label: 'Column left', run: () => grid.looks.lines('insert-columns', 'before') },
    { label: 'Column right', run: () => grid.looks.lines('insert-columns', 'after') },
    { label: 'Delete the selected columns', run: () => grid.looks.lines('delete-columns', 'before') },
  ];
}

/** `showKeys` opens the list of the keys. */
export function sheetMenus(grid: Grid, showKeys: () => void): TopMenu[] {
  return [
    {
      label: 'Edit',
      entries: [
        { label: 'Undo', key: 'Ctrl+Z', run: () => grid.take('undo') },
        { label: 'Redo', key: 'Ctrl+Y', run: () => grid.take('redo') },
        'separator',
        { label: 'Cut', key: 'Ctrl+X', run: () => grid.clipboard.run('cut') },
        { label: 'Copy', key: 'Ctrl+C', run: () => grid.clipboard.run('copy') },
        { label: 'Paste', key: 'Ctrl+V', run: () => grid.clipboard.run('paste') },
        'separator',
        // Once the menu has given the keys back.
        { label: 'Find', key: 'Ctrl+F', run: () => setTimeout(() => grid.find(false)) },
        { label: 'Find and replace', key: 'Ctrl+H', run: () => setTimeout(() => grid.find(true)) },
      ],
    },
    {
      label: 'View',
      entries: [
        { label: 'Freeze', entries: freezes(grid) },
        { label: 'Zoom', entries: zooms(grid) },
        'separator',
        { label: 'Keyboard shortcuts', run: () => setTimeout(showKeys) },
      ],
    },
    { label: 'Insert', entries: [...rows(grid).slice(0, 2), ...columns(grid).slice(0, 2)] },
    {
      label: 'Format',
      entries: [
        { label: 'Bold', key: 'Ctrl+B', run: () => grid.looks.toggle('bold') },
        { label: 'Italic', key: 'Ctrl+I', run: () => grid.looks.toggle('italic') },
        { label: 'Strikethrough', key: 'Alt+Shift+5', run: () => grid.looks.toggle('strikethrough') },
        { label: 'Text wrapping', entries: wraps(grid) },
        { label: 'Fill colour', entries: fills(grid) },
        { label: 'Text colour', entries: inks(grid) },
      ],
    },
    {
      label: 'Data',
      entries: [
        { label: 'Sort sheet by this column, A to Z', run: () => grid.sort(true) },
        { label: 'Sort sheet by this column, Z to A', run: () => grid.sort(false) },
        'separator',
        { label: 'Filter on or off', key: 'Ctrl+Shift+L', run: () => grid.filters.toggle() },
        { label: 'Filter view of this window on or off', run: () => grid.filters.toggleView() },
        {
          label: 'Filter and sort this column…',
          key: 'Alt+Down',
          run: () => setTimeout(() => grid.openFilterMenu()),
        },
        'separator',
        { label: 'Delete the selected rows', run: () => grid.looks.lines('delete-rows', 'before') },
        { label: 'Delete the selected columns', run: () => grid.looks.lines('delete-columns', 'before') },
      ],
    },
  ];
}

/** In groups, as they stand side by side. */
export function sheetTools(grid: Grid): Tool[][] {
  return [
    [
      { label: 'Undo', title: 'Undo (Ctrl+Z)', icon: 'undo', run: () => grid.take('undo') },
      { label: 'Redo', title: 'Redo (Ctrl+Y)', icon: 'redo', run: () => grid.take('redo') },
    ],
    [
      { label: 'Bold', title: 'Bold (Ctrl+B)', icon: 'bold', run: () => grid.looks.toggle('bold') },
      { label: 'Italic', title: 'Italic (Ctrl+I)', icon: 'italic', run: () => grid.looks.toggle('italic') },
      { label: 'Strikethrough', icon: 'strike', run: () => grid.looks.toggle('strikethrough') },
      { label: 'Text colour', icon: 'ink', entries: () => inks(grid) },
      { label: 'Fill colour', icon: 'fill', entries: () => fills(grid) },
      { label: 'Wrap text', icon: 'wrap', entries: () => wraps(grid) },
    ],
    [
      { label: 'Insert and delete rows', icon: 'rows', entries: () => rows(grid) },
      { label: 'Insert and delete columns', icon: 'columns', entries: () => columns(grid) },
      { label: 'Freeze', icon: 'freeze', entries: () => freezes(grid) },
    ],
    [
      { label: 'Zoom', icon: 'zoom', entries: () => zooms(grid) },
      { label: 'Filter', title: 'Filter (Ctrl+Shift+L)', icon: 'filter', run: () => grid.filters.toggle() },
      { label: 'Find and replace', title: 'Find and replace (Ctrl+H)', icon: 'find', run: () => grid.find(true) },
    ],
  ];
}
