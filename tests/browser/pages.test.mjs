// The pages that need no script, in a browser: walked with scripts off, looked over by axe, under the strictest policy.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { executablePath } from './browser.mjs';
import { serve } from './server.mjs';

const dist = process.env.MANTELWIJZER_DIST ?? 'dist';
const rules = ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"];
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** One of each kind, and some that are long: axe takes seconds for those, and once is enough. */
const each = ['index.html', 'soort/allowance.html', 'plaats/nl-gm0392.html', 'aanbod/nl-zorgoppas.html', 'nl/soort/right.html'];
const some = [...each, 'organisaties.html', 'nood/respite.html', 'plaats/be-vlg.html', 'aanbod/vl-1712.html', 'aanbod/nl-luisterlijn.html'];

describe('the pages that need no script', () => {
  let browser;
  let server;
  let mirrored;
  before(async () => {
    browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'], chromiumSandbox: false });
    server = await serve(dist, 0, { rules });
    mirrored = await serve(dist, 0, { rules, rewrite: (page) => page.replace('<html ', '<html dir="rtl" ') });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await mirrored?.stop();
  });

  /** A page of its own; `seen` gathers requests and everything the console says. */
  const open = async (path, { at = server.address, ...context } = {}) => {
    const own = await browser.newContext({ reducedMotion: 'reduce', ...context });
    own.setDefaultTimeout(15_000);
    const page = await own.newPage();
    const seen = { requests: [], said: [] };
    page.on('request', (request) => seen.requests.push(request.url()));
    page.on('console', (message) => seen.said.push(message.text()));
    page.on('pageerror', (error) => seen.said.push(String(error)));
    await page.goto(`${at}/hulp/${path}`);
    return { page, seen, close: () => own.close() };
  };

  test('lead from the first page to an offer, a place and back, with scripts off', async () => {
    const { page, seen, close } = await open('', { javaScriptEnabled: false });
    const heading = () => page.locator('h1').innerText();
    await page.getByRole('link', { name: 'Op adem komen' }).click();
    assert.equal(await heading(), 'Op adem komen');
    await page.getByRole('link', { name: /^In Nederland/ }).click();
    assert.equal(new URL(page.url()).hash, '#nl');
    await page.locator('#nl').getByRole('link', { name: 'Zorgoppas voor kinderen met extra zorg' }).click();
    assert.equal(await heading(), 'Zorgoppas voor kinderen met extra zorg');
    assert.match(await page.locator('main').innerText(), /opnieuw nagekeken zijn/);
    await page.locator('main').getByRole('link', { name: 'Nederland' }).first().click();
    assert.equal(await heading(), 'Hulp in Nederland');
    await page.getByRole('link', { name: 'Noord-Holland' }).click();
    await page.getByRole('link', { name: 'Haarlem', exact: true }).click();
    assert.equal(await heading(), 'Hulp in de gemeente Haarlem');
    await page.getByRole('navigation', { name: 'U bent hier' }).getByRole('link', { name: 'Alle hulp' }).click();
    assert.equal(await heading(), 'Hulp voor wie voor iemand zorgt');
    assert.equal(await page.getByRole('link', { name: 'Is er direct gevaar? Bel 112.' }).getAttribute('href'), 'tel:112');
    const kinds = new Set(seen.requests.map((url) => new URL(url).pathname.replace(/.*(\.\w+|\/)$/, '$1')));
    assert.deepEqual([...kinds].sort(), ['.css', '.html', '/']);
    assert.deepEqual(seen.said, []);
    await close();
  });

  test('begin with a way to skip to what they are about', async () => {
    const { page, close } = await open('aanbod/vl-1712.html');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Naar de inhoud' });
    assert.ok(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), 'tel:1712');
    await close();
  });

  for (const [colorScheme, width, paths] of [['light', 1280, some], ['dark', 320, each]]) {
    test(`have nothing that axe objects to, when ${colorScheme} and ${width} wide`, async () => {
      for (const path of paths) {
        const { page, close } = await open(path, { colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(() => window.axe.run());
        assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path}: ${id}: ${html}`)), []);
        assert.ok(passes.some(({ id }) => id === 'color-contrast'), 'contrast was looked at');
        await close();
      }
    });
  }

  test('fit on 320 pixels, from either side, those with the longest words too', async () => {
    const all = readdirSync(`${dist}/hulp`, { recursive: true }).map(String).filter((path) => path.endsWith('.html'));
    assert.ok(all.length > 300);
    const words = (path) => readFileSync(`${dist}/hulp/${path}`, 'utf8').split('<body>')[1].replace(/<[^>]*>/g, ' ').split(/\s+/);
    const longest = new Map(all.map((path) => [path, Math.max(...words(path).map((word) => word.length))]));
    const paths = [...some, ...all.sort((one, other) => longest.get(other) - longest.get(one)).slice(0, 40)];
    const { page, seen, close } = await open('', { viewport: { width: 320, height: 640 } });
    for (const at of [server.address, mirrored.address]) {
      for (const path of paths) {
        await page.goto(`${at}/hulp/${path}`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${path} is ${width} wide`);
      }
    }
    assert.deepEqual(seen.said, []);
    await close();
  });

  test('are large enough to touch', async () => {
    for (const path of some) {
      const { page, close } = await open(path, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('a:not(.skip)')]
          .map((link) => ({ text: link.textContent, height: link.getBoundingClientRect().height, inText: getComputedStyle(link).display === 'inline' }))
          .filter(({ height, inText }) => !inText && height < 24),
      );
      assert.deepEqual(small, [], path);
      await close();
    }
  });

  test('have their style from a file too, and on paper no links to elsewhere in the folder', async () => {
    const own = await browser.newContext({ javaScriptEnabled: false });
    const page = await own.newPage();
    await page.goto(pathToFileURL(resolve(dist, 'hulp/aanbod/vl-1712.html')).href);
    const style = (selector, property) => page.locator(selector).evaluate((found, name) => getComputedStyle(found)[name], property);
    assert.equal(await style('body', 'backgroundColor'), 'rgb(255, 250, 246)');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await style('.crumbs', 'display'), 'none');
    assert.equal(await style('.step', 'display'), 'block');
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Alle hulp' }).click();
    assert.match(page.url(), /\/hulp\/index\.html$/);
    await own.close();
  });
});
