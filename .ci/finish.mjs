// The end of `trunk build`, in its staging folder: the catalogue, the scripts, the static pages, what stands on a host's side,
// the partners' workbench, and what a server needs.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliver } from './deliver.mjs';
import { hosts } from './hosts.mjs';
import { scripts } from './scripts.mjs';
import { squeeze } from './squeeze.mjs';
import { signWasm, version } from './version.mjs';
import { workbench } from './workbench.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const at = (...path) => join(staging, ...path);
// Bundles and pages name their day. The same source and day make the same release.
const epoch = process.env.SOURCE_DATE_EPOCH;
const day = epoch ? ['--today', new Date(epoch * 1000).toISOString().slice(0, 10)] : [];
const catalogue = (...words) => execFileSync('bash', ['.ci/catalogue', ...words, ...day], { stdio: 'inherit' });

mkdirSync(at('catalogue'), { recursive: true });
catalogue('bundle', '--out', at('catalogue'));
const languages = readdirSync(at('catalogue')).map((name) => name.replace(/\.json$/, '')).filter((name) => name !== 'places');
if (!languages.includes('nl')) throw new Error('the bundle lacks Dutch');
catalogue('pages', '--out', at('hulp'));

renameSync(at('widget_bg.wasm'), at('mantel-wijzer_bg.wasm'));
squeeze(at('mantel-wijzer_bg.wasm'), at('widget.js'));
signWasm(at('mantel-wijzer_bg.wasm'));
await scripts(staging, languages.sort());
rmSync(at('widget.js'));
rmSync(at('snippets'), { recursive: true, force: true });

const page = readFileSync(at('index.html'), 'utf8');
writeFileSync(at('index.html'), page.replace(/^.*<link[^>]*data-trunk[^>]*>\n/gm, ''));

await hosts(staging, { version });
await workbench(staging);
await deliver(staging, version);
