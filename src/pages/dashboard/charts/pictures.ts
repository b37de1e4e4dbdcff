// Saving a chart as a picture of its own, with title and day.
import { saveFile } from '../../shared/files.ts';
import { type Draw, FONT, svgElement } from './drawing.ts';
import { ON_LIGHT } from './palette.ts';

const WIDTH = 1000;
const MARGIN = 24;
const HEAD = 60;

/** The chart as a picture that stands alone: drawn anew in light colours, with a title and a line below it. */
export function pictureOf(draw: Draw, title: string, subtitle: string): SVGElement {
  const chart = draw({ width: WIDTH - 2 * MARGIN, palette: ON_LIGHT });
  const height = HEAD + Number(chart.getAttribute('height')) + MARGIN;
  const picture = svgElement('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
    'font-family': FONT.fontFamily,
    'font-size': FONT.fontSize,
    color: ON_LIGHT.ink,
  });
  chart.setAttribute('x', String(MARGIN));
  chart.setAttribute('y', String(HEAD));
  picture.append(
    svgElement('rect', { width: WIDTH, height, fill: ON_LIGHT.ground }),
    svgElement('text', { x: MARGIN, y: 28, 'font-size': 18, 'font-weight': 500, fill: ON_LIGHT.ink }, title),
    svgElement('text', { x: MARGIN, y: 46, fill: ON_LIGHT.quiet }, subtitle),
    chart,
  );
  return picture;
}

export function saveSvg(picture: SVGElement, name: string): void {
  saveFile(`${name}.svg`, new Blob([textOf(picture)], { type: 'image/svg+xml' }));
}

/** No browser paints a canvas that is higher. */
const MOST_PIXELS = 16_000;

/** False where the picture is too tall to be painted. Rejects where the browser cannot paint it. */
export async function savePng(picture: SVGElement, name: string): Promise<boolean> {
  const [width, height] = ['width', 'height'].map((side) => Number(picture.getAttribute(side)));
  if (width === undefined || height === undefined || height > MOST_PIXELS) return false;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(picture))}`;
  await image.decode();
  const scale = Math.min(2, MOST_PIXELS / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture could not be painted.');
  saveFile(`${name}.png`, blob);
  return true;
}

function textOf(picture: SVGElement): string {
  return new XMLSerializer().serializeToString(picture);
}
