// The script of embed.html: gives the element what the address says before it comes to life, and tells the page around the
// frame three things and no more: how high this is, that a new screen came, and the element's events, which hold no answer.
// It works without an origin of its own (a sandbox without allow-same-origin). The build puts in THEMES (name to hash).
import { attributes, looks } from './query.js';

const here = new URL('.', location.href);
const query = new URLSearchParams(location.search);
const element = document.querySelector('mantel-wijzer');
const warn = (text) => console.warn(`mantel-wijzer: ${text}`);

/** Whether a catalogue lies with us: an address is typed by anyone, and whom to call must not come from just anywhere. */
function isOurs(address) {
  try {
    return new URL(address, here).origin === here.origin;
  } catch {
    return false;
  }
}

for (const name of attributes) {
  const value = query.get(name);
  if (!value) continue;
  if (name === 'catalogue' && !isOurs(value)) warn(`catalogue has to lie beside embed.html, not at ${value}`);
  else element.setAttribute(name, value);
}
document.documentElement.lang = element.lang || 'nl';
element.lang = document.documentElement.lang;

const theme = query.get('theme');
if (theme && Object.hasOwn(THEMES, theme)) {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: new URL(`presets/${theme}.css`, here), integrity: THEMES[theme], crossOrigin: 'anonymous' });
  document.head.append(link);
} else if (theme) {
  warn(`theme is one of ${Object.keys(THEMES).join(', ')}, not ${theme}`);
}

for (const [name, property] of Object.entries(looks)) {
  const value = query.get(name);
  if (!value) continue;
  if (CSS.supports(property, value)) element.style.setProperty(`--mantel-wijzer-${name}`, value);
  else warn(`${name} can't be ${value}`);
}
// What is behind the widget's round corners goes with it.
document.documentElement.style.colorScheme = element.style.getPropertyValue('--mantel-wijzer-color-scheme');

// To whatever page is around: who that is can't be known here, and nothing told is a secret.
const tell = (type, more) => parent === window || parent.postMessage({ type: `mantel-wijzer:${type}`, ...more }, '*');

const tellHeight = () => {
  const px = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (px > 0) tell('height', { px });
};

for (const name of ['ready', 'started', 'step', 'results', 'restarted', 'error']) {
  element.addEventListener(`mantel-wijzer:${name}`, ({ type, detail }) => {
    tellHeight();
    tell('event', { name: type, detail });
  });
}

new ResizeObserver(tellHeight).observe(document.documentElement);
// A frame out of sight isn't drawn, and then nothing is observed.
addEventListener('load', tellHeight);
// In a frame out of sight nobody is told of sizes.
customElements.whenDefined(element.localName).then(tellHeight);
// The page around may have begun to listen after the first message.
addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.type === 'mantel-wijzer:ask') tellHeight();
});

// A new screen comes with the focus on its title; coming back from a question, with the focus on an offer. The page around is
// told how far down that is, once it can be scrolled there.
element.addEventListener('focusin', (event) => {
  const [target] = event.composedPath();
  if (!target.matches('.title, [data-offer]')) return;
  const top = target.matches('.title') ? 0 : target.getBoundingClientRect().top + scrollY;
  tellHeight();
  tell('arrive', { top: Math.floor(top) });
});

// A number to call goes by the whole page. Inside the frame, a host's frame-src would put an error in place of the interview.
element.addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node.localName === 'a');
  if (link && /^(tel|mailto|sms):/.test(link.href)) link.target = '_top';
}, true);
