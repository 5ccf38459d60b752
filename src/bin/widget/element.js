// `<mantel-wijzer>`: what a host page loads. It fetches the Wasm and the catalogue, hands both to `mount`,
// and if anything fails shows phone numbers and the page's own fallback: never a blank box.
// No inline style, no markup from text, no storage; the build puts in CSS, LANGUAGES, WASM and WASM_INTEGRITY.
import init, { mount } from 'mantel-wijzer-wasm';
import { phrases } from './element/phrases.js';
import { arrive, choose, copy, print, save } from './element/hands.js';
import { sorry, waiting } from './element/screens.js';

const NAME = 'mantel-wijzer';
const PATIENCE = 60_000;
const NEAR = '600px';

const address = (path) => new URL(path, import.meta.url);
const wasmAddress = address(WASM);
const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);

/** Every element that shows an interview: they share one Wasm instance, and if it crashes, they all do. */
const running = new Set();
let hasCrashed = false;
/** Let the page's own events reach private methods. */
let failOf, leaveBy, returnTo, fleeBy;

class Failure extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

async function get(url, blocked, missing, integrity = '') {
  const request = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE) };
  const answer = await fetch(url, { ...request, integrity }).catch(async (cause) => {
    // A page that says 'not found' fails by its hash: then only a second look tells which it was.
    const look = integrity && (await fetch(url, { ...request, method: 'HEAD' }).catch(() => {}));
    throw new Failure(look?.ok === false ? missing : blocked, cause);
  });
  if (!answer.ok) throw new Failure(missing, `${url} answers ${answer.status}`);
  return answer;
}

const kept = new Map();

/** Calls once for all elements; a failure isn't kept, so that a second try is possible. */
function once(key, make) {
  if (!kept.has(key)) kept.set(key, make().catch((failure) => (kept.delete(key), Promise.reject(failure))));
  return kept.get(key);
}

const wasm = () =>
  once('wasm', async () => {
    const answer = await get(wasmAddress, 'wasm-blocked', 'wasm-missing', WASM_INTEGRITY);
    return init({ module_or_path: answer }).catch((cause) => {
      throw new Failure('wasm-blocked', cause);
    });
  });

/** A text that can't be used is asked for again at the next try. */
const forget = () => [...kept.keys()].forEach((key) => key === 'wasm' || kept.delete(key));

const text = (url) =>
  once(url.href, async () => (await get(url, 'catalogue-blocked', 'catalogue-blocked')).text());

/** The page's language, as one of ours: the whole tag, else its base, else Dutch. */
function spoken(element) {
  const tag = (element.closest('[lang]') ?? document.documentElement).lang.toLowerCase();
  const ours = (wanted) => ['nl-BE', 'nl-NL', ...Object.keys(phrases)].find((tag) => tag.toLowerCase() === wanted);
  return ours(tag) ?? ours(tag.split('-')[0]) ?? 'nl';
}

const bundleOf = (language) =>
  address(`catalogue/${[language, language.split('-')[0], 'nl'].find((tag) => LANGUAGES.includes(tag))}.json`);

const warn = (text) => console.warn(`${NAME}: ${text}`);

