// The pictures of the tools: strokes on a square of 20.

const PATHS = {
  undo: 'M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8h-2',
  redo: 'm12 5 4 4-4 4M16 9H8a4 4 0 0 0 0 8h2',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zm0 6h6a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h6M5 16h6M12 4 8 16',
  strike: 'M4 10h12M14 7c0-2-2-3-4-3S6 5 6 7m8 6c0 2-2 3-4 3s-4-1-4-3',
  ink: 'M6 13 10 3l4 10M7.5 10h5M4 17h12',
  fill: 'M5 9l5-5 5 5-5 5zM9 3 7 1m10 12v3M3 18h14',
  wrap: 'M3 4h14M3 10h10a3 3 0 0 1 0 6h-3m2-2-2 2 2 2M3 16h4',
  freeze: 'M3 3h14v14H3zM3 8h14M8 3v14',
  filter: 'M3 4h14l-5 6v6l-4-2v-4z',
  rows: 'M3 4h14M3 16h14M10 7v6M7 10h6',
  columns: 'M4 3v14M16 3v14M10 7v6M7 10h6',
  zoom: 'M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm4 9.5L17 17M8.5 6v5M6 8.5h5',
  find: 'M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm4 9.5L17 17',
} as const;

export type Icon = keyof typeof PATHS;

/** A picture that takes the colour of its text; the button has the name. */
export function iconOf(icon: Icon): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[icon]);
  svg.append(path);
  return svg;
}
