// Prints the sizes of the release by its manifest, and fails when what a visitor must load is over a budget.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { list } from './files.mjs';

const folder = process.env.MANTELWIJZER_DIST ?? 'dist';

/** Bytes after Brotli. */
const budgets = [
  // 110 000 until there were seven languages, reading aloud, larger letters, and screens that are remembered between presses;
  // 112 700 until typed letters stayed within, WebKit's scripts were held to their hash, and a wrong clock was not believed.
  { name: 'Wasm + JS + CSS', most: 113_000, paths: ['mantel-wijzer.js', 'mantel-wijzer_app.js', 'mantel-wijzer_bg.wasm'] },
  // 6 000 until it looked at scripts in WebKit itself, and tried them again. The hashes in it move it by 20 either way.
  { name: 'the module', most: 6_050, paths: ['mantel-wijzer.js'] },
  { name: 'the script for an iframe', most: 1_000, paths: ['embed.js'] },
];

/** The largest of the languages, with all its wording. It grows with the catalogue, so the budget is for so many offers. */
const OFFERS = 260;
function language() {
  const sizes = files
    .filter(({ path }) => /^catalogue\/(?!places)/.test(path))
    .map(({ path, brotli }) => [(brotli * OFFERS) / JSON.parse(readFileSync(join(folder, path), 'utf8')).offers.length, path]);
  const [used, path] = sizes.reduce((one, other) => (other[0] > one[0] ? other : one));
  return { name: `${path}, for ${OFFERS} offers`, most: 70_000, used, missing: [] };
}

const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const number = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
const row = (name, ...numbers) => console.log([name.padEnd(38), ...numbers.map((value) => value.padStart(12))].join(''));
const sum = (wanted, key) => wanted.reduce((total, file) => total + file[key], 0);
const total = (name, wanted) => row(name, number(sum(wanted, 'size')), number(sum(wanted, 'brotli')));

row('dist/', 'bytes', 'Brotli 11');
const isPage = ({ path }) => path.startsWith('hulp/');
for (const file of files.filter((file) => !isPage(file))) total(file.path, [file]);
const pages = files.filter(isPage);
if (pages.length > 0) total(`hulp/ (${number(pages.length)} files)`, pages);
const copies = list(folder, true);
row(`*.br, *.gz (${number(copies.length)} files)`, number(copies.reduce((size, path) => size + statSync(join(folder, path)).size, 0)), '');

console.log();
row('budget', 'used', 'most');
const held = budgets.map(({ name, most, paths }) => {
  const found = files.filter(({ path }) => paths.includes(path));
  return { name, most, used: sum(found, 'brotli'), missing: paths.filter((path) => !found.some((file) => file.path === path)) };
});
for (const { name, most, used, missing } of [...held, language()]) {
  row(name, number(used), number(most));
  if (missing.length > 0) console.log(`  missing: ${missing.join(', ')}`);
  if (used > most) console.log(`  over the budget by ${number(used - most)} bytes`);
  if (used > most || missing.length > 0) process.exitCode = 1;
}
