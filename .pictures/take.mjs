// Takes the pictures of the README: `make pictures`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from '../tests/browser/browser.mjs';
import { giving, tour } from '../tests/browser/tour.mjs';
import { reduced } from './palette.mjs';

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1.25 };
const desktop = { viewport: { width: 1280, height: 800 } };
const budget = 900_000;
const dark = { colorScheme: 'dark' };

/** Under which name, at which stop of the tour (its name, or the end of it), and what is then on top of the window. */
const looks = [
  [phone, [
    ['intro', 'intro'],
    ['recognition', 'recognition', '.recognition .row >> nth=2'],
    ['question', '-phase'],
    ['results', 'results'],
    ['balance', 'results', '.picture'],
    ['offer', 'offer', '.offer .top'],
    ['plan', 'plan'],
    ['sheet', 'sheet', '.sheet .lead'],
    ['respite', 'respite'],
    ['journey', 'journey'],
    ['browse', 'browse', '.browse .fields'],
    ['talk', 'talk'],
  ]],
  [{ ...phone, ...dark }, [['dark-intro', 'intro'], ['dark-balance', 'results', '.picture'], ['dark-respite', 'respite']]],
  [desktop, [['desktop-intro', 'intro', 'body'], ['desktop-results', 'results'], ['desktop-sheet', 'sheet']]],
  [{ ...desktop, ...dark }, [['desktop-dark-journey', 'journey'], ['desktop-dark-plan', 'plan']]],
  [phone, [['arabic-intro', 'intro', 'mantel-wijzer'], ['arabic-question', '-phase'], ['arabic-offer', 'offer', '.offer .top']], 'lang="ar" languages="ar nl-BE fr"'],
];
/** One picture, side by side. */
const together = { dark: ['dark-intro', 'dark-balance', 'dark-respite'], arabic: ['arabic-intro', 'arabic-question', 'arabic-offer'] };

const frame = (shots) => `<!doctype html><style>
  body { display: flex; gap: 24px; margin: 0; width: max-content; }
  img { border: 1px solid #8f8494; border-radius: 14px; display: block; }
</style>${shots.map(({ width, png }) => `<img width="${width}" src="data:image/png;base64,${png.toString('base64')}">`).join('')}`;

const { open, stop } = await start();
const taken = new Map();

/** What partners see: a page out of a folder, and how far one has gone in it. */
async function besides(file, address, arrange) {
  const { page, close } = await open({ ...desktop, at: address, ready: false });
  await arrange(page);
  await page.waitForTimeout(300);
  taken.set(file, { width: desktop.viewport.width, scale: 1, png: await page.screenshot() });
  await close();
}

try {
  for (const [how, wanted, more = ''] of looks) {
    const opened = await open({ ...how, before: giving(`${more} exit-url="https://example.org/"`) });
    const { page, widget, close } = opened;
    for await (const name of tour(opened)) {
      for (const [file, , top = '.screen'] of wanted.filter(([, stop]) => name.endsWith(stop))) {
        await page.mouse.move(0, 0);
        await widget.evaluate((element) => element.shadowRoot.activeElement?.blur());
        const on = ['body', 'mantel-wijzer'].includes(top) ? page.locator(top) : widget.locator(top).first();
        await on.evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top + scrollY - 12, behavior: 'instant' }));
        await page.waitForTimeout(200);
        taken.set(file, { width: how.viewport.width, scale: how.deviceScaleFactor ?? 1, png: await page.screenshot() });
      }
    }
    for (const [file] of wanted) if (!taken.has(file)) throw new Error(`the tour has no stop for ${file}`);
    await close();
  }
  await besides('workbench', pathToFileURL('dist/werkbank.html').href, async (page) => {
    await page.locator('#published').selectOption('vlaamse-sociale-bescherming.json');
    await page.locator('[data-offer="1"]').click();
    await page.locator('nav.offers a[href="#section-who"]').click();
  });
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  execFileSync('bash', ['.ci/catalogue', 'report', '--place', 'be-nis-44021', '--out', folder]);
  await besides('report', pathToFileURL(join(folder, 'report.html')).href, (page) =>
    page.locator('svg.map').first().evaluate((map) => scrollTo(0, map.getBoundingClientRect().top + scrollY - 12)),
  );
  rmSync(folder, { recursive: true });
  for (const name of readdirSync('.pictures').filter((name) => name.endsWith('.png'))) rmSync(`.pictures/${name}`);
  const joined = Object.values(together).flat();
  const pictures = [...[...taken.keys()].filter((name) => !joined.includes(name)).map((name) => [name, [name]]), ...Object.entries(together)];
  let total = 0;
  for (const [name, parts] of pictures) {
    const shots = parts.map((part) => taken.get(part));
    const { page, close } = await open({ at: 'about:blank', ready: false, deviceScaleFactor: shots[0].scale });
    await page.setContent(frame(shots));
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    const file = `.pictures/${name}.png`;
    writeFileSync(file, reduced(await page.locator('body').screenshot({ omitBackground: true })));
    await close();
    total += statSync(file).size;
    console.log(`${file.padEnd(36)}${String(statSync(file).size).padStart(7)}`);
  }
  console.log(`${'together'.padEnd(36)}${String(total).padStart(7)}`);
  if (total > budget) throw new Error(`more than ${budget} bytes: who clones the project loads them all`);
} finally {
  await stop();
}
