// Puts the last run of `make bench` between the marks of BENCHMARKS.md. Usage: node tests/bench/summary.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { number } from './figures.mjs';

const { day, seconds, machine, peers, rows } = JSON.parse(readFileSync('target/bench.json', 'utf8'));

const bar = ({ of, value, unit, most, least, isMet }) =>
  `${isMet ? 'met' : '**missed**'}: ${of} ${number(value)} ${unit}`.trim() + (most === undefined ? ` (at least ${number(least)})` : ` (at most ${number(most)})`);
const figure = ({ name, median, unit, ratio }) => `${name} ${`${number(median)} ${unit}`.trim()}${ratio === undefined ? '' : ` (${number(ratio)} ×)`}`;
const cell = (list) => list.join('<br>').replaceAll('|', '\\|');

const text = [
  `Measured on ${day.slice(0, 10)} in ${Math.round(seconds / 60)} minutes, at commit \`${machine.commit}\`, on ${machine.processor} with ${machine.memory}` +
    ` (load ${number(machine.load)} at the start); ${machine.chromium.trim()}, ${machine.rust.replace(/ \(.*/, '')}, Node ${machine.node}.`,
  `Peers: ${Object.entries(peers).map((one) => one.join(' ')).join(', ')}.`,
  '',
  '| what | medians, and their ratio to ours | bar |',
  '| --- | --- | --- |',
  ...rows.map(({ what, lines, bars }) => `| ${what} | ${cell(lines.map(figure))} | ${cell(bars.map(bar))} |`),
].join('\n');

const page = readFileSync('BENCHMARKS.md', 'utf8');
const [from, to] = ['<!-- bench -->', '<!-- /bench -->'];
const [before, rest] = page.split(from);
writeFileSync('BENCHMARKS.md', `${before}${from}\n${text}\n${to}${rest.split(to)[1]}`);
