// The user interface of the spreadsheet: menus, alerts, sidebars, dialogs.

import type { AlertAnswer, AlertRequest, Menu as MenuTold } from '../../protocol.ts';
import type { Runtime } from '../runtime.ts';
import {
  checkArgument,
  type Enumeration,
  EnumValue,
  Service,
  ServiceError,
  type Surface,
  signatureError,
} from '../service.ts';
import { BUTTON, BUTTON_SET } from './enumerations.ts';
import { HtmlOutput } from './html.ts';

export class Menu
  extends Service
  implements Surface<GoogleAppsScript.Base.Menu, 'addItem' | 'addSeparator' | 'addSubMenu' | 'addToUi'>
{
  override readonly serviceName = 'Menu';
  readonly runtime: Runtime;
  readonly menu: MenuTold;
  readonly isAddon: boolean;

  constructor(runtime: Runtime, title: string, isAddon: boolean) {
    super();
    this.runtime = runtime;
    this.menu = { title, items: [] };
    this.isAddon = isAddon;
  }

  addItem(caption: string, functionName: string): this {
    if (typeof caption !== 'string' || typeof functionName !== 'string')
      throw signatureError('Menu.addItem', [caption, functionName]);
    this.menu.items.push({ kind: 'item', label: caption, functionName });
    return this;
  }
  addSeparator(): this {
    this.menu.items.push({ kind: 'separator' });
    return this;
  }
  addSubMenu(menu: Menu): this {
    checkArgument('Menu.addSubMenu', menu, Menu);
    this.menu.items.push({ kind: 'menu', menu: menu.menu });
    return this;
  }
  addToUi(): void {
    if (this.isAddon) this.runtime.addMenu({ title: 'Extensions', items: [{ kind: 'menu', menu: this.menu }] });
    else this.runtime.addMenu(this.menu);
  }
}

const BUTTONS: Record<string, AlertRequest['buttons']> = {
  OK: ['ok'],
  OK_CANCEL: ['ok', 'cancel'],
  YES_NO: ['yes', 'no'],
  YES_NO_CANCEL: ['yes', 'no', 'cancel'],
};

type UiMethods =
  | 'Button'
  | 'ButtonSet'
  | 'alert'
  | 'createAddonMenu'
  | 'createMenu'
  | 'showModalDialog'
  | 'showModelessDialog'
  | 'showSidebar';

export class Ui extends Service implements Surface<GoogleAppsScript.Base.Ui, UiMethods> {
  override readonly serviceName = 'Ui';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  get Button(): Enumeration {
    return BUTTON;
  }
  get ButtonSet(): Enumeration {
    return BUTTON_SET;
  }

  createMenu(caption: string): Menu {
    return new Menu(this.runtime, caption, false);
  }
  createAddonMenu(): Menu {
    return new Menu(this.runtime, this.runtime.book.name, true);
  }

  /** alert(prompt), alert(prompt, buttons) or alert(title, prompt, buttons). */
  alert(...args: unknown[]): EnumValue {
    const last = args[args.length - 1];
    const buttons = last instanceof EnumValue ? BUTTONS[last.key] : BUTTONS.OK;
    const texts = (last instanceof EnumValue ? args.slice(0, -1) : args).map((part) => String(part ?? ''));
    const isKnown = texts.length === 1 || (texts.length === 2 && last instanceof EnumValue);
    if (!isKnown || !buttons) throw signatureError('Ui.alert', args);
    const [title, message] = texts.length === 2 ? [texts[0] ?? '', texts[1] ?? ''] : ['', texts[0] ?? ''];
    const answer: AlertAnswer = this.runtime.ask({ title, message, buttons });
    return BUTTON.of(answer.toUpperCase());
  }

  showSidebar(userInterface: unknown): void {
    const page = pageOf('showSidebar', userInterface);
    this.runtime.openPage('sidebar', page.title ?? '', page.html);
  }
  showModalDialog(userInterface: unknown, title: string): void {
    const page = pageOf('showModalDialog', userInterface);
    this.runtime.openPage('modal', String(title), page.html, page.width, page.height);
  }
  showModelessDialog(userInterface: unknown, title: string): void {
    const page = pageOf('showModelessDialog', userInterface);
    this.runtime.openPage('modeless', String(title), page.html, page.width, page.height);
  }
}

function pageOf(method: string, page: unknown): HtmlOutput {
  if (page instanceof HtmlOutput) return page;
  if (page instanceof Service) throw signatureError(`Ui.${method}`, [page]);
  throw new ServiceError(`Invalid argument: userInterface`);
}
