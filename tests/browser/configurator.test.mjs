// The configurator, as a web editor walks through it; and what comes out of it, on a page of another origin that holds
// nothing else and allows nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { headersOf } from '../../hosts/deploy/table.mjs';
import { executablePath, until } from './browser.mjs';
import { serve } from './server.mjs';

const dist = process.env.MANTELWIJZER_DIST ?? 'dist';
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const rules = headersOf('configurator.html')['Content-Security-Policy'].split('; ');

describe('the configurator', () => {
  let browser;
  let cdn;
  let frames;
  before(async () => {
    browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'], chromiumSandbox: false });
    cdn = await serve(dist, 0, { rules });
    frames = await serve(dist, 0, { rules: headersOf('embed.html')['Content-Security-Policy'].replace('FRAMES', '*').split('; ') });
  });
  after(async () => {
    await browser?.close();
    await cdn?.stop();
    await frames?.stop();
  });

  const visit = async (t, address, context = {}) => {
    const room = await browser.newContext({ locale: 'nl-BE', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, ...context });
    room.setDefaultTimeout(15_000);
    t.after(() => room.close());
    const page = await room.newPage();
    const seen = { said: [], requests: [] };
    page.on('console', (message) => seen.said.push(message.text()));
    page.on('pageerror', (error) => seen.said.push(String(error)));
    page.on('request', (request) => seen.requests.push(request.url()));
    await page.goto(address);
    return { page, seen, widget: page.locator('mantel-wijzer') };
  };

  const open = async (t, context) => {
    const opened = await visit(t, `${cdn.address}/configurator.html`, context);
    const { page } = opened;
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await opened.widget.locator('[data-action="start"]').waitFor();
    return { ...opened, text: (id) => page.locator(`#${id}`).textContent() };
  };

  const choosePlace = async (page, typed, id) => {
    await page.getByRole('combobox', { name: 'Waar wonen uw bezoekers?' }).fill(typed);
    await page.locator(`#places [data-region="${id}"]`).click();
  };
  const typed = (page, name) => page.getByRole('textbox', { name: new RegExp(`^${name}[^:]*$`) });
  const shown = (widget, selector, property) =>
    widget.evaluate((element, [selector, property]) => getComputedStyle(element.shadowRoot.querySelector(selector))[property], [selector, property]);

  /** A page of exactly what was copied, and what it shows. */
  const paste = async (t, { lines, style, policy }) => {
    const sheet = style ? '<link rel="stylesheet" href="host-page.css">' : '';
    const body = `<!doctype html><html lang="nl"><head><title>Gemeente</title><link rel="icon" href="host-page.svg">${sheet}</head><body><h1>Zorg</h1>${lines}</body></html>`;
    const host = await serve(dist, 0, { rules: ["default-src 'none'", "style-src 'self'", "img-src 'self'", policy], rewrite: () => body });
    t.after(() => host.stop());
    const room = await browser.newContext({ viewport: { width: 1000, height: 3000 } });
    t.after(() => room.close());
    await room.route('**/host-page.css', (route) => route.fulfill({ contentType: 'text/css', body: style }));
    const page = await room.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(host.address);
    return { page, said };
  };

  test('what it gives makes a page of another origin show the widget as it was chosen', async (t) => {
    const { page, seen, widget, text } = await open(t);
    const before = await page.evaluate(() => [location.href, history.length]);
    await choosePlace(page, 'gen', 'be-nis-44021');
    await page.getByLabel('Taal').selectOption('nl-BE');
    await page.locator('.preset', { hasText: 'Gent' }).click();
    await typed(page, 'Knop').fill('#005A3c');
    await typed(page, 'Tekst op de knop').fill('fff');
    await page.getByLabel(/^Naam van uw dienst/).fill('Huis "A & B"');
    await page.getByLabel(/^Telefoonnummer/).fill('00 000 00 00');
    await until(async () => (await text('lines')).includes('tel:000000000'), 'the lines');
    assert.equal(await shown(widget, '.primary', 'backgroundColor'), 'rgb(0, 90, 60)');
    assert.equal(await widget.getAttribute('place'), 'be-nis-44021');
    const taken = { lines: await text('lines'), style: await text('style'), policy: await text('policy') };
    assert.equal(taken.policy, `script-src ${cdn.address} 'wasm-unsafe-eval'; connect-src ${cdn.address}`);
    assert.match(taken.lines, /^<mantel-wijzer lang="nl-BE" place="be-nis-44021">\n {2}<p>/);
    assert.ok(taken.lines.includes('Huis &#34;A &#38; B&#34;, <a href="tel:000000000">00 000 00 00</a>'));
    assert.match(taken.style, /--mantel-wijzer-button: #005a3c;/);
    assert.match(taken.style, /--mantel-wijzer-color-scheme: light;/);
    assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before);
    assert.ok(seen.requests.every((url) => url.startsWith(cdn.address)), seen.requests.join());
    assert.deepEqual(seen.said, []);

    const { page: pasted, said } = await paste(t, taken);
    const there = pasted.locator('mantel-wijzer');
    await there.locator('[data-action="start"]').click();
    const question = there.locator('[data-screen="question"] [data-question]').first();
    assert.notEqual(await question.getAttribute('data-question'), 'carer-place', 'the place is known');
    assert.equal(await shown(there, '.primary', 'backgroundColor'), 'rgb(0, 90, 60)');
    assert.equal(await shown(there, '.primary', 'color'), 'rgb(255, 255, 255)');
    assert.deepEqual(said, []);
  });

  test('a frame brings its place and its colours in its address, with and without a script', async (t) => {
    const { page, seen, text } = await open(t);
    await choosePlace(page, '1012', 'nl-gm0363');
    assert.equal(await page.getByLabel('Taal').inputValue(), 'nl-NL', 'the words go with the country');
    await page.locator('.preset', { hasText: 'Amsterdam' }).click();
    await page.getByLabel(/In een frame/).check();
    await page.getByLabel('Waar staan de bestanden?').fill(frames.address);
    await until(async () => (await text('lines')).includes('theme=amsterdam'), 'the address');
    await typed(page, 'Accent').fill('#7a0000');
    await page.getByRole('slider').fill('6');
    await until(async () => (await text('lines')).includes('round=6px'), 'the address');
    assert.ok(await page.locator('#style-frame').isVisible());
    const taken = { lines: await text('lines'), policy: await text('policy') };
    assert.equal(taken.policy, `frame-src ${frames.address}; script-src ${frames.address}`);
    assert.ok(!taken.lines.includes('theme='), 'with a colour of its own the theme is written out');
    await page.getByLabel(/klein script/).uncheck();
    await until(async () => !(await text('lines')).includes('<script'), 'lines without a script');
    assert.equal(await text('policy'), `frame-src ${frames.address}`);
    assert.deepEqual(seen.said, []);

    const { page: pasted, said } = await paste(t, taken);
    const there = pasted.frameLocator('iframe').locator('mantel-wijzer');
    await there.locator('[data-action="start"]').click();
    const question = there.locator('[data-screen="question"] [data-question]').first();
    assert.notEqual(await question.getAttribute('data-question'), 'carer-place');
    assert.equal(await shown(there, '.primary', 'backgroundColor'), 'rgb(122, 0, 0)');
    assert.equal(await shown(there, '.primary', 'borderTopLeftRadius'), '6px');
    assert.deepEqual(said, []);
  });

  test('it says in words whether a colour can be read, and offers one that can', async (t) => {
    const { page } = await open(t);
    const words = page.locator('#verdict-main');
    const warning = page.locator('#style-warning');
    assert.ok(await warning.isHidden());
    assert.match(await words.innerText(), /^Goed leesbaar: contrast \d+,\d op 1\.$/);
    await typed(page, 'Accent').fill('#ffd700');
    await until(async () => /Te weinig contrast: 1,\d op 1/.test(await words.innerText()), 'a warning');
    assert.match(await warning.innerText(), /‘Accent’/);
    await words.getByRole('button').click();
    await until(async () => /Goed leesbaar: contrast 4,\d/.test(await words.innerText()), 'a colour that can be read');
    await page.getByRole('button', { name: 'Accent terugzetten' }).click();
    await warning.waitFor({ state: 'hidden' });
    await until(async () => (await page.locator('#style').textContent()).startsWith('@media (scripting: enabled) {'), 'nothing but room');
  });

  test('dark is only for who asks for it, and never with colours of a light page', async (t) => {
    const { page, widget, text } = await open(t, { colorScheme: 'dark' });
    const ink = () => shown(widget, '.title', 'color');
    const follow = page.getByLabel(/Volgt de bezoeker/);
    const light = await ink();
    assert.ok(!(await text('style')).includes('color-scheme'));
    await follow.check();
    await until(async () => (await text('style')).includes('--mantel-wijzer-color-scheme: light dark;'), 'the style');
    assert.notEqual(await ink(), light);
    await page.getByLabel(/In een frame/).check();
    await until(async () => (await text('lines')).includes('color-scheme=light+dark'), 'the address');
    await page.locator('.preset', { hasText: 'Gent' }).click();
    await until(async () => (await text('lines')).includes('theme=gent'), 'the theme');
    assert.ok(!(await text('lines')).includes('color-scheme'));
    assert.ok(await follow.isDisabled());
    assert.ok(await page.locator('#scheme-stays').isVisible());
  });

  for (const [how, context, address] of [
    ['opened out of a folder', {}, () => pathToFileURL(resolve(dist, 'configurator.html')).href],
    ['without scripts', { javaScriptEnabled: false }, () => `${cdn.address}/configurator.html`],
  ]) {
    test(`${how} it says so at once, and shows nothing that can't work`, async (t) => {
      const { page } = await visit(t, address(), context);
      assert.match(await page.locator('#stuck').innerText(), /werkt hier niet/);
      assert.deepEqual(await page.locator('main, .take, .way').evaluateAll((parts) => parts.map((part) => part.checkVisibility())), [false, false, false]);
    });
  }

  test('by keys alone: a place by name, a preset, a text copied', async (t) => {
    const { page, text } = await open(t, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('combobox', { name: 'Waar wonen uw bezoekers?' }).focus();
    await page.keyboard.type('oost-vl');
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('#place').getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).getAttribute('data-region'), 'be-vov');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#place').inputValue(), 'Oost-Vlaanderen');
    await page.locator('[name="preset"]').first().focus();
    await page.keyboard.press('ArrowDown');
    await until(async () => (await text('style')).includes('mantel-wijzer {'), 'the style of the preset');
    await until(async () => (await text('lines')).includes('place="be-vov"'), 'the place');
    await page.getByRole('button', { name: 'Kopieer de regels voor uw pagina' }).press('Enter');
    await page.locator('#news', { hasText: 'Gekopieerd' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text('lines'));
  });

  test('without a clipboard the text is selected', async (t) => {
    const { page, text } = await open(t);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Kopieer de regel voor de beveiliging' }).click();
    await page.locator('#news', { hasText: 'Ctrl en C' }).waitFor();
    assert.equal(await page.evaluate(() => String(getSelection())), await text('policy'));
  });

  test('the languages to choose from stand on the page and in the address of the frame, and above the example', async (t) => {
    const { page, widget, text } = await open(t);
    const others = page.getByRole('group', { name: 'Andere talen om uit te kiezen' });
    await others.getByLabel('Frans').check();
    await others.getByLabel('Arabisch').check();
    await until(async () => (await text('lines')).includes('languages="nl-BE fr ar"'), 'the list');
    assert.ok(await others.getByLabel('Nederlands (België)').isDisabled(), 'that one is there already');
    await widget.locator('[data-action="language"] option').nth(2).waitFor({ state: 'attached' });
    await page.locator('#lang').selectOption('fr');
    await until(async () => (await text('lines')).includes('languages="fr ar"'), 'French only once');
    await page.getByLabel(/In een frame/).check();
    await until(async () => (await text('lines')).includes('languages=fr+ar'), 'the address');
  });

  test('a wrong address is told, and the quick exit of the example leads nowhere', async (t) => {
    const { page, widget, text } = await open(t);
    await page.getByLabel(/snelle uitweg/).fill('javascript:alert(1)');
    await page.locator('#exit-problem', { hasText: 'geen webadres' }).waitFor();
    assert.ok(!(await text('lines')).includes('exit-url'));
    await page.getByLabel(/snelle uitweg/).fill('');
    await page.locator('#exit-problem:empty').waitFor({ state: 'attached' });
    await page.getByLabel(/snelle uitweg/).fill('gmail');
    await page.locator('#exit-problem', { hasText: 'geen webadres' }).waitFor();
    assert.ok(!(await text('lines')).includes('exit-url'));
    await page.getByLabel(/snelle uitweg/).fill('www.voorbeeld.be');
    await until(async () => (await text('lines')).includes('exit-url="https://www.voorbeeld.be/"'), 'the exit');
    await page.locator('#exit-problem:empty').waitFor({ state: 'attached' });
    await widget.locator('[data-action="exit"]').click();
    await page.locator('#news', { hasText: 'In dit voorbeeld niet' }).waitFor();
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    assert.equal(page.url(), `${cdn.address}/configurator.html`);
    await page.getByLabel('Waar staan de bestanden?').fill('cdn.voorbeeld.be/mantel-wijzer/1.0.0');
    await until(async () => (await text('lines')).includes('src="https://cdn.voorbeeld.be/mantel-wijzer/1.0.0/mantel-wijzer.js"'), 'the address');
    assert.equal(await text('policy'), "script-src https://cdn.voorbeeld.be 'wasm-unsafe-eval'; connect-src https://cdn.voorbeeld.be");
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 360, 1280]) {
      test(`has nothing that axe objects to, ${colorScheme}, ${width} wide`, async (t) => {
        const { page } = await open(t, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
        const look = async (part = 'html') => {
          const { violations } = await page.evaluate((part) => window.axe.run(part), part);
          assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]), []);
          const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(content <= room, `${content} in ${room}`);
        };
        await page.evaluate(axe);
        await look();
        await page.getByLabel(/In een frame/).check();
        await typed(page, 'Tekst op de achtergrond').fill('#dddddd');
        await page.locator('#style-warning').waitFor();
        await look('.take');
        await typed(page, 'Tekst op de achtergrond').fill('#222222');
        await page.locator('.verdict[data-good="false"]').first().waitFor({ state: 'detached' });
        await page.getByRole('combobox', { name: 'Waar wonen uw bezoekers?' }).fill('gent');
        await page.locator('#places li').first().waitFor();
        await look();
      });
    }
  }
});
