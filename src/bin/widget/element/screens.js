// The screen of last resort, and what it shares with the first one. Made of DOM calls: a page with Trusted Types allows nothing else.

const SVG = 'http://www.w3.org/2000/svg';

export function make(name, attributes, ...children) {
  const made = /^(svg|path)$/.test(name) ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

/** Whom to call: in the panel of the first screen, and when nothing else is left. */
export const calls = ({ lines }) =>
  make(
    'ul',
    {},
    ...lines.map(([label, purpose]) =>
      make('li', {}, make('a', { href: `tel:${label.replace(/\D/g, '')}` }, label), ' ', make('span', {}, purpose)),
    ),
  );

/** When the interview won't come: who can be called, and what the host page wrote. `again` tries once more, if that makes sense. */
export function sorry(say, level, again) {
  const next = again ? make('button', { class: 'button', 'data-action': 'restart' }, say.again) : make('p', {}, say.reload);
  next.onclick = again;
  const words = make(
    'div',
    { dir: 'auto', lang: say.lang },
    make(`h${level}`, { class: 'title', tabindex: '-1' }, say.title),
    make('p', {}, say.lead),
    calls(say),
    next,
  );
  return make('section', { class: 'sorry', 'data-screen': 'sorry' }, words, make('slot'));
}
