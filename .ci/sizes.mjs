// Prints the sizes of the release by its manifest, and fails when what a visitor must load is over a budget.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { list } from './files.mjs';

const folder = process.env.MANTELWIJZER_DIST ?? 'dist';

/** Bytes after Brotli. */
const budgets = [
  // 110 000 until there were seven languages, reading aloud and larger letters.
  { name: 'Wasm + JS + CSS', most: 111_000, paths: ['mantel-wijzer.js', 'mantel-wijzer_app.js', 'mantel-wijzer_bg.wasm'] },
  { name: 'the module', most: 6_000, paths: ['mantel-wijzer.js'] },
  { name: 'the script for an iframe', most: 1_000, paths: ['embed.js'] },
];

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
for (const { name, most, paths } of budgets) {
  const found = files.filter(({ path }) => paths.includes(path));
  const used = sum(found, 'brotli');
  row(name, number(used), number(most));
  const missing = paths.filter((path) => !found.some((file) => file.path === path));
  if (missing.length > 0) console.log(`  missing: ${missing.join(', ')}`);
  if (used > most) console.log(`  over the budget by ${number(used - most)} bytes`);
  if (used > most || missing.length > 0) process.exitCode = 1;
}
