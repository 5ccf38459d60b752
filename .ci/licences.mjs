// Prints the licences of all crates that go into what we hand out for browsers, with their texts: most ask for that.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const cargo = (...words) => execFileSync('cargo', [...words, '--locked'], { encoding: 'utf8', maxBuffer: 1e9 });
const ours = ['--no-default-features', '--features', 'workbench'];
const packages = new Map(JSON.parse(cargo('metadata', '--format-version', '1')).packages.map((one) => [`${one.name} v${one.version}`, one]));
const tree = cargo('tree', ...ours, '--target', 'wasm32-unknown-unknown', '--edges', 'normal', '--prefix', 'none', '--format', '{p}');
const names = [...new Set(tree.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')))].filter((name) => packages.get(name)?.source).sort();

const texts = (folder) => readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name)).sort();
for (const name of names) {
  const { license, authors, manifest_path: manifest } = packages.get(name);
  const folder = dirname(manifest);
  // Some crates bring no text of their own: then who made it, and the name of the licence.
  const said = texts(folder).map((file) => readFileSync(join(folder, file), 'utf8').trim());
  console.log(`${'='.repeat(80)}\n${name}: ${license}${authors.length > 0 ? `\n${authors.join(', ')}` : ''}\n`);
  for (const text of said) console.log(`${text}\n`);
}
