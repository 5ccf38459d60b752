// However an interview begins: after the first answer nothing is loaded any more, not even another language.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { start, until } from './browser.mjs';
import { giving } from './tour.mjs';

const press = (selector) => (widget) => widget.locator(selector).first().click();
const action = (...names) => press(names.map((name) => `[data-action="${name}"]`).join(', '));
const say = (number, word) => press(`input[name="recognise-${number}"][value="${word}"]`);
const restart = (widget) => widget.evaluate((host) => host.restart());
/** The first answer of the interview: a place. */
const answer = async (widget) => {
  await widget.locator('.row input[type="text"]').fill('gent');
  await press('.row [data-region]')(widget);
};

/** The ways to a first answer. */
const ways = {
  'from the first screen': [action('start'), answer],
  "by 'am I a caregiver?'": [action('recognise'), say(0, 'yes')],
  "after 'am I a caregiver?'": [action('recognise'), say(0, 'yes'), say(1, 'no'), say(2, 'no'), action('start'), answer],
  'from the social map': [action('browse'), action('results', 'start'), answer],
  'after beginning anew': [action('start'), answer, restart, action('start'), answer],
};

describe('quiet after the first answer', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const [name, steps] of Object.entries(ways)) {
    test(name, async () => {
      const { page, seen, widget, close } = await browser.open({ before: giving('languages="nl-BE fr ar"') });
      for (const step of steps) await step(widget);
      const loaded = seen.requests.length;
      // Other languages come one by one, a second and a half after nobody waits for anything.
      await page.waitForTimeout(3_000);
      assert.deepEqual(seen.requests.slice(loaded), [], 'loaded after the first answer');
      const asked = steps.filter((step) => step === answer).length;
      const started = () => seen.told.filter(({ name: told }) => told === 'started').length;
      await until(() => started() === asked, `the event started ${asked} times, not ${started()}`);
      await close();
    });
  }

  test('when it comes between two requests for a language', async () => {
    let release;
    const held = new Promise((go) => (release = go));
    const { page, seen, widget, close } = await browser.open({
      before: async (page) => {
        await giving('languages="nl-BE fr"')(page);
        // Where the file of a language is found is asked first: that answer is kept back.
        await page.route('**/first.json', (route) => held.then(() => route.continue()));
      },
    });
    await until(() => seen.requests.some((url) => url.endsWith('/first.json')), 'the first of two requests', 10_000);
    await action('start')(widget);
    await answer(widget);
    const loaded = seen.requests.length;
    release();
    await page.waitForTimeout(1_500);
    assert.deepEqual(seen.requests.slice(loaded), [], 'loaded after the first answer');
    await close();
  });
});
