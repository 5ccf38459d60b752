// Small sites on loopback, put together from folders and files of the repository and from what a test builds.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { serve } from '../server.mjs';

export const release = process.env.MANTELWIJZER_DIST ?? 'dist';
export const examples = 'hosts/examples';

/** The folder of one version, as the examples write it. */
export const folder = 'mantel-wijzer/0.1.0';

/** What the examples say where a web team would paste the hash. */
const blank = 'sha384-PLAK-HIER-DE-WAARDE-UIT-SNIPPET';

/** The hash of the module in this release. */
export function integrity() {
  const { files } = JSON.parse(readFileSync(join(release, 'manifest.json'), 'utf8'));
  return files.find(({ path }) => path === 'mantel-wijzer.js').integrity;
}

/** A folder that is gone when the site stops. */
export function scratch() {
  const path = mkdtempSync(join(tmpdir(), 'mantel-wijzer-'));
  return { path, clear: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Serves these: from the path on the site to a file or folder. `rules` is the page's policy; none by default.
 * `cdn` takes the place of the invented server in pages and rules.
 */
export async function site(places, { cdn = '', rules = [], hash = integrity() } = {}) {
  const { path, clear } = scratch();
  writeFileSync(join(path, 'favicon.ico'), ''); // browsers ask every site for its icon
  for (const [at, what] of Object.entries(places)) {
    const spot = join(path, at);
    mkdirSync(dirname(spot), { recursive: true });
    symlinkSync(resolve(what), spot);
  }
  const named = (text) => text.replaceAll('https://cdn.example', cdn).replaceAll(blank, hash);
  const { address, stop } = await serve(path, 0, { rules: rules.map(named), rewrite: named });
  return {
    address,
    stop: async () => {
      await stop();
      clear();
    },
  };
}

/** A server that has nothing but the release. */
export const cdn = () => site({ [folder]: release });
