// Three hundred random walks: any button, any field, in any order. Whatever one does, the widget keeps what it promised.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { start } from './browser.mjs';
import { wander } from './wander.mjs';

const phone = { viewport: { width: 360, height: 740 } };
const WALKS = 300;
const ACTIONS = 40;
/** The languages of the walks: from the left and from the right, and the one a host page has most. */
const languages = ['nl-BE', 'ar', 'nl-BE', 'fr', 'nl-simple'];

describe('random walks', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const [turn, lang] of languages.entries()) {
    const seeds = Array.from({ length: WALKS / languages.length }, (_, place) => place * languages.length + turn);
    test(`${seeds.length} walks of ${ACTIONS} actions in ${lang}, from seed ${seeds[0]}`, { timeout: 240_000 }, async () => {
      const { page, seen, close } = await browser.open(phone);
      const screens = new Set();
      for (const seed of seeds) {
        const walked = await page.evaluate(wander, { seed, lang, actions: ACTIONS });
        walked.screens.forEach((name) => screens.add(name));
        const story = `seed ${seed} in ${lang}: ${walked.did.join(' → ')}`;
        assert.deepEqual(walked.wrong, [], story);
        assert.deepEqual(seen.errors, [], story);
      }
      const all = ['intro', 'question', 'review', 'results', 'offer', 'plan', 'sheet', 'journey', 'browse'];
      assert.deepEqual(all.filter((name) => !screens.has(name)), [], 'a screen that no walk came to');
      await close();
    });
  }
});
