// One caregiver's way past every screen, for whoever wants to look: the README's pictures and `make look`.
import { readFileSync } from 'node:fs';
import { until } from './browser.mjs';
import { answerScreen } from './walk.mjs';

const { answers: told } = JSON.parse(readFileSync('catalogue/personas/father-in-law-with-dementia.json', 'utf8'));

/** The scenario's answers, and much to carry: only then are there words to breathe and stones on the bough. */
export const answers = {
  ...told,
  'load-fulfilment': 'a-lot',
  'load-relationship': 'some',
  'load-mental': 'a-lot',
  'load-daily-life': 'a-lot',
  'load-money': 'none',
  'load-support': 'a-lot',
  'load-physical': 'a-lot',
  'keep-going': 'months',
};

/** Arranges that the demo page gives its widget these attributes too. */
export const giving = (attributes) => (page) =>
  page.route('**/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<mantel-wijzer ', `<mantel-wijzer ${attributes} `);
    await route.fulfill({ response, body });
  });

/** Ticks, or takes a tick away, without a mouse: whoever looks may just have made the window another size. */
async function tick(input, wanted = true) {
  if ((await input.isChecked()) !== wanted) await input.evaluate((found) => found.click());
}

/** Chooses what this person answers, and stays. */
async function choose(widget, ids) {
  for (const id of ids) {
    for (const option of [answers[id]].flat()) {
      const input = widget.locator(`input[name="${id}"][value="${option}"]`);
      if ((await input.count()) > 0) await tick(input);
    }
  }
}

async function* interview(widget) {
  for (let screens = 1; screens < 60; screens += 1) {
    const here = widget.locator('[data-screen="question"], [data-screen="results"]');
    await here.waitFor();
    if ((await here.getAttribute('data-screen')) === 'results') return;
    const ids = await widget.locator('[data-question]').evaluateAll((rows) => rows.map((row) => row.dataset.question));
    await choose(widget, ids);
    yield `question-${String(screens).padStart(2, '0')}-${ids[0]}`;
    await answerScreen(widget, answers);
  }
  throw new Error('the questions do not end');
}

/** Someone to sit in, or what finds it, in each language. */
const words = { nl: 'oppas', fr: 'garde', de: 'Betreuung', en: 'sitting', tr: 'bakım', ar: 'رعاية' };

/** Walks from screen to screen and stops at each, with its name. Begins at the intro. */
export async function* tour({ widget }) {
  const press = (selector) => widget.locator(selector).first().click();
  const to = async (action, screen) => {
    await press(`nav [data-action="${action}"]`);
    await widget.locator(`[data-screen="${screen}"]`).waitFor();
  };

  yield 'intro';
  await press('[data-action="recognise"]');
  yield 'recognition-asked';
  for (const place of [0, 1, 2]) await tick(widget.locator(`input[name="recognise-${place}"][value="yes"]`));
  await widget.locator('.outcome .passage').waitFor();
  yield 'recognition';
  await press('[data-action="start"]');
  yield* interview(widget);

  for (const place of [0, 1, 2]) await widget.locator('[data-offer] [data-action="keep"]:visible').nth(place).click();
  yield 'results';
  await press('[data-offer] details.about summary');
  yield 'results-unfolded';
  await press('[data-action="talk-now"]');
  yield 'talk';
  await press('[data-action="talk-now"]');

  await to('plan', 'plan');
  await widget.locator('.task textarea').first().fill('Dinsdag bellen, na het werk.\nVragen of mijn vrouw mee mag.');
  await tick(widget.locator('.task input[type="checkbox"]').nth(1));
  yield 'plan';
  await to('sheet', 'sheet');
  await tick(widget.locator('.sheet-line input').nth(2), false);
  await widget.locator('.sheet-line textarea[placeholder]').first().fill('Ik slaap slecht sinds de zomer, en dat merk ik op het werk.');
  yield 'sheet';
  await to('respite', 'journey');
  yield 'respite';
  await to('journey', 'journey');
  yield 'journey';
  await to('browse', 'browse');
  const all = await widget.locator('.count').innerText();
  const word = words[await widget.locator('.widget .screen').evaluate((found) => found.closest('[lang]').lang.slice(0, 2))];
  await widget.locator('#browse-word').fill(word);
  await until(async () => (await widget.locator('.count').innerText()) !== all, 'fewer offers');
  yield 'browse';
  await press('.brief [data-action="offer"]');
  await widget.locator('[data-screen="offer"]').waitFor();
  yield 'offer';
  await to('results', 'results');
  await press('[data-action="review"]');
  await widget.locator('[data-screen="review"]').waitFor();
  yield 'review';
}
