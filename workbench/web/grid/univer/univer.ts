// Univer as the view: its plugins, registered preset by preset, without the package that pulls commercial parts.
import { LocaleType, LogLevel, mergeLocales, type Plugin, type PluginCtor, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  ICanvasColorService,
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/en-US';
import { isDarkScreen, screenColour, watchScreen } from './screen-colours.ts';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import { leaveNeedlessWork } from './needless-work.ts';
import { findNotesByPlace } from './notes-by-place.ts';
import { drawInDirection } from './text-direction.ts';

/** Entries of Univer's context menus for what the host does not keep: they would be lost at the next reload. */
const NOT_KEPT = [
  'sheet.contextMenu.permission',
  'sheet.menu.sheet-frozen',
  'sheet.column-header-menu.sheet-frozen',
  'sheet.row-header-menu.sheet-frozen',
  'sheet.contextMenu.text-to-number',
  'sheet.menu.paste-special',
  'sheet.menu.copy-special',
  'sheet.command.set-row-height',
  'sheet.command.set-row-is-auto-height',
  'sheet.command.insert-range-move-right-confirm',
  'sheet.command.insert-range-move-down-confirm',
  'sheet.command.delete-range-move-left-confirm',
  'sheet.command.delete-range-move-up-confirm',
];

/** Paints in the colours of the person's screen instead of Univer's own dark ones, in which tones are all but black. */
class Rendering extends UniverRenderEnginePlugin {
  override onStarting(): void {
    super.onStarting();
    this._injector.replace([ICanvasColorService, { useValue: { getRenderColor: screenColour } }]);
  }
}

/** Starts Univer in the element of that id, with no workbook yet. */
export function startUniver(container: string): { univer: Univer; api: FUniver } {
  findNotesByPlace();
  leaveNeedlessWork();
  drawInDirection();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreWords, dataValidationWords, noteWords),
    },
    logLevel: LogLevel.ERROR,
    darkMode: isDarkScreen(),
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      toolbar: false,
      footer: false,
      formulaBar: true,
      menu: Object.fromEntries(NOT_KEPT.map((id) => [id, { hidden: true }])),
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    // Its search field would take the keys away from the cell while one types.
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  // Several presets name the same plugin: the last entry counts, at the first one's place.
  const plugins = new Map<string, { plugin: PluginCtor<Plugin>; config: object | undefined }>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, config] = Array.isArray(entry) ? entry : [entry, undefined];
    plugins.set(plugin.pluginName, { plugin, config });
  }
  // Formulas are the host's: Univer keeps their text for the editor and shows the results it is given.
  plugins.set(UniverFormulaEnginePlugin.pluginName, {
    plugin: UniverFormulaEnginePlugin,
    config: { notExecuteFormula: true },
  });
  const rendering = plugins.get(UniverRenderEnginePlugin.pluginName);
  if (rendering !== undefined) rendering.plugin = Rendering;
  for (const { plugin, config } of plugins.values()) univer.registerPlugin(plugin, config);
  const api = FUniver.newAPI(univer);
  watchScreen(() => api.toggleDarkMode(isDarkScreen()));
  return { univer, api };
}
