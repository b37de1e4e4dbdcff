// The menus of the spreadsheet itself, beside those of the add-on.
import type { Grid } from './grid/grid.ts';
import type { TopMenu } from './menu-bar.ts';

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

/** `showKeys` opens the list of the keys. */
export function sheetMenus(grid: Grid, showKeys: () => void): TopMenu[] {
  return [
    {
      label: 'Edit',
      entries: [
        { label: 'Undo', run: () => grid.take('undo') },
        { label: 'Redo', run: () => grid.take('redo') },
      ],
    },
    {
      label: 'Insert',
      entries: [
        { label: 'Row above', run: () => grid.lines('insert-rows', 'before') },
        { label: 'Row below', run: () => grid.lines('insert-rows', 'after') },
        { label: 'Column left', run: () => grid.lines('insert-columns', 'before') },
        { label: 'Column right', run: () => grid.lines('insert-columns', 'after') },
        'separator',
        { label: 'Delete the selected rows', run: () => grid.lines('delete-rows', 'before') },
        { label: 'Delete the selected columns', run: () => grid.lines('delete-columns', 'before') },
      ],
    },
    {
      label: 'Format',
      entries: [
        { label: 'Bold', run: () => grid.toggle('bold') },
        { label: 'Italic', run: () => grid.toggle('italic') },
        { label: 'Strikethrough', run: () => grid.toggle('strikethrough') },
        {
          label: 'Text wrapping',
          entries: [
            { label: 'Wrap', run: () => grid.format({ wrap: 'wrap' }) },
            { label: 'Overflow', run: () => grid.format({ wrap: null }) },
            { label: 'Clip', run: () => grid.format({ wrap: 'clip' }) },
          ],
        },
        {
          label: 'Fill colour',
          entries: [
            { label: 'None', run: () => grid.format({ background: null }) },
            ...FILLS.map(([label, background]) => ({ label, run: () => grid.format({ background }) })),
          ],
        },
        {
          label: 'Text colour',
          entries: [
            { label: 'Automatic', run: () => grid.format({ color: null }) },
            ...INKS.map(([label, color]) => ({ label, run: () => grid.format({ color }) })),
          ],
        },
      ],
    },
    {
      label: 'View',
      entries: [
        { label: 'Freeze up to the selected row', run: () => grid.freeze('rows') },
        { label: 'Freeze up to the selected column', run: () => grid.freeze('columns') },
        { label: 'Unfreeze all', run: () => grid.freeze('none') },
        'separator',
        // Once the menu has given the keys back.
        { label: 'Keyboard shortcuts', run: () => setTimeout(showKeys) },
      ],
    },
    {
      label: 'Data',
      entries: [
        { label: 'Sort sheet by this column, A to Z', run: () => sort(grid, true) },
        { label: 'Sort sheet by this column, Z to A', run: () => sort(grid, false) },
      ],
    },
  ];
}

/** All rows below the frozen ones, by the column of the selection. */
function sort(grid: Grid, ascending: boolean): void {
  const area = grid.sortable();
  const column = grid.selection?.column;
  if (area === undefined || column === undefined) return;
  grid.act({ kind: 'sort', sheet: grid.activeSheet, area, column, ascending });
}
