// `mantel-wijzer_app.js`: what is needed once the Wasm is there. It runs the visits on the page and does for them what only
// the page can: events, the focus, printing, files, copying. The build puts in STYLE and WASM.
import { begin, mount, read } from 'mantel-wijzer-wasm';
import { aids } from './aids.js';
import { arrive, choose, copy, print, save } from './hands.js';

/** Every visit on the page: they share one Wasm instance, and if it crashes, they all do. */
const running = new Set();
let crashed;

/** How all screens look but the first. */
const rest = new CSSStyleSheet();
rest.replaceSync(STYLE);

/** Where visits stood that are over: Yew never lets go of an element it was mounted in, so the next visit takes it. */
const free = [];

export { begin };

const DETAILS = { step: 'index', results: 'count' };

/** A catalogue of ours is named by a path, and read once; one of the page's own by its address. */
const isOurs = ([path]) => typeof path === 'string';
const kept = new Map();

function known(paths, texts) {
  try {
    if (!isOurs(paths)) return read(...texts);
    if (!kept.has(paths[0])) kept.set(paths[0], read(...texts));
    return kept.get(paths[0]);
  } catch (problem) {
    throw typeof problem === 'string' ? { code: problem } : problem;
  }
}

/** The attributes as properties: `element.place = 'be-vov'`. What a script said before these were there counts too. */
function reflect(element) {
  const { observedAttributes, prototype } = element.constructor;
  for (const name of observedAttributes) {
    const property = name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    const said = Object.hasOwn(element, property) && element[property];
    delete element[property];
    if (!(property in prototype)) {
      const get = function () {
        return this.getAttribute(name) ?? '';
      };
      const set = function (value) {
        this.setAttribute(name, value);
      };
      Object.defineProperty(prototype, property, { get, set });
    }
    if (said) element[property] = said;
  }
}

/** What tells which letters are typed, taken along or dropped. All of it would go on to whatever listens on the page. */
const TYPED = 'keydown keypress keyup beforeinput input textInput compositionstart compositionupdate compositionend copy cut paste dragstart drop'.split(' ');

/** Tab and Escape are the page's too: it may hold the focus in a dialogue, or close it. */
const keepIn = (event) => {
  if (!/^(Tab|Escape)$/.test(event.key)) event.stopPropagation();
};

/** A visit in place of the first screen. */
export function open(page) {
  if (crashed) throw crashed;
  reflect(page.element);
  const root = page.element.shadowRoot;
  // Yew listens further in. The same listener counts once, however many visits come.
  for (const type of TYPED) root.addEventListener(type, keepIn);
  const ground = free.pop() ?? { host: document.createElement('div') };
  const { host } = ground;
  // Spelling help may come from a server, and notes tell of health.
  host.spellcheck = false;
  const beside = aids(page);
  let isOver = false;
  let isLive = false;
  let before;
  const safely = (act) => {
    try {
      if (!crashed && !isOver) return act();
    } catch (problem) {
      crash(problem);
    }
  };
  const show = () => {
    if (isOver || isLive) return;
    // Never under a finger that is down: its press would be lost.
    if (root.querySelector(':active')) return setTimeout(show, 30);
    isLive = true;
    replace(root, beside.row, host, page.live());
    page.tell('ready');
  };
  // Printing, files and copying only ever because the caregiver pressed a button.
  const serve = (what, ...words) => {
    if (isOver) return;
    if (what === 'ready') queueMicrotask(show);
    else if (what === 'aids') beside.say(...words);
    else if (what === 'arrive') {
      beside.hush();
      host.style.minBlockSize = '';
      arrive(root, words[0]);
    } else if (what === 'settle') root.querySelector(words[0])?.focus();
    else if (what === 'print') print(page.element);
    else if (what === 'save') save(...words);
    else if (what === 'copy') copy(words[0]).then((isCopied) => safely(() => ground.handle.copied(isCopied)));
    else if (what === 'choose') choose().then((text) => safely(() => ground.handle.open(text)));
    // At the first thing that is told, and be it in 'am I a caregiver?' or a search.
    else if (what === 'answering') beside.answering();
    else {
      if (what === 'restarted') beside.anew();
      page.tell(what, what in DETAILS ? { [DETAILS[what]]: Number(words[0]) } : {});
    }
  };
  const visit = {
    page,
    /**
     * With this catalogue and these wishes of the page. A visit goes on as it is; in a catalogue that isn't ours, or no longer,
     * it begins anew. Throws with the code `catalogue-unreadable`.
     */
    begin(paths, texts, wishes) {
      const now = known(paths, texts);
      const keeps = Boolean(before && isOurs(before) && isOurs(paths));
      before = paths;
      safely(() => (ground.handle = mount(ground.handle, host, now, ...wishes, serve, keeps)));
      heed(page.element, wishes);
      beside.draw();
    },
    restart: () => safely(() => ground.handle.restart()),
    end() {
      running.delete(visit);
      // What was told is forgotten now, not when the next visit comes; and nobody hears of it.
      safely(() => {
        isOver = true;
        ground.handle?.restart();
      });
      isOver = true;
      beside.leave();
      host.remove();
      if (!crashed) free.push(ground);
    },
  };
  running.add(visit);
  return visit;
}

