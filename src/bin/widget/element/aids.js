// Beside the interview: another language, larger letters, read aloud. What is chosen here is no answer; nothing of it is kept.
import { make } from './screens.js';
import { aloud } from './aloud.js';

const base = (tag) => tag.split('-')[0];

/** A language in its own words, with the country where there are two of it. */
function named(tag, all) {
  if (tag === 'nl-simple') return 'Makkelijk Nederlands';
  const isAlone = all.filter((other) => /^nl-..$/.test(other) && base(other) === base(tag)).length < 2;
  const name = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(isAlone ? base(tag) : tag);
  return name[0].toLocaleUpperCase(tag) + name.slice(1);
}

/** The row above an interview. `page` is the element's; `preload` gets a language that may be chosen, before the first answer. */
export function aids(page) {
  const { element } = page;
  const row = make('div', { class: 'widget aids' });
  const ready = new Set();
  let isAnswering = false;
  let words = [];
  let listed;

  const select = make('select', { 'data-action': 'language' });
  select.addEventListener('change', () => (element.lang = select.value));
  const large = button('large', () => {
    const isLarge = row.classList.toggle('large');
    large.setAttribute('aria-pressed', isLarge);
  });
  large.setAttribute('aria-pressed', false);
  const voice = aloud(element.shadowRoot, draw);
  const read = button('read', () => voice.toggle(base(element.shadowRoot.querySelector('.screen').closest('[lang]').lang)));
  row.append(read, large);

  const wanted = () => (element.getAttribute('languages') ?? '').split(/[\s,]+/).filter(Boolean);
  const here = () => (element.closest('[lang]') ?? document.documentElement).lang;

  function draw() {
    const [lang, dir, language, start, stop, larger] = words;
    if (!lang) return;
    Object.assign(row, { lang, dir });
    select.setAttribute('aria-label', language);
    large.textContent = larger;
    read.textContent = voice.isReading ? stop : start;
    read.hidden = !voice.has(lang);
    const tags = wanted();
    const now = tags.find((tag) => tag.toLowerCase() === here().toLowerCase()) ?? tags.find((tag) => base(tag) === base(here()));
    // What has the focus would lose it by being put there again.
    if (tags.length < 2) select.remove();
    else if (!select.isConnected) row.append(select);
    if (`${tags}` !== listed) {
      listed = `${tags}`;
      select.replaceChildren(...tags.map((tag) => make('option', { value: tag, lang: tag }, named(tag, tags))));
    }
    for (const option of select.options) {
      option.selected = option.value === now;
      // After the first answer nothing is asked of a server any more.
      option.disabled = isAnswering && option.value !== now && !ready.has(option.value);
    }
  }

  /** The others of the list, one by one, when nobody waits for anything any more. */
  async function preload() {
    if (wanted().length < 2) return;
    await new Promise((rest) => setTimeout(rest, 1500));
    for (const tag of wanted()) {
      if (isAnswering || navigator.connection?.saveData) return;
      const isOver = await page.preload(tag, () => isAnswering).catch(() => true);
      if (isOver !== true) ready.add(tag);
    }
  }

  return {
    row,
    draw,
    /** In these words: language and direction, then the labels. */
    say(...said) {
      words = said;
      draw();
      preload();
    },
    /** Another screen, or none. */
    hush: () => voice.hush(),
    /** The visit is over. */
    leave() {
      isAnswering = true;
      voice.leave();
      row.remove();
    },
    /** From now on nothing is loaded. */
    answering() {
      isAnswering = true;
      draw();
    },
    /** Everything is forgotten: loading may begin again. */
    anew() {
      isAnswering = false;
      voice.hush();
      draw();
      preload();
    },
  };
}

function button(action, act) {
  const made = make('button', { type: 'button', class: 'button', 'data-action': action });
  made.addEventListener('click', act);
  return made;
}
