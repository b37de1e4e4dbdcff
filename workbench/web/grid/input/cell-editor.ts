// A cell while it is edited: which entries it lets go of, and the keys that are its own.
import {
  CustomCommandExecutionError,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  ICommandService,
  IUniverInstanceService,
  type Univer,
} from '@univerjs/core';
import { IEditorBridgeService, IEditorService } from '@univerjs/preset-sheets-core';
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

  constructor(univer: Univer, desk: EditorDesk) {
    this.injector = univer.__getInjector();
    this.desk = desk;
    this.injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
      if (id === SHOW) this.judge(params as { visible: boolean; keycode?: number });
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

  /** An entry that cannot stand stays in the editor, with the reason beside it, to be corrected there. */
  private judge({ visible, keycode }: { visible: boolean; keycode?: number }): void {
    this.message?.remove();
    this.message = undefined;
    if (visible || keycode === undefined || keycode === ESCAPE || !this.isOpen) return;
    const state = this.injector.get(IEditorBridgeService).getEditLocation();
    const editor = this.injector.get(IUniverInstanceService).getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    const text = plainText(editor?.getSnapshot().body?.dataStream ?? '');
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
