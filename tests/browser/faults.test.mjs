// Faults of the network, the memory, the clock and the page: each ends in a screen one can use, and never in a wrong result.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { executablePath, screen, start, until } from './browser.mjs';
import { exposeMemory } from './memory.mjs';
import { policy, types } from './server.mjs';
import { giving } from './tour.mjs';
import { offers, walk } from './walk.mjs';

const { answers } = JSON.parse(readFileSync('catalogue/personas/father-in-law-with-dementia.json', 'utf8'));
const bundle = () => JSON.parse(readFileSync('dist/catalogue/nl-BE.json', 'utf8'));

const wasm = '/mantel-wijzer_bg.wasm';
const app = '/mantel-wijzer_app.js';
const ours = '/catalogue/nl-BE.json';
const own = '/own/nl.json';

/** How a file comes over the wire: as it is, unless `spoil` says otherwise of its path. */
const whole = (response, bytes) => response.end(bytes);
const cut = (response, bytes) => response.end(bytes.subarray(0, bytes.length / 2));
/** The server promised all of it. */
const dropped = (response, bytes) => response.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => response.destroy(), 50));
const trickling = async (response, bytes) => {
  for (let at = 0; at < bytes.length; at += bytes.length / 20) {
    response.write(bytes.subarray(at, Math.min(bytes.length, at + bytes.length / 20)));
    await new Promise((wait) => setTimeout(wait, 100));
  }
  response.end();
};

