// The element as a host page handles it: moved, removed, twice, with attributes, from another origin.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { screen, start, until } from './browser.mjs';
import { policy, serve } from './server.mjs';
import { answerScreen } from './walk.mjs';

const answers = JSON.parse(readFileSync('catalogue/personas/father-in-law-with-dementia.json', 'utf8')).answers;

/** Puts a widget with these attributes at the end of the page. */
const add = (page, attributes) =>
  page.evaluate((attributes) => {
    const made = document.createElement('mantel-wijzer');
    for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) made.setAttribute(name, value);
    document.querySelector('main').append(made);
  }, attributes);

const release = ['/catalogue/nl-BE.json', '/catalogue/places.json', '/mantel-wijzer.js', '/mantel-wijzer_app.js', '/mantel-wijzer_bg.wasm'];
const loaded = (seen) => seen.requests.map((url) => new URL(url).pathname).filter((path) => /mantel|catalogue/.test(path));

/** Puts the widget far below what is seen. */
const farDown = (page) =>
  page.addInitScript(() => {
    new MutationObserver(() => {
      const intro = document.querySelector('.intro');
      if (intro) intro.style.marginBottom = '6000px';
    }).observe(document, { childList: true, subtree: true });
  });

describe('the element', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());
  const question = (widget) => widget.locator('[data-question]').first().getAttribute('data-question');

  test('keeps its place when it moves', async () => {
    const { page, seen, widget, close } = await browser.open();
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    await until(async () => (await question(widget)) !== 'carer-place', 'the second question');
    const here = await question(widget);
    const option = widget.locator('[data-question] input').first();
    await option.check({ force: true });
    await page.evaluate(() => document.querySelector('footer').append(document.querySelector('mantel-wijzer')));
    await page.waitForTimeout(100);
    assert.equal(await question(widget), here);
    assert.ok(await option.isChecked());
    await widget.locator('[data-action="next"]').click();
    await until(async () => (await question(widget)) !== here, 'another question');
    assert.equal(seen.told.filter(({ name }) => name === 'ready').length, 1);
    await close();
  });

  test('forgets when it is removed, and begins anew when it returns', async () => {
    const { page, seen, widget, close } = await browser.open();
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    const left = await page.evaluate(async () => {
      window.kept = document.querySelector('mantel-wijzer');
      window.kept.remove();
      await new Promise((wait) => setTimeout(wait, 50));
      return window.kept.shadowRoot.childElementCount;
    });
    assert.equal(left, 0);
    await page.evaluate(() => document.querySelector('main').append(window.kept));
    await page.evaluate(() => window.kept.scrollIntoView());
    await widget.locator('[data-screen="intro"]').waitFor();
    await widget.locator('[data-action="start"]').click();
    assert.equal(await question(widget), 'carer-place');
    assert.equal(await widget.locator('[data-question] .chosen').count(), 0);
    assert.deepEqual(seen.errors, []);
    await close();
  });

  test('stands twice on a page, each with answers of its own', async () => {
    const { page, seen, widget, close } = await browser.open();
    await add(page, {});
    const other = page.locator('mantel-wijzer').nth(1);
    await other.locator('[data-screen="intro"]').waitFor();
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    assert.equal(await screen(other), 'intro');
    await other.locator('[data-action="start"]').click();
    assert.equal(await question(other), 'carer-place');
    assert.notEqual(await question(widget), 'carer-place');
    assert.equal(seen.requests.filter((url) => url.endsWith('.wasm')).length, 1);
    await page.evaluate(() => document.querySelectorAll('mantel-wijzer')[1].remove());
    await answerScreen(widget, answers);
    assert.deepEqual(seen.errors, []);
    await close();
  });

  test('begins anew when the page asks', async () => {
    const { page, seen, widget, close } = await browser.open();
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    await page.evaluate(() => document.querySelector('mantel-wijzer').restart());
    await widget.locator('[data-screen="intro"]').waitFor();
    await until(() => seen.told.some(({ name }) => name === 'restarted'), 'the event restarted');
    await widget.locator('[data-action="start"]').click();
    assert.equal(await question(widget), 'carer-place');
    await close();
  });

  test('takes the focus when the page gives it', async () => {
    const { page, close } = await browser.open();
    const focused = await page.evaluate(() => {
      const widget = document.querySelector('mantel-wijzer');
      widget.focus();
      return widget.shadowRoot.activeElement?.tagName;
    });
    assert.equal(focused, 'H2');
    await close();
  });

  test('heeds its attributes', async () => {
    const { page, seen, close } = await browser.open();
    await add(page, { 'heading-level': '4', place: 'be-vov', 'exit-url': 'https://example.org/weer', lang: 'nl-NL' });
    const widget = page.locator('mantel-wijzer').nth(1);
    await widget.locator('h4').first().waitFor();
    assert.equal(await widget.locator('h2, h3').count(), 0);
    assert.equal(await widget.locator('[data-action="exit"]').getAttribute('href'), 'https://example.org/weer');
    await until(() => seen.requests.some((url) => url.endsWith('/catalogue/nl-NL.json')), 'the catalogue of the Netherlands');
    await widget.locator('[data-action="start"]').click();
    assert.notEqual(await question(widget), 'carer-place');
    assert.match(await widget.locator('.progress').innerText(), /Vraag 1,/);
    assert.deepEqual(seen.warnings, []);
    await close();
  });

  test('warns of attributes that make no sense, and goes on', async () => {
    const { page, seen, close } = await browser.open();
    await add(page, { 'heading-level': '1', place: 'atlantis', 'exit-url': 'javascript:alert(1)', lang: 'xx' });
    const widget = page.locator('mantel-wijzer').nth(1);
    await widget.locator('[data-screen="intro"] h2').first().waitFor();
    assert.equal(await widget.locator('[data-action="exit"]').count(), 0);
    for (const name of ['heading-level', 'place', 'exit-url'])
      await until(() => seen.warnings.some((warning) => warning.includes(name)), `a warning of ${name}`);
    await close();
  });

  test('loads another catalogue, with its places beside it', async () => {
    const { page, seen, close } = await browser.open({
      before: (page) => page.route('**/own/*.json', (route) => route.fulfill({ path: `dist/catalogue/${route.request().url().split('/').pop()}` })),
    });
    await add(page, { catalogue: 'own/nl.json' });
    await page.locator('mantel-wijzer').nth(1).locator('[data-screen="intro"]').waitFor();
    const own = seen.requests.filter((url) => url.includes('/own/')).map((url) => new URL(url).pathname);
    assert.deepEqual(own.sort(), ['/own/nl.json', '/own/places.json']);
    await close();
  });

  test('shows the first screen at once, and loads the rest when it comes near', async () => {
    const { page, seen, widget, close } = await browser.open({ ready: false, before: farDown });
    await page.waitForLoadState('networkidle');
    assert.ok(await widget.locator('[data-action="start"]').isVisible());
    assert.deepEqual(loaded(seen), ['/mantel-wijzer.js']);
    await widget.scrollIntoViewIfNeeded();
    await until(() => seen.told.some(({ name }) => name === 'ready'), 'the event ready');
    await close();
  });

  test('loads when it is touched, and then does what was pressed', async () => {
    const { page, seen, widget, close } = await browser.open({ ready: false, before: farDown });
    await page.waitForLoadState('networkidle');
    await page.route('**/*.wasm', async (route) => {
      await new Promise((wait) => setTimeout(wait, 400));
      await route.continue();
    });
    // By script: to press it with a finger it would have to be near.
    await widget.locator('[data-action="start"]').evaluate((button) => button.click());
    assert.match(await widget.locator('[role="status"]').innerText(), /wordt geladen/);
    await widget.locator('[data-screen="question"]').waitFor();
    assert.deepEqual(loaded(seen).sort(), release);
    await until(() => seen.told.length >= 3, 'three events');
    assert.deepEqual(seen.told.map(({ name }) => name), ['ready', 'started', 'step']);
    await close();
  });

  for (const width of [360, 1280])
    test(`the living first screen looks like its picture, ${width} pixels wide, and the page doesn't shift`, async () => {
      let go;
      const looked = new Promise((done) => (go = done));
      const { page, widget, seen, close } = await browser.open({
        ready: false,
        viewport: { width, height: 900 },
        before: async (page) => {
          await page.addInitScript(() => {
            window.shifts = [];
            new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
          });
          await page.route('**/*.wasm', async (route) => {
            await looked;
            await route.continue();
          });
        },
      });
      await widget.locator('[data-action="start"]').waitFor();
      // Where it is to the pixel, and how all in it looks; the round corner around it is drawn anew, a shade otherwise.
      const look = async () => [
        await page.evaluate(() => document.querySelector('mantel-wijzer').shadowRoot.querySelector('.screen').getBoundingClientRect().top + scrollY),
        (await widget.locator('.bar').screenshot()).toString('base64'),
        (await widget.locator('.intro').screenshot()).toString('base64'),
      ];
      const shifts = () => page.evaluate(() => window.shifts.splice(0).map(({ value }) => value));
      assert.deepEqual(await shifts(), []);
      const before = await look();
      // A picture of what is higher than the window moves the page itself.
      await shifts();
      assert.deepEqual(seen.told, []);
      go();
      await until(() => seen.told.some(({ name }) => name === 'ready'), 'the event ready', 15_000);
      await page.waitForTimeout(200);
      assert.deepEqual(await shifts(), []);
      // What stands above it comes with the interview; its place was kept.
      await widget.evaluate((element) => (element.shadowRoot.querySelector('.aids').style.display = 'none'));
      const after = await look();
      assert.deepEqual(before.map((part, place) => part === after[place]), [true, true, true], `${before[0]} ${after[0]}`);
      await close();
    });

  test('what is opened in the picture stays open, and the focus stays where it is', async () => {
    const { widget, seen, close } = await browser.open({
      ready: false,
      before: (page) => page.route('**/*.wasm', async (route) => {
        await new Promise((wait) => setTimeout(wait, 1000));
        await route.continue();
      }),
    });
    await widget.locator('[data-action="talk-now"]').click();
    for (const number of ['112', '106', '1813', '113'])
      assert.ok(await widget.locator(`.talk a[href="tel:${number}"]`).first().isVisible(), number);
    await widget.locator('[data-action="wipe"]').focus();
    assert.deepEqual(seen.told, []);
    await until(() => seen.told.some(({ name }) => name === 'ready'), 'the event ready');
    assert.ok(await widget.locator('.theme-title').first().isVisible());
    assert.equal(await widget.evaluate((element) => element.shadowRoot.activeElement?.dataset.action), 'wipe');
    await close();
  });

  test('heeds its attributes when they change, and the visitor stays where they are', async () => {
    const { page, seen, widget, close } = await browser.open();
    const set = (attributes) =>
      page.evaluate((attributes) => {
        const widget = document.querySelector('mantel-wijzer');
        for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
      }, attributes);
    await set({ 'heading-level': '3' });
    await widget.locator('h3.title').waitFor();
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    await until(async () => (await question(widget)) !== 'carer-place', 'the second question');
    const here = await question(widget);
    const option = widget.locator('[data-question] input').first();
    await option.check({ force: true });
    await until(() => seen.told.filter(({ name }) => name === 'step').length >= 2, 'the event of the second question');
    const told = seen.told.length;
    await set({ 'heading-level': '5', 'exit-url': 'https://example.org/weer', lang: 'nl-NL', place: 'nl', loading: 'eager' });
    await until(() => seen.requests.some((url) => url.endsWith('/catalogue/nl-NL.json')), 'another language');
    await until(async () => (await widget.locator('h2, h3').count()) === 0, 'another level');
    assert.equal(await widget.locator('[data-action="exit"]').getAttribute('href'), 'https://example.org/weer');
    assert.equal(await question(widget), here);
    assert.ok(await option.isChecked());
    assert.equal(await widget.evaluate((element) => element.shadowRoot.activeElement?.tagName), 'INPUT');
    assert.equal(seen.told.length, told, 'nothing to tell');
    await widget.locator('[data-action="next"]').click();
    await until(async () => (await question(widget)) !== here, 'another question');
    // Another catalogue that can't be had changes nothing; one that can begins anew.
    await set({ catalogue: 'none/nl.json' });
    await until(() => seen.told.some(({ code }) => code === 'catalogue-missing'), 'an error');
    assert.equal(await screen(widget), 'question');
    await set({ catalogue: 'catalogue/nl-BE.json' });
    await widget.locator('[data-screen="intro"]').waitFor();
    await widget.locator('[data-action="start"]').click();
    await until(async () => (await question(widget)) === 'recipient-place' || (await question(widget)) !== 'carer-place', 'the place is known');
    await close();
  });

  test('has properties beside its attributes', async () => {
    const { page, close } = await browser.open();
    const found = await page.evaluate(async () => {
      const made = document.createElement('mantel-wijzer');
      Object.assign(made, { place: 'be-vov', headingLevel: 4, exitUrl: 'https://example.org/', loading: 'eager' });
      const ready = new Promise((tell) => made.addEventListener('mantel-wijzer:ready', tell));
      document.querySelector('main').append(made);
      await ready;
      return [made.place, made.getAttribute('heading-level'), made.exitUrl, made.catalogue, Boolean(made.shadowRoot.querySelector('h4.title'))];
    });
    assert.deepEqual(found, ['be-vov', '4', 'https://example.org/', '', true]);
    await close();
  });

  for (const [what, css] of [
    ['a flex row', '.wide { display: flex; }'],
    ['a centred column', 'main { display: flex; flex-direction: column; align-items: center; }'],
    ['a grid', 'main { display: grid; justify-items: center; }'],
    ['a float', '.wide { float: left; }'],
    ['a table', '.wide { display: table; }'],
  ])
    for (const width of [360, 1280])
      test(`has a width of its own in ${what}, ${width} pixels wide`, async () => {
        const { page, widget, close } = await browser.open({
          viewport: { width, height: 800 },
          before: (page) => page.route('**/host-page.css', (route) => route.fulfill({ contentType: 'text/css', body: css })),
        });
        const box = await widget.boundingBox();
        assert.ok(box.width >= Math.min(560, width - 90), `${box.width} wide`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing falls out of the page');
        await close();
      });

  test('minds being defined twice', async () => {
    const { page, seen, widget, close } = await browser.open();
    await page.evaluate(() => import(new URL('mantel-wijzer.js?again', location.href)));
    await until(() => seen.warnings.some((warning) => warning.includes('is here already')), 'a warning');
    await widget.locator('[data-action="start"]').click();
    await widget.locator('[data-screen="question"]').waitFor();
    await close();
  });

  test('works from another origin', async () => {
    const cdn = await serve('dist');
    const host = await serve('dist', 0, {
      rules: policy.map((rule) => rule.replace(/((?:script|connect)-src) 'self'/, `$1 ${cdn.address}`)),
      rewrite: (page) => page.replace('src="mantel-wijzer.js"', `src="${cdn.address}/mantel-wijzer.js"`),
    });
    const { seen, widget, close } = await browser.open({ at: host.address });
    await widget.locator('[data-action="start"]').click();
    await answerScreen(widget, answers);
    assert.deepEqual(seen.errors, []);
    assert.ok(seen.requests.some((url) => url === `${cdn.address}/mantel-wijzer_bg.wasm`));
    await close();
    await Promise.all([cdn.stop(), host.stop()]);
  });
});
