// Matching and loading as a browser does them, beside its peers.
import { start } from './browser.mjs';
import { people, site, today } from './site.mjs';

/** Runs what a page calls `measure`, and gives what it found. */
async function measured(name, wishes, given) {
  const browser = await start(site);
  const { page, errors } = await browser.open(`${name}/index.html`, wishes);
  await page.waitForFunction(() => window.measure);
  const found = await page.evaluate((given) => window.measure(given), { today, ...given });
  await browser.stop();
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return found;
}

/** Matching 10,000 offers, on this machine as it is: peers and we would be slowed down alike. */
export const matching = ({ caregivers, rounds }) => measured('matching', { isSlow: false }, { caregivers: people(caregivers), rounds });

/** Loading 2,000 offers on a slow phone, as a visitor does: once, in a page that has just come. And again, when the browser knows the code. */
export async function loading({ pages, rounds }) {
  const first = {};
  const again = {};
  for (let page = 0; page < pages; page += 1) {
    const { times } = await measured('loading', { isSlow: true }, { rounds: page === 0 ? rounds : 1 });
    for (const [name, [time, ...later]] of Object.entries(times)) {
      (first[name] ??= []).push(time);
      (again[name] ??= []).push(...later);
    }
  }
  return { first, again };
}
