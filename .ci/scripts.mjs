// The widget's scripts and styles, out of what Trunk and the `catalogue` command left in a folder: the module with the first
// screen in it, and what it loads, each file with its hash in the module.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../src/bin/widget/element/intro.js';
import { bundle } from './bundle.mjs';
import { integrity } from './files.mjs';
import { signed, version } from './version.mjs';

const widget = 'src/bin/widget';

/** Shorter than the hashes of the manifest, and as good: the module has to stay small. */
const held = (bytes) => integrity(bytes, 'sha256');

/** Our own custom properties (`--_ink`) by a sign each, the same in both sheets. */
const known = [];
const sign = (name) => `--_${((known.includes(name) ? known.indexOf(name) : known.push(name) - 1) + 10).toString(36)}`;
/** What stands in a custom property is left as it was written. */
const tight = (css) => css.replace(/, +/g, ',').replace(/(--_[\w-]+): +/g, '$1:');
const style = async (name) => tight(await bundle(join(widget, name), {}, { charset: 'ascii' })).replace(/--_[\w-]+/g, sign);
const script = async (name, define, more) => signed(name, await bundle(join(widget, name), define, more));

/** The first words of each language, and the first screen: in every language that has a catalogue of its own. */
function firsts(folder, languages) {
  const own = languages.filter((language) => !BESIDE_DUTCH.includes(language));
  const firsts = own.map((language) => {
    const words = [join(widget, 'first', `${language}.json`), join(widget, 'first', `${language.split('-')[0]}.json`)].find(existsSync);
    const files = [`${language}.json`, 'places.json'].map((name) => join(folder, 'catalogue', name));
    const intro = pack(JSON.parse(execFileSync('bash', ['.ci/prerender', ...files], { encoding: 'utf8' })));
    const first = JSON.parse(readFileSync(words, 'utf8'));
    return [language, { ...first, lines: first.lines.map(language === 'nl' ? told : together), intro }];
  });
  return Object.fromEntries(firsts);
}

/** The label alone tells the number. */
const told = ([number, label, purpose]) => {
  if (!label.includes(number) || label.replace(/\D/g, '') !== number.replaceAll(' ', '')) throw new Error(`${label} doesn't tell ${number}`);
  return [label, purpose];
};

/** A number to tap is on one line, where each byte doesn't count. */
const together = (line) => [told(line)[0].replace(line[0], line[0].replaceAll(' ', '\u00a0')), line[2]];

/** Their first screen is that of Dutch, which has to be there at once. */
const BESIDE_DUTCH = ['nl-BE', 'nl-NL'];

/** The module knows the hashes of these; with it, they are all that most pages need. */
const AT_ONCE = ['nl', 'nl-BE', 'places'];

/** Wants `widget.js` (the glue), the Wasm and `catalogue/` in the folder. */
export async function scripts(folder, languages) {
  const wasm = 'mantel-wijzer_bg.wasm';
  const app = 'mantel-wijzer_app.js';
  const write = (name, text) => writeFileSync(join(folder, name), text);
  const { nl: dutch, ...others } = firsts(folder, languages);
  const hashes = (names) => Object.fromEntries(names.map((name) => [name, held(readFileSync(join(folder, name)))]));
  const bundle = (name) => `catalogue/${name}.json`;
  write('first.json', JSON.stringify({ version, ...others, files: hashes(languages.filter((language) => !AT_ONCE.includes(language)).map(bundle)) }));
  // A host page that is a Yew app too reads what Yew writes on elements: the same names there would mean other things.
  const own = Object.fromEntries(['subtree_id', 'subtree_cache_key', 'listener_id'].map((name) => [`__yew_${name}`, `__mantel_wijzer_${name}`]));
  const glue = { alias: { 'mantel-wijzer-wasm': join(folder, 'widget.js') }, mangleProps: /^__yew_/, mangleCache: own };
  const first = await style('style.css');
  write(app, await script('element/app.js', { WASM: wasm, STYLE: await style('rest.css') }, glue));
  const FILES = hashes([wasm, app, 'first.json', ...AT_ONCE.map(bundle)]);
  write('mantel-wijzer.js', await script('element.js', { STYLE: first, FILES, FIRST: dutch }));
}
