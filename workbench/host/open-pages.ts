// The pages that are open: at most one sidebar and one dialog at a time.

import type { HostEvent } from '../protocol.ts';

type Place = 'sidebar' | 'modal' | 'modeless';

export class OpenPages {
  readonly #tell: (event: HostEvent) => void;
  readonly #places = new Map<string, Place>();
  #count = 0;

  constructor(tell: (event: HostEvent) => void) {
    this.#tell = tell;
  }

  /** Opens a page in the place of the one that is there; width and height are in pixels. */
  open(place: Place, title: string, html: string, width?: number, height?: number): void {
    const isSame = (other: Place) => (other === 'sidebar') === (place === 'sidebar');
    for (const [frame, other] of this.#places) if (isSame(other)) this.close(frame);
    const frame = `page-${++this.#count}`;
    this.#places.set(frame, place);
    const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
    this.#tell({ kind: 'page', frame, place, title, html, ...size });
  }

  /** Closes a page, if it is still open. */
  close(frame: string): void {
    if (this.#places.delete(frame)) this.#tell({ kind: 'page-closed', frame });
  }
}
