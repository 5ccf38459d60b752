// What a web editor takes along, out of what they chose: the lines for the page, the style, the rule for the policy. Text only.
import { frame } from '../iframe/tag.js';

/** Some colours; the rest of the widget's colours follow from them. */
export const colours = ['ground', 'ink', 'main', 'button', 'on-main'];

const name = (look) => `--mantel-wijzer-${look}`;
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const written = (pairs) => pairs.map(([key, value]) => ` ${key}="${escape(value)}"`).join('');

/** The element's attributes, those that say what would be anyway left out. */
export function attributes({ lang, place, level, exit, loading }) {
  const all = { lang, place, 'heading-level': level === '2' ? '' : level, 'exit-url': exit, loading: loading === 'lazy' ? '' : loading };
  return Object.entries(all).filter(([, value]) => value);
}

const isColoured = ({ own }) => colours.some((look) => own[look]);

/**
 * The custom properties for light and for dark. One colour of one's own is for one of the two: with such a colour there is no
 * dark any more, for nobody has seen it there.
 */
export function style({ preset = { light: {}, dark: {} }, own }) {
  const mine = Object.fromEntries(Object.entries(own).map(([look, value]) => [name(look), value]));
  const light = { ...preset.light, ...mine };
  if (isColoured({ own })) light[name('color-scheme')] = 'light';
  return { light, dark: isColoured({ own }) ? {} : Object.fromEntries(Object.entries(preset.dark).filter(([key]) => !(key in mine))) };
}

const block = (properties, indent = '') => [
  `${indent}mantel-wijzer {`,
  ...Object.entries(properties).map(([key, value]) => `${indent}  ${key}: ${value};`),
  `${indent}}`,
];

/** The style sheet, or nothing. */
export function sheet(chosen) {
  const { light, dark } = style(chosen);
  const lines = Object.keys(light).length > 0 ? block(light) : [];
  if (Object.keys(dark).length > 0) lines.push('@media (prefers-color-scheme: dark) {', ...block(dark, '  '), '}');
  return lines.join('\n');
}

/** The number as a telephone wants it: digits, and a plus in front. */
const dialled = (phone) => phone.replace(/\(0\)/, '').replace(/(?!^\+)\D/g, '');

/** What visitors see when the widget doesn't come. */
function fallback({ service, phone, place }) {
  const link = (number) => `<a href="tel:${dialled(number)}">${escape(number)}</a>`;
  const call = phone ? `Bel ons gerust: ${service ? `${escape(service)}, ` : ''}${link(phone)}.` : 'Hulp is er wel.';
  const listen = { be: `Tele-Onthaal ${link('106')}`, nl: `De Luisterlijn ${link('088 0767 000')}` };
  const near = listen[place.slice(0, 2)] ?? `in België ${listen.be}, in Nederland ${listen.nl}`;
  return `<p>Kunt u de vragen hier niet zien? ${call} Praten met iemand, dag en nacht: ${near}. Bij direct gevaar: ${link('112')}.</p>`;
}

const script = (chosen, file, how) => `<script ${how ? `${how} ` : ''}src="${escape(chosen.base + file)}" integrity="${chosen.hashes[file]}" crossorigin="anonymous"${how ? '' : ' async'}></script>`;

/** In a frame the page's style doesn't reach: there the address says it. */
function query(chosen) {
  const isOwn = isColoured(chosen);
  const theme = chosen.preset && !isOwn ? [['theme', chosen.preset.name]] : [];
  const looks = isOwn ? Object.entries(style(chosen).light).map(([key, value]) => [key.slice(name('').length), value]) : Object.entries(chosen.own);
  // When the frame is fetched is up to the frame's own attribute.
  return new URLSearchParams([...attributes({ ...chosen, loading: '' }), ...theme, ...looks]).toString();
}

/** The lines for the page. */
export function snippet(chosen) {
  if (chosen.mode === 'script') {
    return [`<mantel-wijzer${written(attributes(chosen))}>`, `  ${fallback(chosen)}`, '</mantel-wijzer>', script(chosen, 'mantel-wijzer.js', 'type="module"')].join('\n');
  }
  const said = query(chosen);
  const address = escape(`${chosen.base}embed.html${said && `?${said}`}`);
  const lines = [frame(address, { loading: chosen.loading }), fallback(chosen).replace('vragen hier', 'vragen hierboven')];
  return [...lines, ...(chosen.mode === 'frame' ? [script(chosen, 'embed.js')] : [])].join('\n');
}

/** What the page's policy has to allow. */
export function policy({ base, mode }) {
  const { origin } = new URL(base);
  const rules = {
    script: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
    frame: `frame-src ${origin}; script-src ${origin}`,
    'frame-alone': `frame-src ${origin}`,
  };
  return rules[mode];
}
