// A release on a server, whole or as someone spoiled it: WebDriver can't stand between a browser and a server, a file can.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { serve } from '../browser/server.mjs';

export const dist = resolve(process.env.MANTELWIJZER_DIST ?? 'dist');
const paths = readdirSync(dist, { recursive: true }).filter((path) => !path.startsWith('hulp') && statSync(join(dist, path)).isFile());

/** The page gives its widget these attributes too. */
export const giving = (attributes) => (html) => {
  const others = html.replace(/(<mantel-wijzer[^>]*)>/, (_, tag) => `${tag} ${attributes}>`);
  return /\blang=/.test(attributes) ? others.replace('<mantel-wijzer lang="nl-BE"', '<mantel-wijzer') : others;
};

/** The widget stands far below what is seen. */
export const farDown = (html) => html.replace('<mantel-wijzer', `${'<p>Tekst</p>'.repeat(200)}<mantel-wijzer`);

const ears = '<script src="ears.js"></script>';

/**
 * Serves a release for one test. `files` says what is in the place of a file: nothing, or what this makes of its bytes.
 * `page` rewrites the pages; all of them listen.
 */
export async function host(test, { files = {}, page = (html) => html, ...rules } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mantelwijzer-'));
  for (const path of [...new Set([...paths, ...Object.keys(files)])]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!(path in files)) symlinkSync(join(dist, path), join(folder, path));
    else if (files[path]) writeFileSync(join(folder, path), files[path](paths.includes(path) ? readFileSync(join(dist, path)) : ''));
  }
  copyFileSync(new URL('ears.js', import.meta.url), join(folder, 'ears.js'));
  const server = await serve(folder, 0, { rewrite: (html) => page(html).replace('<head>', `<head>${ears}`), ...rules });
  test.after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  /** What was spoiled is put right. */
  const mend = () => {
    for (const path of Object.keys(files)) {
      rmSync(join(folder, path), { force: true });
      symlinkSync(join(dist, path), join(folder, path));
    }
  };
  return { address: server.address, mend };
}
