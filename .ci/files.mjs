// What there is to say of a release's files: size, Brotli size, hash. And their compressed copies.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The value of an attribute `integrity`. */
export const integrity = (bytes, algorithm = 'sha384') => `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

const settings = (bytes, quality) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
});

const isCopy = (path) => /\.(br|gz)$/.test(path);

/** Every file in a folder by its path, in order of path; compressed copies only where asked for. */
export function list(folder, copies = false) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return paths
    .filter((path) => isCopy(path) === copies)
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** Says of a file what it is, and puts its compressed copies beside it where they are smaller. */
export async function packed(folder, path, quality) {
  const bytes = readFileSync(join(folder, path));
  const copies = quality
    ? await Promise.all([
        promisify(brotliCompress)(bytes, settings(bytes, quality)),
        promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
      ])
    : [];
  const [brotli] = copies.map((copy, place) => {
    const at = join(folder, `${path}${['.br', '.gz'][place]}`);
    if (copy.length >= bytes.length) return (rmSync(at, { force: true }), bytes.length);
    writeFileSync(at, copy);
    return copy.length;
  });
  return { path, size: bytes.length, brotli: brotli ?? bytes.length, integrity: integrity(bytes) };
}
