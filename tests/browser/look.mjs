// Pictures of every screen, for people to look at: target/look/<screen>-<how>.png
import { mkdirSync, rmSync } from 'node:fs';
import { start } from './browser.mjs';
import { answers, giving, tour } from './tour.mjs';
import { walk } from './walk.mjs';

const folder = 'target/look';
const worried = { ...answers, worries: ['own-suicidal-thoughts'] };
const few = /^(intro|question-0[12]|results|talk|plan|sheet|journey|offer)/;
const looks = [
  { how: '320', viewport: { width: 320, height: 640 } },
  { how: '360', viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
  { how: '768', viewport: { width: 768, height: 1024 } },
  { how: '1280', viewport: { width: 1280, height: 800 } },
  { how: '360-dark', viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, colorScheme: 'dark' },
  { how: '1280-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { how: '360-rtl', viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, attributes: 'dir="rtl"', only: few },
  { how: 'print', viewport: { width: 794, height: 1123 }, only: /^(?!question)/ },
];

/** On paper the buttons are gone, and without them there is no next screen. What has a button to print it, is printed alone. */
async function onPaper(page, widget, act) {
  const button = widget.locator('[data-action="print"]');
  if ((await button.count()) > 0) await button.first().evaluate((found) => found.click());
  await page.emulateMedia({ media: 'print' });
  await act();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { open, stop } = await start();
try {
  for (const { how, attributes = '', only = /./, ...context } of looks) {
    const before = async (page) => {
      await page.addInitScript(() => (window.print = () => {}));
      await giving(`exit-url="https://example.org/" ${attributes}`)(page);
    };
    const opened = await open({ ...context, before });
    const { page, widget, close } = opened;
    const shoot = async (name) => {
      if (!only.test(name)) return;
      await page.mouse.move(0, 0);
      await page.waitForTimeout(150);
      const take = () => page.screenshot({ path: `${folder}/${name}-${how}.png`, fullPage: true });
      await (how === 'print' ? onPaper(page, widget, take) : take());
    };
    for await (const name of tour(opened)) await shoot(name);
    await page.evaluate(() => document.querySelector('mantel-wijzer').restart());
    await widget.locator('[data-screen="intro"]').waitFor();
    await walk(widget, worried);
    await shoot('urgent');
    await close();
    const failed = await open({ ...context, ready: false, before: (page) => page.route('**/*.wasm', (route) => route.abort()) });
    await failed.widget.locator('[data-screen="sorry"]').waitFor();
    await failed.page.screenshot({ path: `${folder}/sorry-${how}.png`, fullPage: true });
    await failed.close();
  }
} finally {
  await stop();
}
console.log(`${folder}/: every screen as ${looks.map(({ how }) => how).join(', ')}`);
