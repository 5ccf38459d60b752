// One random walk, made inside the page. The page runs this text by itself, so it may name nothing outside it.

/**
 * Puts a widget on the page and does so many things with it, the same for the same seed.
 * Gives what was done, the screens that were seen, and what was wrong.
 */
export async function wander({ seed, lang, actions }) {
  // SplitMix32: the numbers look random and are the same on every run.
  let state = seed * 0x9e3779b9;
  const below = (end) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % end;
  };
  const pick = (list) => list[below(list.length)];
  // A message comes in the next turn; a timer that follows many others waits four milliseconds.
  const { port1, port2 } = new MessageChannel();
  const pause = () =>
    new Promise((next) => {
      port1.onmessage = next;
      port2.postMessage(0);
    });
  const until = async (holds) => {
    for (const end = performance.now() + 5_000; performance.now() < end; await pause()) if (holds()) return true;
    return false;
  };

  const did = [];
  const wrong = [];
  const screens = new Set();
  let widget;
  /** When the first answer was given; none while there is none. */
  let quiet;
  /** When the last thing was done. */
  let acted;

  const root = () => widget.shadowRoot;
  const shown = () => root().querySelector('[data-screen]');
  const begin = async () => {
    document.querySelector('mantel-wijzer')?.remove();
    widget = document.createElement('mantel-wijzer');
    widget.lang = lang;
    widget.setAttribute('loading', 'eager');
    widget.setAttribute('languages', 'nl-BE fr ar');
    quiet = undefined;
    // The browser keeps 250 of them, and then no more.
    performance.clearResourceTimings();
    let isReady = false;
    widget.addEventListener('mantel-wijzer:ready', () => (isReady = true));
    document.querySelector('main').append(widget);
    if (!(await until(() => isReady))) wrong.push('it never became ready');
    widget.focus({ preventScroll: true });
  };

  /** What goes out of the page, or brings a window that no script can close. */
  const outside = '[data-action="exit"], [data-action="print"], [data-action="open"], a[href]';
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.matches(outside);
  const answers = '.row input, .row [data-region]';
  const words = ['gent', '9000', 'oppas', 'sint', 'zzz', '', ' ', 'opvang gent', '<b>', 'رعاية'];

  /** Presses what was picked, as a finger does: it takes the focus first. */
  const press = (one) => {
    one.focus({ preventScroll: true });
    one.click();
  };
  const type = (field, text) => {
    field.focus({ preventScroll: true });
    field.value = text;
    const more = { bubbles: true, composed: true };
    field.dispatchEvent(new InputEvent('input', more));
    field.dispatchEvent(new Event('change', more));
  };
  const name = (one) => {
    const { action, target, region } = one.dataset;
    return [action ?? one.localName, target ?? region ?? one.name ?? one.id, one.type === 'radio' || one.type === 'checkbox' ? one.value : '']
      .filter(Boolean).join(' ');
  };

  async function act() {
    const chance = below(100);
    if (chance < 1) {
      did.push('taken away and put back');
      return begin();
    }
    const all = [...root().querySelectorAll('button, summary, input, textarea, select')].filter(isSeen);
    const asked = all.filter((one) => one.matches(`${answers}, [data-action="next"], [data-action="decline"]`));
    // On a question mostly answers, else nobody ever gets far; wiping seldom.
    const rest = all.filter((one) => !one.matches('[data-action="wipe"], [data-action="restart"]') || below(8) === 0);
    const one = pick(asked.length > 0 && chance < 70 ? asked : rest.length > 0 ? rest : all);
    if (one.matches('input[type="date"]')) type(one, pick(['2026-12-01', '']));
    else if (one.matches('textarea, input[type="text"], input[type="search"]')) type(one, pick(words));
    else if (one.matches('select')) {
      const option = pick([...one.options].filter(({ disabled }) => !disabled));
      one.focus({ preventScroll: true });
      one.value = option.value;
      one.dispatchEvent(new Event('change', { bubbles: true }));
    } else press(one);
    const is = name(one);
    did.push(one.value && /text|search|area|select|date/.test(one.type) ? `${is} '${one.value}'` : is);
    if (/^(wipe|restart)$/.test(one.dataset.action)) quiet = undefined;
  }

  function look() {
    const screen = shown();
    const expect = (holds, what) => holds || wrong.push(`${what} (${screen?.dataset.screen}, after ${did.length} actions)`);
    if (!screen) return expect(false, 'nothing is shown');
    screens.add(screen.dataset.screen);
    expect(screen.dataset.screen !== 'sorry', 'the screen of last resort');
    const titles = [...screen.querySelectorAll('.title')].filter((title) => title.checkVisibility());
    expect(titles.length === 1 && titles[0].textContent.trim(), 'no heading, or several');
    expect(screen.querySelector('details.talk a[href="tel:112"]'), 'no number to call');
    expect(screen.querySelector('[data-action="wipe"]')?.checkVisibility(), 'no way to wipe');
    const ways = [...screen.querySelectorAll('section button, form button, nav button')].filter(isSeen);
    expect(ways.length > 0, 'no way on');
    const { lang: spoken, dir } = screen.closest('.widget');
    expect(spoken && dir === (/^(ar|fa|he)/.test(spoken) ? 'rtl' : 'ltr'), `'${dir}' in '${spoken}'`);
    expect(document.documentElement.scrollWidth <= innerWidth, `${document.documentElement.scrollWidth - innerWidth} px too wide`);
    expect(document.activeElement === widget && root().activeElement, `the focus is lost to ${document.activeElement.localName}`);
    if (root().querySelector('.row input:checked, .chosen')) quiet ??= acted;
    // What was asked for before may come after.
    const late = performance.getEntriesByType('resource').filter(({ startTime }) => startTime > quiet);
    expect(late.length === 0, `${late.length} requests after the first answer: ${late.map((one) => one.name)}`);
  }

  await begin();
  for (let times = 0; times < actions && wrong.length === 0; times += 1) {
    acted = performance.now();
    await act();
    // The widget draws in the turn after; a second one for the focus.
    await pause();
    await pause();
    await until(() => shown());
    look();
  }
  return { did, screens: [...screens], wrong };
}
