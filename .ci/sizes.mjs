// Prints the sizes of the release, and fails when what a visitor must load is over the budget.
import { describe } from './files.mjs';

const budget = 110_000; // Brotli, of everything that runs: Wasm, JavaScript (the widget's CSS is in it)
const counts = /^mantel-wijzer(\.js|_bg\.wasm)$/;

const files = describe('dist');
const number = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
const row = (name, raw, packed) => console.log(`${name.padEnd(34)}${number(raw).padStart(12)}${number(packed).padStart(12)}`);
const sum = (wanted, key) => wanted.reduce((total, file) => total + file[key], 0);

console.log(`${'dist/'.padEnd(34)}${'bytes'.padStart(12)}${'Brotli 11'.padStart(12)}`);
for (const file of files) row(file.path, file.size, file.brotli);
const counted = files.filter((file) => counts.test(file.path));
const used = sum(counted, 'brotli');
row('Wasm + JS + CSS', sum(counted, 'size'), used);
console.log(`budget: ${number(budget)} bytes Brotli; used: ${Math.round((100 * used) / budget)} %`);
if (used > budget) {
  console.log(`over the budget by ${number(used - budget)} bytes`);
  process.exitCode = 1;
}
