// A person of a scenario, in the browser, finds the same support as the command line.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { catalogue, start } from './browser.mjs';
import { offers, walk } from './walk.mjs';

const shared = join(process.env.MANTELWIJZER_SHARED ?? '../shared', 'contract/scenarios');
const inFolder = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);
const files = new Map([...inFolder(shared), ...inFolder('catalogue/personas')].map((file) => [file.split('/').pop(), file]));
const partners = inFolder('catalogue/partners').filter((file) => file.endsWith('.json'));
const all = partners.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).offers);
const needsOf = new Map(all.map((offer) => [offer.id, offer.needs.map((one) => one.need)]));

describe('scenarios', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  /** One page for all, begun anew for each; after a failure another one. */
  let opened;
  const fresh = async () => {
    if (!opened) return (opened = await browser.open());
    await opened.page.evaluate(() => document.querySelector('mantel-wijzer').restart());
    await opened.widget.locator('[data-screen="intro"]').waitFor();
    return opened;
  };

  for (const [name, file] of files) {
    test(name.replace('.json', ''), async () => {
      const { answers } = JSON.parse(readFileSync(file, 'utf8'));
      const expected = catalogue('interview', '--answers', file);
      const { page, seen, widget } = await fresh();
      opened = undefined;
      const asked = await walk(widget, answers);
      assert.deepEqual(asked, expected.asked, 'the same questions in the same order');

      const shown = await offers(widget);
      const chosen = answers.needs ?? [];
      const serves = (offer) => chosen.length === 0 || needsOf.get(offer).some((need) => chosen.includes(need));
      for (const [offers, verdict] of [[expected.matches, 'met'], [expected.undecided, 'unknown']])
        for (const offer of offers.filter(serves)) assert.equal(shown.get(offer), verdict, `${offer} is ${verdict}`);
      const possible = new Set([...expected.matches, ...expected.undecided, ...expected.urgent]);
      assert.deepEqual([...shown.keys()].filter((offer) => !possible.has(offer)), [], 'nothing that does not fit');
      assert.ok(shown.size > 0 || possible.size === 0, 'something is shown');

      assert.deepEqual(seen.errors, []);
      assert.equal(await page.evaluate(() => document.title), 'Zorgen voor een ander – Gemeente Voorbeeld');
      opened = { page, seen, widget };
    });
  }
});
