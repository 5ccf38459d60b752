// The part of the form for the looks: presets to begin with, colours of one's own, corners, type.
import { colours } from './outcome.js';
import { hex, typed, verdict } from './colour.js';

const labels = {
  ground: ['Achtergrond', 'waar alles op staat'],
  ink: ['Tekst', 'op de achtergrond', 'ground'],
  main: ['Accent', 'links, iconen en randen', 'ground'],
  button: ['Knop', 'de belangrijkste knop'],
  'on-main': ['Tekst op de knop', 'in de belangrijkste knop', 'button'],
};

/** An element with these attributes and children. */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The custom properties of a preset's file. */
function read({ name, css }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const [{ style }] = sheet.cssRules;
  return { name, properties: Object.fromEntries([...style].map((key) => [key, style.getPropertyValue(key).trim()])) };
}

function card(preset, changed) {
  const input = make('input', { type: 'radio', name: 'preset', value: preset?.name ?? '' });
  input.checked = !preset;
  input.addEventListener('change', changed);
  const swatch = make('span', { class: 'swatch', 'aria-hidden': 'true' }, ...['ground', 'button', 'main', 'second'].map((look) => {
    const dot = make('i');
    const value = (key) => preset?.properties[`--mantel-wijzer-${key}`];
    dot.style.background = (look === 'button' ? value('button') ?? value('main') : value(look)) ?? '';
    return dot;
  }));
  const title = preset ? preset.name[0].toUpperCase() + preset.name.slice(1) : 'Mantelwijzer';
  return make('label', { class: 'preset' }, input, swatch, make('span', {}, title));
}

function row(look, changed) {
  const [title, hint, ground] = labels[look];
  const field = make('input', { type: 'text', id: `hex-${look}`, inputmode: 'text', spellcheck: 'false', autocomplete: 'off', maxlength: '7', 'aria-describedby': `hint-${look} verdict-${look}` });
  const picker = make('input', { type: 'color', 'aria-label': `${title}: kies een kleur` });
  const reset = make('button', { type: 'button', class: 'plain' }, 'Terugzetten');
  reset.setAttribute('aria-label', `${title} terugzetten`);
  const words = make('p', { class: 'verdict', id: `verdict-${look}`, 'aria-live': 'polite' });
  const entry = { look, ground, field, picker, reset, words, own: undefined };
  const set = (value) => ((entry.own = value), changed());
  picker.addEventListener('input', () => ((field.value = picker.value), set(picker.value)));
  field.addEventListener('input', () => {
    const found = typed(field.value);
    field.toggleAttribute('aria-invalid', Boolean(field.value) && !found);
    if (found || !field.value) set(found);
  });
  reset.addEventListener('click', () => ((field.value = ''), field.removeAttribute('aria-invalid'), field.focus(), set(undefined)));
  entry.set = (value) => ((field.value = value), set(value));
  entry.node = make(
    'div',
    { class: 'colour' },
    make('label', { for: `hex-${look}` }, title, ' ', make('span', { class: 'hint', id: `hint-${look}` }, hint)),
    make('div', { class: 'pair' }, picker, field, reset),
    words,
  );
  return entry;
}

/** Puts the choices into the form. `read()` says what is chosen, `judge()` what people will be able to read. */
export function looks({ presets, form, changed }) {
  const known = presets.map(read);
  form.querySelector('#presets').append(card(undefined, changed), ...known.map((preset) => card(preset, changed)));
  const rows = colours.map((look) => row(look, changed));
  form.querySelector('#colours').append(...rows.map(({ node }) => node));
  const [round, font, family] = ['#round', '#font', '#family'].map((id) => form.querySelector(id));
  const reset = form.querySelector('#round-reset');
  const sized = () => {
    form.querySelector('#round-value').value = round.dataset.set ? `${round.value} px` : 'zoals het uitgangspunt';
    reset.hidden = !round.dataset.set;
  };
  round.addEventListener('input', () => ((round.dataset.set = 'yes'), sized(), changed()));
  reset.addEventListener('click', () => (delete round.dataset.set, (round.value = 16), round.focus(), sized(), changed()));
  sized();
  const typeface = () => (font.value === 'own' ? family.value.trim() : font.value);

  return {
    read: () => {
      const own = Object.fromEntries(rows.filter(({ own }) => own).map(({ look, own }) => [look, own]));
      if (round.dataset.set) own.round = `${round.value}px`;
      const type = typeface();
      const isType = type && CSS.supports('font-family', type);
      family.toggleAttribute('aria-invalid', Boolean(type) && !isType);
      family.closest('.field').hidden = font.value !== 'own';
      if (isType) own.font = type;
      return { own, preset: known.find(({ name }) => name === form.elements.preset.value) };
    },
    // Gives the names of what can't be read.
    judge: (shown) => {
      const poor = [];
      for (const { look, ground, field, picker, reset, words, own, set } of rows) {
        const value = hex(shown[look]);
        picker.value = value;
        field.placeholder = value;
        reset.hidden = !own;
        if (!ground) continue;
        const { isGood, text, instead } = verdict(value, hex(shown[ground]));
        if (!isGood) poor.push(labels[look][0]);
        if (words.dataset.said === `${text}${instead}`) continue;
        words.dataset.said = `${text}${instead}`;
        words.dataset.good = isGood;
        words.replaceChildren(text);
        if (!instead) continue;
        const take = make('button', { type: 'button', class: 'plain' }, `Neem ${instead}`);
        take.addEventListener('click', () => (set(instead), field.focus()));
        words.append(' ', take);
      }
      return poor;
    },
  };
}
