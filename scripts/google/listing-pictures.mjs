// The add-on's icon and its banner in the Marketplace, painted without any picture to begin with: four bars that grow, the last one learnt from.
import { deflateSync } from 'node:zlib';

/** Each of red, green, blue and opacity from 0 to 255. @typedef {readonly [number, number, number, number]} Colour */
/** A filled rectangle with round corners; all in shares of the picture's height. @typedef {{ x: number, y: number, width: number, height: number, round: number, colour: Colour }} Box */

/** @type {Colour} */
const GROUND = [11, 87, 208, 255];
/** @type {Colour} */
const BAR = [255, 255, 255, 255];
/** @type {Colour} */
const LEARNT = [255, 214, 102, 255];
/** Each point of a picture is looked at so many times across and down. */
const SAMPLES = 4;
const OFFSETS = Array.from({ length: SAMPLES }, (_, index) => (index + 0.5) / SAMPLES);
// Looked up once: each point of a picture asks for them, and the tests' sandbox is slow to hand them out.
const { hypot, max } = Math;

/** The mark on its ground, as wide as it is high. @param {number} left @returns {Box[]} */
function mark(left) {
  const bars = [0.2, 0.32, 0.44, 0.58].map((height, index) => ({
    x: left + 0.18 + index * 0.17,
    y: 0.79 - height,
    width: 0.12,
    height,
    round: 0.03,
    colour: index === 3 ? LEARNT : BAR,
  }));
  return [{ x: left, y: 0, width: 1, height: 1, round: 0.2, colour: GROUND }, ...bars];
}

/** The icon, square, with nothing behind its round corners. @param {number} size in pixels */
export function icon(size) {
  return picture(size, size, mark(0));
}

/** The banner: the mark in the middle of a wide ground. @param {number} width in pixels @param {number} height in pixels */
export function banner(width, height) {
  const wide = width / height;
  return picture(width, height, [
    { x: 0, y: 0, width: wide, height: 1, round: 0, colour: GROUND },
    ...mark((wide - 1) / 2),
  ]);
}

/** A PNG of the boxes, each over those before it. @param {number} width @param {number} height @param {Box[]} boxes */
function picture(width, height, boxes) {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0, 0];
      for (const right of OFFSETS) {
        for (const below of OFFSETS) {
          const hit = boxes.findLast((box) => isIn(box, (x + right) / height, (y + below) / height));
          // What is not covered adds no colour, only less opacity.
          hit?.colour.forEach((part, index) => {
            sum[index] = (sum[index] ?? 0) + part;
          });
        }
      }
      const covered = (sum[3] ?? 0) / 255;
      const at = y * (width * 4 + 1) + 1 + x * 4;
      for (const index of [0, 1, 2]) rows[at + index] = covered === 0 ? 0 : Math.round((sum[index] ?? 0) / covered);
      rows[at + 3] = Math.round((sum[3] ?? 0) / SAMPLES ** 2);
    }
  }
  return png(width, height, rows);
}

/** @param {Box} box @param {number} x @param {number} y */
function isIn({ x: left, y: top, width, height, round }, x, y) {
  const across = max(left + round - x, x - (left + width - round), 0);
  const down = max(top + round - y, y - (top + height - round), 0);
  return round === 0 ? across === 0 && down === 0 : hypot(across, down) <= round;
}

/** @param {number} width @param {number} height @param {Buffer} rows each with its filter, none, before it */
function png(width, height, rows) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, with opacity.
  head.set([8, 6, 0, 0, 0], 8);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

/** The cyclic redundancy check that a PNG's parts end with. @param {Buffer} data */
function checksum(data) {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
