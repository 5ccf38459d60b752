// Translators in browsers put every text in elements of their own, again and again, while the page lives.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { screen, start, until } from './browser.mjs';
import { offers, walk } from './walk.mjs';

const people = ['father-in-law-with-dementia', 'sick-child-in-hospital-groningen'];

/** Wraps what is there and what comes, as Google's translator does: two elements deep, the words themselves replaced. */
const translate = (widget) =>
  widget.evaluate((element) => {
    const root = element.shadowRoot;
    const observer = new MutationObserver(() => wrap());
    const wrap = () => {
      observer.disconnect();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (text) =>
        text.parentElement.closest('font') || !text.data.trim() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const inner = document.createElement('font');
        const outer = document.createElement('font');
        inner.textContent = `«${text.data}»`;
        outer.append(inner);
        text.replaceWith(outer);
      }
      observer.observe(root, { childList: true, subtree: true, characterData: true });
    };
    wrap();
  });

describe('under a translator', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const name of people)
    test(`${name} finds the same help`, async () => {
      const { answers } = JSON.parse(readFileSync(`catalogue/personas/${name}.json`, 'utf8'));
      const [found, translated] = await Promise.all(
        [false, true].map(async (isTranslated) => {
          const { seen, widget, close } = await browser.open();
          if (isTranslated) await translate(widget);
          const asked = await walk(widget, answers);
          const cards = [...(await offers(widget))];
          assert.equal(await widget.locator('font').count() > 50, isTranslated);
          assert.deepEqual(seen.errors, []);
          await close();
          return { asked, cards };
        }),
      );
      assert.deepEqual(translated, found);
    });

  test('what changes on a screen is said anew', async () => {
    const { seen, widget, close } = await browser.open();
    await translate(widget);
    await widget.locator('[data-action="browse"]').click();
    const count = widget.locator('.count');
    const before = await count.innerText();
    await widget.locator('input[type="search"]').first().fill('oppas');
    await until(async () => (await count.innerText()) !== before, 'another number');
    assert.match(await count.innerText(), /^«.+»$/, 'the old text is gone');
    await widget.locator('[data-action="offer"]').first().click();
    await widget.locator('[data-action="keep"]').click();
    await until(async () => /\(1\)/.test(await widget.locator('.tabs [data-action="plan"]').innerText()), 'one offer in the plan');
    await widget.locator('.tabs [data-action="plan"]').click();
    assert.equal(await screen(widget), 'plan');
    await widget.locator('[data-action="wipe"]').click();
    await widget.locator('[data-screen="intro"]').waitFor();
    assert.match(await widget.locator('.news').innerText(), /^«.+»$/);
    assert.deepEqual(seen.errors, []);
    await close();
  });
});
