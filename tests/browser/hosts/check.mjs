// What holds on every host: the widget comes up, a short interview ends in results, nothing leaves, the console stays empty.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../browser.mjs';
import { walk } from '../walk.mjs';

export const { answers } = JSON.parse(readFileSync('catalogue/personas/only-respite-in-flemish-brabant.json', 'utf8'));

/** The events of this name that the page heard. */
export const told = (seen, name) => seen.told.filter((event) => event.name === name);

/** `far` is the address of the release's own server; the host may do without it. */
export async function check(browser, far, { start, path = '', context, prepare = () => {}, works }) {
  const { address, stop } = await start(far);
  try {
    const { page, seen, widget, close } = await browser.open({ ...context, at: address + path });
    await widget.locator('[data-screen="intro"]').waitFor();
    await prepare({ page, seen });
    const [url, requests] = [page.url(), seen.requests.length];
    await walk(widget, answers);
    await until(() => told(seen, 'results').length === 1, 'the event results');
    assert.ok(told(seen, 'results')[0].count > 0);
    assert.deepEqual([page.url(), seen.requests.slice(requests)], [url, []], 'what is answered goes nowhere');
    await works({ page, seen, widget });
    const origins = [new URL(address).origin, far];
    assert.deepEqual(seen.requests.filter((url) => !origins.includes(new URL(url).origin)), []);
    assert.deepEqual(seen.requests.filter((url) => url.startsWith(far) && new URL(url).search), []);
    assert.equal(seen.requests.filter((url) => url.endsWith('/mantel-wijzer_bg.wasm')).length, 1, 'one download');
    assert.deepEqual([seen.errors, seen.warnings], [[], []]);
    await close();
  } finally {
    await stop();
  }
}
