// Makes a PNG small: a screen of flat colours needs no more than a short list of them.
import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(checksum(named), named.length + 4);
  return framed;
}

function* chunks(png) {
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)) };
}

const paeth = (left, up, corner) => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
};
const guesses = [() => 0, (left) => left, (left, up) => up, (left, up) => (left + up) >> 1, paeth];

/** Width, height and the pixels, four bytes each. Knows the PNGs that Chromium writes and no others. */
function decode(png) {
  const all = [...chunks(png)];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !size) throw new Error('a PNG of another kind');
  const raw = inflateSync(Buffer.concat(all.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const pixels = Buffer.alloc(width * height * 4, 255);
  const row = width * size;
  let before = new Uint8Array(row);
  for (let y = 0; y < height; y += 1) {
    const line = raw.subarray(y * (row + 1) + 1, (y + 1) * (row + 1));
    const guess = guesses[raw[y * (row + 1)]];
    for (let x = 0; x < row; x += 1) {
      const isFirst = x < size;
      line[x] += guess(isFirst ? 0 : line[x - size], before[x], isFirst ? 0 : before[x - size]);
      pixels[(y * width + Math.floor(x / size)) * 4 + (x % size)] = line[x];
    }
    before = line;
  }
  return { width, height, pixels };
}

const parts = (colour) => [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255, colour & 255];
const apart = (one, other) => one.reduce((sum, value, place) => sum + (value - other[place]) ** 2, 0);

/** The colours seen most, none of them close to another; and for every colour its place among them. */
function palette(pixels, most) {
  const seen = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = pixels.readUInt32BE(at);
    seen.set(colour, (seen.get(colour) ?? 0) + 1);
  }
  const colours = [...seen].sort(([a, x], [b, y]) => y - x || a - b).map(([colour]) => colour);
  const chosen = [];
  for (const colour of colours.map(parts))
    if (chosen.length < most && chosen.every((other) => apart(colour, other) > 90)) chosen.push(colour);
  const nearest = (colour) => chosen.reduce((best, other, place) => (apart(colour, other) < apart(colour, chosen[best]) ? place : best), 0);
  return { chosen, places: new Map(colours.map((colour) => [colour, nearest(parts(colour))])) };
}

/** The same picture in at most 128 colours. */
export function reduced(png, most = 128) {
  const { width, height, pixels } = decode(png);
  const { chosen, places } = palette(pixels, most);
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const lines = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) lines[at + Math.floor(at / width) + 1] = places.get(pixels.readUInt32BE(at * 4));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(chosen.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(chosen.map((colour) => colour[3]))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
