// A cell while it is edited: which entries it lets go of, and the keys that are its own.
import {
  CustomCommandExecutionError,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  ICommandService,
  IUniverInstanceService,
  type Univer,
} from '@univerjs/core';
import {
  DocSelectionManagerService,
  EditorBridgeService,
  IEditorBridgeService,
  IEditorService,
} from '@univerjs/preset-sheets-core';
import { make } from '../../frames/layers.ts';
import { plainText } from '../cell-data.ts';
import { BOOK } from '../workbook-data.ts';
import type { Spot } from './cursor.ts';
import type { Taken } from './keys.ts';

const SHOW = 'sheet.operation.set-cell-edit-visible';
const SHOW_LIST = 'sheet.operation.show-data-validation-dropdown';
// Univer's key codes.
const ESCAPE = 27;
const UP = 38;
const LEFT = 37;
const F2 = 113;
/** Univer's number for a key as the cause. */
const KEYBOARD = 4;

const EDITOR = { unitId: DOCS_NORMAL_EDITOR_UNIT_ID_KEY, subUnitId: DOCS_NORMAL_EDITOR_UNIT_ID_KEY };

/** What Univer's command to open or close the editor is given. */
interface Shown {
  visible: boolean;
  eventType?: number;
  keycode?: number;
}

interface EditorDesk {
  /** Why an entry cannot stand, as far as the page knows. */
  refusal: (spot: Spot, text: string) => string | undefined;
  openList: (spot: Spot) => boolean;
  /** Where a cell is on the screen. */
  boxOf: (spot: Spot) => { left: number; bottom: number };
}

export class CellEditor {
  private readonly injector: ReturnType<Univer['__getInjector']>;
  private readonly desk: EditorDesk;
  private message: HTMLElement | undefined;
  /** What the editor held when it was opened: undefined where a key replaces what stands in the cell. */
  private opened: string | undefined;
  /** Whether its cell says something else by now. */
  private isBehind = false;

  constructor(univer: Univer, desk: EditorDesk) {
    this.injector = univer.__getInjector();
    this.desk = desk;
    this.keepWhatIsTyped();
    const commands = this.injector.get(ICommandService);
    commands.onCommandExecuted(({ id, params }) => {
      if (id === SHOW) this.note(params as Shown);
    });
    commands.beforeCommandExecuted(({ id, params }) => {
      if (id === SHOW) this.judge(params as Shown);
      // Univer's own list hears neither Escape nor letters.
      if (id === SHOW_LIST) {
        const { row, column } = params as Spot;
        setTimeout(() => this.desk.openList({ row, column }));
        throw new CustomCommandExecutionError('opened by the workbench');
      }
    });
  }

  /** Whether a cell is being edited. */
  get isOpen(): boolean {
    return this.isAlive && this.injector.get(IEditorBridgeService).isVisible().visible;
  }

  /** Keys that Univer's editor does not know. */
  pressKey(event: KeyboardEvent): Taken {
    const keycode =
      event.shiftKey && event.key === 'Enter' ? UP : event.shiftKey && event.key === 'Tab' ? LEFT : undefined;
    if (keycode === undefined) return 'not';
    this.injector
      .get(ICommandService)
      .syncExecuteCommand(SHOW, { visible: false, eventType: KEYBOARD, keycode, unitId: BOOK });
    return 'whole';
  }

  private get text(): string {
    const editor = this.injector.get(IUniverInstanceService).getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    return plainText(editor?.getSnapshot().body?.dataStream ?? '');
  }

  /**
   * Univer puts into the open editor whatever is written to its cell meanwhile, by the host or somebody else, and the caret before it.
   * Here what is typed stays, and one who has not typed yet goes on from what stands there now.
   */
  private keepWhatIsTyped(): void {
    const editor = this;
    const { refreshEditCellState } = EditorBridgeService.prototype;
    EditorBridgeService.prototype.refreshEditCellState = function () {
      if (!editor.isOpen) return refreshEditCellState.call(this);
      editor.isBehind = editor.text !== editor.opened;
      if (editor.isBehind) return;
      refreshEditCellState.call(this);
      editor.opened = editor.text;
      const end = editor.opened.length;
      editor.injector.get(DocSelectionManagerService).replaceDocRanges([{ startOffset: end, endOffset: end }], EDITOR);
    };
  }

  private note({ visible, eventType, keycode }: Shown): void {
    if (visible) this.opened = eventType === KEYBOARD && keycode !== F2 ? undefined : this.text;
    else if (this.isBehind) this.injector.get(IEditorBridgeService).refreshEditCellState();
    this.isBehind = false;
  }

  /** An entry that cannot stand stays in the editor, with the reason beside it, to be corrected there. */
  private judge({ visible, keycode }: Shown): void {
    this.message?.remove();
    this.message = undefined;
    if (visible || keycode === undefined || keycode === ESCAPE || !this.isOpen) return;
    const state = this.injector.get(IEditorBridgeService).getEditLocation();
    const text = this.text;
    const reason = state && this.desk.refusal({ row: state.row, column: state.column }, text);
    if (!reason) return;
    this.explain(state, reason);
    throw new CustomCommandExecutionError('kept in the editor');
  }

  /** Opens the active cell with a text that was not taken, and the reason beside it. */
  correct(spot: Spot, text: string, reason: string): void {
    this.injector
      .get(ICommandService)
      .syncExecuteCommand(SHOW, { visible: true, eventType: KEYBOARD, keycode: F2, unitId: BOOK });
    this.injector.get(IEditorService).getEditor(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)?.replaceText(text);
    this.explain(spot, reason);
  }

  private explain(spot: Spot, reason: string): void {
    this.message?.remove();
    this.message = make('p', 'entry-refused', reason);
    this.message.role = 'alert';
    const { left, bottom } = this.desk.boxOf(spot);
    this.message.style.left = `${Math.min(left, window.innerWidth - 360)}px`;
    this.message.style.top = `${Math.min(bottom + 4, window.innerHeight - 80)}px`;
    document.getElementById('layers')?.append(this.message);
  }

  /** Univer's services for sheets come with the first workbook. */
  private get isAlive(): boolean {
    return this.injector.has(IEditorBridgeService);
  }
}