class MantelWijzer extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' });
  /** The interview, while there is one. */
  #handle;
  /** What waits for the element to come near the viewport. */
  #watch;
  /** Tells a start that the element left the page meanwhile. */
  #turn = 0;
  #failed;

  connectedCallback() {
    if (this.#handle || this.#watch || this.#failed) return; // moved, not new
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.addEventListener('click', this.#onClick);
    this.#wait();
    if (this.getAttribute('loading') === 'eager') {
      this.#watch = { disconnect() {} };
      this.#start();
    } else {
      const near = (entries) => entries.some((entry) => entry.isIntersecting) && this.#start();
      this.#watch = new IntersectionObserver(near, { rootMargin: NEAR });
      this.#watch.observe(this);
    }
  }

  /** A press on the way out also wipes. */
  #onClick = (event) => {
    if (!event.target.closest?.('[data-action="exit"]')) return;
    event.preventDefault();
    this.#flee();
  };

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  /** Begins anew: every answer is forgotten. After a failure, tries again. */
  restart() {
    if (this.#handle) this.#safely(() => this.#handle.restart());
    else if (this.#failed) this.#retry();
  }

  /** Puts the focus on what is shown now. */
  focus(options) {
    const first = this.#root.querySelector('.title') ?? this.querySelector('a[href], button');
    first?.focus(options);
  }

  #wait() {
    this.#root.replaceChildren(waiting(phrases[spoken(this).split('-')[0]], spoken(this)));
  }

  async #start() {
    this.#watch.disconnect();
    const turn = ++this.#turn;
    try {
      if (hasCrashed) throw new Failure('crashed');
      const bundle = this.#bundle();
      const [words, places] = await Promise.all([text(bundle), text(new URL('places.json', bundle)), wasm()]);
      if (turn !== this.#turn) return;
      const host = document.createElement('div'); // fresh: Yew's listeners never leave the element they came to
      const place = this.getAttribute('place') ?? '';
      const page = (what, ...words) => turn === this.#turn && this.#serve(what, words);
      this.#handle = mount(host, words, places, place, this.#level(), this.#exit(), page);
      running.add(this);
      this.#root.replaceChildren(host);
    } catch (problem) {
      if (turn !== this.#turn) return;
      if (typeof problem === 'string') forget();
      if (problem instanceof WebAssembly.RuntimeError) crash(problem);
      this.#fail(typeof problem === 'string' ? problem : (problem.code ?? 'crashed'), problem);
    }
  }

  #end() {
    const handle = this.#handle;
    this.#turn += 1;
    this.#watch?.disconnect();
    this.#watch = this.#handle = this.#failed = undefined;
    running.delete(this);
    if (handle && !hasCrashed) this.#safely(() => (handle.unmount(), handle.free()));
    this.#root.replaceChildren();
  }

  #retry() {
    this.#failed = undefined;
    this.#wait();
    this.#watch = { disconnect() {} };
    this.#start();
  }

  #safely(act) {
    try {
      act();
    } catch (problem) {
      crash(problem);
    }
  }

  /** Shows who can be called, and the page's own fallback. */
  #fail(code, problem) {
    if (this.#failed) return;
    this.#failed = code;
    this.#handle = undefined;
    this.#turn += 1;
    running.delete(this);
    console.error(`${NAME}: ${code}`, problem?.cause ?? problem);
    const hadFocus = this.#root.activeElement !== null;
    const again = code === 'crashed' ? undefined : () => this.#retry();
    const language = spoken(this);
    this.#root.replaceChildren(sorry(phrases[language.split('-')[0]], language, this.#level(), again));
    if (hadFocus) this.focus();
    this.#tell('error', code);
  }

  #tell(name, value) {
    const key = { step: 'index', results: 'count', error: 'code' }[name];
    const detail = key ? { [key]: value } : {};
    // Later: a listener of the page may call us, or throw, and neither may happen in the middle of a render.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(`${NAME}:${name}`, { bubbles: true, composed: true, detail })));
  }

  /** What the Wasm asks of the page. Printing, files and copying only ever because the caregiver pressed a button. */
  #serve(what, words) {
    const handle = this.#handle;
    const answer = (act) => this.#handle === handle && this.#safely(act);
    if (what === 'arrive') arrive(this.#root, words[0]);
    else if (what === 'settle') this.#root.querySelector(words[0])?.focus();
    else if (what === 'print') print(this);
    else if (what === 'save') save(...words);
    else if (what === 'copy') copy(words[0]).then((isCopied) => answer(() => handle.copied(isCopied)));
    else if (what === 'choose') choose().then((text) => answer(() => handle.open(text)));
    else this.#tell(what, words[0] && Number(words[0]));
  }

  /** Forgets everything before the page is left, kept in memory or shown again. */
  #leave() {
    if (this.#handle) this.#end();
  }

  /** The quick exit: nothing stays on the screen, and 'back' doesn't lead here. */
  #flee() {
    const to = this.#exit();
    if (!to || !this.#handle) return;
    this.#end();
    window.location.replace(to);
  }

  /** Where the catalogue is: beside this module, or where the page says. */
  #bundle() {
    const wanted = this.getAttribute('catalogue');
    if (!wanted) return bundleOf(spoken(this));
    try {
      return new URL(wanted, document.baseURI);
    } catch (cause) {
      throw new Failure('catalogue-blocked', cause);
    }
  }

  #level() {
    const wanted = this.getAttribute('heading-level') ?? '2';
    if (/^[2-6]$/.test(wanted)) return Number(wanted);
    warn(`heading-level is 2 to 6, not ${wanted}`);
    return 2;
  }

  #exit() {
    const wanted = this.getAttribute('exit-url');
    if (!wanted) return '';
    const link = document.createElement('a');
    link.href = wanted;
    if (/^https?:$/.test(link.protocol)) return link.href;
    warn(`exit-url is no web address: ${wanted}`);
    return '';
  }

  static {
    failOf = (element, code, problem) => element.#fail(code, problem);
    leaveBy = (element) => element.#leave();
    returnTo = (element) => element.isConnected && element.connectedCallback();
    fleeBy = (element) => element.#flee();
  }
}

/** After one trap in the Wasm no later call can be trusted. */
function crash(problem) {
  hasCrashed = true;
  for (const element of [...running]) failOf(element, 'crashed', problem);
}

function isOurs(problem) {
  const stack = String(problem?.stack ?? '');
  const isTrap = problem instanceof WebAssembly.RuntimeError;
  return stack.includes(wasmAddress.href) || (isTrap && stack.includes(import.meta.url));
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
  left.forEach(leaveBy);
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) left.forEach(returnTo);
  left = [];
});

// What is being typed belongs on paper too.
window.addEventListener('beforeprint', () => running.forEach((element) => element.shadowRoot.activeElement?.blur()));

// Three times Shift, as on GOV.UK: out of sight before anyone looks.
let presses = [];
window.addEventListener('keydown', ({ key, timeStamp, repeat }) => {
  if (repeat) return;
  presses = key === 'Shift' ? [...presses, timeStamp].slice(-3) : [];
  if (presses.length === 3 && timeStamp - presses[0] < 3000) [...running].forEach(fleeBy);
});

if (customElements.get(NAME)) warn('is on this page already; the first one stays');
else customElements.define(NAME, MantelWijzer);
