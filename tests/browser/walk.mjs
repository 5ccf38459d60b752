// Answers the widget's questions as a scenario's person would, by the contract's hooks alone.
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(`catalogue/${name}.json`, 'utf8'));
const questions = new Map(read('questionnaire').questions.map((question) => [question.id, question]));
const places = read('regions');
const regions = new Map([...places.regions, ...places.municipalities].map((region) => [region.id, region]));

const replaced = (id) => regions.get(id) ?? [...regions.values()].find((region) => region.replaces?.includes(id));

const named = (region) => region.name['nl-BE'] ?? region.name.nl ?? Object.values(region.name)[0];

async function choosePlace(row, id) {
  const region = replaced(id);
  // What a postcode finds is short enough to show every place that shares it.
  for (const typed of [named(region), ...(region.postcodes ?? [])]) {
    await row.locator('input[type="text"], input[type="search"]').fill(typed);
    const match = row.locator(`[data-region="${region.id}"]`);
    if ((await match.count()) > 0) return match.first().click();
  }
  throw new Error(`the place ${id} isn't found by ${named(region)}`);
}

/** Answers one question; says whether there was an answer to give. */
async function answer(row, id, given) {
  if (given === null || given === undefined) return false;
  const choose = (option) => row.locator(`input[name="${id}"][value="${option}"]`).check({ force: true });
  if (questions.get(id).kind === 'place') {
    await choosePlace(row, given);
  } else if (!Array.isArray(given)) {
    await choose(given);
  } else if (given.length > 0) {
    for (const option of given) await choose(option);
  } else {
    // 'None of these': the option that says so; else going on with nothing ticked.
    const alone = questions.get(id).options.find((option) => option.alone);
    if (alone) await choose(alone.id);
  }
  return true;
}

/** Answers what is on screen; says which questions those were. */
export async function answerScreen(widget, answers) {
  const rows = widget.locator('[data-question]');
  const ids = await rows.evaluateAll((found) => found.map((row) => row.dataset.question));
  let told = 0;
  for (const id of ids) told += await answer(widget.locator(`[data-question="${id}"]`), id, answers[id]);
  await widget.locator(`[data-action="${told > 0 ? 'next' : 'decline'}"]`).click();
  return ids;
}

/** From the intro to the results. */
export async function walk(widget, answers) {
  await widget.locator('[data-action="start"]').click();
  const asked = [];
  for (let screens = 0; screens < 60; screens += 1) {
    const here = widget.locator('[data-screen="question"], [data-screen="results"]');
    await here.waitFor();
    if ((await here.getAttribute('data-screen')) === 'results') return asked;
    asked.push(...(await answerScreen(widget, answers)));
  }
  throw new Error('the questions do not end');
}

/** The offers on the results screen: id to verdict. */
export async function offers(widget) {
  const found = await widget
    .locator('[data-offer]')
    .evaluateAll((cards) => cards.map((card) => [card.dataset.offer, card.dataset.verdict]));
  return new Map(found);
}
