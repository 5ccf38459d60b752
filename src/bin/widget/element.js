// `<mantel-wijzer>`: the one module a host page loads. It shows the first screen at once, fetches the rest when the element
// comes near the viewport or is touched, each file held to its hash, and puts the living interview in place of the picture.
// If anything fails it shows phone numbers and the page's own fallback: never a blank box.
// No inline style, no markup from text, no storage. The build puts in STYLE, FILES (path to hash) and FIRST (Dutch: words,
// and the first screen).
import { grow } from './element/intro.js';
import { engine, failure, hashes, others, text } from './element/loading.js';
import { make, sorry } from './element/screens.js';

const NAME = 'mantel-wijzer';
const NEAR = '600px';

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** The page's language: the whole tag, and its base. */
const spoken = (element) => tags((element.closest('[lang]') ?? document.documentElement).lang);
const tags = (tag) => [(tag = tag.toLowerCase()), tag.split('-')[0]];

/** Our catalogue in a language, and its places. */
async function ours([tag, base]) {
  const find = (tag) => Object.keys(hashes).find((path) => path.toLowerCase() === `catalogue/${tag}.json`);
  find(tag) || (await others());
  return [find(tag) ?? find(base) ?? find(FIRST.lang), find('places')];
}

const read = async (paths) => [paths, await Promise.all(paths.map(text))];

class MantelWijzer extends HTMLElement {
  static observedAttributes = ['lang', 'place', 'catalogue', 'heading-level', 'exit-url', 'loading', 'languages'];

  /** How high the page kept it until now: nothing below it moves before the caregiver does. */
  #height = this.offsetHeight;
  #root = this.attachShadow({ mode: 'open' });
  /** Whether something is shown: else the element is new, or away from the page. */
  #isShown;
  /** The interview, and whether it is in place. */
  #visit;
  #isLive;
  /** The words before the interview. */
  #first = FIRST;
  /** What waits for the element to come near. */
  #watch;
  /** Tells a start that the element left the page meanwhile, or was asked for something else. */
  #turn = 0;
  #failed;
  /** What was pressed before the interview was there. */
  #pressed;

  connectedCallback() {
    if (this.#isShown) return; // moved, not new
    this.#isShown = true;
    this.#root.adoptedStyleSheets = [sheet];
    for (const type of ['click', 'pointerdown', 'focusin']) this.#root.addEventListener(type, this.#touch);
    this.#wait();
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#isShown || before === now || (this.#isLive && name === 'loading')) return;
    this.#turn += 1;
    this.#isLive ? this.#start() : this.#wait();
  }

  /** Begins anew: every answer is forgotten. After a failure, tries again. */
  restart() {
    if (this.#failed) this.#retry();
    else this.#visit?.restart();
  }

  /** Puts the focus on what is shown now. */
  focus(options) {
    this.#root.querySelector('.title')?.focus(options);
  }

  /** The first screen, until the interview is there. Dutch comes with this module, another language a moment later. */
  #wait() {
    const turn = this.#turn;
    const [tag, base] = spoken(this);
    const begin = (others = {}) => turn === this.#turn && this.#begin({ ...FIRST, ...(others[tag] ?? others[base]) });
    // The first screen is the same in Dutch of any country.
    if (/^(nl(-..)?)?$/.test(tag)) return begin();
    this.#root.replaceChildren(make('slot'));
    others().then(begin, () => begin());
  }

  #begin(first) {
    this.#first = first;
    this.#failed = undefined;
    const intro = grow(first.intro, this.#level(), this.#address('exit-url'), first);
    intro.style.minBlockSize = `${this.#height}px`;
    this.#root.replaceChildren(intro);
    this.#watch?.disconnect();
    if (this.getAttribute('loading') === 'eager') return this.#start();
    this.#watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: NEAR });
    this.#watch.observe(this);
  }

  /** A finger, a key, the focus: then the interview is wanted now. What was pressed is done as soon as it is there. */
  #touch = (event) => {
    const action = event.type === 'click' && event.target.closest('[data-action]')?.dataset.action;
    if (action === 'exit') {
      event.preventDefault();
      this.#flee();
    }
    if (this.#watch) this.#start();
    if (!action || action === 'talk-now' || this.#isLive || this.#failed) return;
    this.#pressed = action;
    this.#root.querySelector('.news').textContent = this.#first.loading;
  };

  async #start() {
    this.#watch?.disconnect();
    this.#watch = undefined;
    const turn = (this.#turn += 1);
    const isStale = () => turn !== this.#turn;
    try {
      const [{ open }, [paths, texts]] = await Promise.all([engine(), this.#bundle().then(read)]);
      if (isStale()) return;
      this.#visit ??= open({
        element: this,
        tell: (name, detail) => this.#tell(name, detail),
        fail: (problem) => this.#fail('crashed', problem),
        leave: () => this.#end(),
        back: () => this.isConnected && this.connectedCallback(),
        flee: () => this.#flee(),
        /** Another language, for when it is chosen: after the first answer nothing is loaded any more. */
        preload: async (tag, isOver) => {
          const paths = await ours(tags(tag));
          return isOver() || read(paths);
        },
        /** The interview is in place: what was pressed before can be done. */
        live: () => {
          this.#isLive = true;
          return this.#pressed;
        },
      });
      this.#visit.begin(paths, texts, [this.getAttribute('place') ?? '', this.#level(), `${this.#address('exit-url') ?? ''}`]);
    } catch (problem) {
      if (!isStale()) this.#fail(problem.code ?? 'crashed', problem);
    }
  }

  #end() {
    this.#turn += 1;
    this.#watch?.disconnect();
    this.#visit?.end();
    this.#height = 0;
    this.#visit = this.#watch = this.#failed = this.#pressed = this.#isShown = this.#isLive = undefined;
    this.#root.replaceChildren();
  }

  #retry() {
    this.#begin(this.#first);
    this.#start();
  }

