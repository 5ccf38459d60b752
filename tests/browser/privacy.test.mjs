// No answer leaves the page: every scenario, every screen and every field, on a host page full of trackers, with a proxy that
// writes down all traffic. Each look is first seen to find what a page does that may not be done.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { frames, headersOf } from '../../hosts/deploy/table.mjs';
import { until } from './browser.mjs';
import { serve } from './server.mjs';
import { answers as carer, tour } from './tour.mjs';
import { hostPage } from './trackers.mjs';
import { record } from './traffic.mjs';
import { scenarios, walk } from './walk.mjs';

const dist = process.env.MANTELWIJZER_DIST ?? 'dist';
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const people = new Map([...scenarios].map(([name, file]) => [name, read(file).answers]));

/** A page that lets its trackers load, run and send whatever they like. */
const loose = ["default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"];
const body = '<h1>Zorg</h1><mantel-wijzer lang="nl-BE"><p>Bel ons.</p></mantel-wijzer><input id="own"><script type="module" src="mantel-wijzer.js"></script>';
/** All that is asked of a server, in a whole visit. */
const release = ['', 'catalogue/nl-BE.json', 'catalogue/places.json', 'host-page.svg', 'mantel-wijzer.js', 'mantel-wijzer_app.js', 'mantel-wijzer_bg.wasm'];

/** Every text for people in a part of the catalogue, whatever it stands in. */
const texts = (part) => (typeof part === 'string' ? [part] : Object.values(part ?? {}).flatMap(texts));
const { questions } = read('catalogue/questionnaire.json');
const { regions, municipalities } = read('catalogue/regions.json');
const named = new Map([...questions.flatMap(({ options = [] }) => options), ...regions, ...municipalities].map((one) => [one.id, one]));

/** The ids of these answers and what they are called, but for words too short to be anybody's. */
function words(answers) {
  const given = Object.values(answers).flat().filter(Boolean);
  const labels = given.flatMap((id) => [id, ...texts(named.get(id)?.text), ...texts(named.get(id)?.name)]);
  return labels.map((label) => label.toLowerCase()).filter((label) => label.length > 3);
}

/** Whether this word stands in a text by itself: not `leave` in `pointerleave`. */
const holds = (text, word) => plain(text).includes(plain(word));
const plain = (text) => ` ${text.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ' ').trim()} `;

/** A note's leaves, each with its name. */
const leaves = (part, name) => (part && typeof part === 'object' ? Object.entries(part).flatMap(([name, one]) => leaves(one, name)) : [[name, part]]);

/** What a listener read that doesn't stand on the page itself. Numbers may only count: clicks, screens, results. */
function strange(note, own) {
  const { type, ...read } = JSON.parse(note);
  const isKnown = (name, value) => value === null || (typeof value === 'string' ? own.has(value) : /^(detail|index|count)$/.test(name));
  return leaves(read).filter(([name, value]) => !isKnown(name, value)).map(([name, value]) => `${type} ${name}=${value}`);
}

/** What stands otherwise in the books than it did. */
function changes(before, now) {
  const lines = ([book, found]) => `kept: ${book} ${JSON.stringify(found)}`;
  const were = new Set(Object.entries(before).map(lines));
  return Object.entries(now).map(lines).filter((line) => !were.has(line));
}

