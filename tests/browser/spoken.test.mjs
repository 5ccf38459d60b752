// What a screen reader says, by a virtual one inside the shadow root, and the tree that the browser gives to a real one. Screens
// that hang on our own words only are held against `spoken.txt`, word by word (RENEW=1 writes it anew, to be read before it is
// committed); of all others, each control has a name. The virtual one reads ticks out of the markup: the tree tells them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { start } from './browser.mjs';
import { speaking } from './access.mjs';
import { tour } from './tour.mjs';

const reader = readFileSync('node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js', 'utf8');
const kept = 'tests/browser/spoken.txt';
/** Screens without anything of a partner's, and without the hour of the day. */
const isOurs = (name) => /^(intro|recognition|question|review)/.test(name);

/** Everything that is said from the top of the interview to its end. */
const hear = (page) =>
  page.evaluate(async () => {
    const { virtual } = window.reader;
    const container = document.querySelector('mantel-wijzer').shadowRoot.querySelector('.screen');
    // A browser keeps what is folded from a screen reader; the virtual one has to be told.
    const folded = [...container.querySelectorAll('details:not([open]) > :not(summary, [hidden])')];
    for (const part of folded) part.hidden = true;
    await virtual.start({ container, window });
    const [first] = await virtual.spokenPhraseLog();
    for (let steps = 0; steps < 5000; steps += 1) {
      await virtual.next();
      if ((await virtual.lastSpokenPhrase()) === first) break;
    }
    const said = await virtual.spokenPhraseLog();
    await virtual.stop();
    for (const part of folded) part.hidden = false;
    // Where a part ends, and the words of a control after its name, say nothing new.
    const isNew = (phrase, place, all) => !/^(end( of|,)|paragraph$)/.test(phrase) && !all[place - 1]?.startsWith(phrase) && !all[place - 1]?.includes(`, ${phrase}`);
    return said.slice(0, -1).filter(isNew);
  });

/** A control that is said without a name, or a heading or picture without words. */
const nameless = /^(button|link|checkbox|radio|textbox|combobox|searchbox|heading|img|image|option)(, (?:(?:not )?(?:checked|pressed|expanded)|level \d|position \d+|set size \d+|disabled))*$/;

describe('spoken', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  const listen = async (lang, look) => {
    const opened = await browser.open({ viewport: { width: 360, height: 740 }, bypassCSP: true, before: speaking(lang, 'exit-url="https://example.org/" languages="nl-BE fr ar"') });
    await opened.page.evaluate(async (source) => {
      window.reader = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    }, reader);
    for await (const name of tour(opened)) look(name, await hear(opened.page), await opened.widget.locator('.screen').ariaSnapshot());
    assert.deepEqual(opened.seen.errors, []);
    await opened.close();
  };

  test('our own screens are told and said as they should be, and no control is without a name', async () => {
    const screens = new Map();
    const told = [];
    await listen('nl-BE', (name, said, tree) => {
      // Which questions are asked, and when, is up to the catalogue.
      const ours = name.replace(/\d+-/, '');
      const written = [`== ${ours}`, ...said, '-- the tree', tree].join('\n').replace(/Vraag \d+, nog ongeveer \d+/g, 'Vraag N, nog ongeveer N');
      if (isOurs(ours)) screens.set(ours, written);
      told.push(...said.filter((phrase) => nameless.test(phrase)).map((phrase) => `${name}: ${phrase}`));
    });
    assert.deepEqual(told, []);
    if (process.env.RENEW) writeFileSync(kept, `${[...screens.values()].join('\n\n')}\n`);
    const before = readFileSync(kept, 'utf8').trimEnd().split(/\n\n(?=== )/);
    const known = before.filter((screen) => screens.has(/^== (.*)/.exec(screen)[1]));
    assert.ok(known.length > 15, `${known.length} screens are known`);
    for (const screen of known) assert.deepEqual(screens.get(/^== (.*)/.exec(screen)[1]).split('\n'), screen.split('\n'));
  });

  test('in Arabic every control has a name too, and so has every heading', async () => {
    const told = [];
    let heard = 0;
    await listen('ar', (name, said) => {
      heard += said.length;
      told.push(...said.filter((phrase) => nameless.test(phrase)).map((phrase) => `${name}: ${phrase}`));
    });
    assert.ok(heard > 1000, `${heard}`);
    assert.deepEqual(told, []);
  });
});
