// Pictures of every screen, for people to look at: target/look/<screen>-<how>.png
import { mkdirSync, readFileSync } from 'node:fs';
import { start } from './browser.mjs';
import { answerScreen, walk } from './walk.mjs';

const folder = 'target/look';
mkdirSync(folder, { recursive: true });
const answers = JSON.parse(readFileSync('tests/scenarios/father-in-law-with-dementia.json', 'utf8')).answers;
const worried = { ...answers, worries: ['own-suicidal-thoughts'] };
const looks = [
  ['360', { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 }],
  ['768', { viewport: { width: 768, height: 1024 } }],
  ['1280', { viewport: { width: 1280, height: 800 } }],
  ['360-dark', { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, colorScheme: 'dark' }],
  ['1280-dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ['print', { viewport: { width: 794, height: 1123 } }],
];

const { open, stop } = await start();
try {
  for (const [how, options] of looks) {
    const { page, widget, close } = await open(options);
    const shoot = async (name) => {
      // On paper the buttons are gone, and without them there is no next screen.
      if (how === 'print') await page.emulateMedia({ media: 'print' });
      await page.waitForTimeout(150);
      await page.screenshot({ path: `${folder}/${name}-${how}.png`, fullPage: true });
      if (how === 'print') await page.emulateMedia({ media: 'screen' });
    };
    await shoot('intro');
    await widget.locator('[data-action="start"]').click();
    const seen = new Set();
    for (let screens = 0; screens < 60; screens += 1) {
      const here = widget.locator('[data-screen="question"], [data-screen="results"]');
      await here.waitFor();
      if ((await here.getAttribute('data-screen')) === 'results') break;
      const id = await widget.locator('[data-question]').first().getAttribute('data-question');
      if (!seen.has(id)) await shoot(`question-${String(seen.size + 1).padStart(2, '0')}-${id}`);
      seen.add(id);
      await answerScreen(widget, answers);
      await page.waitForTimeout(50);
    }
    await shoot('results');
    await widget.locator('[data-action="review"]').first().click();
    await shoot('review');
    await page.evaluate(() => document.querySelector('mantel-wijzer').restart());
    await widget.locator('[data-screen="intro"]').waitFor();
    await walk(widget, worried);
    await shoot('urgent');
    await close();
    const failed = await open({ ...options, ready: false, before: (page) => page.route('**/*.wasm', (route) => route.abort()) });
    await failed.widget.locator('[data-screen="sorry"]').waitFor();
    await failed.page.screenshot({ path: `${folder}/sorry-${how}.png`, fullPage: true });
    await failed.close();
  }
} finally {
  await stop();
}
console.log(`${folder}/: every screen as ${looks.map(([how]) => how).join(', ')}`);
