// The caregiver's journey, as cases for any engine: what it is, the page, and what is done and seen there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Key } from 'selenium-webdriver';
import { catalogue, until } from '../browser/browser.mjs';
import { assertFound } from '../browser/walk.mjs';
import { farDown, giving } from './releases.mjs';

const persona = (name) => `catalogue/personas/${name}.json`;
const scenario = (name) => JSON.parse(readFileSync(persona(name), 'utf8')).answers;
const father = scenario('father-in-law-with-dementia');

/** What could hold an answer outside the page, and what was asked of a server. */
const traces = () => [
  performance.getEntriesByType('resource').map(({ name }) => name).sort(),
  ...[location.href, document.title, document.cookie, history.length, localStorage.length, sessionStorage.length],
];

const people = ['father-in-law-with-dementia', 'sick-child-in-hospital-groningen', 'violence-in-flemish-limburg'].map((name) => [
  `${name}: the same support as by the command line, and no trace`,
  { page: giving('loading="eager"') },
  async (visit) => {
    await visit.hear('ready');
    const before = await visit.run(traces);
    const expected = catalogue('interview', '--answers', persona(name));
    assert.deepEqual(await visit.walk(scenario(name)), expected.asked, 'the same questions in the same order');
    assertFound(await visit.offers(), scenario(name), expected);
    assert.deepEqual(await visit.run(traces), before);
  },
]);

const tongues = [['ar', 'rtl', 'بدء'], ['fr', 'ltr', 'Commencer']].map(([lang, direction, words]) => [
  `in ${lang}, ${direction}`,
  { page: giving(`lang="${lang}"`) },
  async (visit) => {
    const look = () => visit.look(({ shadowRoot }) => {
      const title = shadowRoot.querySelector('.title');
      return [title.closest('[lang]').lang, getComputedStyle(title).direction, document.documentElement.scrollWidth <= innerWidth];
    });
    await visit.see('[data-action="start"]');
    assert.match(await visit.text('[data-action="start"]'), new RegExp(words));
    assert.deepEqual(await look(), [lang, direction, true]);
    await visit.tellPlace();
    assert.deepEqual(await look(), [lang, direction, true]);
    await visit.press('[data-action="wipe"]');
    await visit.see('.intro');
    await visit.walk(father);
    assert.deepEqual(await look(), [lang, direction, true]);
  },
]);

export const journey = [
  ['the first screen is there before anything is loaded, and a press on it counts', { page: farDown }, async (visit) => {
    await visit.see('[data-action="start"]');
    await new Promise((wait) => setTimeout(wait, 500));
    const [loaded] = await visit.run(traces);
    assert.deepEqual(loaded.filter((url) => /mantel-wijzer|catalogue/.test(url)).map((url) => url.split('/').pop()), ['mantel-wijzer.js']);
    await visit.press('[data-action="start"]');
    await visit.see('[data-screen="question"]');
  }],
  ...people,
  ['the details of an offer, a plan with a note, someone to talk to, back, and all of it gone', { page: giving('loading="eager"') }, async (visit) => {
    await visit.hear('ready');
    await visit.walk(father);
    await visit.press('[data-offer] details.about summary');
    await visit.see('[data-offer] details[open] .source');
    await visit.press('[data-offer] [data-action="keep"]');
    await visit.press('nav [data-action="plan"]');
    await visit.see('[data-screen="plan"] [data-planned]');
    await visit.type('.task textarea', 'Maandag bellen');
    await visit.press('nav [data-action="browse"]');
    await visit.type('#browse-word', 'oppas');
    await visit.press('.brief [data-action="offer"]');
    await visit.see('[data-screen="offer"] .step');
    await visit.press('[data-action="back"]');
    await visit.see('[data-screen="browse"]');
    assert.equal(await visit.look((host) => host.shadowRoot.querySelector('#browse-word').value), 'oppas');
    await visit.press('nav [data-action="plan"]');
    await visit.see('[data-screen="plan"]');
    assert.equal(await visit.look((host) => host.shadowRoot.querySelector('.task textarea').value), 'Maandag bellen');
    await visit.press('[data-action="talk-now"]');
    await visit.see('.talk-panel a[href="tel:112"]');
    await visit.see('.talk-panel li a[href^="tel:"]');
    await visit.press('[data-action="wipe"]');
    await visit.beginAnew();
  }],
  ['by keyboard alone', { page: giving('loading="eager"') }, async (visit) => {
    await visit.hear('ready');
    await visit.look((host) => host.focus());
    await visit.reach('[data-action="start"]');
    await visit.keys(Key.ENTER);
    await visit.see('[data-question="carer-place"]');
    await visit.reach('input[name="carer-place"]');
    await visit.keys('Gent');
    await visit.see('.found');
    await visit.reach('[data-region="be-nis-44021"].found');
    await visit.keys(Key.SPACE);
    await visit.see('.chosen');
    await visit.reach('[data-action="next"]');
    await visit.keys(Key.ENTER);
    await until(async () => (await visit.question()) !== 'carer-place', 'the second question');
  }],
  ...tongues,
];