  /** Shows who can be called, and the page's own fallback; an interview that lives goes on as it was. */
  #fail(code, problem) {
    const isCrash = code === 'crashed';
    console.error(`${NAME}: ${code}`, problem?.cause ?? problem);
    this.#tell('error', { code });
    if (this.#isLive && !isCrash) return;
    this.#turn += 1;
    this.#failed = code;
    this.#visit?.end();
    this.#visit = this.#isLive = undefined;
    const hadFocus = this.#root.activeElement;
    this.#root.replaceChildren(sorry(this.#first, this.#level(), !isCrash && (() => this.#retry())));
    if (hadFocus) this.focus();
  }

  #tell(name, detail = {}) {
    // Later: a listener of the page may call us, or throw, and neither may happen in the middle of a render.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(`${NAME}:${name}`, { bubbles: true, composed: true, detail })));
  }

  /** The quick exit: nothing stays on the screen, and 'back' doesn't lead here. Out of a frame too, where that is allowed. */
  #flee() {
    const to = this.#address('exit-url');
    if (!to) return;
    this.#end();
    try {
      top.location.replace(to);
    } catch {
      location.replace(to);
    }
  }

  /** The catalogue and its places: beside this module, or where the page says. */
  async #bundle() {
    if (!this.getAttribute('catalogue')) return ours(spoken(this));
    const own = this.#address('catalogue');
    if (!own) throw failure('catalogue-blocked');
    return [own, new URL('places.json', own)];
  }

  /** What an attribute names, if that is on the web. */
  #address(name) {
    try {
      const url = new URL(this.getAttribute(name), document.baseURI);
      if (this.getAttribute(name) && /^https?:$/.test(url.protocol)) return url;
    } catch {} // The interview tells, when it begins.
  }

  #level() {
    const [level] = /^[2-6]$/.exec(this.getAttribute('heading-level')) ?? [2];
    return +level;
  }
}

const define = () => {
  const known = customElements.get(NAME) ?? customElements.define(NAME, MantelWijzer);
  if (known && known !== MantelWijzer) console.warn(`${NAME}: is here already`);
};
// The page is laid out first, by itself: to ask for a height before that would do it here, in one long task. A tab behind
// another and a frame out of sight have no frames: there nothing is waited for long.
requestAnimationFrame(() => setTimeout(define));
setTimeout(define, 300);
