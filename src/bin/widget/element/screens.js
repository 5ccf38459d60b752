// The screen of last resort, and what it shares with the first one. Made of DOM calls: a page with Trusted Types allows nothing else.

/** Lines: the number as people write it, the name, and which phrase says what they are for. */
const LINES = [
  ['112', '', 'danger'],
  ['106', 'Tele-Onthaal', 'talkDutch'],
  ['107', 'Télé-Accueil', 'talkFrench'],
  ['1813', 'Zelfmoordlijn', 'suicideBelgium'],
  ['088 0767 000', 'De Luisterlijn', 'talkNetherlands'],
  ['113', 'Zelfmoordpreventie', 'suicideNetherlands'],
];

const SVG = 'http://www.w3.org/2000/svg';

export function make(name, attributes, ...children) {
  const made = /^(svg|path)$/.test(name) ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

/** Whom to call: in the panel of the first screen, and when nothing else is left. */
export const calls = (say) =>
  make(
    'ul',
    {},
    ...LINES.map(([number, name, purpose]) => {
      const href = `tel:${number.replaceAll(' ', '')}`;
      return make('li', {}, make('a', { href }, name ? `${name}: ${number}` : number), ' ', make('span', {}, say[purpose]));
    }),
  );

/** When the interview won't come: who can be called, and what the host page wrote. `again` tries once more, if that makes sense. */
export function sorry({ lang, say }, level, again) {
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
    calls(say),
    next,
  );
  return make('section', { class: 'sorry', 'data-screen': 'sorry' }, words, document.createElement('slot'));
}
