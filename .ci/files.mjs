// What there is to say of a release's files: size, Brotli size, hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** The value of an attribute `integrity`. */
export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** Every file in a folder by its path, in order of path. */
export function describe(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  const about = (path) => {
    const bytes = readFileSync(join(folder, path));
    return { path: path.split(sep).join('/'), size: bytes.length, brotli: brotli(bytes), integrity: integrity(bytes) };
  };
  return paths.sort().map(about);
}
