// What this is and where its data is, for whoever sees it for the first time.
import { make } from '../frames/layers.ts';

const SEEN = 'kaizen-log-welcome-seen';

/** Shows it above the sheet until it is closed, once for each browser. */
export function showWelcome(home: HTMLElement, folder: string, closed: () => void): void {
  if (localStorage.getItem(SEEN) !== null) return;
  const box = make('section', 'welcome');
  box.ariaLabel = 'Welcome';
  const text = make('p');
  text.append(
    make('strong', '', 'This is Kaizen Log in a spreadsheet on your own computer. '),
    'Start with the menu Kaizen Log; what you change can be undone. ',
    `Nothing leaves this computer: all is saved in ${folder}`,
  );
  const cross = make('button', 'close', '×');
  cross.type = 'button';
  cross.ariaLabel = 'Close the welcome';
  cross.addEventListener('click', () => {
    localStorage.setItem(SEEN, 'yes');
    box.remove();
    closed();
  });
  box.append(text, cross);
  home.prepend(box);
}
