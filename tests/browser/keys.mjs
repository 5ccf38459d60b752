// A person with a keyboard and no mouse: only Tab, arrows, Space, Enter and letters.
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(`catalogue/${name}.json`, 'utf8'));
const questions = new Map(read('questionnaire').questions.map((question) => [question.id, question]));
const places = read('regions');
const regions = new Map([...places.regions, ...places.municipalities].map((region) => [region.id, region]));
const named = (region) => region.name['nl-BE'] ?? region.name.nl ?? Object.values(region.name)[0];

/** Whether what has the focus inside the widget matches this selector. */
const isOn = (page, selector) =>
  page.evaluate((selector) => {
    const active = document.querySelector('mantel-wijzer').shadowRoot.activeElement;
    return Boolean(active?.matches(selector));
  }, selector);

/** The same, and then whether it can be seen: in the window, with an outline or its label's. */
const stands = (page, selector) =>
  page.evaluate((selector) => {
    const active = document.querySelector('mantel-wijzer').shadowRoot.activeElement;
    if (!active?.matches(selector)) return 'elsewhere';
    const rings = [active, active.nextElementSibling].filter(Boolean);
    const box = active.getBoundingClientRect();
    const isInView = box.bottom > 0 && box.top < innerHeight;
    return isInView && rings.some((ring) => parseFloat(getComputedStyle(ring).outlineWidth) >= 2) ? 'seen' : 'unseen';
  }, selector);

/** Tabs until the focus is on it. Fails when it can't be reached, or when the focus can't be seen there. */
export async function reach(page, selector) {
  for (let presses = 0; presses < 400; presses += 1) {
    const found = await stands(page, selector);
    if (found === 'seen') return;
    if (found === 'unseen') throw new Error(`the focus on ${selector} can't be seen`);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} can't be reached by keyboard`);
}

export async function press(page, selector) {
  await reach(page, selector);
  await page.keyboard.press('Enter');
}

/** Opens what is folded. */
export const unfold = press;

async function choosePlace(page, id, region) {
  await reach(page, `input[name="${id}"]`);
  for (const typed of [named(region), ...(region.postcodes ?? [])]) {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(typed);
    const found = page.locator(`mantel-wijzer [data-region="${region.id}"].found`);
    if ((await found.count()) > 0) return press(page, `[data-region="${region.id}"].found`);
  }
  throw new Error(`the place ${region.id} isn't found`);
}

/** Radio buttons are one stop: from where Tab lands, arrows lead to the wanted one, which is chosen by arriving. */
async function chooseOne(page, id, option) {
  const wanted = `input[name="${id}"][value="${option}"]`;
  await reach(page, `input[name="${id}"]`);
  if ((await isOn(page, wanted)) && !(await page.locator(`mantel-wijzer ${wanted}`).isChecked())) await page.keyboard.press('Space');
  for (let presses = 0; presses < 20; presses += 1) {
    if (await isOn(page, wanted)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${wanted} can't be reached by arrows`);
}

async function chooseMany(page, id, options) {
  for (const { id: option } of questions.get(id).options.filter(({ id }) => options.includes(id))) {
    await reach(page, `input[name="${id}"][value="${option}"]`);
    await page.keyboard.press('Space');
  }
}

/** Answers what is on screen, and goes on. */
export async function answerByKeys(page, answers) {
  const ids = await page.locator('mantel-wijzer [data-question]').evaluateAll((rows) => rows.map((row) => row.dataset.question));
  let told = 0;
  for (const id of ids) {
    const given = answers[id];
    const { kind, options } = questions.get(id);
    if (given === undefined || given === null) continue;
    if (kind === 'place') await choosePlace(page, id, regions.get(given));
    else if (!Array.isArray(given)) await chooseOne(page, id, given);
    else await chooseMany(page, id, given.length > 0 ? given : options.filter(({ alone }) => alone).map(({ id }) => id));
    told += 1;
  }
  await press(page, told > 0 ? '[data-action="next"]' : '[data-action="decline"]');
  return ids;
}
