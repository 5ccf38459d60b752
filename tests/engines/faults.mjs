// What may go wrong on a host's server or page, as cases for any engine: each ends with who to call and the page's own words.
import assert from 'node:assert/strict';
import { until } from '../browser/browser.mjs';
import { policy } from '../browser/server.mjs';
import { giving } from './releases.mjs';

const wasm = 'mantel-wijzer_bg.wasm';
const app = 'mantel-wijzer_app.js';
const words = 'catalogue/nl-BE.json';

const missing = (path) => ({ files: { [path]: undefined } });
const tampered = (path, more = '\n ') => ({ files: { [path]: (bytes) => Buffer.concat([bytes, Buffer.from(more)]) } });
const forbidden = (from, to) => ({ rules: policy.map((rule) => rule.replace(from, to)) });
/** A catalogue of the page's own is held to no hash. */
const own = (text) => ({ page: giving('catalogue="own/nl.json"'), files: { 'own/nl.json': () => text, 'own/places.json': () => '{}' } });

const table = [
  ['the Wasm is missing', 'wasm-missing', missing(wasm)],
  ['the Wasm is not ours', 'wasm-blocked', tampered(wasm)],
  ['the page forbids Wasm', 'wasm-blocked', forbidden(" 'wasm-unsafe-eval'", '')],
  ['the page forbids connections', /^(wasm|catalogue)-blocked$/, forbidden("connect-src 'self'", "connect-src 'none'")],
  ['the script is missing', 'app-missing', missing(app)],
  ['the script is not ours, and does not run', 'app-blocked', tampered(app, '\nwindow.isTampered = true;')],
  ['the catalogue is missing', 'catalogue-missing', missing(words)],
  ['the catalogue is not ours', 'catalogue-blocked', tampered(words)],
  ['the places are missing', 'catalogue-missing', missing('catalogue/places.json')],
  ["the page's own catalogue is missing", 'catalogue-missing', { page: giving('catalogue="own/nl.json"') }],
  ["the page's own catalogue is newer than the widget", 'catalogue-unreadable', own('{"format":2}')],
  ["the page's own catalogue is no JSON", 'catalogue-unreadable', own('<html>Even geduld</html>')],
  ["the page's own catalogue is deeply nested", 'catalogue-unreadable', own('['.repeat(500_000))],
];

/** The screen of last resort: numbers, a heading, and the page's own words. */
async function assertSorry(visit) {
  await visit.see('[data-screen="sorry"]');
  for (const number of ['112', '106', '1813', '113', '0880767000']) assert.ok(await visit.has(`[data-screen="sorry"] a[href="tel:${number}"]`), number);
  assert.match(await visit.text('.title'), /even niet/);
  assert.ok(await visit.look((host) => host.querySelector('p').checkVisibility()), 'the fallback of the page');
}

const each = table.map(([name, code, release]) => [name, release, async (visit) => {
  await assertSorry(visit);
  await until(async () => (await visit.heard()).told.length > 0, 'an event');
  const { told } = await visit.heard();
  assert.deepEqual(told.map(({ name }) => name), ['error']);
  assert.match(told[0].code, code instanceof RegExp ? code : new RegExp(`^${code}$`));
  assert.equal(await visit.run(() => window.isTampered ?? false), false);
}]);

const again = [['Wasm', wasm], ['script', app], ['catalogue', words]].map(([what, path]) => [
  `a second try works when the ${what} is there again`,
  missing(path),
  async (visit) => {
    await assertSorry(visit);
    visit.mend();
    await visit.press('[data-action="restart"]');
    await visit.hear('ready');
    await visit.press('[data-action="start"]');
    await visit.see('[data-screen="question"]');
  },
]);

const module = [['is missing', missing('mantel-wijzer.js')], ['is not ours', tampered('mantel-wijzer.js')]].map(([fault, release]) => [
  `the module itself ${fault}: then the page's own words`,
  release,
  async (visit) => {
    await until(() => visit.look((host) => host.querySelector('p').checkVisibility() && document.readyState === 'complete'), 'the words');
    assert.equal(await visit.look((host) => host.shadowRoot), null);
  },
]);

export const faults = [...each, ...again, ...module];
