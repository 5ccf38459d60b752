// The end of `trunk build`, in its staging folder: the catalogue, one script out of three, sizes and hashes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, integrity } from './files.mjs';
import { squeeze } from './squeeze.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const at = (...path) => join(staging, ...path);
const widget = 'src/bin/widget';
const wasm = 'mantel-wijzer_bg.wasm';
const target = ['chrome111', 'firefox113', 'safari16.4'];

mkdirSync(at('catalogue'), { recursive: true });
execFileSync('bash', ['.ci/catalogue', 'bundle', '--out', at('catalogue')], { stdio: 'inherit' });
const languages = readdirSync(at('catalogue')).map((name) => name.replace(/\.json$/, '')).filter((name) => name !== 'places');
if (!languages.includes('nl')) throw new Error('the bundle lacks Dutch');

renameSync(at('widget_bg.wasm'), at(wasm));
squeeze(at(wasm), at('widget.js'));
const style = await build({ entryPoints: [join(widget, 'style.css')], bundle: true, minify: true, write: false, target });
await build({
  entryPoints: [join(widget, 'element.js')],
  outfile: at('mantel-wijzer.js'),
  alias: { 'mantel-wijzer-wasm': at('widget.js') },
  bundle: true,
  format: 'esm',
  minify: true,
  target,
  charset: 'utf8',
  legalComments: 'none',
  define: {
    CSS: JSON.stringify(style.outputFiles[0].text),
    LANGUAGES: JSON.stringify(languages.sort()),
    WASM: JSON.stringify(wasm),
    WASM_INTEGRITY: JSON.stringify(integrity(readFileSync(at(wasm)))),
  },
});
rmSync(at('widget.js'));
rmSync(at('snippets'), { recursive: true, force: true });

const page = readFileSync(at('index.html'), 'utf8');
writeFileSync(at('index.html'), page.replace(/^.*<link[^>]*data-trunk[^>]*>\n/gm, ''));

const made = describe(staging);
writeFileSync(at('manifest.json'), `${JSON.stringify({ format: 1, files: made }, null, 2)}\n`);
