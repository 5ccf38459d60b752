// The caregiver's journey through every screen, on a phone of 360 px, by keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { screen, start, until } from './browser.mjs';
import { answerByKeys, press, reach, unfold } from './keys.mjs';
import { answerScreen, offers, walk } from './walk.mjs';

const scenario = (name) => JSON.parse(readFileSync(`catalogue/personas/${name}.json`, 'utf8')).answers;
const phone = { viewport: { width: 360, height: 740 } };

/** Ten people, and the words each must find on the way. */
const people = [
  { name: 'father-in-law-with-dementia', sheet: 0, says: 'Ik zorg voor', seeks: 'oppas', urgent: 0 },
  { name: 'student-and-ill-mother', sheet: 0, says: 'Ik zorg voor', seeks: 'studie', urgent: 0 },
  { name: 'sick-child-in-hospital-groningen', sheet: 1, says: 'kind', seeks: 'ziekenhuis', urgent: 0 },
  { name: 'widower-in-ghent', sheet: 3, says: 'Mijn naaste is overleden', seeks: 'rouw', urgent: 0 },
  { name: 'violence-in-flemish-limburg', sheet: 1, says: 'Ik', seeks: 'geweld', urgent: 1 },
  { name: 'own-suicidal-thoughts', sheet: 1, says: 'Ik', seeks: 'praten', urgent: 1 },
  { name: 'girl-of-14-in-kortrijk', sheet: 0, says: 'Ik zorg voor', seeks: 'jongeren', urgent: 0 },
  { name: 'self-employed-in-liege', sheet: 2, says: 'Ik', seeks: 'aide', urgent: 0 },
  { name: 'mother-with-dementia-amsterdam', sheet: 2, says: 'Ik zorg voor', seeks: 'dementi', urgent: 0 },
  { name: 'wife-of-82-in-bruges', sheet: 3, says: 'Ik zorg 40 uur', seeks: 'rolstoel', urgent: 0 },
];

