// Puts a page's view into its frame.
import { type ComponentChild, render } from 'preact';
import { tokenRules } from './tokens.ts';

/** Renders the view into the page's root. A dialog's heading stands in its frame; screen readers find it in the page too. */
export function mount(view: ComponentChild, heading?: string): void {
  const root = document.getElementById('page');
  if (root === null) return;
  const tokens = document.createElement('style');
  tokens.textContent = tokenRules();
  // Before the page's own rules, which may set a token anew.
  document.head.prepend(tokens);
  render(
    <>
      {heading !== undefined && <h1 class="unseen">{heading}</h1>}
      {view}
    </>,
    root,
  );
}

/** What the script has opened the page for. */
export function openedFor(): string {
  return document.getElementById('page')?.dataset.view ?? '';
}

/** The ID of the spreadsheet that the page stands beside. */
export function spreadsheetId(): string {
  return document.getElementById('page')?.dataset.spreadsheet ?? '';
}
