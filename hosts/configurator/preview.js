// The living widget beside the form: the real one, with what is chosen. It leads nowhere: a quick exit is only told about.
import { attributes, sheet } from './outcome.js';

const looks = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks];

/** Shows what is chosen. The element heeds its attributes while it lives. */
export function preview(element, chosen) {
  looks.replaceSync(sheet(chosen));
  const wanted = new Map(attributes({ ...chosen, loading: '' }));
  wanted.set('lang', chosen.lang || 'nl');
  for (const key of ['lang', 'languages', 'place', 'heading-level', 'exit-url']) {
    if (wanted.has(key)) element.setAttribute(key, wanted.get(key));
    else element.removeAttribute(key);
  }
}

/** Colours as they are on the screen now, whoever chose them; nothing where a screen doesn't show them all. */
export function effective(element) {
  const styles = (selector) => {
    const found = element.shadowRoot?.querySelector(selector);
    return found && getComputedStyle(found);
  };
  const [screen, title, primary, link] = ['[part~="screen"]', '[part~="title"]', '[part~="primary"]', 'summary'].map(styles);
  if (!screen || !title || !primary || !link) return undefined;
  return { ground: screen.backgroundColor, ink: title.color, main: link.color, button: primary.backgroundColor, 'on-main': primary.color };
}

/** The quick exit would leave the configurator, by a click or by three times Shift: here it says where it goes. */
export function tame(element, tell) {
  const isExit = (event) => event.composedPath().some((node) => node.dataset?.action === 'exit');
  window.addEventListener('click', (event) => {
    if (!isExit(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell('Op uw website verlaat de bezoeker hier de pagina. In dit voorbeeld niet.');
  }, true);
  window.addEventListener('keydown', (event) => event.key === 'Shift' && event.stopImmediatePropagation(), true);
  element.addEventListener('mantel-wijzer:error', () => tell('Het voorbeeld laadt niet. Laad de pagina opnieuw.'));
}
