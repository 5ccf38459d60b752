// The attacks of tests/hostile/ in published bundles: in the living widget they are words, left out, or a screen with numbers to call.
// Under the strictest policy, and under none, so that it isn't the browser alone that holds them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { start, until } from './browser.mjs';
import { policy, serve } from './server.mjs';
import { offers, walk } from './walk.mjs';

const { answers } = JSON.parse(readFileSync('catalogue/personas/father-in-law-with-dementia.json', 'utf8'));
const folder = 'tests/hostile';
const mark = '@@hostile@@';

/** Every way of every attack as the bytes that stand in the file: `{ name, at, fate, bytes }`. */
const attacks = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ name: file.replace('.json', ''), ...JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) }))
  .filter(({ at }) => at !== 'file-name')
  .flatMap(({ name, at, ways = [], raw = [], bytes, bundle: fate }) => {
    const written = (piece) => (typeof piece === 'string' ? piece : piece[1].repeat(piece[0]));
    const all = [...ways.map((text) => JSON.stringify(text)), ...raw.map((pieces) => pieces.map(written).join(''))].map((text) => Buffer.from(text));
    if (bytes) all.push(Buffer.concat([Buffer.from('"'), readFileSync(`${folder}/${bytes}`), Buffer.from('"')]));
    return all.map((bytes) => ({ name, at, fate, bytes, isLarge: bytes.length > 100_000 }));
  });
const shown = attacks.filter(({ fate, isLarge }) => fate === 'shown' && !isLarge);

/** The text of an attack, as a browser reads it; nothing when it is no text. */
const textOf = ({ bytes }) => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const published = () => JSON.parse(readFileSync('dist/catalogue/nl-BE.json', 'utf8'));
const FIELDS = {
  text: ['name', 'gives', 'first_step', 'cost_note', 'doubt'],
  website: ['website', 'source_url'],
  'website-alone': ['website', 'source_url'],
  everywhere: ['website', 'source_url', 'phone', 'email'],
  number: ['partner'],
  rule: ['fits'],
  'name-block': ['name'],
};

/** A bundle with an offer for each attack, as like as can be to one that this person finds: `hostile-0`, `hostile-1`, … */
function besieged(attacks) {
  const bundle = published();
  const place = (field) => bundle.fields.offers.indexOf(field);
  const like = bundle.offers.find(([id]) => id === 'vl-kortverblijf');
  attacks.forEach(({ name, at }, number) => {
    const offer = structuredClone(like);
    offer[place('id')] = `hostile-${number}`;
    const put = (field, value = `${mark}${number}${mark}`) => (offer[place(field)] = value);
    for (const field of FIELDS[at] ?? [at]) put(field);
    if (at === 'text') {
      put('conditions', [`${mark}${number}${mark}`]);
      put('partner', bundle.partners.push([`hostile-${number}`, `${mark}${number}${mark}`]) - 1);
    }
    // Where names and numbers stand in one line.
    if (name.startsWith('direction')) put('line', [0, null]);
    bundle.offers.push(offer);
  });
  const pieces = JSON.stringify(bundle).split(new RegExp(`"${mark}(\\d+)${mark}"`));
  return Buffer.concat(pieces.map((piece, place) => (place % 2 === 0 ? Buffer.from(piece) : attacks[piece].bytes)));
}

/** A bundle in which every sentence of the interface, the questions and the guide ends in an attack. */
function haunted() {
  const bundle = published();
  // A bar parts the forms of a plural, a brace is a place to be filled in, and the sign of the young parts a text.
  const texts = shown.filter(({ at }) => at === 'text').map(textOf).filter((text) => text && !/[|{}\u001f]/.test(text));
  let turn = 0;
  const haunt = (value) => {
    if (typeof value === 'string') return /[ .?]/.test(value) && !/^https:|^\d{4}-/.test(value) ? `${value} ${texts[turn++ % texts.length]}` : value;
    if (Array.isArray(value)) return value.map(haunt);
    return value;
  };
  for (const name of Object.keys(bundle.wording)) bundle.wording[name] += texts[turn++ % texts.length];
  for (const part of ['topics', 'questions', 'guide']) bundle[part] = bundle[part].map(haunt);
  return JSON.stringify(bundle);
}

