// Whatever goes wrong, the visitor sees who to call and what the host page wrote.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { start, until } from './browser.mjs';
import { policy } from './server.mjs';

const wasm = '**/mantel-wijzer_bg.wasm';
const app = '**/mantel-wijzer_app.js*';
const words = '**/catalogue/nl-BE.json';
const status = (pattern, code) => (page) => page.route(pattern, (route) => route.fulfill({ status: code }));
const withPolicy = (change) => (page) =>
  page.route('**/', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': policy.map(change).join('; ') };
    await route.fulfill({ response, headers });
  });
const tampered = (pattern) => (page) =>
  page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from('\n ')]) });
  });
const dropped = (pattern) => (page) => page.route(pattern, (route) => route.abort());
/** A catalogue of the page's own is held to no hash. */
const own = (text) => async (page) => {
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<mantel-wijzer', '<mantel-wijzer catalogue="own/nl.json"') });
  });
  await page.route('**/own/places.json', (route) => route.fulfill({ path: 'dist/catalogue/places.json' }));
  await page.route('**/own/nl.json', (route) => route.fulfill({ contentType: 'application/json', body: text }));
};

const cases = [
  ['the Wasm is missing', 'wasm-missing', status(wasm, 404)],
  ['the server of the Wasm is ill', 'wasm-missing', status(wasm, 503)],
  ['the Wasm is not ours', 'wasm-blocked', tampered(wasm)],
  ['the network drops the Wasm', 'wasm-blocked', dropped(wasm)],
  ['the page forbids Wasm', 'wasm-blocked', withPolicy((rule) => rule.replace(" 'wasm-unsafe-eval'", ''))],
  ['the page forbids connections', /^(wasm|catalogue)-blocked$/, withPolicy((rule) => rule.replace("connect-src 'self'", "connect-src 'none'"))],
  ['the script is missing', 'app-missing', status(app, 404)],
  ['the script is not ours', 'app-blocked', tampered(app)],
  ['the network drops the script', 'app-blocked', dropped(app)],
  ['the catalogue is missing', 'catalogue-missing', status(words, 404)],
  ['the catalogue is not ours', 'catalogue-blocked', tampered(words)],
  ['the places are missing', 'catalogue-missing', status('**/catalogue/places.json', 404)],
  ['the catalogue is no JSON', 'catalogue-unreadable', own('<html>Even geduld</html>')],
  ['the catalogue is empty', 'catalogue-unreadable', own('')],
  ['the catalogue is of another kind', 'catalogue-unreadable', own('{"format":1,"news":[]}')],
  ['the catalogue is newer than the widget', 'catalogue-unreadable', own('{"format":2}')],
  ['the catalogue is deeply nested', 'catalogue-unreadable', own('['.repeat(500_000))],
];

/** The screen of last resort: numbers, a focusable heading, and the page's own words. */
async function assertSorry(widget) {
  const sorry = widget.locator('[data-screen="sorry"]');
  await sorry.waitFor();
  for (const number of ['112', '106', '1813', '113', '0880767000'])
    assert.ok(await sorry.locator(`a[href="tel:${number}"]`).isVisible(), number);
  assert.match(await sorry.locator('h2').innerText(), /even niet/);
  assert.ok(await widget.getByText('Kunt u de vragen hier niet zien?').isVisible(), 'the fallback of the host page');
}

describe('failures', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const [name, code, arrange] of cases) {
    test(name, async () => {
      const { seen, widget, close } = await browser.open({ ready: false, before: arrange });
      await assertSorry(widget);
      await until(() => seen.told.length > 0, 'an event');
      assert.equal(seen.told.length, 1);
      assert.equal(seen.told[0].name, 'error');
      assert.match(seen.told[0].code, code instanceof RegExp ? code : new RegExp(`^${code}$`));
      await close();
    });
  }

  test('the page names a catalogue that can be none', async () => {
    const { page, seen, close } = await browser.open();
    await page.evaluate(() => {
      const made = document.createElement('mantel-wijzer');
      made.setAttribute('catalogue', 'http://');
      made.setAttribute('loading', 'eager');
      document.querySelector('main').append(made);
    });
    await page.locator('mantel-wijzer').nth(1).locator('[data-screen="sorry"]').waitFor();
    await until(() => seen.told.at(-1)?.code === 'catalogue-blocked', 'an error');
    await close();
  });

  for (const [what, pattern, arrange] of [
    ['the Wasm', wasm, status(wasm, 503)],
    ['the script', app, status(app, 503)],
    ['the catalogue', words, status(words, 503)],
  ])
    test(`a second try works when the trouble with ${what} is over`, async () => {
      const { page, seen, widget, close } = await browser.open({ ready: false, before: arrange });
      await assertSorry(widget);
      await page.unroute(pattern);
      await widget.locator('[data-action="restart"]').click();
      await until(() => seen.told.some(({ name }) => name === 'ready'), 'the event ready', 15_000);
      // The script again only where it failed: two of them would both listen to the page.
      const scripts = new Set(seen.requests.filter((url) => url.includes('mantel-wijzer_app.js')));
      assert.equal(scripts.size, pattern === app ? 2 : 1);
      await close();
    });

  test('a crash takes every widget to safety, and those that come later', async () => {
    const { page, seen, widget, close } = await browser.open();
    await page.evaluate(() => {
      const other = document.createElement('mantel-wijzer');
      other.setAttribute('loading', 'eager');
      document.querySelector('main').append(other);
    });
    await page.locator('mantel-wijzer').nth(1).locator('[data-screen="intro"]').waitFor();
    // A page that breaks the DOM under Yew, once: what it can't create it doesn't expect.
    await page.evaluate(() => {
      const create = Document.prototype.createElement;
      const createIn = Document.prototype.createElementNS;
      const broken = function () {
        Object.assign(Document.prototype, { createElement: create, createElementNS: createIn });
        throw new Error('broken on purpose');
      };
      Object.assign(Document.prototype, { createElement: broken, createElementNS: broken });
    });
    await widget.locator('[data-action="start"]').click();
    await assertSorry(widget);
    await page.locator('mantel-wijzer').nth(1).locator('[data-screen="sorry"]').waitFor();
    assert.equal(await widget.locator('[data-action="restart"]').count(), 0);
    await until(() => seen.told.filter(({ code }) => code === 'crashed').length === 2, 'two events');
    await page.evaluate(() => {
      const late = document.createElement('mantel-wijzer');
      late.setAttribute('loading', 'eager');
      document.querySelector('main').append(late);
    });
    await page.locator('mantel-wijzer').nth(2).locator('[data-screen="sorry"]').waitFor();
    await close();
  });

  test("another script's mistake is not ours", async () => {
    const { page, widget, close } = await browser.open({
      before: (page) =>
        page.addInitScript(() => {
          document.addEventListener('mantel-wijzer:started', () => {
            throw new Error('a listener of the page');
          });
        }),
    });
    await page.evaluate(() => setTimeout(() => Promise.reject(new WebAssembly.RuntimeError('of the page'))));
    await widget.locator('[data-action="start"]').click();
    await widget.locator('[data-screen="question"]').waitFor();
    await page.waitForTimeout(200);
    assert.equal(await page.locator('mantel-wijzer [data-screen="sorry"]').count(), 0);
    await close();
  });

  test('without scripts the host page speaks for itself', async () => {
    const { page, close } = await browser.open({ ready: false, javaScriptEnabled: false });
    assert.ok(await page.getByText('Kunt u de vragen hier niet zien?').isVisible());
    await close();
  });
});