/** Nothing hangs out of the window. */
async function fits(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${where} is ${wide} px too wide`);
}

async function arrive(page, widget, name, part = '') {
  await widget.locator(`[data-screen="${name}"][data-part="${part}"]`).waitFor();
  await until(
    () => widget.evaluate((element) => element.shadowRoot.activeElement?.matches('.title')),
    `the focus on the heading of ${name} ${part}`,
  );
  await fits(page, `${name} ${part}`);
}

/** Saves a download and gives its name and text. */
async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const withResults = async (browser, name, context = phone) => {
  const opened = await browser.open(context);
  await walk(opened.widget, scenario(name));
  await opened.widget.locator('[data-screen="results"]').waitFor();
  return opened;
};

describe('the journey', () => {
  let browser;
  before(async () => {
    browser = await start();
  });
  after(() => browser?.stop());

  for (const { name, sheet, says, seeks, urgent } of people) {
    test(`${name}: every screen by keyboard`, async () => {
      const { page, seen, widget, close } = await browser.open(phone);
      await widget.evaluate((element) => element.focus());
      await press(page, '[data-action="recognise"]');
      await arrive(page, widget, 'intro', 'recognition');
      for (const place of [0, 1, 2]) {
        await reach(page, `input[name="recognise-${place}"]`);
        await page.keyboard.press('Space');
      }
      assert.match(await widget.locator('.outcome').innerText(), /U bent mantelzorger/);
      await press(page, '[data-action="start"]');
      for (let screens = 0; (await screen(widget)) === 'question'; screens += 1) {
        assert.ok(screens < 40, 'the questions end');
        await arrive(page, widget, 'question');
        const before = await widget.locator('[data-screen]').evaluate((found) => found.innerText);
        await answerByKeys(page, scenario(name));
        await until(
          async () => (await widget.locator('[data-screen]').evaluate((found) => found.innerText)) !== before,
          'the next screen',
        );
      }
      await arrive(page, widget, 'results');
      const count = await widget.locator('[data-offer]').count();
      assert.ok(count > 0);
      assert.equal(Math.min(1, await widget.locator('[data-urgent]').count()), urgent);

      const first = await widget.locator('[data-offer]').first().getAttribute('data-offer');
      await press(page, `[data-offer="${first}"] [data-action="keep"]`);
      assert.equal(await widget.locator(`[data-offer="${first}"] [data-action="keep"]`).getAttribute('aria-pressed'), 'true');

      await press(page, 'nav [data-action="plan"]');
      await arrive(page, widget, 'plan');
      assert.equal(await widget.locator('[data-planned]').getAttribute('data-planned'), first);

      await press(page, 'nav [data-action="sheet"]');
      await arrive(page, widget, 'sheet');
      if (sheet > 0) {
        await press(page, `.sheets li:nth-child(${sheet + 1}) button`);
        await widget.locator(`.sheets li:nth-child(${sheet + 1}) [aria-current]`).waitFor();
        await arrive(page, widget, 'sheet');
      }
      const words = await widget.locator('.part textarea').evaluateAll((lines) => lines.map((line) => line.value).join('\n'));
      assert.match(words, new RegExp(says));

      // After a farewell there is nothing to take a break from.
      const isCaring = scenario(name).phase !== 'after-death';
      assert.equal(await widget.locator('nav [data-action="respite"]').count(), isCaring ? 1 : 0);
      if (isCaring) {
        await press(page, 'nav [data-action="respite"]');
        await arrive(page, widget, 'journey', 'respite');
        assert.equal(await widget.locator('.rung').count(), 5);
      }

      await press(page, 'nav [data-action="journey"]');
      await arrive(page, widget, 'journey');
      assert.equal(await widget.locator('.phase').count(), 7);

      await press(page, 'nav [data-action="browse"]');
      await arrive(page, widget, 'browse');
      await reach(page, '#browse-word');
      await page.keyboard.type(seeks);
      await until(async () => (await widget.locator('.brief').count()) > 0, `something for ${seeks}`);
      await press(page, '.brief [data-action="offer"]');
      await arrive(page, widget, 'offer');
      await press(page, '[data-action="back"]');
      await arrive(page, widget, 'browse');
      assert.equal(await widget.locator('#browse-word').inputValue(), seeks);

      await unfold(page, '[data-action="talk-now"]');
      assert.ok((await widget.locator('.talk-panel a[href^="tel:"]').count()) > 1);
      assert.deepEqual(seen.errors, []);
      await close();
    });
  }

  /** Five people who never saw it, and first steps of which one at least must be in sight. */
  const first = {
    'father-in-law-with-dementia': ['vl-alzheimer-liga', 'vl-kortverblijf'],
    'student-and-ill-mother': ['vl-statuut-student-mantelzorger'],
    'sick-child-in-hospital-groningen': ['nl-ronald-mcdonald-huis'],
    'widower-in-ghent': ['vl-rouwzorg-vlaanderen'],
    'violence-in-flemish-limburg': ['vl-1712'],
  };
  for (const [name, wanted] of Object.entries(first)) {
    test(`${name}: the right first step within 12 screens`, async () => {
      const { widget, close } = await browser.open(phone);
      await widget.locator('[data-action="start"]').click();
      let screens = 2;
      for (; (await screen(widget)) === 'question'; screens += 1) {
        const enough = widget.locator('.enough [data-action="results"]');
        if ((await enough.count()) > 0) {
          await enough.click();
        } else {
          await answerScreen(widget, scenario(name));
        }
        await widget.page().waitForTimeout(50);
      }
      await widget.locator('[data-screen="results"]').waitFor();
      assert.ok(screens <= 12, `${screens} screens`);
      const steps = await widget.locator('.steps [data-target]').evaluateAll((found) => found.map((one) => one.dataset.target));
      const urgent = await widget.locator('[data-urgent]').evaluateAll((found) => found.map((one) => one.dataset.urgent));
      assert.ok([...urgent, ...steps].some((offer) => wanted.includes(offer)), `${screens}: ${urgent} / ${steps}`);
      await close();
    });
  }

  test('a plan is noted, ticked off, printed alone, kept as a page, as text and in the calendar', async () => {
    const { page, seen, widget, close } = await withResults(browser, 'father-in-law-with-dementia', {
      ...phone, permissions: ['clipboard-read', 'clipboard-write'],
      before: (page) => page.addInitScript(() => {
        window.print = () => (window.printed = getComputedStyle(document.querySelector('h1')).display);
      }),
    });
    for (const place of [0, 1]) await widget.locator('[data-offer] [data-action="keep"]').nth(place).click();
    await widget.locator('nav [data-action="plan"]').click();
    await widget.locator('.task textarea').first().fill('Maandag bellen & vragen <b>');
    await widget.locator('.task input[type="checkbox"]').nth(1).check({ force: true });
    const names = await widget.locator('.task .name').allInnerTexts();

    const html = await saved(page, () => widget.locator('[data-action="download"]').click());
    assert.equal(html.name, 'mijn-plan.html');
    for (const name of names) assert.ok(html.text.includes(name.replaceAll('&', '&amp;')), name);
    assert.ok(html.text.includes('Maandag bellen &amp; vragen &lt;b&gt;'));
    assert.doesNotMatch(html.text, /<script|<link|src=|url\(/);
    const kept = await page.context().newPage();
    await kept.setContent(html.text);
    assert.equal(await kept.locator('h1').innerText(), 'Mijn plan');
    await kept.close();

    await widget.locator('[data-action="copy"]').click();
    await widget.locator('.news', { hasText: 'gekopieerd' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(text.includes(names[0]) && text.includes('[x]') && text.includes('[ ]'));

    await widget.locator('.remind summary').click();
    await widget.locator('#remind-on').fill('2027-03-05');
    const calendar = await saved(page, () => widget.locator('[data-action="remind"]').click());
    assert.equal(calendar.name, 'mijn-plan.ics');
    const unfolded = calendar.text.replaceAll('\r\n ', '');
    assert.match(unfolded, /^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:20270305\r\n[^]*END:VCALENDAR\r\n$/);
    assert.ok(unfolded.includes(names[0].slice(0, 12)) && !unfolded.includes(names[1]));

    await page.emulateMedia({ media: 'print' });
    await widget.locator('[data-action="print"]').evaluate((button) => button.click());
    assert.equal(await page.evaluate(() => window.printed), 'none');
    assert.ok(await widget.locator('.task .printed').first().isVisible());
    assert.ok(!(await widget.locator('nav').isVisible()));
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).display), 'none');
    assert.deepEqual(seen.errors, []);
    await close();
  });

  test('a sheet says what the caregiver wants it to say', async () => {
    const { page, widget, close } = await withResults(browser, 'father-in-law-with-dementia');
    await widget.locator('nav [data-action="sheet"]').click();
    const lines = widget.locator('.sheet-line');
    const left = await lines.nth(0).locator('textarea').inputValue();
    await lines.nth(0).locator('input').uncheck({ force: true });
    await lines.nth(1).locator('textarea').fill('In mijn eigen woorden.');
    const { name, text } = await saved(page, () => widget.locator('[data-action="download"]').click());
    assert.equal(name, 'mijn-gesprek.html');
    assert.ok(!text.includes(left) && text.includes('In mijn eigen woorden.'));
    await close();
  });

  test('saved answers come back as the same results and the same plan', async () => {
    const { page, widget, close } = await withResults(browser, 'father-in-law-with-dementia');
    const before = [...(await offers(widget))];
    await widget.locator('[data-offer] [data-action="keep"]').first().click();
    await widget.locator('.keep summary').click();
    const file = await saved(page, () => widget.locator('[data-action="save"]').click());
    assert.equal(file.name, 'mijn-antwoorden.json');
    await widget.locator('[data-action="wipe"]').click();
    await widget.locator('[data-screen="intro"]').waitFor();
    const open = async (buffer) => {
      await widget.locator('.intro .about summary').click();
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), widget.locator('[data-action="open"]').click()]);
      await chooser.setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
    };
    await open('{"answers": ');
    await widget.locator('.news', { hasText: 'geen bestand met bewaarde antwoorden' }).waitFor();
    assert.equal(await screen(widget), 'intro');
    await widget.locator('.intro .about summary').click();
    await open(file.text);
    await widget.locator('[data-screen="results"]').waitFor();
    assert.deepEqual([...(await offers(widget))], before);
    assert.match(await widget.locator('nav [data-action="plan"]').innerText(), /\(1\)/);
    await close();
  });

  test('wipes on request, on leaving and on return from the memory of the browser', async () => {
    const { page, widget, close } = await withResults(browser, 'widower-in-ghent');
    await widget.locator('[data-offer] [data-action="keep"]').first().click();
    await widget.locator('[data-action="wipe"]').click();
    await widget.locator('[data-screen="intro"]').waitFor();
    await widget.locator('.news', { hasText: 'gewist' }).waitFor();
    await walk(widget, scenario('widower-in-ghent'));
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    assert.equal(await widget.locator('[data-screen]').count(), 0);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await widget.locator('[data-screen="intro"]').waitFor();
    await widget.locator('[data-action="start"]').click();
    assert.equal(await widget.locator('.chosen').count(), 0);
    await close();
  });

  for (const way of ['a press', 'three times Shift']) {
    test(`the quick exit leaves at once and for good, by ${way}`, async () => {
      const { page, widget, close } = await browser.open(phone);
      await page.evaluate(() => document.querySelector('mantel-wijzer').remove());
      await page.evaluate(() => {
        const element = document.createElement('mantel-wijzer');
        element.setAttribute('exit-url', `${location.origin}/host-page.css?weer`);
        element.setAttribute('loading', 'eager');
        document.body.append(element);
      });
      await widget.locator('[data-screen="intro"]').waitFor();
      await walk(widget, scenario('violence-in-flemish-limburg'));
      const before = await page.evaluate(() => history.length);
      if (way === 'a press') await widget.locator('[data-action="exit"]').click();
      else for (const key of ['Shift', 'Shift', 'Shift']) await page.keyboard.press(key);
      await page.waitForURL('**/host-page.css?weer');
      assert.equal(await page.evaluate(() => history.length), before);
      await close();
    });
  }

  test('nothing moves while answering, and nothing hangs out at 320 px', async () => {
    const { page, widget, close } = await browser.open({ viewport: { width: 320, height: 640 } });
    const answers = { ...scenario('own-suicidal-thoughts'), 'recipient-age': '25-64' };
    const stands = () =>
      widget.locator('.choice label, .place input, .title').evaluateAll((found) =>
        found.map((one) => Math.round(one.getBoundingClientRect().top + scrollY)));
    await widget.locator('[data-action="start"]').click();
    for (let screens = 0; (await screen(widget)) === 'question' && screens < 40; screens += 1) {
      await fits(page, 'a question');
      const row = widget.locator('[data-question]').first();
      const id = await row.getAttribute('data-question');
      const before = await stands();
      for (const option of [answers[id]].flat().filter(Boolean)) {
        const input = row.locator(`input[value="${option}"]`);
        if ((await input.count()) > 0) await input.check({ force: true });
      }
      if (id === 'carer-place') {
        await row.locator('input').fill('antwerpen');
        await row.locator('[data-region].found').first().click();
        await row.locator('.chosen').waitFor();
      }
      assert.deepEqual(await stands(), before, `something moved at ${id}`);
      await widget.locator('[data-action="next"]').click();
      await until(
        async () => (await screen(widget)) !== 'question' || (await widget.locator('[data-question]').first().getAttribute('data-question')) !== id,
        `past ${id}`,
      );
    }
    for (const action of ['plan', 'sheet', 'respite', 'journey', 'browse']) {
      await fits(page, 'results');
      await widget.locator(`nav [data-action="${action}"]`).click();
      await widget.locator('.tabs [aria-current]').waitFor();
      await fits(page, action);
    }
    await close();
  });
});
