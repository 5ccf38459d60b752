// Takes the pictures of the README: node .pictures/take.mjs, after `make dist`.
import { readFileSync } from 'node:fs';
import { start } from '../tests/browser/browser.mjs';
import { answerScreen, walk } from '../tests/browser/walk.mjs';

const { answers } = JSON.parse(readFileSync('tests/scenarios/father-in-law-with-dementia.json', 'utf8'));
const { open, stop } = await start();
const { page, widget, close } = await open({ viewport: { width: 390, height: 700 }, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
const shoot = async (name) => {
  const box = await widget.evaluate((element) => element.getBoundingClientRect().toJSON());
  const top = box.top + (await page.evaluate(() => scrollY));
  const clip = { x: 0, y: top, width: 390, height: Math.min(box.height, 760) };
  await page.screenshot({ path: `.pictures/${name}.png`, fullPage: true, clip });
};
await shoot('intro');
await widget.locator('[data-action="start"]').click();
for (let screens = 0; screens < 3; screens += 1) await answerScreen(widget, answers);
await shoot('question');
await page.evaluate(() => document.querySelector('mantel-wijzer').restart());
await widget.locator('[data-screen="intro"]').waitFor();
await walk(widget, answers);
await shoot('results');
await close();
await stop();
