// A person of a scenario, in the browser, finds the same support as the command line.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { catalogue, start } from './browser.mjs';
import { assertFound, offers, scenarios, walk } from './walk.mjs';


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

  for (const [name, file] of scenarios) {
    test(name.replace('.json', ''), async () => {
      const { answers } = JSON.parse(readFileSync(file, 'utf8'));
      const expected = catalogue('interview', '--answers', file);
      const { page, seen, widget } = await fresh();
      opened = undefined;
      const asked = await walk(widget, answers);
      assert.deepEqual(asked, expected.asked, 'the same questions in the same order');

      assertFound(await offers(widget), answers, expected);
      assert.deepEqual(seen.errors, []);
      assert.equal(await page.evaluate(() => document.title), 'Zorgen voor een ander – Gemeente Voorbeeld');
      opened = { page, seen, widget };
    });
  }
});
