// Puts a page's view into its frame.
import { type ComponentChild, render } from 'preact';
import { callScript, setPageHeight } from './client.ts';
import { trialWords } from './messages.ts';
import { tokenRules } from './tokens.ts';

/** No dialog grows higher than this by itself, in pixels: what is longer scrolls. */
const HIGHEST = 600;

/**
 * Renders the view into the page's root. A dialog's heading stands in its frame; screen readers find it in the page too. A page with one
 * is as high as its content. Where the self-check only opens the page to see whether it runs, it says so to the script in place of all else.
 */
export function mount(view: ComponentChild, heading?: string): void {
  const root = document.getElementById('page');
  if (root === null) return;
  const tokens = document.createElement('style');
  tokens.textContent = tokenRules();
  // Before the page's own rules, which may set a token anew.
  document.head.prepend(tokens);
  const [, tried] = /^trial:(.*)$/.exec(openedFor()) ?? [];
  if (tried !== undefined) {
    render(<p role="status">{trialWords.opened}</p>, root);
    callScript('openNextPage', tried).catch((error) => render(<p role="alert">{String(error)}</p>, root));
    return;
  }
  render(
    <>
      {heading !== undefined && <h1 class="unseen">{heading}</h1>}
      {view}
    </>,
    root,
  );
  if (heading !== undefined) fitHeight(root);
}

/** Keeps a dialog as high as what stands in it. */
function fitHeight(root: HTMLElement): void {
  let fitted = 0;
  new ResizeObserver(() => {
    const { paddingTop, paddingBottom } = getComputedStyle(document.body);
    const content = root.offsetHeight + Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
    const wanted = Math.ceil(Math.min(content, HIGHEST));
    if (wanted === fitted) return;
    fitted = wanted;
    setPageHeight(wanted);
  }).observe(root);
}

/** What the script has opened the page for. */
export function openedFor(): string {
  return document.getElementById('page')?.dataset.view ?? '';
}

/** The ID of the spreadsheet that the page stands beside. */
export function spreadsheetId(): string {
  return document.getElementById('page')?.dataset.spreadsheet ?? '';
}
