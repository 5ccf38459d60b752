// `make bench`: measures every row in one run, prints it beside its peers, and writes target/bench.json.
// Usage: node tests/bench/run.mjs [ROW...]; with rows it measures only those, and leaves target/bench.json as it was.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { number } from './figures.mjs';
import { rows } from './rows.mjs';
import { made, pages, workbenches } from './site.mjs';

const told = (command, ...words) => {
  try {
    return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
};

const versions = () => {
  const { dependencies } = JSON.parse(readFileSync('tests/bench/package.json', 'utf8'));
  const [, datalogic] = /^datalogic-rs = "(.+)"/m.exec(readFileSync('tests/bench/Cargo.toml', 'utf8'));
  return { ...dependencies, 'datalogic-rs': datalogic };
};

const machine = () => ({
  processor: `${cpus().length} × ${cpus()[0].model}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  load: loadavg()[0],
  rust: told('rustc', '--version'),
  node: process.version,
  chromium: told(process.env.CHROMIUM ?? 'chromium', '--version'),
  commit: told('git', 'describe', '--always', '--dirty'),
});

function print({ what, ratio = 'ratio', lines, bars }) {
  console.log(`\n== ${what}`);
  const cells = ({ name, unit, median, low, high, p95, ratio }) => [
    name,
    `${number(median)} ${unit}`,
    low === undefined ? '' : `${number(low)} to ${number(high)}`,
    p95 === undefined ? '' : number(p95),
    ratio === undefined ? '' : `${number(ratio)} ×`,
  ];
  const table = [['', 'median', 'middle half', '95th', ratio], ...lines.map(cells)];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) console.log(`  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')}`);
  for (const { of, value, unit, most, least, isMet } of bars) {
    const bar = most === undefined ? `at least ${number(least)}` : `at most ${number(most)}`;
    console.log(`  ${isMet ? 'met   ' : 'MISSED'}  ${of}: ${`${number(value)} ${unit}`.trim()}, ${bar}`);
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !rows.some((row) => row.id === id));
if (unknown.length > 0) throw new Error(`no such row: ${unknown}; there are ${rows.map(({ id }) => id).join(', ')}`);

const start = Date.now();
const about = machine();
const { load, ...shown } = about;
console.log(Object.entries(shown).map(([name, value]) => `${name}: ${value}`).join('\n'));
if (load > 0.5) console.log(`The machine is busy (load ${number(load)}): expect noise.`);
// A catalogue of an earlier run may be of an older version.
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
await pages();
await workbenches();

const measured = [];
for (const { id, what, measure } of rows.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  const row = { id, what, ...(await measure()) };
  writeFileSync(join('target/bench', `${id}.json`), JSON.stringify(row, null, 1));
  print(row);
  measured.push(row);
}
const bars = measured.flatMap(({ bars }) => bars);
const met = bars.filter(({ isMet }) => isMet).length;
if (wanted.length === 0)
  writeFileSync('target/bench.json', JSON.stringify({ day: new Date().toISOString(), seconds: Math.round((Date.now() - start) / 1000), machine: about, peers: versions(), rows: measured }, null, 1));
console.log(`\n${met} of ${bars.length} bars met, in ${Math.round((Date.now() - start) / 1000)} s`);
