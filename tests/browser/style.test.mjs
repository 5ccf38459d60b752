// The host's own style: presets that can be read, light and dark, tokens of the NL Design System, and CSS that means no good.
// MANTELWIJZER_DIST: another folder than `dist`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { executablePath } from './browser.mjs';
import { serve } from './server.mjs';
import { answers } from './tour.mjs';
import { answerScreen, walk } from './walk.mjs';

const dist = process.env.MANTELWIJZER_DIST ?? 'dist';
const presets = 'hosts/presets';

let browser, server;
before(async () => {
  browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'], chromiumSandbox: false });
  server = await serve(dist);
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** The demo page with this CSS of the page instead of its own. */
async function open(css, { dir = 'ltr', ...context } = {}) {
  const own = await browser.newContext({ locale: 'nl-BE', timezoneId: 'UTC', reducedMotion: 'reduce', ...context });
  own.setDefaultTimeout(15_000);
  const page = await own.newPage();
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00Z'));
  await page.addInitScript(() => {
    document.addEventListener('mantel-wijzer:ready', () => (document.documentElement.dataset.ready = ''));
  });
  await page.route('**/host-page.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
  await page.route(`${server.address}/`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replace('<html ', `<html dir="${dir}" `)
      .replace('<mantel-wijzer ', `<mantel-wijzer loading="eager" exit-url="https://example.org/" `);
    await route.fulfill({ response, body });
  });
  await page.goto(server.address);
  const widget = page.locator('mantel-wijzer').first();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return { page, widget, close: () => own.close() };
}

/** Texts that are too faint on what they stand on, and inputs whose edge is. */
const faint = (widget) =>
  widget.evaluate((element) => {
    const numbers = (text) => (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const parse = (text) => {
      const [red, green, blue, alpha = 1] = numbers(text.replace(/^color\(srgb/, '('));
      const scale = text.startsWith('color(') ? 1 : 255;
      return { channels: [red, green, blue].map((channel) => channel / scale), alpha };
    };
    const over = ({ channels, alpha }, under) => channels.map((channel, at) => channel * alpha + under[at] * (1 - alpha));
    const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
    const ground = (node) => {
      if (!node) return [1, 1, 1];
      const color = parse(getComputedStyle(node).backgroundColor);
      return color.alpha === 1 ? color.channels : over(color, ground(parent(node)));
    };
    const light = (channels) => {
      const [red, green, blue] = channels.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const root = element.shadowRoot;
    const found = [];
    let looked = 0;
    const note = (ratio, least, what) => {
      looked += 1;
      if (ratio < least) found.push(`${ratio.toFixed(2)} ${what}`);
    };
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const holder = text.parentElement;
      if (!text.data.trim() || !holder.checkVisibility({ visibilityProperty: true })) continue;
      const behind = ground(holder);
      note(contrast(over(parse(getComputedStyle(holder).color), behind), behind), 4.5, text.data.trim().slice(0, 40));
    }
    for (const input of root.querySelectorAll('input, select, textarea')) {
      if (!input.checkVisibility()) continue;
      const around = ground(parent(input));
      note(contrast(over(parse(getComputedStyle(input).borderTopColor), around), around), 3, `${input.type} ${input.name || input.id}`);
    }
    return { looked, found };
  });

/** What a reader meets first, and longest: the intro with its panel, a question with an answer, the results. */
async function* stops(widget) {
  await widget.locator('[data-action="talk-now"]').click();
  yield 'intro';
  await widget.locator('[data-action="start"]').click();
  await widget.locator('[data-screen="question"] input').first().waitFor();
  yield 'question';
  await answerScreen(widget, answers);
  await widget.locator('[data-screen="question"] input[type="radio"]').first().check({ force: true });
  yield 'question, answered';
  await widget.page().evaluate(() => document.querySelector('mantel-wijzer').restart());
  await widget.locator('[data-screen="intro"]').waitFor();
  await walk(widget, { ...answers, worries: ['own-suicidal-thoughts'] });
  yield 'results';
}

const theme = (tokens) => `body { ${Object.entries(tokens).map(([name, value]) => `--${name}: ${value};`).join(' ')} }`;

/** Themes that give a part only, or for one scheme only: what they leave open must fit what they give. */
const looks = {
  ...Object.fromEntries(readdirSync(presets).map((name) => [name, readFileSync(`${presets}/${name}`, 'utf8')])),
  'ours alone': '',
  'ours, on a page for light and dark': ':root { color-scheme: light dark; }',
  'one light colour': theme({ 'mantel-wijzer-main': '#00508c' }),
  'a dark set': theme({ 'mantel-wijzer-ground': '#101820', 'mantel-wijzer-ink': '#f0f4f8' }),
  'dark, on a light page': theme({ 'mantel-wijzer-color-scheme': 'dark' }),
  'a theme of the NL Design System': theme({
    'utrecht-document-background-color': '#fff',
    'utrecht-document-color': '#222',
    'utrecht-link-color': '#004699',
    'utrecht-button-primary-action-background-color': '#fc0',
    'utrecht-button-primary-action-color': '#000',
    'utrecht-button-border-radius': '0',
  }),
  'links of the NL Design System only': theme({ 'utrecht-link-color': '#154273' }),
};

/** Every way of looking at it, light and dark, on each screen: style alone, so one walk will do. */
test('every text can be read, in every theme, light and dark', { timeout: 120_000 }, async () => {
  const { page, widget, close } = await open('');
  const wear = (css) =>
    page.evaluate((css) => {
      window.worn ??= document.adoptedStyleSheets[document.adoptedStyleSheets.push(new CSSStyleSheet()) - 1];
      window.worn.replaceSync(css);
    }, css);
  for await (const stop of stops(widget)) {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const [name, css] of Object.entries(looks)) {
        await wear(css);
        const { looked, found } = await faint(widget);
        const where = `${stop}, ${name}, ${colorScheme}`;
        assert.ok(looked > 5, `${where}: ${looked} texts`);
        assert.deepEqual(found, [], where);
      }
    }
  }
  await close();
});

/** What the widget's own box, type and buttons come out as. */
const computed = (widget) =>
  widget.evaluate((element) => {
    const names = ['color', 'font', 'letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-indent', 'text-shadow', 'white-space', 'direction', 'visibility', 'writing-mode', 'display', 'background-color', 'inline-size'];
    const nodes = ['.widget', '.screen', '.title', '.primary', '.door', '.hint', '.promise p'];
    return nodes.map((selector) => {
      const style = getComputedStyle(element.shadowRoot.querySelector(selector));
      return [selector, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
    });
  });

// Square, so that no corner shows the page.
const still = 'html { --mantel-wijzer-round: 0px; } body { margin: 0; } main > :not(.wide), header, footer, .skip { display: none; } mantel-wijzer { background: #fff; display: block; }';
const hostile = `html { --mantel-wijzer-round: 0px; } * { all: unset !important; display: block !important; color: red !important; font: italic 900 40px/1 cursive !important;
  letter-spacing: 1em !important; word-spacing: 1em !important; text-transform: uppercase !important; text-align: right !important;
  text-indent: 3em !important; text-shadow: 0 0 9px red !important; white-space: nowrap !important; direction: rtl !important;
  box-sizing: content-box !important; background: #111 !important; border-radius: 0 !important;
  cursor: none !important; list-style: square !important; line-height: 1 !important; quotes: none !important; }
  html { font-size: 16px !important; } mantel-wijzer { background: #fff !important; }
  head, header, footer, .skip, main > :not(.wide) { display: none !important; }`;

/** The page's CSS, and what else is unfriendly about it. `same` is what the widget must look like all the same. */
const pages = [
  { name: '* { … !important }', css: hostile },
  { name: 'a root of 62.5 %', css: `${still} html { font-size: 62.5%; }` },
  { name: 'a root of 10 px, in vain', css: `${still} html, body, main, mantel-wijzer { font-size: 10px !important; }` },
  { name: 'written from right to left', css: still, dir: 'rtl' },
  { name: 'custom properties by our names', css: `${still} :root { --ink: red; --main: red; --line: red; --s4: 99px; --small: 99px; }` },
  { name: 'a dark page that says nothing of it', css: `${still} :root { background: #000; color: #fff; }` },
];

for (const { name, css, dir } of pages) {
  test(`the widget stays as it is: ${name}`, async () => {
    const options = { viewport: { width: 720, height: 900 } };
    const calm = await open(still, options);
    const rough = await open(css, { ...options, dir });
    assert.deepEqual(await computed(rough.widget), await computed(calm.widget));
    // Whole pixels only: through half of one the page shows.
    const shot = async (widget) => {
      const { x, y, width, height } = await widget.locator('.screen').boundingBox();
      const clip = { x, y, width: Math.floor(width), height: Math.floor(height) - 1 };
      return widget.page().screenshot({ animations: 'disabled', fullPage: true, clip });
    };
    assert.ok((await shot(rough.widget)).equals(await shot(calm.widget)), 'other pixels');
    await Promise.all([calm.close(), rough.close()]);
  });
}

test('the widget is as light or dark as the page', async () => {
  const cases = [
    ['', 'dark', false],
    [':root { color-scheme: light dark; }', 'dark', true],
    [':root { color-scheme: light dark; }', 'light', false],
    [':root { color-scheme: dark; }', 'light', true],
    [':root { color-scheme: light dark; --mantel-wijzer-color-scheme: light; }', 'dark', false],
  ];
  for (const [css, colorScheme, isDark] of cases) {
    const { widget, close } = await open(css, { colorScheme });
    const ground = await widget.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.screen')).backgroundColor);
    const [red] = ground.match(/[\d.]+/g).map(Number);
    assert.equal(red < 0.5, isDark, `${css} ${colorScheme}: ${ground}`);
    await close();
  }
});

test('the page decides whether the widget is seen', async () => {
  const sights = { 'mantel-wijzer { display: none; }': false, 'main { visibility: hidden; }': false, 'main { display: grid; }': true };
  for (const [css, isWanted] of Object.entries(sights)) {
    const { widget, close } = await open(css);
    const isSeen = await widget.evaluate((element) =>
      element.shadowRoot.querySelector('.title').checkVisibility({ visibilityProperty: true }),
    );
    assert.equal(isSeen, isWanted, css);
    await close();
  }
});

test('larger type of the reader makes the widget larger, and nothing falls out of it', async () => {
  const size = async (css) => {
    const { page, widget, close } = await open(css, { viewport: { width: 360, height: 740 } });
    const found = await widget.evaluate((element) => ({
      type: parseFloat(getComputedStyle(element.shadowRoot.querySelector('.lead')).fontSize),
      gap: parseFloat(getComputedStyle(element.shadowRoot.querySelector('.promise')).paddingTop),
    }));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    await close();
    return { ...found, wide };
  };
  const [usual, large] = [await size(still), await size(`${still} html { font-size: 200%; }`)];
  assert.equal(large.type, usual.type * 2);
  assert.equal(large.gap, usual.gap * 2);
  assert.ok(large.wide <= 360, `${large.wide} px wide`);
});

test('zoom by CSS and a narrow column leave nothing outside the page', async () => {
  for (const css of [`${still} body { zoom: 1.5; }`, `${still} mantel-wijzer { inline-size: 280px; }`, hostile]) {
    const { widget, close } = await open(css, { viewport: { width: 480, height: 800 } });
    for await (const stop of stops(widget)) {
      const out = await widget.evaluate((element) => {
        const frame = element.shadowRoot.querySelector('.screen').getBoundingClientRect();
        const nodes = [...element.shadowRoot.querySelectorAll('.screen :is(p, a, button, h2, h3, label, summary, input)')];
        const isOut = ({ left, right, width }) => width > 2 && (left < frame.left - 1 || right > frame.right + 1);
        return nodes.filter((node) => node.checkVisibility() && isOut(node.getBoundingClientRect())).map((node) => node.textContent.slice(0, 40));
      });
      assert.deepEqual(out, [], `${css.slice(0, 60)} ${stop}`);
    }
    await close();
  }
});
