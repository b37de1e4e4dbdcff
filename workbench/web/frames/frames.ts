// The add-on's pages: the sidebar and dialogs, each in a frame of another origin, and what their scripts ask for.
import type { WindowEvent } from '../../protocol.ts';
import { type Connection, FRAMES } from '../connection.ts';
import { make, openDialog } from './layers.ts';
import type { FromFrame, ToFrame } from './messages.ts';
import { makeMovable } from './moving.ts';

type PageEvent = Extract<WindowEvent, { kind: 'page' }>;

/** HtmlService's own flags. */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-same-origin';
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 400;

interface OpenPage {
  iframe: HTMLIFrameElement;
  closesOnEscape: boolean;
  /** Takes the page away without telling the host. */
  remove: () => void;
  resize: (width: number | undefined, height: number | undefined) => void;
}

/** Opens and closes pages as the host tells. `focusGrid` gives the keys back to the grid; `leave` to the next part of the window or the
 *  one before; `beforeCall` is run before a page asks the script. */
export class Frames {
  private readonly open = new Map<string, OpenPage>();

  private readonly connection: Connection;
  private readonly focusGrid: () => void;
  private readonly leave: (isBack: boolean) => void;
  private readonly beforeCall: () => void;

  constructor(connection: Connection, focusGrid: () => void, leave: (isBack: boolean) => void, beforeCall: () => void) {
    this.connection = connection;
    this.focusGrid = focusGrid;
    this.leave = leave;
    this.beforeCall = beforeCall;
    window.addEventListener('message', (event) => {
      for (const [frame, page] of this.open) {
        if (event.source === page.iframe.contentWindow && event.origin === FRAMES)
          this.hear(frame, page, event.data as FromFrame);
      }
    });
  }

  show(event: PageEvent): void {
    if (this.open.has(event.frame)) return;
    const iframe = make('iframe');
    iframe.setAttribute('sandbox', SANDBOX);
    iframe.title = event.title;
    iframe.src = `${event.url}?${new URLSearchParams({ around: location.origin })}`;
    this.open.set(
      event.frame,
      event.place === 'sidebar' ? this.inSidebar(event, iframe) : this.inDialog(event, iframe),
    );
  }

  /** The host has closed the page. */
  closed(frame: string): void {
    const page = this.open.get(frame);
    this.open.delete(frame);
    page?.remove();
  }

  private inSidebar(event: PageEvent, iframe: HTMLIFrameElement): OpenPage {
    const sidebar = document.getElementById('sidebar') as HTMLElement;
    // There is one sidebar: a new one takes the old one's place.
    for (const [frame, page] of this.open) if (sidebar.contains(page.iframe)) this.close(frame);
    const head = make('header', 'dialog-head');
    const cross = make('button', 'close', '×');
    cross.type = 'button';
    cross.ariaLabel = 'Close sidebar';
    cross.addEventListener('click', () => {
      this.close(event.frame);
      this.focusGrid();
    });
    head.append(make('h2', 'dialog-title', event.title), cross);
    sidebar.ariaLabel = event.title;
    sidebar.replaceChildren(head, iframe);
    sidebar.hidden = false;
    sidebar.onkeydown = (key) => {
      key.stopPropagation();
      if (key.key === 'Escape') this.focusGrid();
    };
    const remove = () => {
      sidebar.replaceChildren();
      sidebar.hidden = true;
    };
    return { iframe, closesOnEscape: false, remove, resize: () => undefined };
  }

  private inDialog(event: PageEvent, iframe: HTMLIFrameElement): OpenPage {
    const dialog = openDialog({
      title: event.title,
      modal: event.place === 'modal',
      width: event.width ?? DIALOG_WIDTH,
      height: event.height ?? DIALOG_HEIGHT,
      closed: () => {
        movable?.end();
        this.close(event.frame);
      },
    });
    const movable = event.place === 'modeless' ? makeMovable(dialog, event.title) : undefined;
    dialog.body.classList.add('framed');
    dialog.body.append(iframe);
    // A modal dialog's page has the keys at once.
    if (event.place === 'modal') iframe.addEventListener('load', () => iframe.focus());
    const resize: OpenPage['resize'] = (width, height) => {
      // A page that only fits its height to what stands in it: who has resized it knows better.
      if (width === undefined && movable?.isPlaced() === true) return;
      dialog.resize(width, height);
      movable?.resized();
    };
    return { iframe, closesOnEscape: true, remove: dialog.close, resize };
  }

  /** The person or the page itself has closed it: the host is told. */
  private close(frame: string): void {
    if (!this.open.has(frame)) return;
    this.closed(frame);
    this.connection.closePage(frame).catch(() => undefined);
  }

  private hear(frame: string, page: OpenPage, message: FromFrame): void {
    switch (message?.workbench) {
      case 'call':
        this.call(page, message);
        break;
      case 'close':
        this.close(frame);
        break;
      case 'size':
        page.resize(size(message.width), size(message.height));
        break;
      case 'escape':
        if (page.closesOnEscape) this.close(frame);
        else this.focusGrid();
        break;
      case 'leave':
        this.leave(message.isBack);
        break;
      case 'focus-editor':
        this.focusGrid();
        break;
    }
  }

  private call(page: OpenPage, { id, functionName, args }: Extract<FromFrame, { workbench: 'call' }>): void {
    const tell = (message: ToFrame) => page.iframe.contentWindow?.postMessage(message, FRAMES);
    this.beforeCall();
    this.connection.call(functionName, args).then(
      (result) =>
        tell(
          result.ok
            ? { workbench: 'result', id, ok: true, value: result.value }
            : { workbench: 'result', id, ok: false, message: result.message },
        ),
      (error: Error) => tell({ workbench: 'result', id, ok: false, message: error.message }),
    );
  }
}

function size(pixels: unknown): number | undefined {
  return typeof pixels === 'number' && pixels > 0 ? Math.min(pixels, 2000) : undefined;
}
