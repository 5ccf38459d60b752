// The two screens that need no Wasm. Made of DOM calls: a page with Trusted Types allows nothing else.
import { lines } from './phrases.js';

function make(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Before the interview is there: a word, and what the host page wrote inside the element. */
export function waiting(say, lang) {
  const word = make('p', { class: 'hint', role: 'status', lang }, say.loading);
  return make('div', { class: 'loading' }, word, document.createElement('slot'));
}

/** When it won't come: who can be called, and what the host page wrote. `again` tries once more, if that makes sense. */
export function sorry(say, lang, level, again) {
  const line = ([number, name, purpose]) =>
    make(
      'li',
      {},
      make('a', { href: `tel:${number.replaceAll(' ', '')}` }, name ? `${name}: ${number}` : number),
      make('span', {}, ` ${say[purpose]}`),
    );
  const next = make(again ? 'button' : 'p', {}, again ? say.again : say.reload);
  if (again) {
    next.type = 'button';
    next.className = 'button';
    next.dataset.action = 'restart';
    next.addEventListener('click', again);
  }
  const words = make(
    'div',
    { lang },
    make(`h${level}`, { class: 'title', tabindex: '-1' }, say.title),
    make('p', {}, say.lead),
    make('ul', {}, ...lines.map(line)),
    next,
  );
  return make('section', { class: 'sorry', 'data-screen': 'sorry' }, words, document.createElement('slot'));
}
