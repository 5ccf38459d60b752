// Answers the widget's questions as a scenario's person would, by the contract's hooks alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const read = (name) => JSON.parse(readFileSync(`catalogue/${name}.json`, 'utf8'));
const questions = new Map(read('questionnaire').questions.map((question) => [question.id, question]));
const places = read('regions');
const regions = new Map([...places.regions, ...places.municipalities].map((region) => [region.id, region]));

const replaced = (id) => regions.get(id) ?? [...regions.values()].find((region) => region.replaces?.includes(id));

const shared = join(process.env.MANTELWIJZER_SHARED ?? '../shared', 'contract/scenarios');
const inFolder = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

/** The files of all scenarios, by name: those of the contract where they are at hand, and ours. */
export const scenarios = new Map([...inFolder(shared), ...inFolder('catalogue/personas')].map((file) => [file.split('/').pop(), file]));

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

/** What `walkInPage` has to know of a person's answers, as plain data. */
export function steps(answers) {
  const told = Object.entries(answers).filter(([, given]) => given !== null);
  return told.map(([id, given]) => {
    const { kind, options } = questions.get(id);
    const region = kind === 'place' ? replaced(given) : undefined;
    const none = () => options.filter(({ alone }) => alone).map((option) => option.id);
    const chosen = Array.isArray(given) && given.length === 0 ? none() : [given].flat();
    return [id, region ? { region: region.id, typed: [named(region), ...(region.postcodes ?? [])] } : { chosen }];
  });
}

/**
 * From the intro to the results, by clicks that the page makes itself: a tenth of the time that a mouse takes.
 * The mouse and the keyboard have their own tests. Runs in the page, whoever drives the browser: it knows nothing from outside.
 */
export async function walkInPage(host, steps) {
  const root = host.shadowRoot;
  const wanted = new Map(steps);
  const frame = () => new Promise((drawn) => setTimeout(drawn, 4));
  const until = async (holds, what) => {
    for (const end = Date.now() + 10_000; Date.now() < end; await frame()) if (holds()) return;
    throw new Error(`in vain: ${what}`);
  };
  const choosePlace = async (row, { region, typed }) => {
    const found = () => row().querySelector(`[data-region="${region}"]`);
    for (const words of typed) {
      const input = row().querySelector('input[type="text"], input[type="search"]');
      input.value = words;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      for (let frames = 0; frames < 5 && !found(); frames += 1) await frame();
      if (found()) return found().click();
    }
    throw new Error(`the place ${region} isn't found by ${typed[0]}`);
  };
  const rows = () => [...root.querySelectorAll('[data-question]')].map((row) => row.dataset.question);
  const asked = [];
  root.querySelector('[data-action="start"]').click();
  for (let screens = 0, before = ''; screens < 60; screens += 1) {
    const isNew = () => root.querySelector('[data-screen="results"]') || (rows().length > 0 && rows().join() !== before);
    // The widget has told of a screen when it has put the focus on its heading.
    const isTold = () => root.activeElement?.matches('.title');
    await until(() => isNew() && isTold(), `a screen after ${before || 'the first'}`);
    if (root.querySelector('[data-screen="results"]')) return asked;
    const ids = rows();
    for (const id of ids.filter((id) => wanted.has(id))) {
      const { region, typed, chosen } = wanted.get(id);
      const row = () => root.querySelector(`[data-question="${id}"]`);
      if (region) await choosePlace(row, { region, typed });
      for (const option of chosen ?? []) {
        const input = () => row().querySelector(`input[name="${id}"][value="${option}"]`);
        if (!input().checked) input().click();
        await until(() => input()?.checked, `${id} answered with ${option}`);
      }
    }
    await frame();
    root.activeElement.blur();
    root.querySelector(`[data-action="${ids.some((id) => wanted.has(id)) ? 'next' : 'decline'}"]`).click();
    asked.push(...ids);
    before = ids.join();
  }
  throw new Error('the questions do not end');
}

export const walk = (widget, answers) => widget.evaluate(walkInPage, steps(answers));

const partners = readdirSync('catalogue/partners').filter((name) => name.endsWith('.json'));
const needsOf = new Map(partners.flatMap((name) => read(`partners/${name.slice(0, -5)}`).offers).map(({ id, needs }) => [id, needs.map(({ need }) => need)]));

/** What is on the results screen (id to verdict) is what the command line finds for these answers. */
export function assertFound(shown, answers, expected) {
  const chosen = answers.needs ?? [];
  const serves = (offer) => chosen.length === 0 || needsOf.get(offer).some((need) => chosen.includes(need));
  for (const [offers, verdict] of [[expected.matches, 'met'], [expected.undecided, 'unknown']])
    for (const offer of offers.filter(serves)) assert.equal(shown.get(offer), verdict, `${offer} is ${verdict}`);
  const possible = new Set([...expected.matches, ...expected.undecided, ...expected.urgent]);
  assert.deepEqual([...shown.keys()].filter((offer) => !possible.has(offer)), [], 'nothing that does not fit');
  assert.ok(shown.size > 0 || possible.size === 0, 'something is shown');
}

/** The offers on the results screen: id to verdict. */
export async function offers(widget) {
  const found = await widget
    .locator('[data-offer]')
    .evaluateAll((cards) => cards.map((card) => [card.dataset.offer, card.dataset.verdict]));
  return new Map(found);
}

/** Nothing hangs out of the window. */
export async function fits(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${where} is ${wide} px too wide`);
}
