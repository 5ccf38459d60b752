// Other languages, larger letters, a screen read aloud, words for the young: what makes it easier for whom.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { start, until } from './browser.mjs';
import { speaking } from './access.mjs';
import { answerByKeys, press } from './keys.mjs';
import { answers, giving } from './tour.mjs';
import { answerScreen, walk } from './walk.mjs';

describe('access for all', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  test('what is told in Dutch only says so, in Dutch and to who listens', async () => {
    const { widget, close } = await browser.open({ before: speaking('ar') });
    await widget.locator('[data-action="browse"]').first().click();
    await widget.locator('[data-screen="browse"]').waitFor();
    const marks = await widget.locator('.brief:has(.mark.foreign)').count();
    assert.ok(marks > 100, `${marks}`);
    const dutch = widget.locator('.brief:has(.mark.foreign) p').first();
    assert.deepEqual([await dutch.getAttribute('lang'), await dutch.getAttribute('dir')], ['nl', 'ltr']);
    assert.equal(await widget.locator('.brief:not(:has(.mark.foreign)) p[lang]').count(), 0);
    await close();
  });

  test('the languages of the list are loaded while nobody waits, and change without a request after the first answer', async () => {
    const { page, seen, widget, close } = await browser.open({ before: giving('languages="nl-BE fr ar nl-simple"') });
    const select = widget.locator('[data-action="language"]');
    assert.deepEqual(await select.locator('option').allInnerTexts(), ['Nederlands', 'Français', 'العربية', 'Makkelijk Nederlands']);
    const loaded = (name) => seen.requests.some((url) => url.endsWith(`/catalogue/${name}.json`));
    await until(() => ['fr', 'ar', 'nl-simple'].every(loaded), 'three languages', 15_000);
    await page.waitForLoadState('networkidle');
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    const requests = seen.requests.length;
    await select.selectOption('ar');
    await widget.locator('.widget[lang="ar"][dir="rtl"] .screen').waitFor();
    assert.equal(await widget.evaluate((element) => element.lang), 'ar');
    await select.selectOption('fr');
    await widget.locator('.widget[lang="fr"] .screen').waitFor();
    assert.equal(await select.getAttribute('aria-label'), 'Langue');
    assert.equal(seen.requests.length, requests, 'nothing more was loaded');
    assert.deepEqual(seen.errors, []);
    await close();
  });

  test('by keyboard one goes through the languages, and the focus stays where it is', async () => {
    const { page, widget, close } = await browser.open({ before: giving('languages="nl-BE nl-NL fr en"') });
    const select = widget.locator('[data-action="language"]');
    assert.deepEqual(await select.locator('option').allInnerTexts(), ['Nederlands (België)', 'Nederlands (Nederland)', 'Français', 'English']);
    await page.waitForLoadState('networkidle');
    await select.focus();
    for (const lang of ['nl-NL', 'fr', 'en']) {
      await page.keyboard.press('ArrowDown');
      await widget.locator(`.widget[lang="${lang}"] .screen`).waitFor();
      assert.ok(await select.evaluate((found) => found.getRootNode().activeElement === found), lang);
    }
    await close();
  });

  test('what is not loaded yet can not be chosen after the first answer', async () => {
    const hold = (page) => page.route('**/catalogue/ar.json', () => {});
    const { widget, close } = await browser.open({
      before: async (page) => {
        await giving('languages="nl-BE ar"')(page);
        await hold(page);
      },
    });
    await widget.locator('[data-action="start"]').click();
    await widget.locator('[data-screen="question"]').waitFor();
    await until(() => widget.locator('option[value="ar"]').isDisabled(), 'Arabic is out of reach');
    await close();
  });

  test('larger letters are larger, everywhere and without a scroll bar', async () => {
    const { page, widget, close } = await browser.open({ viewport: { width: 360, height: 740 } });
    const size = () => widget.locator('.lead').first().evaluate((found) => parseFloat(getComputedStyle(found).fontSize));
    const before = await size();
    const large = widget.locator('[data-action="large"]');
    await large.click();
    assert.equal(await large.getAttribute('aria-pressed'), 'true');
    assert.ok((await size()) > 1.3 * before);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    await widget.locator('[data-action="start"]').click();
    await widget.locator('[data-screen="question"]').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    await close();
  });

  const voices = (list) => (page) =>
    page.addInitScript((list) => {
      window.spoken = [];
      const speech = Object.assign(new EventTarget(), {
        getVoices: () => list,
        speak: (utterance) => {
          window.spoken.push([utterance.text, utterance.lang, utterance.voice.name]);
          if (window.spoken.length < 3) setTimeout(() => utterance.onend?.(), 5);
        },
        cancel: () => window.spoken.push('stop'),
      });
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
      window.SpeechSynthesisUtterance = class {
        constructor(text) {
          this.text = text;
        }
      };
    }, list);
  const local = { name: 'Ellen', lang: 'nl-BE', localService: true };

  test('a screen is read aloud by a voice of the device, and stops when the screen does', async () => {
    const { page, widget, close } = await browser.open({ before: voices([{ ...local, name: 'Cloud', localService: false }, local]) });
    const read = widget.locator('[data-action="read"]');
    assert.equal(await read.innerText(), 'Lees voor');
    await read.click();
    const spoken = await page.evaluate(() => window.spoken);
    assert.equal(spoken[0][0], 'Hulp voor wie voor iemand zorgt');
    assert.ok(spoken.every(([, lang, voice]) => lang === 'nl-BE' && voice === 'Ellen'), JSON.stringify(spoken));
    assert.ok(!spoken.some(([text]) => /Wis alles|Snel weg/.test(text)), 'controls are left out');
    assert.equal(await read.innerText(), 'Stop met voorlezen');
    await widget.locator('[data-action="start"]').click();
    await widget.locator('[data-screen="question"]').waitFor();
    await until(async () => (await page.evaluate(() => window.spoken.at(-1))) === 'stop', 'silence');
    assert.equal(await read.innerText(), 'Lees voor');
    await widget.locator('[data-action="talk-now"]').click();
    await page.evaluate(() => (window.spoken = []));
    await read.click();
    const numbers = await page.evaluate(() => window.spoken.map(([text]) => text).join('\n'));
    assert.match(numbers, /Bel 112[^]*Bel 106[^]*Bel 1813/, 'whoever listens hears whom to call');
    await close();
  });

  test('a voice that lives on a server is not used', async () => {
    const { widget, close } = await browser.open({ before: voices([{ ...local, localService: false }]) });
    assert.equal(await widget.locator('[data-action="read"]').isVisible(), false);
    await close();
  });

  test('a caregiver of 14 is spoken to as a caregiver of 14', async () => {
    const { answers } = JSON.parse(readFileSync('catalogue/personas/girl-of-14-in-kortrijk.json', 'utf8'));
    const { widget, close } = await browser.open();
    await walk(widget, answers);
    const words = await widget.locator('.screen').innerText();
    assert.match(words, /passen bij je/);
    assert.match(await widget.locator('nav').innerText(), /plan/i);
    await close();
  });

  for (const [how, context] of [
    ['at 400 %', { viewport: { width: 320, height: 256 } }],
    ['in forced colours', { viewport: { width: 360, height: 740 }, forcedColors: 'active' }],
    ['in the dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ])
    test(`${how} the focus is always seen, on the way from the first screen to the offers`, async () => {
      const { page, widget, close } = await browser.open({ ...context, before: speaking('nl-BE') });
      await widget.evaluate((element) => element.focus());
      await press(page, '[data-action="start"]');
      for (let screens = 0; screens < 40; screens += 1) {
        await widget.locator('[data-screen="question"], [data-screen="results"]').waitFor();
        if ((await widget.locator('[data-screen="results"]').count()) > 0) break;
        const now = await widget.locator('.screen').innerText();
        await answerByKeys(page, answers);
        await until(async () => (await widget.locator('.screen').innerText()) !== now, 'the next screen');
      }
      await press(page, 'nav [data-action="plan"]');
      await widget.locator('[data-screen="plan"]').waitFor();
      await close();
    });

  test('a name that is no place keeps what was typed, says so, and takes the focus there', async () => {
    const { widget, close } = await browser.open();
    await widget.locator('[data-action="start"]').click();
    const field = widget.locator('.place input');
    await field.fill('Xyzzy');
    await until(async () => (await field.getAttribute('aria-invalid')) === 'true', 'the mark');
    await widget.locator('[data-action="next"]').click();
    await until(() => field.evaluate((found) => found.getRootNode().activeElement === found), 'the focus on the field');
    assert.equal(await field.inputValue(), 'Xyzzy');
    const said = await field.evaluate((found) => found.getAttribute('aria-describedby').split(' ').map((id) => found.getRootNode().getElementById(id).textContent));
    assert.match(said.at(-1), /geen plaats met die naam/);
    await field.fill('9000');
    await widget.locator('.found').first().waitFor();
    assert.equal(await field.getAttribute('aria-invalid'), null);
    await close();
  });

  test('with other spacing of the text nothing is cut off', async () => {
    const { page, widget, close } = await browser.open({ viewport: { width: 360, height: 740 }, before: speaking('de') });
    await widget.evaluate((element) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
      element.shadowRoot.adoptedStyleSheets = [...element.shadowRoot.adoptedStyleSheets, sheet];
    });
    for (const action of ['start', 'decline', 'decline']) {
      await widget.locator(`[data-action="${action}"]`).first().click();
      const cut = await widget.evaluate((element) =>
        [...element.shadowRoot.querySelectorAll('.screen *')]
          .filter((found) => found.scrollWidth > found.clientWidth + 1 && getComputedStyle(found).overflowX !== 'visible' && !found.closest('.unseen'))
          .map((found) => found.outerHTML.slice(0, 100)),
      );
      assert.deepEqual(cut, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    }
    await close();
  });
});
