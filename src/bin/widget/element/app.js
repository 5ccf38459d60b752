// `mantel-wijzer_app.js`: what is needed once the Wasm is there. It runs the visits on the page and does for them what only
// the page can: events, the focus, printing, files, copying. The build puts in STYLE and WASM.
import { begin, mount } from 'mantel-wijzer-wasm';
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

/**
 * Begins a visit, in place of the first screen or of an older visit, whose answers it takes over. Throws with the code
 * `catalogue-unreadable`.
 */
export function open(page, texts, wishes, old) {
  if (crashed) throw crashed;
  const root = page.element.shadowRoot;
  const ground = free.pop() ?? { host: document.createElement('div') };
  const { host } = ground;
  let isOver = false;
  const safely = (act) => {
    try {
      if (!crashed && !isOver) return act();
    } catch (problem) {
      crash(problem);
    }
  };
  const show = () => {
    if (page.isStale()) return;
    // Never under a finger that is down: its press would be lost.
    if (root.querySelector(':active')) return setTimeout(show, 30);
    const pressed = page.live();
    replace(root, host, old ? '' : pressed);
    old?.end();
    old = undefined;
    page.tell('ready');
  };
  // Printing, files and copying only ever because the caregiver pressed a button.
  const serve = (what, ...words) => {
    if (isOver) return;
    if (what === 'ready') return queueMicrotask(show);
    if (what === 'arrive') {
      host.style.minBlockSize = '';
      arrive(root, words[0]);
    } else if (what === 'settle') root.querySelector(words[0])?.focus();
    else if (what === 'print') print(page.element);
    else if (what === 'save') save(...words);
    else if (what === 'copy') copy(words[0]).then((isCopied) => safely(() => ground.handle.copied(isCopied)));
    else if (what === 'choose') choose().then((text) => safely(() => ground.handle.open(text)));
    else page.tell(what, what in DETAILS ? { [DETAILS[what]]: Number(words[0]) } : {});
  };
  const kept = old?.kept();
  try {
    ground.handle = mount(ground.handle, host, ...texts, ...wishes, serve);
  } catch (problem) {
    if (problem instanceof WebAssembly.RuntimeError) crash(problem);
    throw typeof problem === 'string' ? { code: problem } : problem;
  }
  const visit = {
    page,
    restart: () => safely(() => ground.handle.restart()),
    kept: () => safely(() => ground.handle.kept()),
    end() {
      running.delete(visit);
      old?.end();
      // What was told is forgotten now, not when the next visit comes.
      visit.restart();
      isOver = true;
      host.remove();
      if (!crashed) free.push(ground);
    },
  };
  running.add(visit);
  heed(page.element, wishes);
  if (kept) safely(() => ground.handle.open(kept));
  return visit;
}

/** Tells the host page's developer of attributes that make no sense. */
function heed(element, [, , exit]) {
  const warn = (name, rule) => console.warn(`mantel-wijzer: ${name} is ${rule}, not ${element.getAttribute(name)}`);
  if (!/^[2-6]$/.test(element.getAttribute('heading-level') ?? '2')) warn('heading-level', '2 to 6');
  if (element.getAttribute('exit-url') && !exit) warn('exit-url', 'a web address');
}

/** Puts the interview where the first screen was, as that was left: nobody sees it happen. What was pressed there is done now. */
function replace(root, host, pressed) {
  const { activeElement } = root;
  const action = (name) => `[data-action="${name}"]`;
  const focus = activeElement && (activeElement.dataset.action ? action(activeElement.dataset.action) : '.title');
  const open = [...root.querySelectorAll('details[open]')].map((details) => `.${details.className}`);
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], rest];
  host.style.minBlockSize = root.firstElementChild.style.minBlockSize;
  root.replaceChildren(host);
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
function isOurs(problem) {
  const stack = String(problem?.stack ?? '');
  const isTrap = problem instanceof WebAssembly.RuntimeError;
  return stack.includes(String(new URL(WASM, import.meta.url))) || (isTrap && stack.includes(import.meta.url));
}

for (const kind of ['error', 'unhandledrejection']) {
  window.addEventListener(kind, (event) => {
    const problem = event.error ?? event.reason;
    if (isOurs(problem)) crash(problem);
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

// Three times Shift, as on GOV.UK: out of sight before anyone looks.
let presses = [];
window.addEventListener('keydown', ({ key, timeStamp, repeat }) => {
  if (repeat) return;
  presses = key === 'Shift' ? [...presses, timeStamp].slice(-3) : [];
  if (presses.length === 3 && timeStamp - presses[0] < 3000) all((page) => page.flee());
});
