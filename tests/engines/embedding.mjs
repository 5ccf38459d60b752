// The widget as a host page handles it, as cases for any engine. The demo page is as strict as a careful host's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { By, Key } from 'selenium-webdriver';
import { frames, headersOf, server } from '../../hosts/deploy/table.mjs';
import { until } from '../browser/browser.mjs';
import { types } from '../browser/server.mjs';
import { dist, giving, host } from './releases.mjs';

const { answers } = JSON.parse(readFileSync('catalogue/personas/father-in-law-with-dementia.json', 'utf8'));
const eager = { page: giving('loading="eager"') };

/** A page with what a web editor pastes, and a release on the server of that address. */
const pasted = (name, address) => {
  const lines = readFileSync(join(dist, name), 'utf8').replace(/<!--.*?-->/gs, '').replaceAll(/https:\/\/cdn\.voorbeeld\.be\/mantel-wijzer\/[^/]+/g, address);
  return `<!doctype html><html lang="nl"><head><title>Gemeente</title><link rel="icon" href="host-page.svg"></head><body>${lines}</body></html>`;
};

const element = (attributes) => `<mantel-wijzer loading="eager" ${attributes}><p>Bel ons</p></mantel-wijzer>`;
const twice = { page: (html) => giving('loading="eager"')(html).replace('</main>', `${element('lang="nl-NL"')}</main>`) };

/** Puts a widget with these attributes at the end of the page, by script. */
const add = (attributes) => {
  const made = document.createElement('mantel-wijzer');
  for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) made.setAttribute(name, value);
  document.querySelector('main').append(made);
};

export const embedding = [
  ['two widgets, each with answers of its own, and one goes', twice, async (visit) => {
    await visit.tellPlace();
    assert.ok(await visit.has('.intro', 1));
    await visit.beginAnew(1);
    const here = await visit.question();
    await visit.run(() => document.querySelectorAll('mantel-wijzer')[1].remove());
    assert.equal(await visit.question(), here);
    await visit.press('[data-action="decline"]');
    await until(async () => (await visit.question()) !== here, 'another question');
  }],
  ['removed in the middle and put back: it begins anew', eager, async (visit) => {
    await visit.tellPlace();
    const left = await visit.look(async (host) => {
      window.kept = host;
      host.remove();
      await new Promise((wait) => setTimeout(wait, 50));
      return host.shadowRoot.childElementCount;
    });
    assert.equal(left, 0);
    await visit.run(() => document.querySelector('main').append(window.kept));
    await visit.beginAnew();
  }],
  ['moved in the middle: it stays where it was', eager, async (visit) => {
    await visit.tellPlace();
    const here = await visit.question();
    await visit.look((host) => document.querySelector('footer').append(host));
    await new Promise((wait) => setTimeout(wait, 200));
    assert.equal(await visit.question(), here);
    await visit.press('[data-action="decline"]');
    await until(async () => (await visit.question()) !== here, 'another question');
  }],
  ['added late by script, with attributes', { page: (html) => html.replace(/<mantel-wijzer.*<\/mantel-wijzer>/s, '') }, async (visit) => {
    await visit.run(add, { 'heading-level': '4', place: 'be-vov', lang: 'nl-BE' });
    await visit.hear('ready');
    const headings = await visit.look(({ shadowRoot }) => [shadowRoot.querySelectorAll('h2, h3').length, shadowRoot.querySelector('.title').localName]);
    assert.deepEqual(headings, [0, 'h4']);
    await visit.press('[data-action="start"]');
    await visit.see('[data-screen="question"]');
    assert.notEqual(await visit.question(), 'carer-place', 'the place is known');
  }],
  ['attributes that change', eager, async (visit) => {
    await visit.tellPlace();
    const here = await visit.question();
    await visit.look((host) => host.setAttribute('heading-level', '5'));
    await visit.look((host) => host.setAttribute('lang', 'nl-NL'));
    await visit.see('h5.title');
    assert.equal(await visit.question(), here);
  }],
  ['on the way out and back by the browser: it begins anew', eager, async (visit) => {
    await visit.tellPlace();
    await visit.driver.get(`${visit.address}/host-page.svg`);
    await visit.driver.navigate().back();
    await visit.beginAnew();
    // Not every engine keeps a page like this one in its memory; what it would tell the page is the same in all.
    const tell = (type) => visit.run((type) => window.dispatchEvent(new PageTransitionEvent(type, { persisted: true })), type);
    await tell('pagehide');
    assert.equal(await visit.look((host) => host.shadowRoot.childElementCount), 0);
    await tell('pageshow');
    await visit.beginAnew();
  }],
  ['the quick exit, by three times Shift, and no way back', { page: giving('loading="eager" exit-url="host-page.svg"') }, async (visit) => {
    await visit.tellPlace();
    const before = await visit.run(() => history.length);
    await visit.keys(Key.SHIFT, Key.SHIFT, Key.SHIFT);
    await until(async () => (await visit.driver.getCurrentUrl()).endsWith('host-page.svg'), 'the other page');
    assert.equal(await visit.run(() => history.length), before);
  }],
  ['from another origin, as it is pasted', {}, async (visit, t) => {
    const cdn = await host(t);
    const runs = [`script-src 'self' ${cdn.address} 'wasm-unsafe-eval'`, `connect-src ${cdn.address}`, "require-trusted-types-for 'script'"];
    const rules = ["default-src 'none'", "img-src 'self'", ...runs];
    const site = await host(t, { rules, page: () => pasted('snippet.html', cdn.address) });
    await visit.driver.get(`${site.address}/`);
    await visit.hear('ready');
    await visit.walk(answers);
    await visit.see('[data-screen="results"] [data-offer]');
  }],
  ['in a frame without an origin, which is as high as what is in it', {}, async (visit, t) => {
    const policy = headersOf('embed.html')['Content-Security-Policy'].replace(frames, '*').replaceAll(server, 'http://127.0.0.1:*');
    const cdn = await host(t, { rules: policy.split('; ') });
    const rules = ["default-src 'none'", "img-src 'self'", `script-src 'self' ${cdn.address}`, `frame-src ${cdn.address}`];
    const site = await host(t, { rules, page: () => pasted('embed-snippet.html', cdn.address) });
    await visit.driver.get(`${site.address}/`);
    await visit.hear('ready');
    await visit.driver.switchTo().frame(await visit.driver.findElement(By.css('iframe')));
    assert.equal(await visit.run(() => self.origin), 'null');
    // Before the first press in a frame of another origin WebKit gives nothing the focus.
    await visit.press('[data-action="talk-now"]');
    await visit.see('.talk-panel a[href="tel:112"]');
    await visit.walk(answers);
    await visit.see('[data-screen="results"] [data-offer]');
    const heights = () => visit.run(() => [document.documentElement.scrollHeight, innerHeight]);
    await until(async () => (await heights()).every((height, _, [content]) => height === content && height > 1300), 'a frame that fits');
    assert.deepEqual((await visit.heard()).wrong, []);
    await visit.driver.switchTo().defaultContent();
    await visit.hear('results');
  }],
  ['a server that says the Wasm is something else', { kinds: { ...types, '.wasm': 'application/octet-stream' } }, async (visit) => {
    await visit.press('[data-action="start"]');
    await visit.see('[data-screen="question"]');
  }],
];
