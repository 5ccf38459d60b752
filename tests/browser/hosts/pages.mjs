// The hosts that are pages: what each serves, and what must still work there beside the widget.
// `start` is given the release's own server, and gives the site's address and a way to stop.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, until } from '../browser.mjs';
import { answerScreen } from '../walk.mjs';
import { react, yew } from './built.mjs';
import { answers, told } from './check.mjs';
import { examples, folder, release, scratch, site } from './site.mjs';

export const css = { 'page.css': join(examples, 'page.css') };
export const rules = readFileSync(join(examples, 'strict/policy.txt'), 'utf8').trim().split('\n');

const asked = (widget) => widget.locator('[data-question]').first().getAttribute('data-question');

/** The page's own menu opens and leads where it says, and the widget stays where it was. */
async function menu({ page, widget }) {
  await page.locator('.menu summary').click();
  await page.locator('.menu a[href$="#contact"]').click();
  assert.equal(new URL(page.url()).hash, '#contact');
  assert.equal(await screen(widget), 'results');
}

/** Puts an example that has been built beside its page. */
async function built(name, make, places, options) {
  const { path, clear } = scratch();
  try {
    cpSync(join(examples, name), path, { recursive: true });
    await make(path);
    const { address, stop } = await site({ ...css, [name]: path, ...places }, options);
    return { address: `${address}/${name}/`, stop: async () => (await stop(), clear()) };
  } catch (problem) {
    clear();
    throw problem;
  }
}

export const hosts = [
  {
    name: 'a plain page',
    example: 'plain',
    start: (cdn) => site({ ...css, plain: join(examples, 'plain') }, { cdn }),
    path: '/plain/',
    works: menu,
  },
  {
    name: 'a page with a strict policy, on another origin than the release',
    example: 'strict',
    start: (cdn) => site({ ...css, strict: join(examples, 'strict') }, { cdn, rules }),
    path: '/strict/',
    async works({ page, widget, seen }) {
      const answer = await page.request.get(page.url());
      assert.match(answer.headers()['content-security-policy'], /^default-src 'none'; .*trusted-types 'none'$/);
      assert.equal(await page.evaluate(() => document.querySelector('script').integrity.slice(0, 7)), 'sha384-');
      await menu({ page, widget, seen });
    },
  },
  {
    name: 'a page under a path, with a base of its own',
    example: 'sub-path',
    start: () => {
      const places = { 'opmaak/page.css': css['page.css'], 'zorg/mantelzorg': join(examples, 'sub-path'), [`static/${folder}`]: release };
      return site(places);
    },
    path: '/zorg/mantelzorg/',
    async works({ page, widget, seen }) {
      const strayed = seen.requests.map((url) => new URL(url).pathname).filter((path) => !/^\/(zorg|opmaak|static)\//.test(path));
      assert.deepEqual(strayed, []);
      assert.equal(await page.evaluate(() => document.baseURI.endsWith('/opmaak/')), true);
      await menu({ page, widget });
    },
  },
  {
    name: 'two widgets on a page',
    example: 'two',
    start: (cdn) => site({ ...css, two: join(examples, 'two') }, { cdn }),
    path: '/two/',
    context: { viewport: { width: 360, height: 640 } },
    async prepare({ page, seen }) {
      assert.equal(told(seen, 'ready').length, 1, 'the second waits');
      assert.ok(await page.locator('#elders [data-action="start"]').isVisible());
    },
    async works({ page, seen, widget }) {
      const other = page.locator('#elders');
      const before = seen.requests.length;
      await other.scrollIntoViewIfNeeded();
      await until(() => told(seen, 'ready').length === 2, 'the second widget');
      assert.deepEqual(seen.requests.slice(before), [], 'the second loads nothing more');
      assert.equal(await other.locator('h2').count(), 0);
      await other.locator('[data-action="start"]').click();
      assert.equal(await asked(other), 'carer-place');
      await answerScreen(other, answers);
      assert.equal(await screen(widget), 'results');
      await menu({ page, widget });
    },
  },
  {
    name: 'a React page',
    example: 'react',
    start: () => built('react', (path) => react(join(path, 'main.js')), { 'react/mantel-wijzer': release }),
    async works({ page, seen, widget }) {
      const [{ count }] = told(seen, 'results');
      assert.equal(await page.locator('#gevonden').innerText(), `U vond ${count} soorten hulp.`);
      await page.locator('#niveau').click();
      await widget.locator('h3.title').waitFor();
      await page.locator('#opnieuw').click();
      await until(() => told(seen, 'restarted').length > 0, 'the event restarted');
      await widget.locator('[data-screen="intro"]').waitFor();
      assert.equal(await page.locator('#gevonden').innerText(), '');
      for (let turn = 1; turn <= 3; turn += 1) {
        await widget.locator('[data-action="start"]').click();
        await answerScreen(widget, answers);
        await page.getByRole('link', { name: 'Contact' }).click();
        await page.getByRole('heading', { name: 'Contact' }).waitFor();
        assert.equal(await page.locator('mantel-wijzer').count(), 0);
        await page.getByRole('link', { name: 'Mantelzorg' }).click();
        await until(() => told(seen, 'ready').length === 1 + turn, 'the widget after a change of route');
        assert.equal(await screen(widget), 'intro');
      }
    },
  },
  {
    name: 'a page that is itself a Yew app',
    example: 'yew',
    start: (cdn) => built('yew', yew, {}, { cdn }),
    async prepare({ page }) {
      await page.locator('#naam').fill('Jo');
      await page.locator('#dank').click();
      // What a page without Yew would count.
      await page.evaluate(() => {
        window.touches = 0;
        document.querySelector('#rond').addEventListener('click', () => (window.touches += 1));
      });
    },
    async works({ page, seen, widget }) {
      const [{ count }] = told(seen, 'results');
      /** Nothing that happened in the widget did anything to the page, but for the clicks that pass through it. */
      const undisturbed = async (thanks) => {
        assert.equal(await page.locator('#dank').innerText(), `Bedankt (${thanks})`);
        assert.equal(await page.locator('#naam').inputValue(), 'Jo');
        assert.equal(await page.locator('#groet').innerText(), 'Welkom, Jo');
        assert.equal(await page.locator('#toon').innerText(), 'Verberg de vragen');
        assert.equal(await page.locator('#dag').innerText(), 'U koos nog geen dag.');
        const touches = await page.evaluate(() => window.touches);
        assert.ok(touches > 0);
        assert.equal(await page.locator('#rond').getAttribute('data-touches'), `${touches}`);
      };
      await undisturbed(1);
      assert.equal(await page.locator('#gevonden').innerText(), `U vond ${count} soorten hulp.`);
      await page.locator('#dank').click();
      assert.equal(await screen(widget), 'results');
      await undisturbed(2);
      await page.locator('#opnieuw').click();
      await widget.locator('[data-screen="intro"]').waitFor();
      assert.equal(await page.locator('#gevonden').innerText(), '');
      for (let turn = 1; turn <= 3; turn += 1) {
        await page.locator('#toon').click();
        assert.equal(await page.locator('mantel-wijzer').count(), 0);
        await page.locator('#toon').click();
        await until(() => told(seen, 'ready').length === 1 + turn, 'the widget shown again');
        await widget.locator('[data-action="start"]').click();
        await answerScreen(widget, answers);
        await widget.locator('[data-screen="question"]').waitFor();
        await undisturbed(2);
      }
    },
  },
];
