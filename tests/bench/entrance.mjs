// What happens before the visitor acts, and how long it takes until the first question can be answered.
import { start } from './browser.mjs';
import { site } from './site.mjs';

/** In the page: notes long tasks and shifts. */
function watch() {
  const seen = { tasks: [], shift: 0 };
  window.seen = seen;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => seen.tasks.push(duration))).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (seen.shift += value))).observe({ type: 'layout-shift', buffered: true });
}

/** In the page: presses the button to begin as soon as it is there, and notes when a question can be answered. */
function begin() {
  const painted = (told) => requestAnimationFrame(() => setTimeout(told));
  let isPressed = false;
  const look = () => {
    const root = document.querySelector('mantel-wijzer')?.shadowRoot;
    const button = root?.querySelector('[data-action="start"]');
    if (button && !isPressed) {
      isPressed = true;
      window.introAt = performance.now();
      button.click();
    }
    const input = (root ?? document).querySelector('[data-question] input, .sd-question input');
    if (input && input.getBoundingClientRect().height > 0) painted(() => (window.usableAt = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const SETTLED = 3_000;

/** For each page, in each round: bytes beside those of the host page, tasks, shift. Nobody touches it. */
export async function before({ rounds }) {
  const browser = await start(site);
  const seen = { host: [], far: [], near: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(seen)) {
      const { page, received, close } = await browser.open(`${name}.html`, { isOnTrain: true, watch });
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(SETTLED);
      const ofHost = (path) => /host-page|\/(host|near|far)\.html|far\.css|favicon/.test(path);
      const bytes = [...received].filter(([path]) => !ofHost(path)).reduce((sum, [, size]) => sum + size, 0);
      const { tasks, shift } = await page.evaluate(() => window.seen);
      seen[name].push({ bytes, longest: Math.max(0, ...tasks), tasks: tasks.length, shift });
      await close();
    }
  }
  await browser.stop();
  return seen;
}

/** Milliseconds from the address until a question can be answered. */
export async function firstQuestion({ rounds }) {
  const browser = await start(site);
  const times = { near: [], survey: [], intro: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['near', 'survey']) {
      const { page, close } = await browser.open(`${name}.html`, { isOnTrain: true, watch: begin });
      await page.waitForFunction(() => window.usableAt);
      const { usable, intro } = await page.evaluate(() => ({ usable: window.usableAt, intro: window.introAt }));
      times[name].push(usable);
      if (intro) times.intro.push(intro);
      await close();
    }
  }
  await browser.stop();
  return times;
}