/** Opens a page, and gives a way to look at all that it left anywhere since the last look. */
async function watch(address, t, frame) {
  const { asked, context, stop } = await record({
    locale: 'nl-BE',
    reducedMotion: 'reduce',
    // High enough to drag something from one end to the other.
    viewport: { width: 1000, height: 2400 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  t?.after(() => stop());
  context.setDefaultTimeout(15_000);
  const [page] = context.pages();
  const session = await context.newCDPSession(page);
  const widget = (frame ? page.frameLocator(frame) : page).locator('mantel-wijzer');
  const said = [];
  page.on('console', (message) => said.push(`said: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`failed: ${error}`));
  let seen = 0;
  await page.goto(address);
  await widget.locator('.aids').waitFor();
  await page.waitForLoadState('networkidle');

  const own = new Set(leaves(await page.evaluate(() => window.trackers.own())).map(([, value]) => value));
  // The browser's own books beside what the page can see of them.
  const books = async () => ({
    ...(await page.evaluate(async () => ({
      address: location.href,
      title: document.title,
      window: window.name,
      history: [history.length, history.state],
      cookie: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      clipboard: await navigator.clipboard.readText(),
      resources: performance.getEntriesByType('resource').length,
    }))),
    cookies: (await session.send('Network.getAllCookies')).cookies,
    quota: (await session.send('Storage.getUsageAndQuota', { origin: address })).usage,
    visited: (await session.send('Page.getNavigationHistory')).entries.length,
  });
  let kept = {};
  /** All that is new. No note may tell of `answers`. */
  const look = async (answers = {}) => {
    const taken = await page.evaluate(() => window.trackers.take());
    const now = await books();
    const given = words(answers);
    const isTold = (note) => given.some((word) => holds(note, word));
    const found = [
      ...asked.slice(seen).map((line) => `asked: ${line}`),
      ...changes(kept, now),
      ...said.splice(0),
      ...taken.used.map((note) => `used: ${note}`),
      ...taken.changed.map((note) => `changed: ${note}`),
      ...taken.heard.flatMap((note) => strange(note, own)).map((note) => `heard: ${note}`),
      ...[...taken.heard, ...taken.measured].filter(isTold).map((note) => `told: ${note}`),
    ];
    seen = asked.length;
    kept = now;
    return { found, heard: taken.heard, overheard: taken.overheard };
  };
  const first = [...asked];
  await look();
  const anew = async () => {
    await page.evaluate(() => document.querySelector('mantel-wijzer').restart());
    await widget.locator('[data-screen="intro"]').waitFor();
  };
  return { page, session, widget, own, first, look, anew, stop };
}

describe('privacy', () => {
  let host;
  before(async () => {
    host = await serve(dist, 0, { rules: loose, rewrite: () => hostPage(body) });
  });
  after(() => host?.stop());

  test('before the first answer the files of the release are asked for, and none besides', async (t) => {
    const { first, own } = await watch(host.address, t);
    assert.deepEqual(first.sort(), release.map((path) => `GET ${host.address}/${path}`));
    // Words of the page itself would hide an answer.
    const page = [...own].join(' ');
    for (const answers of people.values()) for (const word of words(answers)) assert.ok(!holds(page, word), word);
  });

  /** What may not be done, done by the page; and how the look tells it. */
  const sins = [
    ['a request', () => void fetch('first.json'), /^asked: GET .*\/first\.json$/],
    ['a request, as the page sees it', () => void fetch('first.json?again'), /^used: fetch/],
    ['a request, as the browser counts it', () => (new Image().src = 'host-page.svg?again'), /^kept: resources/],
    ['a beacon', () => navigator.sendBeacon('http://tracker.example/beacon', 'yes'), /^asked: POST http:\/\/tracker\.example\/beacon$/],
    ['an image', () => (new Image().src = 'http://tracker.example/pixel'), /^asked: GET http:\/\/tracker\.example\/pixel$/],
    ['a websocket', () => void new WebSocket('ws://tracker.example/'), /^asked: CONNECT tracker\.example:80$/],
    ['a secure request', () => void fetch('https://tracker.example/').catch(() => {}), /^asked: CONNECT tracker\.example:443$/],
    ['a connection made early', () => hint('preconnect', 'https://early.example/'), /^asked: CONNECT early\.example:443$/],
    ['a page fetched early', () => hint('prefetch', 'http://early.example/page'), /^asked: GET http:\/\/early\.example\/page$/],
    ['a cookie', () => (document.cookie = 'a=1'), /^kept: cookies/],
    ['a cookie, as the page sees it', () => (document.cookie = 'a=2'), /^kept: cookie "/],
    ['something in the local storage', () => (localStorage.a = 1), /^kept: local/],
    ['something in the storage of a session', () => (sessionStorage.a = 1), /^kept: session/],
    ['a database', () => void indexedDB.open('answers'), /^kept: databases/],
    ['a cache', () => void caches.open('answers'), /^kept: caches/],
    ['what takes room', () => caches.open('more').then((cache) => cache.put('/a', new Response('x'.repeat(9999)))), /^kept: quota/],
    ['a service worker', () => navigator.serviceWorker.register('host-page.svg').catch(() => {}), /^used: register/],
    ['an entry in the history', () => history.pushState({ a: 1 }, ''), /^kept: history/],
    ['an entry in the history, as the browser counts it', () => history.pushState({ a: 2 }, ''), /^kept: visited/],
    ['a part of the address', () => (location.hash = 'yes'), /^kept: address/],
    ['a title', () => (document.title = 'Dementie'), /^kept: title/],
    ['a name of the window', () => (window.name = 'yes'), /^kept: window/],
    ['a copied text', () => navigator.clipboard.writeText('yes'), /^kept: clipboard/],
    ['a line on the console', () => console.debug('yes'), /^said: yes/],
    ['an error', () => void setTimeout(() => fail('yes')), /^failed: ReferenceError/],
    ['a promise nobody keeps', () => void Promise.reject(new Error('yes')), /^failed: Error: yes/],
    ['a broken promise, as the page hears it', () => void Promise.reject(new Error('no')), /^heard: unhandledrejection 2=Error: no/],
    ['a message', () => postMessage({ answer: 'yes' }), /^heard: message answer=yes/],
    ['a channel to other tabs', () => void new BroadcastChannel('yes'), /^used: BroadcastChannel/],
    ['an attribute of the tag', () => (document.querySelector('mantel-wijzer').dataset.answer = 'yes'), /^changed: attributes of MANTEL-WIJZER/],
    ['an answer in an event', () => tell('mantel-wijzer:step', { index: 1, need: 'respite' }), /^heard: mantel-wijzer:step need=respite/],
    ['a number of an answer in an event', () => tell('mantel-wijzer:step', { need: 4 }), /^heard: mantel-wijzer:step need=4/],
    ['a letter', () => tell('keydown', 0, KeyboardEvent, { key: 'q' }), /^heard: keydown key=q/],
    ['a mark for who measures', () => void performance.mark('dementia'), /^told: .*dementia/],
  ];
  describe('a look finds', () => {
    let watched;
    before(async () => {
      watched = await watch(host.address);
      await watched.page.evaluate(() => {
        window.hint = (rel, href) => document.head.append(Object.assign(document.createElement('link'), { rel, href }));
        window.tell = (name, detail, Kind = CustomEvent, more = {}) =>
          document.querySelector('mantel-wijzer').dispatchEvent(new Kind(name, { bubbles: true, detail, ...more }));
      });
    });
    after(() => watched?.stop());
    for (const [name, act, expected] of sins)
      test(name, async () => {
        await watched.page.evaluate(act);
        const found = [];
        await until(async () => {
          found.push(...(await watched.look({ situation: ['dementia'] })).found);
          return found.some((line) => expected.test(line));
        }, `${expected} in ${found.join('\n')}`);
      });
  });

  describe('no scenario leaves a trace', () => {
    let watched;
    after(() => watched?.stop());
    for (const [name, answers] of people)
      test(name.replace('.json', ''), async () => {
        watched ??= await watch(host.address);
        await watched.anew();
        await walk(watched.widget, answers);
        const { found, overheard } = await watched.look(answers);
        assert.deepEqual(found, []);
        assert.ok(overheard.some((note) => note.includes('mantel-wijzer:results')), 'the trackers are awake');
      });
  });

  test('no screen leaves a trace', async (t) => {
    const watched = await watch(host.address, t);
    let links = 0;
    for await (const name of tour(watched)) {
      assert.deepEqual((await watched.look(carer)).found, [], name);
      const policies = await watched.widget.locator('a[href^="http"]').evaluateAll((found) => found.map((link) => link.referrerPolicy));
      assert.ok(policies.every((policy) => policy === 'no-referrer'), `${name}: ${policies}`);
      links += policies.length;
    }
    assert.ok(links > 10, `${links} links`);
  });

  /** Types in a field as people do: letter by letter, by a method for other scripts, and by copying and cutting. */
  async function type({ page, session }, field, word) {
    await field.click();
    await field.pressSequentially(word);
    await session.send('Input.imeSetComposition', { text: 'ui', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.insertText', { text: word });
    for (const key of ['A', 'C', 'X', 'V', 'V']) await page.keyboard.press(`Control+${key}`);
  }
  /** The events that bring letters along. */
  const tells = 'keydown keypress keyup beforeinput input textInput compositionstart compositionupdate compositionend copy cut paste dragstart drop'.split(' ');
  const typed = ['kwartel', 'wielewaal', 'roodborst', 'zanglijster'];

  test('nothing that is typed, copied or dropped reaches a listener, nor the disk', async (t) => {
    const watched = await watch(host.address, t);
    const { page, widget } = watched;
    const press = (action) => widget.locator(`${action}:visible`).first().click();
    await press('[data-action="start"]');
    await type(watched, widget.locator('.place input'), typed[0]);
    await watched.anew();
    await walk(widget, carer);
    for (const place of [0, 1]) await widget.locator('[data-offer] [data-action="keep"]:visible').nth(place).click();
    const fields = { browse: '#browse-word', sheet: '.sheet-line textarea[placeholder]', plan: '.task textarea' };
    for (const [place, [action, field]] of Object.entries(fields).entries()) {
      await press(`nav [data-action="${action}"]`);
      await type(watched, widget.locator(field).first(), typed[place + 1]);
    }
    const [note, other] = await widget.locator(fields.plan).all();
    await note.selectText();
    const [from, to] = await Promise.all([note.boundingBox(), other.boundingBox()]);
    await page.mouse.move(from.x + 20, from.y + 16);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 16, { steps: 8 });
    await page.mouse.up();
    const { found, heard, overheard } = await watched.look(carer);
    // What the caregiver copies is on her clipboard.
    assert.deepEqual(found.filter((line) => !line.startsWith('kept: clipboard')), []);
    const inside = (notes) => notes.filter((note) => JSON.parse(note).nodes[0]?.nodeName === 'MANTEL-WIJZER');
    const among = (notes) => tells.filter((type) => notes.some((note) => JSON.parse(note).type === type));
    assert.deepEqual(among(inside(heard)), []);
    // The trackers aren't deaf: who listens on the way in hears all of it. PRIVACY.md says so.
    assert.deepEqual(among(inside(overheard)), tells);
    const read = among(inside(overheard).filter((note) => strange(note, watched.own).length > 0));
    for (const type of ['keydown', 'input', 'compositionupdate', 'paste', 'dragstart']) assert.ok(read.includes(type), type);
    // Nor is the search through the disk blind: of a field on the page itself, the browser keeps what is typed.
    await page.locator('#own').fill('nachtegaal');
    await page.waitForTimeout(3000);
    const left = await watched.stop([...typed, 'nachtegaal']);
    assert.ok(left.length > 0 && left.every((line) => line.startsWith('nachtegaal')), left.join('\n'));
  });

  /** Ways to the first question. A page that gives a choice of languages loads the others when idle, but not from then on. */
  const begun = {
    'at once': [],
    'after the three questions of who doubts': ['recognise'],
    'after a search': ['browse', 'wipe'],
    'after wiping': ['start', 'wipe'],
    'after the page began anew': ['start', 'restart'],
  };
  for (const [name, presses] of Object.entries(begun))
    test(`no other language is loaded once the questions have begun, ${name}`, async (t) => {
      const rewrite = () => hostPage(body.replace('<mantel-wijzer ', '<mantel-wijzer languages="nl-BE fr de tr" '));
      const several = await serve(dist, 0, { rules: loose, rewrite });
      t.after(() => several.stop());
      const { page, widget, look, anew } = await watch(several.address, t);
      for (const action of [...presses, 'start']) {
        if (action === 'restart') await anew();
        else await widget.locator(`[data-action="${action}"]:visible`).first().click();
      }
      await widget.locator('[data-screen="question"]').waitFor();
      await look();
      await page.waitForTimeout(3000);
      assert.deepEqual((await look()).found, []);
      assert.ok(await widget.locator('option[value="tr"]').isDisabled(), 'nor chosen');
    });

  test('what a press takes along goes to the clipboard or a file, and nowhere else', async (t) => {
    const { page, widget, look } = await watch(host.address, t);
    await walk(widget, carer);
    await widget.locator('[data-offer] [data-action="keep"]:visible').first().click();
    await widget.locator('nav [data-action="plan"]').click();
    const after = async (action) => {
      await widget.locator(`[data-action="${action}"]`).click();
      await page.waitForTimeout(300);
      return (await look()).found.map((line) => line.split(/[ (]/, 2).join(' ')).sort();
    };
    assert.deepEqual(await after('copy'), ['kept: clipboard', 'used: writeText']);
    const [file, left] = await Promise.all([page.waitForEvent('download'), after('download')]);
    assert.deepEqual([file.suggestedFilename(), left], ['mijn-plan.html', []]);
  });

  test('in the frame a page hears of heights and counts, and on the way in nothing more', async (t) => {
    const inFrame = headersOf('embed.html')['Content-Security-Policy'].replace(frames, '*').split('; ');
    const cdn = await serve(dist, 0, { rules: inFrame });
    const lines = readFileSync(join(dist, 'embed-snippet.html'), 'utf8').replace(/<!--.*?-->/gs, '');
    const around = hostPage(lines.replaceAll(/https:\/\/cdn\.voorbeeld\.be\/mantel-wijzer\/[^/]+/g, cdn.address));
    const outside = await serve(dist, 0, { rules: loose, rewrite: () => around });
    t.after(() => Promise.all([cdn.stop(), outside.stop()]));
    const watched = await watch(outside.address, t, 'iframe');
    const { widget, own } = watched;
    await walk(widget, carer);
    await widget.locator('nav [data-action="browse"]').click();
    await type(watched, widget.locator('#browse-word'), typed[0]);
    const { found, overheard } = await watched.look(carer);
    assert.deepEqual(found.filter((line) => /^(asked|said|failed|told|kept: (?!clipboard))/.test(line)), []);
    const messages = ['height', 'arrive', 'event', 'ready', 'started', 'step', 'results'].map((name) => `mantel-wijzer:${name}`);
    const told = overheard.flatMap((note) => strange(note, new Set([...own, ...messages]))).filter((line) => !/^message (px|top)=\d+$/.test(line));
    assert.deepEqual(told, []);
    assert.ok(overheard.some((note) => note.includes('mantel-wijzer:results')), 'the trackers are awake');
  });
});