/** Tells the host page's developer of attributes that make no sense. */
function heed(element, [, , exit]) {
  const warn = (name, rule) => console.warn(`mantel-wijzer: ${name} is ${rule}, not ${element.getAttribute(name)}`);
  if (!/^[2-6]$/.test(element.getAttribute('heading-level') ?? '2')) warn('heading-level', '2 to 6');
  if (element.getAttribute('exit-url') && !exit) warn('exit-url', 'a web address');
}

/** Puts the interview where the first screen was, as that was left: nobody sees it happen. What was pressed there is done now. */
function replace(root, row, host, pressed) {
  const { activeElement } = root;
  const action = (name) => `[data-action="${name}"]`;
  const focus = activeElement && (activeElement.dataset.action ? action(activeElement.dataset.action) : '.title');
  const open = [...root.querySelectorAll('details[open]')].map((details) => `.${details.className}`);
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], rest];
  host.style.minBlockSize = root.firstElementChild.style.minBlockSize;
  root.replaceChildren(row, host);
  for (const selector of open) root.querySelector(selector)?.setAttribute('open', '');
  if (focus) root.querySelector(focus)?.focus({ preventScroll: true });
  if (pressed) root.querySelector(action(pressed))?.click();
}

const all = (act) => [...running].forEach(({ page }) => act(page));

/** After one trap in the Wasm no later call can be trusted. */
function crash(problem) {
  crashed = problem;
  all((page) => page.fail(problem));
  running.clear();
}

/** Whether a problem comes out of our Wasm: by its address, or by this module's when the Wasm has none. */
function isTrapOfOurs(problem) {
  const stack = String(problem?.stack ?? '');
  const isTrap = problem instanceof WebAssembly.RuntimeError;
  return stack.includes(String(new URL(WASM, import.meta.url))) || (isTrap && stack.includes(import.meta.url));
}

for (const kind of ['error', 'unhandledrejection']) {
  window.addEventListener(kind, (event) => {
    const problem = event.error ?? event.reason;
    if (isTrapOfOurs(problem)) crash(problem);
  });
}

// Leaving the page wipes it; a page that comes back from the browser's memory begins anew.
let left = [];
window.addEventListener('pagehide', () => {
  left = [...running];
  all((page) => page.leave());
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) left.forEach(({ page }) => page.back());
  left = [];
});

// What is being typed belongs on paper too.
window.addEventListener('beforeprint', () => all((page) => page.element.shadowRoot.activeElement?.blur()));

// Three times Shift, as on GOV.UK: out of sight before anyone looks. On the way in: nothing typed comes out.
let presses = [];
const heedShift = ({ key, timeStamp, repeat }) => {
  if (repeat) return;
  presses = key === 'Shift' ? [...presses, timeStamp].slice(-3) : [];
  if (presses.length === 3 && timeStamp - presses[0] < 3000) all((page) => page.flee());
};
window.addEventListener('keydown', heedShift, true);
