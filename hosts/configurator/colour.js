// Colours: what the browser makes of one, and whether people can read one on another (WCAG 2.2, 1.4.3).

const ENOUGH = 4.5;

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Red, green and blue of any colour of CSS, 0 to 255. */
function channels(colour) {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = '#000';
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const written = (parts) => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** As `#rrggbb`. */
export const hex = (colour) => written(channels(colour));

/** What was typed as `#rrggbb`, or nothing: `#abc` and `abcdef` will do. */
export function typed(text) {
  const [, digits] = /^\s*#?([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text) ?? [];
  if (!digits) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase();
}

function light(colour) {
  const [red, green, blue] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

/** The nearest colour towards black or white that can be read on this ground. */
function readable(colour, ground) {
  const from = channels(colour);
  for (let step = 1; step <= 50; step += 1) {
    const fit = [0, 255]
      .map((end) => written(from.map((part) => part + ((end - part) * step) / 50)))
      .filter((found) => contrast(found, ground) >= ENOUGH);
    if (fit.length > 0) return fit[0];
  }
  return undefined;
}

/** In words whether it can be read, and if not, what could. */
export function verdict(colour, ground) {
  const ratio = contrast(colour, ground);
  // Rounded down: 4,49 isn't enough.
  const number = (Math.floor(ratio * 10) / 10).toLocaleString('nl', { minimumFractionDigits: 1 });
  if (ratio >= ENOUGH) return { isGood: true, text: `Goed leesbaar: contrast ${number} op 1.` };
  return { isGood: false, text: `Te weinig contrast: ${number} op 1. Het moet minstens 4,5 op 1 zijn.`, instead: readable(colour, ground) };
}
