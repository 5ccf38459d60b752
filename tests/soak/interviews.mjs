// Interviews in one tab, one after another, for as long as one says: what the page holds must not grow.
// Usage: node tests/soak/interviews.mjs MINUTES
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../browser/browser.mjs';
import { exposeMemory, scales } from '../browser/memory.mjs';
import { walk } from '../browser/walk.mjs';

const minutes = Number(process.argv[2] ?? 60);
/** Beside a quarter of the time to warm up: what a browser keeps at hand comes and goes. */
const most = 1.02;
const folder = 'catalogue/personas';
const people = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).answers);

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

const browser = await start();
const { page, seen, widget } = await browser.open({ before: exposeMemory });
const measure = await scales(page);
const begun = Date.now();
const spent = () => (Date.now() - begun) / 60_000;
const samples = [];
let interviews = 0;
/** As often as gives forty points, however long it takes. */
for (let next = 0; spent() < minutes; interviews += 1) {
  await walk(widget, people[interviews % people.length]);
  // As a visitor does: opens what fits, looks at more, and wipes it all.
  await widget.evaluate((host) => {
    for (const details of host.shadowRoot.querySelectorAll('details')) details.open = true;
    host.restart();
  });
  await widget.locator('[data-screen="intro"]').waitFor();
  if (spent() < next) continue;
  next += minutes / 40;
  samples.push({ minute: Number(spent().toFixed(2)), interviews: interviews + 1, ...(await measure()) });
  console.log(JSON.stringify(samples.at(-1)));
}
await browser.stop();

const quarter = Math.floor(samples.length / 4);
const growth = Object.fromEntries(
  ['bytes', 'nodes', 'listeners'].map((what) => {
    const of = (some) => median(some.map((sample) => sample[what]));
    return [what, of(samples.slice(-quarter)) / of(samples.slice(quarter, 2 * quarter))];
  }),
);
mkdirSync('target/soak', { recursive: true });
writeFileSync('target/soak/interviews.json', JSON.stringify({ minutes, interviews, growth, errors: seen.errors, samples }, null, 2));
console.log(`${interviews} interviews in ${minutes} minutes; the last quarter beside the second: ${JSON.stringify(growth)}; ${seen.errors.length} errors`);
const grown = Object.entries(growth).filter(([, times]) => times > most);
for (const [what, times] of grown) console.error(`${what} grew ${times.toFixed(3)} times, more than ${most}`);
process.exitCode = grown.length > 0 || seen.errors.length > 0 ? 1 : 0;