/** Serves the release, with a catalogue of the page's own in `own/`, over a wire that may be bad. */
async function wire(spoil = {}, headers = {}) {
  const server = createServer((request, response) => {
    const path = request.url.replace(/\/$/, '/index.html').replace(/\?.*/, '');
    let bytes;
    try {
      bytes = readFileSync(join('dist', path.replace('/own/nl.json', ours).replace('/own/', '/catalogue/')));
    } catch {
      return response.writeHead(404).end();
    }
    const { send = whole, type = types[extname(path)] } = spoil[path] ?? {};
    const length = send === dropped ? { 'Content-Length': bytes.length } : {};
    response.writeHead(200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': policy.join('; '), ...length, ...headers });
    send(response, bytes);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const stop = () => new Promise((done) => (server.closeAllConnections(), server.close(done)));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop };
}

/** Numbers to call, the page's own words, and nothing else that could be taken for an answer. */
async function assertSorry(widget) {
  const sorry = widget.locator('[data-screen="sorry"]');
  await sorry.waitFor();
  for (const number of ['112', '106', '1813', '113']) assert.ok(await sorry.locator(`a[href="tel:${number}"]`).isVisible(), number);
  assert.ok(await widget.getByText('Kunt u de vragen hier niet zien?').isVisible(), 'the fallback of the host page');
  assert.equal(await widget.locator('[data-offer], [data-question]').count(), 0);
}

const ownCatalogue = giving('catalogue="own/nl.json"');

/** What goes wrong on the wire, and what the page is told: an error, or that all is well. */
const cases = [
  ['the Wasm is cut off', 'wasm-blocked', { [wasm]: { send: cut } }],
  ['the connection is lost in the middle of the Wasm', 'wasm-blocked', { [wasm]: { send: dropped } }],
  ['the connection is lost in the middle of the script', 'app-blocked', { [app]: { send: dropped } }],
  ['the script is called a text', 'app-blocked', { [app]: { type: 'text/plain' } }],
  ['the Wasm is called a text', 'ready', { [wasm]: { type: 'text/plain' } }],
  ['the Wasm is called nothing in particular', 'ready', { [wasm]: { type: 'application/octet-stream' } }],
  ['the catalogue is called a page', 'ready', { [ours]: { type: 'text/html' } }],
  ['the catalogue is cut off', 'catalogue-blocked', { [ours]: { send: cut } }],
  ['the connection is lost in the middle of the catalogue', 'catalogue-blocked', { [ours]: { send: dropped } }],
  ["the page's own catalogue is cut off", 'catalogue-unreadable', { [own]: { send: cut } }, ownCatalogue],
  ["the connection is lost in the middle of the page's own catalogue", 'catalogue-blocked', { [own]: { send: dropped } }, ownCatalogue],
  ["the places of the page's own catalogue are cut off", 'catalogue-unreadable', { '/own/places.json': { send: cut } }, ownCatalogue],
];

/** The results at a moment, by a clock that may be wrong: offers, verdicts and order, and how many are called old. */
async function resultsAt(browser, when) {
  const { seen, widget, close } = await browser.open({ before: (page) => page.clock.setFixedTime(when) });
  const asked = await walk(widget, answers);
  const found = [...(await offers(widget))];
  const sources = await widget.locator('[data-offer] .source').allTextContents();
  await widget.locator('nav [data-action="browse"]').click();
  const count = await widget.locator('.count').innerText();
  assert.deepEqual(seen.errors, []);
  await close();
  return { asked, found, sources, count };
}

describe('faults', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const [name, outcome, spoil, arrange] of cases)
    test(name, async () => {
      const { address, stop } = await wire(spoil);
      const { seen, widget, close } = await browser.open({ at: address, ready: false, before: arrange });
      if (outcome === 'ready') {
        await walk(widget, answers);
        assert.ok((await offers(widget)).size > 10);
      } else {
        await assertSorry(widget);
        await until(() => seen.told.length > 0, 'an event');
        assert.deepEqual(seen.told, [{ name: 'error', code: outcome }]);
      }
      await close();
      await stop();
    });

  test('while everything trickles in, one can read and call; what was pressed is done when it is there', async () => {
    const slow = Object.fromEntries([wasm, app, ours, '/catalogue/places.json'].map((path) => [path, { send: trickling }]));
    const { address, stop } = await wire(slow);
    const { seen, widget, close } = await browser.open({ at: address, ready: false });
    await widget.locator('[data-action="talk-now"]').click();
    assert.ok(await widget.locator('.talk a[href="tel:112"]').first().isVisible());
    await widget.locator('[data-action="start"]').click();
    assert.match(await widget.locator('[role="status"]').innerText(), /wordt geladen/);
    assert.deepEqual(seen.told, [], 'not there yet');
    await widget.locator('[data-screen="question"]').waitFor();
    assert.deepEqual(seen.errors, []);
    await close();
    await stop();
  });

  test('one offer that is damaged takes nothing along: the results are those without it', async () => {
    const results = async (change) => {
      const changed = bundle();
      change(changed);
      const { seen, widget, close } = await browser.open({
        before: async (page) => {
          await ownCatalogue(page);
          await page.route('**/own/places.json', (route) => route.fulfill({ path: 'dist/catalogue/places.json' }));
          await page.route('**/own/nl.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(changed) }));
        },
      });
      const asked = await walk(widget, answers);
      const found = [...(await offers(widget))];
      const warnings = seen.warnings.filter((warning) => warning.includes('left out'));
      await close();
      return { asked, found, warnings };
    };
    const at = (changed) => changed.offers.findIndex(([id]) => id === 'vl-kortverblijf');
    const without = await results((changed) => changed.offers.splice(at(changed), 1));
    const all = await results(() => {});
    assert.ok(all.found.some(([id]) => id === 'vl-kortverblijf') && !without.found.some(([id]) => id === 'vl-kortverblijf'));
    for (const damage of [(offer) => offer.splice(4, 1), (offer) => (offer[2] = { evil: true }), (offer) => offer.push(1e21)]) {
      const damaged = await results((changed) => damage(changed.offers[at(changed)]));
      assert.deepEqual(damaged.warnings.length, 1);
      assert.deepEqual({ ...damaged, warnings: [] }, without);
    }
  });

  test('without a network once it is there, everything works', async () => {
    const { page, seen, widget, close } = await browser.open();
    await page.context().setOffline(true);
    const before = seen.requests.length;
    await walk(widget, answers);
    await widget.locator('[data-offer] [data-action="keep"]').first().click();
    await widget.locator('nav [data-action="plan"]').click();
    const [download] = await Promise.all([page.waitForEvent('download'), widget.locator('[data-action="download"]').click()]);
    assert.match(readFileSync(await download.path(), 'utf8'), /<h1>Mijn plan/);
    await widget.locator('nav [data-action="browse"]').click();
    await widget.locator('#browse-word').fill('oppas');
    await widget.locator('.brief [data-action="offer"]').first().click();
    await widget.locator('[data-screen="offer"]').waitFor();
    await widget.locator('[data-action="wipe"]').click();
    await widget.locator('[data-screen="intro"]').waitFor();
    assert.deepEqual(seen.requests.slice(before).filter((url) => !url.startsWith('blob:')), []);
    assert.deepEqual(seen.errors, []);
    await close();
  });

  /** Gives the memory of the Wasm a most: so many pages of 64 KiB beyond those it begins with. */
  const little = (pages) => (page) =>
    page.addInitScript((pages) => {
      const number = (bytes, at) => {
        let [value, shift, next] = [0, 0, at];
        do {
          value |= (bytes[next] & 127) << shift;
          shift += 7;
        } while (bytes[next++] & 128);
        return [value, next];
      };
      const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >> 7)]);
      const limited = (bytes) => {
        for (let at = 8; at < bytes.length; ) {
          const id = bytes[at];
          const [length, from] = number(bytes, at + 1);
          if (id === 5) {
            const [least] = number(bytes, from + 2);
            const section = [1, 1, ...written(least), ...written(least + pages)];
            return new Uint8Array([...bytes.slice(0, at), 5, ...written(section.length), ...section, ...bytes.slice(from + length)]);
          }
          at = from + length;
        }
        throw new Error('no memory of its own');
      };
      const { instantiate } = WebAssembly;
      WebAssembly.instantiateStreaming = async (response, imports) =>
        instantiate.call(WebAssembly, limited(new Uint8Array(await (await response).arrayBuffer())), imports);
    }, pages);

  test('no memory for the catalogue', async () => {
    const { seen, widget, close } = await browser.open({ ready: false, before: little(4) });
    await assertSorry(widget);
    await until(() => seen.told.length > 0, 'an event');
    assert.deepEqual(seen.told, [{ name: 'error', code: 'crashed' }]);
    await close();
  });

  test('the memory is full in the middle of the interview', async () => {
    // Enough to live on, so that it starves later.
    const { page, seen, widget, close } = await browser.open({ before: async (page) => (await little(160)(page), await exposeMemory(page)) });
    await widget.locator('[data-action="start"]').click();
    await widget.locator('[data-screen="question"]').waitFor();
    // What is left is taken by others; another catalogue finds no room.
    await page.evaluate(() => {
      for (let pages = 64; pages >= 1; ) {
        try {
          window.memory.grow(pages);
        } catch {
          pages /= 2;
        }
      }
    });
    for (const lang of ['fr', 'de', 'en', 'tr', 'ar'])
      await page.evaluate((lang) => document.querySelector('mantel-wijzer').setAttribute('lang', lang), lang).then(() => page.waitForTimeout(300));
    await assertSorry(widget);
    assert.ok(seen.told.some(({ code }) => code === 'crashed'));
    await close();
  });

  const day = 24 * 60 * 60 * 1000;
  const madeOn = () => Date.parse(`${bundle().made_on}T10:00:00Z`);

  test('a clock ten years behind changes nothing: it is not before the catalogue was made', async () => {
    const right = await resultsAt(browser, madeOn());
    const behind = await resultsAt(browser, madeOn() - 3653 * day);
    assert.deepEqual(behind, right);
    assert.deepEqual(await resultsAt(browser, 0), right);
  });

  test('a clock ten years ahead shows nothing that is not so: all is called old, and what ended is gone', async () => {
    const right = await resultsAt(browser, madeOn());
    const ahead = await resultsAt(browser, madeOn() + 3653 * day);
    const verdicts = new Map(right.found);
    for (const [id, verdict] of ahead.found) assert.equal(verdict, verdicts.get(id), id);
    assert.ok(ahead.found.length > 0.9 * right.found.length, `${ahead.found.length} of ${right.found.length}`);
    assert.deepEqual(ahead.asked, right.asked);
    const isOld = (source) => source.includes('Vraag na of dit nog klopt');
    assert.ok(ahead.sources.length > 0 && ahead.sources.every(isOld) && !right.sources.every(isOld), ahead.sources.find((source) => !isOld(source)));
  });

  test('a widget taken away while it loads leaves nothing behind, and begins anew where it returns', async () => {
    const { address, stop } = await wire({ [wasm]: { send: trickling } });
    const { page, seen, widget, close } = await browser.open({ at: address, ready: false });
    await widget.locator('[data-action="start"]').click();
    await page.evaluate(() => (window.kept = document.querySelector('mantel-wijzer')).remove());
    await page.waitForTimeout(3000);
    assert.deepEqual([seen.told, seen.errors], [[], []]);
    assert.equal(await page.evaluate(() => window.kept.shadowRoot.childElementCount), 0);
    await page.evaluate(() => document.querySelector('main').append(window.kept));
    await widget.scrollIntoViewIfNeeded();
    await until(() => seen.told.some(({ name }) => name === 'ready'), 'the event ready');
    assert.equal(await screen(widget), 'intro');
    await close();
    await stop();
  });

  test('of two versions on a page the first one serves all, and says so', async () => {
    const { page, seen, widget, close } = await browser.open({
      before: async (page) => {
        await page.route('**/older/**', (route) => route.fulfill({ path: join('dist', new URL(route.request().url()).pathname.replace('/older/', '')) }));
        await page.route('**/', async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace(/(<script[^>]*src=")(mantel-wijzer\.js"[^>]*><\/script>)/, '$1older/$2 $1$2');
          await route.fulfill({ response, body });
        });
      },
    });
    await until(() => seen.warnings.some((warning) => warning.includes('is here already')), 'a warning');
    await page.evaluate(() => {
      const made = document.createElement('mantel-wijzer');
      made.setAttribute('loading', 'eager');
      document.querySelector('main').append(made);
    });
    await page.locator('mantel-wijzer').nth(1).locator('[data-screen="intro"]').waitFor();
    await walk(widget, answers);
    assert.ok((await offers(widget)).size > 10);
    const engines = seen.requests.filter((url) => /\.wasm|_app\.js/.test(url));
    assert.ok(engines.length > 0 && engines.every((url) => url.includes('/older/')), engines.join());
    assert.deepEqual(seen.errors, []);
    await close();
  });
});

test('a page that comes back out of the memory of the browser has forgotten everything, and works', async () => {
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, ignoreDefaultArgs: ['--disable-back-forward-cache'], args: ['--enable-features=BackForwardCache'] });
  const { address, stop } = await wire({}, { 'Cache-Control': 'no-cache' });
  const page = await browser.newPage({ locale: 'nl-BE', reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await page.goto(address);
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (window.cameBack = persisted)));
  const widget = page.locator('mantel-wijzer');
  await widget.locator('[data-screen="intro"]').waitFor();
  await until(() => widget.evaluate((element) => Boolean(element.shadowRoot.querySelector('.aids'))), 'a living interview', 15_000);
  await walk(widget, answers);
  await page.goto(`${address}host-page.css`);
  await page.evaluate(() => history.back());
  await until(() => page.evaluate(() => window.cameBack === true).catch(() => false), 'the page out of the memory');
  await widget.locator('[data-screen="intro"]').waitFor();
  assert.equal(await widget.locator('[data-offer], .chosen').count(), 0);
  await walk(widget, answers);
  assert.ok((await offers(widget)).size > 10);
  await browser.close();
  await stop();
});
