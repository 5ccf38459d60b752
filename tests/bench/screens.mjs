// From an answer to the next screen painted: whole interviews, in the widget and in SurveyJS.
import { start } from './browser.mjs';
import { caregiver } from './caregivers.mjs';
import { question, region } from './real.mjs';
import { site } from './site.mjs';

/** In the page: what both contenders need to be walked through. */
function prepare() {
  const painted = () => new Promise((told) => requestAnimationFrame(() => setTimeout(() => told(performance.now()))));
  window.walking = {
    /** Milliseconds until what `act` does is painted; `isDone` says when the page shows it. */
    async timed(act, isDone) {
      const from = performance.now();
      act();
      while (!isDone()) {
        if (performance.now() - from > 60_000) throw new Error(`in vain: ${isDone}`);
        await new Promise((frame) => requestAnimationFrame(frame));
      }
      return (await painted()) - from;
    },
    /** Lets the page come to rest, as a caregiver does by reading. */
    rest: () => new Promise((done) => setTimeout(done, 100)),
  };
}

/** In the page: one interview in the widget. */
async function walkOurs(wanted) {
  const { timed, rest } = window.walking;
  const { shadowRoot: root } = document.querySelector('mantel-wijzer');
  const rows = () => [...root.querySelectorAll('[data-question]')].map((row) => row.dataset.question);
  const isAt = (name) => root.querySelector(`[data-screen="${name}"]`);
  const here = () => (isAt('results') ? 'results' : rows().join());
  const click = (selector) => root.querySelector(selector).click();
  const times = { screens: [], choices: [], results: [] };
  click('[data-action="start"]');
  await timed(() => {}, () => here() !== '');
  for (let screens = 0; here() !== 'results'; screens += 1) {
    if (screens > 40) throw new Error('the questions do not end');
    for (const id of rows()) {
      const { region, typed, chosen } = wanted[id];
      const row = () => root.querySelector(`[data-question="${id}"]`);
      if (region) {
        const input = row().querySelector('input');
        input.value = typed;
        const choice = () => row().querySelector(`[data-region="${region}"]`);
        await timed(() => input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })), choice);
        await timed(() => choice().click(), () => row().querySelector('input')?.value !== typed || !choice());
      }
      for (const option of chosen ?? []) {
        const input = () => row().querySelector(`input[value="${option}"]`);
        if (!input().checked) times.choices.push(await timed(() => input().click(), () => input().checked));
        await rest();
      }
    }
    await rest();
    const before = here();
    const time = await timed(() => click('[data-action="next"]'), () => here() !== before);
    times[here() === 'results' ? 'results' : 'screens'].push(time);
    await rest();
  }
  return times;
}

/** In the page: the same in SurveyJS. Answers by its own interface, for its menu of places opens by more than a click. */
async function walkSurvey(wanted) {
  const { timed, rest } = window.walking;
  const { survey } = window;
  const times = { screens: [], choices: [], results: [] };
  survey.clear();
  await rest();
  for (let screens = 0; ; screens += 1) {
    if (screens > 60) throw new Error('the questions do not end');
    for (const { name, value } of survey.currentPage.questions.filter(({ isVisible, name }) => isVisible && name in wanted)) {
      const { region, chosen } = wanted[name];
      if (region) survey.setValue(name, region);
      for (const option of chosen ?? []) {
        const input = document.querySelector(`#survey [data-name="${name}"] input[value="${option}"]`);
        if (input && !input.checked) times.choices.push(await timed(() => input.click(), () => input.checked));
        await rest();
      }
    }
    await rest();
    const next = document.querySelector('#survey .sd-navigation__next-btn:not([disabled])');
    if (survey.isLastPage || survey.currentPage.name === 'results' || !next) return times;
    const before = survey.currentPage.name;
    const shows = () => survey.currentPage.name !== before && document.querySelector(`#survey #${survey.currentPage.id}`);
    const time = await timed(() => next.click(), shows);
    times[survey.currentPage.name === 'results' ? 'results' : 'screens'].push(time);
    await rest();
  }
}

/** How a caregiver answers, ready to be typed and clicked. */
function wanted(told) {
  const one = ([id, given]) => {
    if (question.get(id).kind !== 'place') return [id, { chosen: [given].flat() }];
    const { name, postcodes } = region(given);
    return [id, { region: given, typed: postcodes?.[0] ?? name.nl }];
  };
  return Object.fromEntries(Object.entries(told).map(one));
}

/** Milliseconds by contender: of screens, choices, and results. */
export async function screens({ caregivers }) {
  const browser = await start(site);
  const contenders = { large: walkOurs, survey: walkSurvey, 'survey-large': walkSurvey };
  const times = {};
  for (let seed = 0; seed < caregivers; seed += 1) {
    const told = wanted(caregiver(seed));
    for (const [name, walk] of Object.entries(contenders)) {
      const { page, close } = await browser.open(`${name}.html`, { watch: prepare });
      await page.waitForFunction(() => window.survey || document.querySelector('mantel-wijzer')?.shadowRoot?.querySelector('[data-action="start"]'));
      await page.waitForTimeout(2_000);
      const found = await page.evaluate(walk, told);
      for (const [what, list] of Object.entries(found)) ((times[name] ??= {})[what] ??= []).push(...list);
      await close();
    }
  }
  await browser.stop();
  return times;
}
