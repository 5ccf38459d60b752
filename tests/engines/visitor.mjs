// A visitor by WebDriver: presses with a mouse and with keys, and looks into the widgets of a page.
import assert from 'node:assert/strict';
import { By, Key, error } from 'selenium-webdriver';
import { until } from '../browser/browser.mjs';
import { steps, walkInPage } from '../browser/walk.mjs';

/** What may pass while a screen is being drawn. */
const { NoSuchElementError, NoSuchShadowRootError, StaleElementReferenceError, ElementNotInteractableError, ElementClickInterceptedError } = error;
const passing = [NoSuchElementError, NoSuchShadowRootError, StaleElementReferenceError, ElementNotInteractableError, ElementClickInterceptedError];

export function visitor(driver, site) {
  /** Chromium's driver may call a page loaded that has nothing in it yet. */
  const widget = async (place) => {
    let found;
    await until(async () => (found = (await driver.findElements(By.css('mantel-wijzer')))[place]), `widget ${place}`);
    return found;
  };
  const find = async (selector, place) => (await (await widget(place)).getShadowRoot()).findElement(By.css(selector));

  /** Runs in the page, with one of its widgets. */
  const look = async (act, ...given) => driver.executeScript(act, await widget(0), ...given);
  const isSeen = (selector, place) => {
    const widget = document.querySelectorAll('mantel-wijzer')[place];
    return Boolean(widget?.shadowRoot?.querySelector(selector)?.checkVisibility());
  };
  const has = (selector, place = 0) => driver.executeScript(isSeen, selector, place);
  /** Waits until it is there to see. */
  const see = (selector, place) => until(() => has(selector, place), `${selector} in widget ${place ?? 0}`, 15_000);

  const visit = {
    ...site,
    driver,
    look,
    has,
    see,
    run: (act, ...given) => driver.executeScript(act, ...given),
    heard: () => driver.executeScript(() => window.heard ?? { told: [], wrong: [] }),
    /** Waits for one of the widget's events. */
    hear: (name) => until(() => driver.executeScript((name) => window.heard?.told.some((one) => one.name === name), name), `the event ${name}`, 20_000),
    /** A real click, in the middle of what is to be seen of it. */
    async press(selector, place = 0) {
      for (const end = Date.now() + 15_000; ; ) {
        try {
          const found = await find(selector, place);
          // Of itself a driver scrolls as smoothly as the page asks for, and presses meanwhile.
          await driver.executeScript((found) => found.scrollIntoView({ block: 'center', behavior: 'instant' }), found);
          return await found.click();
        } catch (problem) {
          if (Date.now() > end || !passing.some((kind) => problem instanceof kind)) throw new Error(`${selector} can't be pressed`, { cause: problem });
        }
      }
    },
    /** Types into a field. WebKitGTK's driver takes what a field is made of for something on top of it, so nothing is pressed. */
    async type(selector, words, place = 0) {
      await see(selector, place);
      await driver.executeScript((field) => field.focus(), await find(selector, place));
      await visit.keys(words);
    },
    keys: (...keys) => driver.actions().sendKeys(...keys).perform(),
    /** Tabs until the focus is on it. */
    async reach(selector) {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await look((host, selector) => Boolean(host.shadowRoot.activeElement?.matches(selector)), selector)) return;
        await driver.actions().sendKeys(Key.TAB).perform();
      }
      throw new Error(`${selector} can't be reached by keyboard`);
    },
    walk: (answers) => look(walkInPage, steps(answers)),
    text: (selector) => look((host, selector) => host.shadowRoot.querySelector(selector)?.innerText ?? '', selector),
    question: (place = 0) =>
      driver.executeScript((place) => document.querySelectorAll('mantel-wijzer')[place].shadowRoot.querySelector('[data-question]')?.dataset.question, place),
    async offers() {
      const cards = await look(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[data-offer]')].map(({ dataset }) => [dataset.offer, dataset.verdict]));
      return new Map(cards);
    },
    /** Starts, tells a place by real presses and letters, and goes on. */
    async tellPlace(place = 0) {
      await visit.press('[data-action="start"]', place);
      await visit.type('[data-question="carer-place"] input', 'Gent', place);
      await visit.press('[data-region="be-nis-44021"].found', place);
      await visit.see('.chosen', place);
      await visit.press('[data-action="next"]', place);
      await until(async () => (await visit.question(place)) !== 'carer-place', 'the second question');
    },
    /** Begins, and nothing of an earlier visit is known. */
    async beginAnew(place = 0) {
      await visit.see('.intro', place);
      await visit.press('[data-action="start"]', place);
      await visit.see('[data-question="carer-place"]', place);
      assert.equal(await visit.has('.chosen', place), false);
    },
  };
  return visit;
}
