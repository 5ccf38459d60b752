// One part of the table: every screen in these languages, light, dark and in forced colours, looked at by two engines, and for what engines
// can't see. axe-core runs with every rule of WCAG 2.2 A and AA, the best practices and the experiments; HTML CodeSniffer
// beside it. `access-*.test.mjs` divide the languages between them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { start } from './browser.mjs';
import { measures, paintedFinds } from './contrast.mjs';
import { giving, tour } from './tour.mjs';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const sniffer = readFileSync('node_modules/@pa11y/html_codesniffer/build/HTMLCS.js', 'utf8');

/** Before anything is looked at. */
export async function equip(page) {
  await page.evaluate(axe);
  await measures(page);
}

/** What axe finds inside the widget. The page around it is not ours. In the dark only what has to do with colour is another. */
const axeFinds = (page, colours) =>
  page.evaluate(async (colours) => {
    const all = window.axe.getRules().filter(({ tags }) => !tags.includes('wcag2aaa') && !tags.includes('wcag21aaa'));
    const wanted = colours ? ['color-contrast', 'link-in-text-block'] : all.map(({ ruleId }) => ruleId);
    const { violations, passes, incomplete } = await window.axe.run('mantel-wijzer', { runOnly: { type: 'rule', values: wanted }, resultTypes: ['violations', 'passes', 'incomplete'] });
    const told = violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 160)}`));
    const unsure = incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes.map(({ target }) => target));
    return { told, unsure, contrast: passes.some(({ id }) => id === 'color-contrast') };
  }, colours);

/** What axe finds, and of what it is unsure of, what is seen to be too faint. */
export async function finds(page, colours) {
  const { told, unsure, contrast } = await axeFinds(page, colours);
  return { told: [...told, ...(await paintedFinds(page, unsure))], contrast };
}

/**
 * What HTML CodeSniffer calls an error. It doesn't look into shadow roots for labels, so it is given the markup on a page of its
 * own; without style, so contrast is left to axe.
 */
async function snifferFinds(widget, desk) {
  const markup = await widget.evaluate((element) => element.shadowRoot.querySelector('.screen').outerHTML);
  return desk.evaluate(
    (markup) =>
      new Promise((resolve, reject) => {
        document.body.innerHTML = markup;
        const done = () => {
          const errors = window.HTMLCS.getMessages().filter(({ type, code }) => type === window.HTMLCS.ERROR && !/1_4_3/.test(code));
          resolve(errors.map(({ code, element }) => `${code}: ${element?.outerHTML?.slice(0, 160)}`));
        };
        window.HTMLCS.process('WCAG2AA', document.body, done, (problem) => reject(new Error(String(problem))));
      }),
    markup,
  );
}

/** What no engine asks: the language of parts, sizes to touch, and the width of 320 pixels. */
export const ownFinds = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('mantel-wijzer').shadowRoot;
    const told = [];
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) told.push(`${wide} px too wide`);
    const { lang, dir } = root.querySelector('.screen').closest('[lang]');
    for (const control of root.querySelectorAll('button, summary, a[href], select, input')) {
      if (!control.checkVisibility() || control.closest('.unseen')) continue;
      const label = control.labels?.[0]?.getBoundingClientRect();
      const { width, height } = control.getBoundingClientRect();
      const inText = control.matches('a') && getComputedStyle(control).display === 'inline';
      if (!inText && (Math.max(width, label?.width ?? 0) < 24 || Math.max(height, label?.height ?? 0) < 24)) told.push(`too small to touch: ${control.outerHTML.slice(0, 120)}`);
    }
    // Arabic letters only inside Arabic, and other letters only where they are said to be another language, a name or a number.
    const arabic = /[\u0600-\u06ff]/;
    const walker = document.createTreeWalker(root.querySelector('.screen'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const said = parentElement.closest('[lang]').lang;
      if (arabic.test(data) && said !== 'ar') told.push(`Arabic that says it is ${said}: ${data}`);
    }
    if ((lang === 'ar') !== (dir === 'rtl')) told.push(`${lang} goes ${dir}`);
    return told;
  });

/**
 * In forced colours (axe takes the colours there that the page would have had): what can be pressed or filled in needs an edge,
 * a line under it, or a sign of its own, as all grounds are one; and words must stand out from what is behind them.
 */
const forcedFinds = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('mantel-wijzer').shadowRoot;
    const all = [...root.querySelectorAll('*')].filter((found) => found.checkVisibility() && !found.closest('.unseen, svg'));
    const style = (found) => getComputedStyle(found);
    const has = (line, width) => line !== 'none' && parseFloat(width) > 0;
    const isEdged = (found) => {
      const { borderTopStyle, borderTopWidth, borderBottomStyle, borderBottomWidth, textDecorationLine, appearance } = style(found);
      const isNative = appearance !== 'none' && found.matches('input, select, textarea');
      return has(borderTopStyle, borderTopWidth) || has(borderBottomStyle, borderBottomWidth) || textDecorationLine.includes('underline') || isNative;
    };
    const isSigned = (found) => found.matches('summary, :has(svg)') || [found, ...found.querySelectorAll('*'), ...(found.labels ?? [])].some(isEdged);
    const controls = all.filter((found) => found.matches('button, summary, a[href], select, input, textarea'));
    const { numbers, ratio } = window.measures;
    const ground = (found) => {
      for (let at = found; at; at = at.parentElement ?? at.getRootNode().host) if ((numbers(style(at).backgroundColor)[3] ?? 1) > 0.5) return style(at).backgroundColor;
      return 'rgb(255, 255, 255)';
    };
    const contrast = (found) => ratio(numbers(style(found).color), numbers(ground(found)));
    const worded = all.filter((found) => [...found.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim()));
    return [
      ...controls.filter((found) => !isSigned(found)).map((found) => `no edge: ${found.outerHTML.slice(0, 120)}`),
      ...worded.filter((found) => contrast(found) < 4.5).map((found) => `hardly to be seen: ${found.outerHTML.slice(0, 120)}`),
    ];
  });

/** Larger, or as they were. */
const letters = (page) => page.evaluate(() => document.querySelector('mantel-wijzer').shadowRoot.querySelector('[data-action="large"]').click());

/** Of two attributes with one name the first counts. */
export const speaking = (lang, more = '') => giving(`lang="${lang}" ${more}`);

/** Walks every screen in each of the languages. */
export function table(...languages) {
  describe(`access in ${languages.join(', ')}`, () => {
    let browser;
    before(async () => {
      browser = await start();
    });
    after(() => browser?.stop());

    for (const lang of languages)
      test(`${lang}: every screen, light, dark and in forced colours, has nothing to object to`, async () => {
        const opened = await browser.open({ viewport: { width: 360, height: 740 }, bypassCSP: true, before: speaking(lang, 'exit-url="https://example.org/" languages="nl-BE fr ar"') });
        const { page, seen, close } = opened;
        await equip(page);
        const desk = await page.context().newPage();
        await desk.setContent(`<!doctype html><html lang="${lang}"><title>A screen</title><body>`);
        await desk.evaluate(sniffer);
        const told = [];
        let screens = 0;
        for await (const name of tour(opened)) {
          screens += 1;
          const note = (found) => told.push(...found.map((line) => `${name}: ${line}`));
          await page.emulateMedia({ colorScheme: 'light' });
          const light = await finds(page, false);
          note(light.told);
          assert.ok(light.contrast, `${name}: contrast was looked at`);
          note(await snifferFinds(opened.widget, desk));
          await page.setViewportSize({ width: 320, height: 640 });
          note(await ownFinds(page));
          await letters(page);
          note((await ownFinds(page)).map((line) => `in large letters: ${line}`));
          await letters(page);
          await page.setViewportSize({ width: 360, height: 740 });
          await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
          await page.emulateMedia({ colorScheme: 'dark' });
          const dark = await finds(page, true);
          note(dark.told.map((line) => `in the dark: ${line}`));
          await page.evaluate(() => (document.documentElement.style.colorScheme = ''));
          await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
          await page.waitForTimeout(150); // a colour that still fades is none of the two
          note((await forcedFinds(page)).map((line) => `in forced colours: ${line}`));
          await page.emulateMedia({ forcedColors: 'none' });
          // The next press must not meet a page that is still finding its width.
          await page.waitForTimeout(150);
        }
        assert.ok(screens > 20, `${screens} screens`);
        assert.deepEqual(told, []);
        assert.deepEqual(seen.errors, []);
        await close();
      });
  });
}
