// A dialog beside the sheet is moved by its head and resized by its corner, by pointer or arrow keys, and opens again where it was.
import { type Dialog, make } from './layers.ts';

/** In pixels of the window; `height` is that of the body under the head. */
interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a drag or a key changes: the place as it was, and how far it went. */
type Change = (from: Place, x: number, y: number) => Place;

const move: Change = (from, x, y) => ({ ...from, left: from.left + x, top: from.top + y });
const stretch: Change = (from, x, y) => ({ ...from, width: from.width + x, height: from.height + y });

const STEP = 16;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};
/** No wider ones stand at the side until they are moved, so that the sheet is seen. */
const ASIDE = 560;
const LEAST = { width: 320, height: 160 };

/**
 * Gives a dialog its handles and the place that one of this name had last. `resized` is to be called whenever the size was set
 * otherwise; `isPlaced` tells whether a person has moved or resized it; `end` when the dialog is gone.
 */
export function makeMovable(
  { element, body }: Dialog,
  name: string,
): { resized: () => void; isPlaced: () => boolean; end: () => void } {
  const head = element.firstElementChild as HTMLElement;
  head.classList.add('movable');
  const key = `place of ${name}`;

  function now(): Place {
    const { left, top, width } = element.getBoundingClientRect();
    return { left, top, width, height: body.getBoundingClientRect().height };
  }

  /** As far as the window has room. */
  function put({ left, top, width, height }: Place): void {
    const across = Math.max(LEAST.width, Math.min(width, innerWidth));
    const down = Math.max(LEAST.height, Math.min(height, innerHeight - head.offsetHeight));
    const within = (value: number, room: number) => `${Math.max(0, Math.min(value, room))}px`;
    element.classList.add('placed');
    element.style.width = `${across}px`;
    body.style.height = `${down}px`;
    element.style.left = within(left, innerWidth - across);
    element.style.top = within(top, innerHeight - head.offsetHeight - down);
  }

  const remember = () => localStorage.setItem(key, JSON.stringify(now()));

  function handle(label: string, className: string, change: Change, area: HTMLElement): HTMLButtonElement {
    const button = make('button', className);
    button.type = 'button';
    button.ariaLabel = label;
    button.title = label;
    button.addEventListener('keydown', (event) => {
      const arrow = ARROWS[event.key];
      if (arrow === undefined) return;
      event.preventDefault();
      put(change(now(), ...arrow));
      remember();
    });
    area.addEventListener('pointerdown', (event) => {
      const isClose = event.target instanceof Element && event.target.closest('.close') !== null;
      if (isClose || event.button !== 0) return;
      const from = now();
      // The pointer goes over frames, which would keep its events to themselves.
      area.setPointerCapture(event.pointerId);
      const drag = ({ clientX, clientY }: PointerEvent) =>
        put(change(from, clientX - event.clientX, clientY - event.clientY));
      area.addEventListener('pointermove', drag);
      area.addEventListener(
        'lostpointercapture',
        () => {
          area.removeEventListener('pointermove', drag);
          remember();
        },
        { once: true },
      );
    });
    return button;
  }

  head.prepend(handle('Move: drag, or arrow keys', 'grip', move, head));
  const corner = make('div', 'corner');
  corner.append(handle('Resize: drag, or arrow keys', '', stretch, corner));
  element.append(corner);

  const kept = localStorage.getItem(key);
  if (kept !== null) put(JSON.parse(kept) as Place);
  const isPlaced = () => element.classList.contains('placed');
  const again = () => isPlaced() && put(now());
  function resized() {
    element.parentElement?.classList.toggle('aside', element.offsetWidth <= ASIDE);
    if (!isPlaced()) return;
    put(now());
    remember();
  }
  resized();
  window.addEventListener('resize', again);
  return {
    resized,
    isPlaced,
    end: () => window.removeEventListener('resize', again),
  };
}
