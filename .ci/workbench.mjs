// The workbench: one page that holds all it needs, into a release as `werkbank.html`. Compiles with the flags of the widget's
// build, so that what both need is compiled once.
// Usage by itself: node .ci/workbench.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import { bundle } from './bundle.mjs';

const from = 'src/bin/workbench';
const read = (path) => readFileSync(path, 'utf8');
const run = (...command) => execFileSync(command[0], command.slice(1), { stdio: ['ignore', 'inherit', 'inherit'] });

/** Compiles, and leaves `workbench.js` and `workbench_bg.wasm` in a folder. */
function compile(folder) {
  const features = ['--no-default-features', '--features', 'workbench'];
  run('cargo', 'build', '--release', '--locked', '--target', 'wasm32-unknown-unknown', '--bin', 'workbench', ...features);
  const made = join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown/release/workbench.wasm');
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--omit-default-module-path', '--out-dir', folder, made);
  const wasm = join(folder, 'workbench_bg.wasm');
  const enabled = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'];
  run('wasm-opt', '-Oz', ...enabled.map((name) => `--enable-${name}`), '--strip-producers', '--strip-dwarf', wasm, '-o', wasm);
}

/** The files of a folder by name, as they are. */
const files = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, read(join(folder, name))]);

/** A persona as the page needs it: what must come out stays out. */
const persona = ([, text]) => {
  const { id, story, answers } = JSON.parse(text);
  return JSON.stringify({ id, story, answers, expect: {} });
};

/** All that the page knows of the catalogue. Partners' files stay as they are written: whoever opens one gets it back so. */
function catalogue() {
  const tight = (path) => JSON.stringify(JSON.parse(read(path)));
  const personas = 'catalogue/personas';
  return JSON.stringify({
    questionnaire: tight('catalogue/questionnaire.json'),
    regions: tight('catalogue/regions.json'),
    guide: tight('catalogue/guide.json'),
    wording: tight('src/wording/nl.json'),
    partners: files('catalogue/partners'),
    personas: files(personas).map(persona),
  });
}

const packed = (bytes) => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).toString('base64');
const held = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may do: run its own script and style, and nothing else. */
export const rules = (script, style) => [
  "default-src 'none'",
  `script-src ${script} 'wasm-unsafe-eval'`,
  `style-src ${style}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

/** Writes `werkbank.html` into a folder. */
export async function workbench(folder) {
  const work = mkdtempSync(join(tmpdir(), 'workbench-'));
  try {
    compile(work);
    const styles = await Promise.all(['style.css', 'rest.css'].map((name) => bundle(join('src/bin/widget', name))));
    const CARD_STYLE = [...styles, await bundle(join(from, 'card.css'))].join('');
    const glue = { alias: { 'mantelwijzer-workbench-wasm': join(work, 'workbench.js') } };
    const script = await bundle(join(from, 'page.js'), { CARD_STYLE }, glue);
    const style = await bundle(join(from, 'style.css'));
    const parts = {
      POLICY: rules(held(script), held(style)).join('; '),
      STYLE: style,
      SCRIPT: script,
      WASM: packed(readFileSync(join(work, 'workbench_bg.wasm'))),
      CATALOGUE: packed(catalogue()),
    };
    const page = read(join(from, 'werkbank.html')).replace(/\{([A-Z]+)\}/g, (_, name) => parts[name]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'werkbank.html'), page);
    return page.length;
  } finally {
    rmSync(work, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const size = await workbench(process.argv[2] ?? 'dist');
  console.log(`werkbank.html: ${size} bytes`);
}
