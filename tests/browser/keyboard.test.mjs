// Ten people through every screen, on a phone of 360 px, by keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { screen, start, until } from './browser.mjs';
import { answerByKeys, press, reach, unfold } from './keys.mjs';
import { fits } from './walk.mjs';

const scenario = (name) => JSON.parse(readFileSync(`catalogue/personas/${name}.json`, 'utf8')).answers;
const phone = { viewport: { width: 360, height: 740 } };

/** Ten people, and the words each must find on the way. */
const people = [
  { name: 'father-in-law-with-dementia', sheet: 0, says: 'Ik zorg voor', seeks: 'oppas', urgent: 0 },
  { name: 'student-and-ill-mother', sheet: 0, says: 'Ik zorg voor', seeks: 'studie', urgent: 0 },
  { name: 'sick-child-in-hospital-groningen', sheet: 1, says: 'kind', seeks: 'ziekenhuis', urgent: 0 },
  { name: 'widower-in-ghent', sheet: 3, says: 'Mijn naaste is overleden', seeks: 'rouw', urgent: 0 },
  { name: 'violence-in-flemish-limburg', sheet: 1, says: 'Ik', seeks: 'geweld', urgent: 1 },
  { name: 'own-suicidal-thoughts', sheet: 1, says: 'Ik', seeks: 'praten', urgent: 1 },
  { name: 'girl-of-14-in-kortrijk', sheet: 0, says: 'Ik zorg voor', seeks: 'jongeren', urgent: 0 },
  { name: 'self-employed-in-liege', sheet: 2, says: 'Ik', seeks: 'aide', urgent: 0 },
  { name: 'mother-with-dementia-amsterdam', sheet: 2, says: 'Ik zorg voor', seeks: 'dementi', urgent: 0 },
  { name: 'wife-of-82-in-bruges', sheet: 3, says: 'Ik zorg 40 uur', seeks: 'rolstoel', urgent: 0 },
];

async function arrive(page, widget, name, part = '') {
  await widget.locator(`[data-screen="${name}"][data-part="${part}"]`).waitFor();
  await until(
    () => widget.evaluate((element) => element.shadowRoot.activeElement?.matches('.title')),
    `the focus on the heading of ${name} ${part}`,
  );
  await fits(page, `${name} ${part}`);
}

describe('by keyboard', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const { name, sheet, says, seeks, urgent } of people) {
    test(`${name}: every screen by keyboard`, async () => {
      const { page, seen, widget, close } = await browser.open(phone);
      await widget.evaluate((element) => element.focus());
      await press(page, '[data-action="recognise"]');
      await arrive(page, widget, 'intro', 'recognition');
      for (const place of [0, 1, 2]) {
        await reach(page, `input[name="recognise-${place}"]`);
        await page.keyboard.press('Space');
      }
      assert.match(await widget.locator('.outcome').innerText(), /U bent mantelzorger/);
      await press(page, '[data-action="start"]');
      for (let screens = 0; (await screen(widget)) === 'question'; screens += 1) {
        assert.ok(screens < 40, 'the questions end');
        await arrive(page, widget, 'question');
        const before = await widget.locator('[data-screen]').evaluate((found) => found.innerText);
        await answerByKeys(page, scenario(name));
        await until(
          async () => (await widget.locator('[data-screen]').evaluate((found) => found.innerText)) !== before,
          'the next screen',
        );
      }
      await arrive(page, widget, 'results');
      const count = await widget.locator('[data-offer]').count();
      assert.ok(count > 0);
      assert.equal(Math.min(1, await widget.locator('[data-urgent]').count()), urgent);

      const first = await widget.locator('[data-offer]').first().getAttribute('data-offer');
      await press(page, `[data-offer="${first}"] [data-action="keep"]`);
      assert.equal(await widget.locator(`[data-offer="${first}"] [data-action="keep"]`).getAttribute('aria-pressed'), 'true');

      await press(page, 'nav [data-action="plan"]');
      await arrive(page, widget, 'plan');
      assert.equal(await widget.locator('[data-planned]').getAttribute('data-planned'), first);

      await press(page, 'nav [data-action="sheet"]');
      await arrive(page, widget, 'sheet');
      if (sheet > 0) {
        await press(page, `.sheets li:nth-child(${sheet + 1}) button`);
        await widget.locator(`.sheets li:nth-child(${sheet + 1}) [aria-current]`).waitFor();
        await arrive(page, widget, 'sheet');
      }
      const words = await widget.locator('.part textarea').evaluateAll((lines) => lines.map((line) => line.value).join('\n'));
      assert.match(words, new RegExp(says));

      // After a farewell there is nothing to take a break from.
      const isCaring = scenario(name).phase !== 'after-death';
      assert.equal(await widget.locator('nav [data-action="respite"]').count(), isCaring ? 1 : 0);
      if (isCaring) {
        await press(page, 'nav [data-action="respite"]');
        await arrive(page, widget, 'journey', 'respite');
        assert.equal(await widget.locator('.rung').count(), 5);
      }

      await press(page, 'nav [data-action="journey"]');
      await arrive(page, widget, 'journey');
      assert.equal(await widget.locator('.phase').count(), 7);

      await press(page, 'nav [data-action="browse"]');
      await arrive(page, widget, 'browse');
      await reach(page, '#browse-word');
      await page.keyboard.type(seeks);
      await until(async () => (await widget.locator('.brief').count()) > 0, `something for ${seeks}`);
      await press(page, '.brief [data-action="offer"]');
      await arrive(page, widget, 'offer');
      await press(page, '[data-action="back"]');
      await arrive(page, widget, 'browse');
      assert.equal(await widget.locator('#browse-word').inputValue(), seeks);

      await unfold(page, '[data-action="talk-now"]');
      assert.ok((await widget.locator('.talk-panel a[href^="tel:"]').count()) > 1);
      assert.deepEqual(seen.errors, []);
      await close();
    });
  }
});
