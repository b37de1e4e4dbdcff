// Dialogs and toasts over the page: focus goes in, Escape closes, focus comes back.

export interface Dialog {
  element: HTMLElement;
  body: HTMLElement;
  close(): void;
  resize(width: number | undefined, height: number | undefined): void;
}

interface DialogOptions {
  title: string;
  /** A modal dialog covers the page with a backdrop; another one leaves the grid usable. */
  modal: boolean;
  width?: number;
  height?: number;
  /** Called once, when the person closes the dialog or `close` is called. */
  closed: () => void;
}

let dialogs = 0;
let focusHome: () => void = () => undefined;

/** Where the focus goes when a dialog closes and nothing else has a claim to it. */
export function setFocusHome(focus: () => void): void {
  focusHome = focus;
}

/** Opens a dialog over the page. The newest one is on top; `close` takes it away and gives the focus back. */
export function openDialog(options: DialogOptions): Dialog {
  const before = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  const layer = make('div', options.modal ? 'layer modal' : 'layer modeless');
  const element = make('section', 'dialog');
  element.role = 'dialog';
  element.ariaModal = String(options.modal);
  const title = make('h2', 'dialog-title', options.title);
  title.id = `dialog-title-${++dialogs}`;
  element.setAttribute('aria-labelledby', title.id);
  element.tabIndex = -1;
  const cross = make('button', 'close', '×');
  cross.type = 'button';
  cross.ariaLabel = 'Close';
  const head = make('header', 'dialog-head');
  head.append(title, cross);
  const body = make('div', 'dialog-body');
  element.append(head, body);
  layer.append(element);
  document.getElementById('layers')?.append(layer);

  let open = true;
  const dialog: Dialog = {
    element,
    body,
    close() {
      if (!open) return;
      open = false;
      layer.remove();
      before?.focus();
      // What had the focus may be gone, such as an item of a closed menu.
      if (document.activeElement === document.body) focusHome();
      options.closed();
    },
    resize(width, height) {
      if (width !== undefined) element.style.width = `${width}px`;
      if (height !== undefined) body.style.height = `${height}px`;
    },
  };
  dialog.resize(options.width, options.height);
  cross.addEventListener('click', dialog.close);
  layer.addEventListener('keydown', (event) => {
    // Keys in a dialog are not the grid's.
    event.stopPropagation();
    if (event.key === 'Escape') dialog.close();
    if (event.key === 'Tab' && options.modal) keepInside(element, event);
  });
  element.focus();
  return dialog;
}

/** Tab goes round inside a modal dialog. A frame's own fields are inside the frame, which keeps Tab itself until its end. */
function keepInside(element: HTMLElement, event: KeyboardEvent): void {
  const stops = [...element.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], iframe')];
  const first = stops[0];
  const last = stops.at(-1);
  if (first === undefined || last === undefined) return;
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge && document.activeElement !== element) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

/** A question or message with buttons. Resolves with the button's name, or `close` for Escape and ×. */
export function ask<Answer extends string>(
  title: string,
  message: string,
  buttons: Record<Answer, string>,
): { answer: Promise<Answer | 'close'>; withdraw: () => void } {
  const { promise, resolve } = withResolvers<Answer | 'close'>();
  const dialog = openDialog({ title, modal: true, width: 420, closed: () => resolve('close') });
  dialog.element.role = 'alertdialog';
  const text = make('p', 'alert-text', message);
  const row = make('div', 'buttons');
  for (const [name, label] of Object.entries<string>(buttons)) {
    const button = make('button', row.childElementCount === 0 ? 'primary' : '', label);
    button.type = 'button';
    button.addEventListener('click', () => {
      resolve(name as Answer);
      dialog.close();
    });
    row.append(button);
  }
  dialog.body.append(text, row);
  row.querySelector('button')?.focus();
  return { answer: promise, withdraw: dialog.close };
}

/** A message at the bottom right. `seconds` 0 or less: until it is closed by hand. */
export function showToast(title: string, message: string, seconds: number): void {
  const toast = make('div', 'toast');
  const text = make('div', 'toast-text');
  if (title !== '') text.append(make('strong', '', title));
  text.append(make('p', '', message));
  const cross = make('button', 'close', '×');
  cross.type = 'button';
  cross.ariaLabel = 'Dismiss';
  cross.addEventListener('click', () => toast.remove());
  toast.append(text, cross);
  document.getElementById('toasts')?.append(toast);
  if (seconds > 0) setTimeout(() => toast.remove(), seconds * 1000);
}

/** An element with class and text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
