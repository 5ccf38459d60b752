// The demo page under a strict policy: it works, asks for nothing it shouldn't, and keeps nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { screen, start, until } from './browser.mjs';
import { answerScreen, walk } from './walk.mjs';

const answers = JSON.parse(readFileSync('catalogue/personas/father-in-law-with-dementia.json', 'utf8')).answers;

describe('the page', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  test('loads under a strict policy without an error', async () => {
    const { page, seen, widget, close } = await browser.open();
    assert.equal(await screen(widget), 'intro');
    await until(() => seen.told.some(({ name }) => name === 'ready'), 'the event ready');
    await walk(widget, answers);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(seen.warnings, []);
    await close();
  });

  test('fetches the script, the Wasm, one language and the places, and no more', async () => {
    const { seen, close } = await browser.open();
    const own = seen.requests.map((url) => new URL(url).pathname).filter((path) => !path.includes('host-page'));
    assert.deepEqual(own.sort(), [
      '/', '/catalogue/nl-BE.json', '/catalogue/places.json',
      '/mantel-wijzer.js', '/mantel-wijzer_app.js', '/mantel-wijzer_bg.wasm',
    ]);
    await close();
  });

  test('asks just the question an offer hangs on, and comes back to that offer', async () => {
    const { seen, widget, close } = await browser.open();
    await walk(widget, { 'carer-place': 'be-vlg', 'recipient-place': 'be-vlg', needs: ['respite'] });
    const card = widget.locator('[data-offer="vl-kortverblijf"]');
    assert.equal(await card.getAttribute('data-verdict'), 'unknown');
    await card.evaluate((found) => found.closest('details')?.setAttribute('open', ''));
    await card.locator('[data-action="change"][data-target="situation"]').click();
    assert.deepEqual(await answerScreen(widget, { situation: ['dementia'] }), ['situation']);
    assert.equal(await screen(widget), 'results');
    const focused = () => widget.evaluate((element) => element.shadowRoot.activeElement?.dataset.offer);
    await until(async () => (await focused()) === 'vl-kortverblijf', 'the focus on the offer');
    await widget.locator('[data-action="review"]').first().click();
    assert.match(await widget.locator('[data-screen="review"]').innerText(), /Dementie/);
    assert.deepEqual(seen.errors, []);
    await close();
  });

  test('sends and keeps nothing after the first answer', async () => {
    const { page, seen, widget, close } = await browser.open();
    const here = () => page.evaluate(() => [location.href, document.title, history.length, JSON.stringify(history.state)]);
    const before = await here();
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    const requests = seen.requests.length;
    await page.evaluate(() => document.querySelector('mantel-wijzer').restart());
    await widget.locator('[data-screen="intro"]').waitFor();
    await walk(widget, answers);
    await page.waitForTimeout(300);
    assert.deepEqual(seen.requests.slice(requests), []);
    assert.deepEqual(await here(), before);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookie: document.cookie,
    }));
    assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '' });
    assert.deepEqual(await page.context().cookies(), []);
    await close();
  });

  test('tells of steps and results, and of no answer', async () => {
    const { seen, widget, close } = await browser.open();
    await walk(widget, answers);
    await until(() => seen.told.at(-1)?.name === 'results', 'the event results');
    const [ready, started, ...rest] = seen.told;
    assert.deepEqual([ready, started], [{ name: 'ready' }, { name: 'started' }]);
    const results = rest.pop();
    assert.deepEqual(Object.keys(results), ['name', 'count']);
    assert.ok(Number.isInteger(results.count) && results.count > 0);
    rest.forEach((told, place) => assert.deepEqual(told, { name: 'step', index: place + 1 }));
    await close();
  });
});
