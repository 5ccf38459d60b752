// The end of `trunk build`, in its staging folder: the catalogue, the scripts, sizes and hashes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from './files.mjs';
import { scripts } from './scripts.mjs';
import { squeeze } from './squeeze.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const at = (...path) => join(staging, ...path);

mkdirSync(at('catalogue'), { recursive: true });
execFileSync('bash', ['.ci/catalogue', 'bundle', '--out', at('catalogue')], { stdio: 'inherit' });
const languages = readdirSync(at('catalogue')).map((name) => name.replace(/\.json$/, '')).filter((name) => name !== 'places');
if (!languages.includes('nl')) throw new Error('the bundle lacks Dutch');

renameSync(at('widget_bg.wasm'), at('mantel-wijzer_bg.wasm'));
squeeze(at('mantel-wijzer_bg.wasm'), at('widget.js'));
await scripts(staging, languages);
rmSync(at('widget.js'));
rmSync(at('snippets'), { recursive: true, force: true });

const page = readFileSync(at('index.html'), 'utf8');
writeFileSync(at('index.html'), page.replace(/^.*<link[^>]*data-trunk[^>]*>\n/gm, ''));

const made = describe(staging);
writeFileSync(at('manifest.json'), `${JSON.stringify({ format: 1, files: made }, null, 2)}\n`);
