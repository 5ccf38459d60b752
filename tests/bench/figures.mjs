// Figures of a row of measurements, and how they are written.
import { brotliCompressSync, constants } from 'node:zlib';

/** The value that so many of a hundred stay under. */
export function percentile(list, percent) {
  const sorted = list.toSorted((one, other) => one - other);
  const place = ((sorted.length - 1) * percent) / 100;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (list) => percentile(list, 50);
export const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
export const quartiles = (list) => [percentile(list, 25), percentile(list, 75)];

/** Bytes after Brotli 11. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

/** With three digits that say something; a count whole. */
export function number(value) {
  const digits = Number.isInteger(value) ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 4)).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ' ');
}
