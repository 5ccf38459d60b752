// States that lie beside the tour: what is urgent, wiped, mistyped, searched in vain, told to the young, or not to be had. Each is
// looked at as the table does, light and dark, from left to right and from right to left.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { start } from './browser.mjs';
import { equip, finds, ownFinds, speaking } from './access.mjs';
import { walk } from './walk.mjs';

const answersOf = (id) => JSON.parse(readFileSync(`catalogue/personas/${id}.json`, 'utf8')).answers;
const press = (widget, action) => widget.locator(`[data-action="${action}"]`).first().click();

const states = {
  async urgent({ widget }) {
    await walk(widget, answersOf('own-suicidal-thoughts'));
    await widget.locator('section.urgent .subtitle').waitFor();
  },
  async young({ widget }) {
    await walk(widget, answersOf('girl-of-14-in-kortrijk'));
  },
  async wiped({ widget }) {
    await press(widget, 'start');
    await widget.locator('[data-screen="question"]').waitFor();
    await press(widget, 'wipe');
    await widget.locator('.news:not(:empty)').waitFor();
  },
  async mistyped({ widget }) {
    await press(widget, 'start');
    await widget.locator('.place input').fill('Xyzzy');
    await widget.locator('.place input[aria-invalid]').waitFor();
    await press(widget, 'next');
  },
  async 'searched in vain'({ widget }) {
    await press(widget, 'browse');
    await widget.locator('#browse-word').fill('xyzzyplugh');
    await widget.locator('.brief').first().waitFor({ state: 'detached' });
  },
  async 'not to be had'({ widget }) {
    await widget.locator('[data-screen="sorry"]').waitFor();
  },
};

describe('states beside the tour', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const [name, arrange] of Object.entries(states))
    for (const lang of ['nl-BE', 'ar'])
      test(`${name}, in ${lang}`, async () => {
        const isAway = arrange === states['not to be had'];
        const opened = await browser.open({
          viewport: { width: 360, height: 740 },
          bypassCSP: true,
          ready: !isAway,
          before: async (page) => {
            await speaking(lang, 'exit-url="https://example.org/"')(page);
            if (isAway) await page.route('**/*.wasm', (route) => route.abort());
          },
        });
        await arrange(opened);
        await equip(opened.page);
        const told = [];
        for (const colorScheme of ['light', 'dark']) {
          await opened.page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), colorScheme);
          await opened.page.emulateMedia({ colorScheme });
          await opened.page.waitForTimeout(150);
          told.push(...(await finds(opened.page, false)).told.map((line) => `${colorScheme}: ${line}`));
        }
        await opened.page.setViewportSize({ width: 320, height: 640 });
        if (!isAway) told.push(...(await ownFinds(opened.page)));
        assert.deepEqual(told, []);
        await opened.close();
      });
});
