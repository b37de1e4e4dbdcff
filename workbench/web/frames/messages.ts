// What a page of the add-on, in its frame, and the workbench page around it say to each other.

/** From the frame. `id` numbers a frame's calls. */
export type FromFrame =
  | { workbench: 'call'; id: number; functionName: string; args: unknown[] }
  | { workbench: 'close' }
  | { workbench: 'size'; width?: number; height?: number }
  /** Escape was pressed and the page made no use of it. */
  | { workbench: 'escape' }
  /** F6 was pressed, with Shift or without. */
  | { workbench: 'leave'; isBack: boolean }
  | { workbench: 'focus-editor' };

/** To the frame. */
export type ToFrame = { workbench: 'result'; id: number } & (
  | { ok: true; value: unknown }
  | { ok: false; message: string }
);

/** google.script.run has at most this many calls under way; further ones wait. */
export const MOST_CALLS = 10;
