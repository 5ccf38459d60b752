// The Wasm and its glue call each other by long names that only they use; short ones make both smaller.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const features = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'];

/** Renames in both files. Throws when the glue isn't what it was: better no release than a broken one. */
export function shortenNames(wasm, glue) {
  const flags = features.map((name) => `--enable-${name}`);
  const told = execFileSync('wasm-opt', ['--minify-imports-and-exports-and-modules', ...flags, wasm, '-o', wasm], { encoding: 'utf8' });
  const { imports, exports } = JSON.parse(told);
  let text = readFileSync(glue, 'utf8');
  const rename = (pattern, by) => {
    if (!pattern.test(text)) throw new Error(`the glue has no ${pattern}`);
    pattern.lastIndex = 0;
    text = text.replaceAll(pattern, by);
  };
  for (const [, long, short] of imports) rename(new RegExp(`\\b${long}: function`, 'g'), `${short}: function`);
  const [module] = imports[0];
  rename(new RegExp(`"${module.replaceAll('.', '\\.')}": import0`, 'g'), '"a": import0');
  // What the glue doesn't call stays out of it.
  const used = exports.filter(([long]) => new RegExp(`\\bwasm\\.${long}\\b`).test(text));
  for (const [long, short] of used) rename(new RegExp(`\\bwasm\\.${long}\\b`, 'g'), `wasm.${short}`);
  writeFileSync(glue, text);
}
