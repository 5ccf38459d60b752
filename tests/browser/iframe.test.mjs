// The iframe way: the widget in a sandboxed frame from another origin, in pages that allow as little as they can. What a
// sandbox takes away has to work all the same: calling, printing, files, copying, leaving.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { frames, headersOf } from '../../hosts/deploy/table.mjs';
import { executablePath, screen, until } from './browser.mjs';
import { serve } from './server.mjs';
import { walk } from './walk.mjs';

const dist = process.env.MANTELWIJZER_DIST ?? 'dist';
const { answers } = JSON.parse(readFileSync('catalogue/personas/father-in-law-with-dementia.json', 'utf8'));
const ready = readFileSync(join(dist, 'embed-snippet.html'), 'utf8').replace(/<!--.*?-->/gs, '');
const [frameTag, scriptTag] = [/<iframe.*<\/iframe>/, /<script.*<\/script>/].map((tag) => tag.exec(ready)[0]);
const HEIGHT = 1300;
const sandbox = /sandbox="([^"]*)"/.exec(frameTag)[1];

/** What a release's server says with embed.html: in a sandbox, 'self' has to mean the server all the same. */
const rules = headersOf('embed.html')['Content-Security-Policy'].replace(frames, '*').split('; ');

describe('in a frame', () => {
  let browser;
  let cdn;
  before(async () => {
    browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'], chromiumSandbox: false });
    cdn = await serve(dist, 0, { rules });
  });
  after(async () => {
    await browser?.close();
    await cdn?.stop();
  });

  const own = (tags) => tags.replaceAll(/https:\/\/cdn\.voorbeeld\.be\/mantel-wijzer\/[^/]+/g, cdn.address);

  /** A page of a host with these tags in it; `heard` is every message it gets. Far down the page, as on a real one. */
  const open = async (t, tags = ready, { allows = [`frame-src ${cdn.address}`, `script-src ${cdn.address}`], ...context } = {}) => {
    const body = `<!doctype html><html lang="nl"><title>Gemeente</title><link rel="icon" href="host-page.svg"><h1>Zorg</h1>${'<p>Tekst</p>'.repeat(30)}${own(tags)}${'<p>Tekst</p>'.repeat(30)}`;
    const policy = ["default-src 'none'", "style-src 'self'", "img-src 'self'", ...allows];
    const host = await serve(dist, 0, { rules: policy, rewrite: () => body });
    // Playwright clicks faster than a page scrolls, so the screen is as high as all there is.
    const viewport = { width: 900, height: 6000 };
    const room = await browser.newContext({ viewport, locale: 'nl-BE', reducedMotion: 'reduce', acceptDownloads: true, ...context });
    room.setDefaultTimeout(15_000);
    const page = await room.newPage();
    const seen = { said: [], heard: [] };
    page.on('console', (message) => seen.said.push(message.text()));
    page.on('pageerror', (error) => seen.said.push(String(error)));
    await page.exposeFunction('tellTest', (data) => seen.heard.push(data));
    await page.addInitScript(() => {
      if (window === top) addEventListener('message', ({ data, origin }) => window.tellTest({ ...data, origin }));
      else window.print = () => console.log('printed');
    });
    await page.goto(host.address);
    const frame = page.frameLocator('iframe').first();
    t.after(async () => {
      await room.close();
      await host.stop();
    });
    return { page, seen, frame, widget: frame.locator('mantel-wijzer'), tag: page.locator('iframe').first() };
  };

  const inside = (page) => page.frames().find((frame) => frame.url().includes('embed.html'));
  const heights = (page) => inside(page).evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  const fits = (page) => until(async () => {
    const [content, room] = await heights(page);
    return content === room && room !== HEIGHT;
  }, 'a frame as high as what is in it');

  test('a whole interview fits without a second scrollbar, and no answer gets out', async (t) => {
    const { page, seen, widget, tag } = await open(t);
    await tag.scrollIntoViewIfNeeded();
    await until(() => seen.heard.some(({ name }) => name === 'mantel-wijzer:ready'), 'the event ready', 15_000);
    assert.equal(await inside(page).evaluate(() => self.origin), 'null');
    await fits(page);
    await walk(widget, answers);
    await fits(page);
    const [high] = await heights(page);
    assert.ok(high > 1000, `results are long: ${high}`);
    const own = seen.heard.map(({ origin, ...message }) => (assert.equal(origin, 'null'), message));
    const known = new Set(['type', 'px', 'top', 'name', 'detail']);
    for (const message of own) {
      assert.match(message.type, /^mantel-wijzer:(height|arrive|event)$/);
      for (const key of Object.keys(message)) assert.ok(known.has(key), key);
    }
    const details = own.filter(({ detail }) => detail).map(({ name, detail }) => [name.split(':')[1], ...Object.keys(detail)].join(' '));
    assert.deepEqual([...new Set(details)].sort(), ['ready', 'results count', 'started', 'step index']);
    const text = JSON.stringify(own);
    for (const answer of Object.values(answers).flat().filter((answer) => answer && answer !== 'no')) assert.ok(!text.includes(answer), answer);
    assert.deepEqual(seen.said, []);
  });

  test('a page that allows no script has a frame of a fixed height that scrolls inside', async (t) => {
    const { page, seen, widget, tag } = await open(t, frameTag, { allows: [`frame-src ${cdn.address}`] });
    await tag.scrollIntoViewIfNeeded();
    await walk(widget, answers);
    const [content, room] = await heights(page);
    assert.equal(room, HEIGHT);
    assert.ok(content > room);
    assert.equal(await screen(widget), 'results');
    assert.deepEqual(seen.said, []);
  });

  test('the ready lines have a frame without a border, no style, and a number to call below', async (t) => {
    const { page, tag } = await open(t);
    assert.equal(await tag.evaluate((frame) => frame.clientLeft + frame.clientTop), 0);
    assert.doesNotMatch(ready, /style=/);
    assert.equal(await page.locator('iframe + p a[href="tel:106"]').count(), 1);
  });

  const ground = ['light', 'dark'];
  for (const [said, colorScheme, expected] of [
    ['', 'light', 'light'],
    ['', 'dark', 'light'],
    ['&amp;color-scheme=light+dark', 'light', 'light'],
    ['&amp;color-scheme=light+dark', 'dark', 'dark'],
    ['&amp;theme=gent', 'dark', 'light'],
  ]) {
    test(`on a ${colorScheme} screen it is ${expected} with '${said}' in its address`, async (t) => {
      const opened = await open(t, ready.replace('lang=nl-BE', `lang=nl-BE${said}`), { colorScheme });
      await opened.tag.scrollIntoViewIfNeeded();
      await opened.widget.locator('[data-action="start"]').waitFor();
      const found = await opened.widget.evaluate((element) => {
        const behind = document.body.appendChild(document.createElement('p'));
        const sum = (colour) => {
          const context = document.createElement('canvas').getContext('2d');
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
          return red + green + blue;
        };
        behind.style.color = 'CanvasText';
        return [sum(getComputedStyle(behind).color) > 382, sum(getComputedStyle(element.shadowRoot.querySelector('.title')).color) > 382];
      });
      assert.deepEqual(found.map((isLightInk) => ground[Number(isLightInk)]), [expected, expected]);
    });
  }

  const show = async (opened, action) => {
    await opened.tag.scrollIntoViewIfNeeded();
    await opened.widget.locator(`[data-action="${action}"]`).click();
  };

  // Without the host's rule for frames a plain link would do; with it, that link would put an error in the frame's place.
  const leave = 'allow-top-navigation-by-user-activation';
  for (const [name, tokens, called, complaint] of [
    ['can', sandbox, ['tel:112'], undefined],
    ["can't where the sandbox lacks our words", sandbox.replace(leave, ''), [], /Unsafe attempt to initiate navigation/],
  ]) {
    test(`a number ${name} be called, and the interview stays`, async (t) => {
      const opened = await open(t, ready.replace(sandbox, tokens));
      const { page, seen, widget } = opened;
      const asked = [];
      page.on('request', (request) => request.url().startsWith('tel:') && asked.push(request.url()));
      await show(opened, 'talk-now');
      await widget.locator('.talk a[href="tel:112"]').first().click();
      await until(() => asked.length + seen.said.length > 0, 'an answer to the click');
      assert.deepEqual(asked, called);
      if (complaint) assert.match(seen.said.join(), complaint);
      else assert.deepEqual(seen.said, []);
      assert.equal(await screen(widget), 'intro');
    });
  }

  /** To the plan, from which things can be taken along. */
  const toPlan = async (opened) => {
    await opened.tag.scrollIntoViewIfNeeded();
    await walk(opened.widget, answers);
    await opened.widget.locator('[data-offer] [data-action="keep"]:visible').first().click();
    await opened.widget.locator('nav [data-action="plan"]').click();
    await opened.widget.locator('[data-screen="plan"]').waitFor();
  };
  const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

  test('what one needs can be printed, kept as a file and copied', async (t) => {
    const opened = await open(t, ready, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, seen, widget } = opened;
    await toPlan(opened);
    await widget.locator('[data-action="print"]').first().click();
    await until(() => seen.said.length > 0, 'a print');
    assert.deepEqual(seen.said.splice(0), ['printed']);
    const [file] = await Promise.all([page.waitForEvent('download'), widget.locator('[data-action="download"]').first().click()]);
    assert.match(file.suggestedFilename(), /\.html$/);
    assert.match(readFileSync(await file.path(), 'utf8'), /<html lang="nl/);
    await widget.locator('[data-action="copy"]').first().click();
    await widget.locator('.news', { hasText: 'gekopieerd' }).waitFor();
    assert.match(await copied(page), /plan/i);
    assert.deepEqual(seen.said, []);
  });

  test('without leave to copy, it says so', async (t) => {
    const opened = await open(t, ready.replace(/ allow="[^"]*"/, ''), { permissions: ['clipboard-read', 'clipboard-write'] });
    await toPlan(opened);
    await opened.widget.locator('[data-action="copy"]').first().click();
    await opened.widget.locator('.news', { hasText: 'Kopiëren lukt hier niet' }).waitFor();
  });

  test("files are refused without the sandbox's leave, and this test would see it", async (t) => {
    const opened = await open(t, ready.replace(sandbox, 'allow-scripts allow-forms'));
    await toPlan(opened);
    await opened.widget.locator('[data-action="download"]').first().click();
    await until(() => opened.seen.said.some((said) => /Download is disallowed/.test(said)), 'the complaint');
  });

  test('the quick exit leaves the whole page', async (t) => {
    const opened = await open(t, ready.replace('lang=nl-BE', `lang=nl-BE&amp;exit-url=${encodeURIComponent(`${cdn.address}/host-page.svg`)}`));
    await show(opened, 'exit');
    await opened.page.waitForURL(`${cdn.address}/host-page.svg`);
    assert.equal(opened.page.frames().length, 1);
  });

  test('the address says how the widget is and looks, and nothing else', async (t) => {
    const said = 'lang=nl-NL&amp;place=be-nis-44021&amp;heading-level=3&amp;theme=vlaanderen&amp;button=%23123456&amp;round=4px&amp;ground=url(x)&amp;onclick=x&amp;catalogue=https%3A%2F%2Fexample.org%2Fnl.json';
    const opened = await open(t, ready.replace('lang=nl-BE', said));
    const { page, seen, widget, tag } = opened;
    await tag.scrollIntoViewIfNeeded();
    await until(() => seen.heard.some(({ name }) => name === 'mantel-wijzer:ready'), 'the event ready', 15_000);
    const found = await widget.evaluate((element) => ({
      attributes: element.getAttributeNames().sort(),
      lang: document.documentElement.lang,
      button: getComputedStyle(element.shadowRoot.querySelector('.primary')).backgroundColor,
      main: getComputedStyle(element).getPropertyValue('--mantel-wijzer-main'),
      heading: element.shadowRoot.querySelector('.title').localName,
    }));
    assert.deepEqual(found, { attributes: ['heading-level', 'lang', 'place', 'style'], lang: 'nl-NL', button: 'rgb(18, 52, 86)', main: '#0055cc', heading: 'h3' });
    assert.deepEqual(seen.said, [
      'mantel-wijzer: catalogue has to lie beside embed.html, not at https://example.org/nl.json',
      "mantel-wijzer: ground can't be url(x)",
    ]);
    await widget.locator('[data-action="start"]').click();
    const first = await widget.locator('[data-question]').first().getAttribute('data-question');
    assert.notEqual(first, 'carer-place', 'the place is known');
    assert.equal(page.frames().length, 2);
  });

  test('only the frame itself is heard, and only within reason', async (t) => {
    const { page, seen, tag } = await open(t, `${ready}<iframe id="other" src="{}/host-page.svg"></iframe>`.replace('{}', cdn.address));
    await tag.scrollIntoViewIfNeeded();
    await until(() => seen.heard.some(({ name }) => name === 'mantel-wijzer:ready'), 'the event ready', 15_000);
    await fits(page);
    const state = () => tag.evaluate((frame) => [frame.getAttribute('style'), scrollY, document.querySelector('#other').getAttribute('style')]);
    const before = await state();
    const absurd = [-1, 1e9, Infinity, NaN, '500', '100%', 'calc(1px)', null, {}, [500], [5e5]];
    for (const px of absurd) {
      for (const told of [{ type: 'mantel-wijzer:height', px }, { type: 'mantel-wijzer:arrive', top: px }])
        await inside(page).evaluate((told) => parent.postMessage(told, '*'), told);
    }
    for (const data of [null, 'mantel-wijzer:height', { type: 5 }, { type: 'height', px: 900 }]) await inside(page).evaluate((data) => parent.postMessage(data, '*'), data);
    const other = page.frames().find((frame) => frame.url().includes('svg'));
    await other.evaluate(() => parent.postMessage({ type: 'mantel-wijzer:height', px: 900 }, '*'));
    await page.evaluate(() => postMessage({ type: 'mantel-wijzer:height', px: 900 }, '*'));
    await page.waitForTimeout(300);
    assert.deepEqual(await state(), before);
    assert.deepEqual(seen.said, []);
    await inside(page).evaluate(() => parent.postMessage({ type: 'mantel-wijzer:height', px: 900 }, '*'));
    await until(async () => (await state())[0] === 'height: 900px;', 'a height from the frame itself');
  });

  test('several frames, one that comes later, a script twice and a module: each as high as it has to be', async (t) => {
    const eager = frameTag.replace('loading="lazy"', '');
    const module = scriptTag.replace(' async', ' type="module"');
    const { page, seen } = await open(t, `${module}${scriptTag}${eager}${eager.replace('nl-BE', 'nl-NL')}`);
    const calm = () => page.frames().slice(1).map((frame) => frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]));
    const all = (count) => until(async () => {
      const found = await Promise.all(calm());
      return found.length === count && found.every(([content, room]) => content === room);
    }, `${count} frames that fit`, 15_000);
    await all(2);
    await page.evaluate(() => document.body.append(document.querySelector('iframe').cloneNode()));
    await all(3);
    assert.deepEqual(seen.said, []);
  });

  test('a new screen is in sight, however far down one was, and events happen on the frame', async (t) => {
    const { page, widget, tag } = await open(t);
    await tag.scrollIntoViewIfNeeded();
    const counted = page.evaluate(() => new Promise((done) => document.addEventListener('mantel-wijzer:results', ({ target, detail }) => done([target.localName, detail.count > 0]))));
    await walk(widget, answers);
    assert.deepEqual(await counted, ['iframe', true]);
    await page.setViewportSize({ width: 500, height: 500 });
    const top = () => tag.evaluate((frame) => Math.round(frame.getBoundingClientRect().top));
    await tag.evaluate((frame) => window.scrollTo(0, frame.getBoundingClientRect().top + scrollY + 900));
    assert.equal(await top(), -900);
    const press = (action) => widget.locator(`[data-action="${action}"]`).first().evaluate((button) => button.click());
    await press('review');
    await widget.locator('[data-screen="review"]').waitFor();
    await until(async () => (await top()) === 0, 'the top of the screen');
    // Chromium scrolls by itself there; what other browsers leave to the page around, alone.
    const arrive = (scrolled, message) => tag.evaluate((frame, scrolled) => window.scrollTo(0, frame.getBoundingClientRect().top + scrollY + scrolled), scrolled)
      .then(() => inside(page).evaluate((top) => parent.postMessage({ type: 'mantel-wijzer:arrive', top }, '*'), message));
    for (const [scrolled, message, expected] of [[300, 0, 0], [-200, 0, 200], [-600, 0, 0], [0, 700, -700], [300, 400, -300]]) {
      await arrive(scrolled, message);
      await page.waitForTimeout(200);
      assert.equal(await top() + 0, expected, `${scrolled}, ${message}`);
    }
  });

  test('a frame that is not in sight yet has its height already', async (t) => {
    const { tag } = await open(t, ready.replace('loading="lazy"', ''), { viewport: { width: 900, height: 300 } });
    await until(() => tag.evaluate((frame) => /^height: \d+px;$/.test(frame.getAttribute('style'))), 'a height');
  });

  test('without scripts in the frame there are numbers and a way to all help', async (t) => {
    const { seen, frame, tag } = await open(t, frameTag.replace('allow-scripts ', ''), { allows: [`frame-src ${cdn.address}`] });
    await tag.scrollIntoViewIfNeeded();
    const text = await frame.locator('main').innerText();
    for (const words of ['112', '106', '088 0767 000', 'alle hulp', 'JavaScript']) assert.ok(text.includes(words), `${words} in ${text}`);
    assert.ok(seen.said.every((said) => /sandbox/.test(said)), seen.said.join());
  });

  test('the script for the page around is small', () => {
    assert.ok(brotliCompressSync(readFileSync(join(dist, 'embed.js'))).length <= 1000);
  });
});