const TAGS = `a article bdi br button datalist details div em fieldset form h2 h3 h4 h5 h6 input label legend li nav ol option output p path
  section select slot span strong summary svg textarea ul`.split(/\s+/);
const LINK = /^(https:\/\/[!-~]+|tel:\+?\d+|mailto:[\w.+-]+@[\w.-]+)$/;

/** What is wrong with what is shown: elements, attributes and links that aren't ours, scripts that ran, words that are turned around. */
const examine = (widget) =>
  widget.evaluate(
    (host, { tags, link }) => {
      const wrong = [];
      const root = host.shadowRoot;
      if ('harmed' in window) wrong.push(`a script ran: ${window.harmed}`);
      if (document.querySelector('iframe, object, embed, base, meta[http-equiv], form')) wrong.push('something new on the page');
      const isTurning = (text) => /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(text);
      for (const element of root.querySelectorAll('*')) {
        const name = element.localName;
        if (!tags.includes(name)) wrong.push(`<${name}>`);
        for (const { name: attribute, value } of element.attributes) {
          const isRoom = attribute === 'style' && /^(min-block-size: \d+px;)?$/.test(value); // kept by the element itself
          if (/^(on|src|style$|action|formaction|data$|xlink|ping|background)/.test(attribute) && !isRoom) wrong.push(`${name} ${attribute}=${value.slice(0, 40)}`);
          if (attribute === 'href' && !new RegExp(link).test(value)) wrong.push(`a link to ${value.slice(0, 60)}`);
        }
        // Text that turns nothing itself reads from left to right, whatever stands beside it.
        const text = element.firstChild;
        if (element.childNodes.length !== 1 || text.nodeType !== Node.TEXT_NODE || isTurning(text.data) || !/^[\w(].*\w/.test(text.data)) continue;
        if (!element.checkVisibility() || name === 'option' || name === 'textarea') continue;
        const place = (from) => {
          const range = document.createRange();
          range.setStart(text, from);
          range.setEnd(text, from + 1);
          return range.getBoundingClientRect();
        };
        const last = [...text.data].length > 60 ? 12 : text.data.trimEnd().length - 1;
        const [first, second, end] = [place(0), place(1), place(last)];
        const isTurned = (one, other) => one.top === other.top && one.width > 0 && other.width > 0 && one.left > other.left;
        if (isTurned(first, second) || isTurned(first, end)) wrong.push(`turned around: ${text.data.slice(0, 40)}`);
      }
      return [...new Set(wrong)].slice(0, 10);
    },
    { tags: TAGS, link: LINK.source },
  );

/** A page with a widget that loads this bundle, under these rules; what is told and asked is gathered. */
async function opened(browser, address, body, options = {}) {
  const dialogs = [];
  const made = await browser.open({
    at: address,
    ...options,
    before: async (page) => {
      page.on('dialog', (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
      await page.route('**/own/places.json', (route) => route.fulfill({ path: 'dist/catalogue/places.json' }));
      await page.route('**/own/nl.json', (route) => route.fulfill({ contentType: 'application/json', body }));
      await page.addInitScript(() => (window.print = () => {}));
    },
  });
  const assertHarmless = async (where) => {
    assert.deepEqual(await examine(made.widget), [], where);
    assert.deepEqual(dialogs, [], where);
    const elsewhere = made.seen.requests.filter((url) => !url.startsWith(address) && !url.startsWith(`blob:${address}`));
    assert.deepEqual(elsewhere, [], where);
    assert.equal(new URL(made.page.url()).origin, address, where);
  };
  return { ...made, assertHarmless };
}

const rewrite = (page) => page.replace('<mantel-wijzer', '<mantel-wijzer catalogue="own/nl.json"');
const strict = [...policy, "trusted-types 'none'"];

for (const [name, rules] of [
  ['under the strictest policy', strict],
  ['without a policy', []],
])
  describe(`a hostile catalogue ${name}`, () => {
    let browser;
    let server;
    before(async () => {
      browser = await start();
      server = await serve('dist', 0, { rules, rewrite });
    });
    after(async () => {
      await server?.stop();
      await browser?.stop();
    });
    const open = (body, options) => opened(browser, server.address, body, options);

    test('shows every attack on an offer as the words that it is', async () => {
      const { page, seen, widget, assertHarmless, close } = await open(besieged(shown));
      await widget.locator('[data-action="talk-now"]').click();
      await assertHarmless('whom to call');
      await walk(widget, answers);
      await widget.evaluate((host) => host.shadowRoot.querySelectorAll('details').forEach((details) => (details.open = true)));
      const cards = await widget.locator('[data-offer]').evaluateAll((found) =>
        found.map((card) => [card.dataset.offer, ['.name', '.gives', '.step p', '.partner', '.doubt'].map((part) => card.querySelector(part)?.textContent)]));
      const said = new Map(cards);
      shown.forEach((attack, number) => {
        const id = attack.at === 'id' ? textOf(attack) : `hostile-${number}`;
        assert.ok(said.has(id), `${attack.name} ${id}`);
        const [name, gives, step, partner, doubt] = said.get(id);
        const text = textOf(attack)?.split('\u001f')[0];
        if (attack.at === 'text') assert.deepEqual([name, gives, step, partner, doubt], [text, text, text, `Van ${text}`, text], attack.name);
        if (attack.at === 'name') assert.equal(name, text, attack.name);
      });
      await assertHarmless('the results');

      // One way of each: every press draws all of them anew.
      const first = shown.map(({ name }, number) => (shown.findIndex((other) => other.name === name) === number ? `hostile-${number}` : '')).filter(Boolean);
      for (const id of first) {
        const button = widget.locator(`[data-offer="${id}"] [data-action="keep"]`).first();
        if ((await button.count()) > 0) await button.evaluate((found) => found.click());
      }
      await widget.locator('nav [data-action="plan"]').click();
      await widget.locator('[data-screen="plan"]').waitFor();
      await assertHarmless('the plan');
      await page.emulateMedia({ media: 'print' });
      await widget.locator('[data-action="print"]').evaluate((button) => button.click());
      await assertHarmless('the plan on paper');
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });

      const [download] = await Promise.all([page.waitForEvent('download'), widget.locator('[data-action="download"]').click()]);
      const html = readFileSync(await download.path(), 'utf8');
      // Its own policy is taken out: what is in it has to be harmless by itself.
      const kept = await page.context().newPage();
      const asked = [];
      kept.on('request', (request) => asked.push(request.url()));
      await kept.setContent(html.replace(/<meta http-equiv[^>]*>/, ''));
      const found = await kept.evaluate(() => ({
        tags: [...new Set([...document.querySelectorAll('*')].map((element) => element.localName))],
        links: [...document.querySelectorAll('[href]')].map((element) => element.getAttribute('href')),
        attributes: [...new Set([...document.querySelectorAll('body *')].flatMap((element) => element.getAttributeNames()))],
        harmed: window.harmed,
        text: document.body.textContent,
      }));
      const plain = 'html head meta title style body main h1 h2 p small ul li strong a'.split(' ');
      assert.deepEqual(found.tags.filter((tag) => !plain.includes(tag)), []);
      assert.deepEqual(found.attributes.filter((name) => !['class', 'href', 'rel', 'lang', 'dir'].includes(name)), []);
      assert.deepEqual(found.links.filter((link) => !LINK.test(link)), []);
      assert.equal(found.harmed, undefined);
      assert.deepEqual(asked.filter((url) => url !== 'about:blank'), []);
      assert.ok(found.text.includes("<script>window.harmed='script'</script>"), 'as words');
      await kept.close();

      await widget.locator('nav [data-action="browse"]').click();
      await widget.locator('#browse-word').fill('script');
      await widget.locator('.brief [data-target^="hostile-"]').first().click();
      await widget.locator('[data-screen="offer"]').waitFor();
      await assertHarmless('an offer');
      assert.deepEqual(seen.errors, []);
      await close();
    });

    test('is an interview still when every sentence of it is an attack', async () => {
      const { seen, widget, assertHarmless, close } = await open(haunted());
      await widget.locator('[data-action="recognise"]').click();
      await assertHarmless('recognition');
      await widget.evaluate((host) => host.restart());
      await widget.locator('[data-action="recognise"]').waitFor();
      await walk(widget, answers);
      await assertHarmless('the results');
      for (const to of ['sheet', 'respite', 'journey', 'browse']) {
        await widget.locator(`nav [data-action="${to}"]`).click();
        await until(async () => (await widget.locator('nav [aria-current]').getAttribute('data-action')) === to, to);
        await assertHarmless(to);
      }
      assert.deepEqual(seen.errors, []);
      await close();
    });

    test('leaves out what can not be read, and nothing else with it', async () => {
      const out = attacks.filter(({ fate, isLarge }) => fate === 'left-out' && !isLarge);
      const results = async (body) => {
        const { seen, widget, assertHarmless, close } = await open(body);
        await walk(widget, answers);
        await assertHarmless('the results');
        const found = [...(await offers(widget))];
        await close();
        return { found, warnings: seen.warnings.filter((warning) => warning.includes('left out')) };
      };
      const right = await results(besieged([]));
      const { found, warnings } = await results(besieged(out));
      assert.deepEqual(found, right.found);
      assert.ok(warnings.length === 1 && warnings[0].includes(` ${out.length} offers`), `${out.length}: ${warnings}`);
    });

    test('stays nimble with names of a megabyte', async () => {
      const large = attacks.filter(({ fate, isLarge }) => fate === 'shown' && isLarge);
      assert.ok(large.length >= 6);
      const { widget, assertHarmless, close } = await open(besieged(large));
      await walk(widget, answers);
      await assertHarmless('the results');
      const start = Date.now();
      await widget.locator('[data-offer^="hostile-"] [data-action="keep"]').first().evaluate((button) => button.click());
      await until(async () => /\(1\)/.test(await widget.locator('nav [data-action="plan"]').innerText()), 'one in the plan', 10_000);
      assert.ok(Date.now() - start < 5000, `${Date.now() - start} ms for a press`);
      await close();
    });
  });

test('what is no catalogue, or too much of one, ends in numbers to call', async () => {
  const browser = await start();
  const refused = attacks.filter(({ fate }) => fate === 'refused');
  const alone = attacks.filter(({ fate, isLarge }) => fate === 'left-out' && isLarge);
  const bodies = [...refused, ...alone].map((attack) => besieged([attack]));
  const { page, seen, close } = await browser.open({
    before: (page) =>
      page.route('**/own*/*.json', (route) => {
        const [, number, file] = /own(\d+)\/(\w+)/.exec(route.request().url());
        return file === 'places' ? route.fulfill({ path: 'dist/catalogue/places.json' }) : route.fulfill({ contentType: 'application/json', body: bodies[number] });
      }),
  });
  for (const [number, { name }] of [...refused, ...alone].entries()) {
    const outcome = number < refused.length ? 'sorry' : 'intro';
    await page.evaluate((number) => {
      const made = document.createElement('mantel-wijzer');
      for (const [name, value] of [['loading', 'eager'], ['catalogue', `own${number}/nl.json`]]) made.setAttribute(name, value);
      document.querySelector('main').append(made);
    }, number);
    const widget = page.locator('mantel-wijzer').nth(1);
    await until(() => widget.evaluate((element) => Boolean(element.shadowRoot.querySelector('.aids, .sorry'))), name, 15_000);
    assert.equal(await widget.locator('[data-screen]').getAttribute('data-screen'), outcome, name);
    if (outcome === 'sorry') assert.ok(await widget.locator('.sorry a[href="tel:112"]').isVisible(), name);
    await page.evaluate(() => document.querySelectorAll('mantel-wijzer')[1].remove());
  }
  await until(() => seen.told.filter(({ code }) => code === 'catalogue-unreadable').length === refused.length, 'an event for each');
  await close();
  await browser.stop();
});
