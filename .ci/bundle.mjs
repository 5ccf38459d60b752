// One script or one style out of many, for the browsers we support.
import { build } from 'esbuild';

/** The text of it. `define` puts values in the place of names. */
export async function bundle(entry, define = {}, more = {}) {
  const values = Object.fromEntries(Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)]));
  const made = await build({
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    ...more,
    entryPoints: [entry],
    define: values,
  });
  return made.outputFiles[0].text.trimEnd();
}
