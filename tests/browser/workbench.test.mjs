// The workbench, as a partner uses it: opened from a folder, without a network; and what she made, in the widget.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { executablePath, start, until } from './browser.mjs';
import { offers, walk } from './walk.mjs';

const dist = process.env.MANTELWIJZER_DIST ?? 'dist';
const workbench = pathToFileURL(resolve(dist, 'werkbank.html')).href;
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const personas = 'catalogue/personas';
const answersOf = (id) => JSON.parse(readFileSync(join(personas, `${id}.json`), 'utf8')).answers;

const FITS = 'wife-of-82-in-bruges';
const FITS_NOT = 'self-employed-in-liege';

describe('the workbench', () => {
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'], chromiumSandbox: false });
  });
  after(() => browser?.close());

  /** The page in a room of its own; `seen` gathers what it asks for and complains of. */
  const open = async (t, context = {}) => {
    const room = await browser.newContext({ locale: 'nl-BE', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, offline: true, ...context });
    room.setDefaultTimeout(15_000);
    t.after(() => room.close());
    const page = await room.newPage();
    const seen = { requests: [], said: [] };
    page.on('request', (request) => seen.requests.push(request.url()));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && seen.said.push(message.text()));
    page.on('pageerror', (error) => seen.said.push(String(error)));
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(workbench);
    await page.locator('.start').waitFor({ timeout: 60_000 });
    return { page, seen };
  };

  const quiet = (seen) => {
    assert.deepEqual(seen.requests.filter((url) => url !== workbench && !/^(blob|data):/.test(url)), [], 'no request');
    assert.deepEqual(seen.said, []);
  };

  const field = (page, at) => page.locator(`[id="f${at}"]`);
  const part = (page, at) => page.locator(`[data-part="/offers/0/eligibility${at}"]`);
  const leaf = (page, at) => page.locator(`[data-leaf="/offers/0/eligibility${at}"]`);
  const choose = async (page, at, question, ...options) => {
    await leaf(page, at).locator('.question').selectOption(question);
    for (const option of options) await leaf(page, at).locator(`input[value="${option}"]`).check();
  };
  const codes = (page) => page.locator('.form .findings li').evaluateAll((all) => all.map((one) => one.dataset.code));

  /** A new file with one offer, made as a partner would. */
  async function make(page) {
    await page.locator('[data-action="begin"]').click();
    await field(page, '/partner/name/nl').fill('Het Proefhuis');
    await field(page, '/partner/website').fill('https://www.proefhuis.be');
    await page.locator('[data-action="add"]').click();
    // The focus is where the work goes on.
    await until(() => page.evaluate(() => document.activeElement.id === 'f/offers/0/name/nl'), 'the focus on the name');
    await page.keyboard.type('Logeren in Het Proefhuis');
    await page.keyboard.press('Tab');
    await field(page, '/offers/0/kind').selectOption('respite');
    await field(page, '/offers/0/gives/nl').fill('Uw naaste logeert een paar dagen bij ons. Zo kunt u uitrusten.');
    await field(page, '/offers/0/first_step/nl').fill('Bel ons op werkdagen. Vraag wanneer er plaats is.');
    await page.locator('[data-need="respite"]').selectOption('3');
    for (const phase of ['ongoing', 'getting-heavier']) await page.locator(`[data-section="when"] input[value="${phase}"]`).check();
    await page.locator('[data-section="when"] input[value="night"]').check();
    await page.locator('[id="f/offers/0/area/regions-search"]').pressSequentially('vlaand');
    await page.locator('[data-region="be-vlg"]').press('Enter');
    await field(page, '/offers/0/cost/level').selectOption('free');
    await field(page, '/offers/0/contact/phone').fill('09 234 56 78');
    await field(page, '/offers/0/source/url').fill('https://www.proefhuis.be/logeren');
  }

  /** From 65; dementia, or a partner or parent; not in a care home. */
  async function rule(page) {
    await page.getByRole('button', { name: 'Alleen voor wie' }).click();
    await choose(page, '', 'recipient-age');
    await leaf(page, '').locator('input[type="number"]').fill('65');
    await part(page, '').locator('[data-action="and"]').click();
    await choose(page, '/all/1', 'situation', 'dementia');
    await part(page, '/all/1').locator('[data-action="or"]').click();
    await choose(page, '/all/1/any/1', 'relation', 'partner', 'parent');
    await page.locator('[id="f/offers/0/eligibility"] > .rule > .group > .group-foot [data-action="add-part"]').click();
    await choose(page, '/all/2', 'living', 'care-home');
    await part(page, '/all/2').locator('[data-action="not"]').click();
  }

  const sentence = (page) => page.locator('[data-section="who"] .sentence').first().textContent();

  test('a partner adds an offer with a nested rule, and the widget shows it to whom it is for', async (t) => {
    const { page, seen } = await open(t);
    await make(page);
    assert.deepEqual(await codes(page), [], 'nothing left to mend');

    await rule(page);
    assert.match(await sentence(page), /^Voor .*65 jaar.*niet in een woonzorgcentrum.*dementie.*partner of een ouder/s);
    assert.deepEqual(await codes(page), []);

    // A fault shows beside its field, and goes when it is mended.
    const phone = field(page, '/offers/0/contact/phone');
    await phone.fill('09 23');
    await page.locator('.findings [data-code="phone-not-valid"]').waitFor();
    assert.ok((await phone.getAttribute('aria-describedby')).includes('f/offers/0/contact/phone-f'));
    await page.locator('[data-action="findings"]').click();
    await page.locator('.all-findings .jump').click();
    await until(() => page.evaluate(() => document.activeElement.id === 'f/offers/0/contact/phone'), 'the focus on the field');
    await phone.fill('09 234 56 78');
    assert.deepEqual(await codes(page), []);

    // Back and on again, by keyboard and by button.
    const whole = await sentence(page);
    await part(page, '/all/2/not').locator('[data-action="remove-part"]').click();
    assert.notEqual(await sentence(page), whole);
    await page.keyboard.press('Control+z');
    assert.equal(await sentence(page), whole);
    assert.equal(await page.locator('.status').innerText(), 'De laatste stap is ongedaan gemaakt.');
    await page.locator('[data-action="redo"]').click();
    assert.notEqual(await sentence(page), whole);
    await page.locator('[data-action="undo"]').click();
    assert.equal(await sentence(page), whole);

    await page.locator('[data-panel="people"]').click();
    const verdict = (id) => page.locator(`[data-persona="${id}"]`).getAttribute('data-verdict');
    assert.equal(await verdict(FITS), 'met');
    assert.equal(await verdict(FITS_NOT), 'not-met');
    await page.locator(`[data-persona="${FITS}"] button`).last().click();
    await page.locator('[data-panel="preview"]').click();
    const card = page.locator('.preview .card');
    assert.equal(await card.getAttribute('data-offer'), 'logeren-in-het-proefhuis');
    assert.match(await card.innerText(), /Logeren in Het Proefhuis/);

    const saving = page.waitForEvent('download');
    await page.locator('[data-action="save"]').click();
    const download = await saving;
    assert.equal(download.suggestedFilename(), 'het-proefhuis.json');
    assert.equal(await page.locator('.file small').innerText(), 'bewaard');
    const text = readFileSync(await download.path(), 'utf8');
    quiet(seen);
    await shownInTheWidget(t, text);
  });

  /** Puts a partner's file into the catalogue and opens the widget with it. */
  async function shownInTheWidget(t, text) {
    const work = mkdtempSync(join(tmpdir(), 'workbench-'));
    t.after(() => rmSync(work, { recursive: true }));
    const [catalogue, made] = [join(work, 'catalogue'), join(work, 'made')];
    cpSync('catalogue', catalogue, { recursive: true });
    writeFileSync(join(catalogue, 'partners/het-proefhuis.json'), text);
    const run = (...words) => execFileSync('bash', ['.ci/catalogue', '--catalogue', catalogue, ...words], { stdio: 'pipe' });
    run('check');
    run('bundle', '--out', made);
    const widgets = await start();
    t.after(() => widgets.stop());
    for (const [persona, expected] of [[FITS, 'met'], [FITS_NOT, undefined]]) {
      const before = async (page) => {
        await page.route('**/made/*', (route) => route.fulfill({ path: join(made, route.request().url().split('/').at(-1)) }));
        await page.route('**/', async (route) => {
          const answer = await route.fetch();
          const body = (await answer.text()).replace('<mantel-wijzer ', '<mantel-wijzer catalogue="made/nl.json" ');
          await route.fulfill({ response: answer, body });
        });
      };
      const { widget, close } = await widgets.open({ before });
      await walk(widget, answersOf(persona));
      assert.equal((await offers(widget)).get('logeren-in-het-proefhuis'), expected, persona);
      await close();
    }
  }

  test('opens every way there is, and gives back what it opened', async (t) => {
    const { page, seen } = await open(t);
    const name = readdirSync('catalogue/partners').sort()[0];
    const published = readFileSync(join('catalogue/partners', name), 'utf8');
    await page.locator('#published').selectOption(name);
    const saved = async () => {
      const saving = page.waitForEvent('download');
      await page.keyboard.press('Control+s');
      return readFileSync(await (await saving).path(), 'utf8');
    };
    await page.locator('.desk').waitFor();
    assert.equal(await saved(), published);
    await page.locator('[data-action="close"]').click();
    await page.locator('.start').waitFor();
    await page.locator('#file').setInputFiles({ name: 'kapot.json', mimeType: 'application/json', buffer: Buffer.from('{"format": 1, "partner": ') });
    await page.locator('.broken').waitFor();
    await page.locator('#broken').fill('{"format": 1, "partner": {"id": "proef", "name": {"nl": "Proef é"}}, "offers": []}');
    await page.locator('.desk').waitFor();
    assert.equal(await field(page, '/partner/name/nl').inputValue(), 'Proef é');
    await page.locator('#file').setInputFiles({ name: 'oud.json', mimeType: 'application/json', buffer: Buffer.from('{"format": 1, "partner": {"id": "proef", "name": {"nl": "Caf\xe9"}}, "offers": []}', 'latin1') });
    await until(async () => (await field(page, '/partner/name/nl').inputValue()) === 'Café', 'a file as Windows writes it');
    assert.match(await page.locator('#notice').innerText(), /UTF-8/);
    quiet(seen);
  });

  test('after a crash the work can still be downloaded', async (t) => {
    const { page } = await open(t);
    await make(page);
    await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })));
    const saving = page.waitForEvent('download');
    await page.locator('#rescue').click();
    assert.match(readFileSync(await (await saving).path(), 'utf8'), /Logeren in Het Proefhuis/);
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`has nothing that axe objects to, ${colorScheme}, ${width} wide`, async (t) => {
        const { page, seen } = await open(t, { colorScheme, viewport: { width, height: 900 } });
        await page.evaluate(axe);
        const look = async (what) => {
          const { violations } = await page.evaluate(() => window.axe.run());
          const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
          assert.deepEqual(told, [], what);
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(tooWide <= 0, `${what} is ${tooWide} px too wide`);
          if (process.env.MANTELWIJZER_LOOK) await page.screenshot({ path: join(process.env.MANTELWIJZER_LOOK, `workbench-${what}-${width}-${colorScheme}.png`), fullPage: what !== 'people' });
        };
        await look('start');
        await make(page);
        await rule(page);
        await field(page, '/offers/0/contact/phone').fill('09 23');
        await look('offer');
        for (const panel of ['people', 'findings']) {
          await page.locator(`[data-panel="${panel}"]`).click();
          await look(panel);
        }
        quiet(seen);
      });
    }
  }
});
