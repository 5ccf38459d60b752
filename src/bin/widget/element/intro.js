// The first screen, out of what `prerender.rs` wrote at build time: `[tag, attributes, child...]`, a text is a string.
// The module has to stay small. So the build packs it: `[tag, class, more, child...]`, where `more` is the rest of the
// attributes, or just the action of a button; an icon is `[0, name, path]`. What is folded or seen only under a mouse comes
// with the living screen, a moment later.
import { calls, make } from './screens.js';

export function pack(node) {
  if (typeof node === 'string') return node;
  const [tag, { class: name = '', ...more }, ...children] = node;
  if (name === 'icon') return [0, more['data-icon'], children[0][1].d];
  const isButton = tag === 'button';
  if (isButton && (more.type !== tag || !name.startsWith('button '))) throw new Error(`no button of ours: ${JSON.stringify(node)}`);
  for (const later of ['title', 'rel', 'referrerpolicy', 'data-part']) delete more[later];
  const seen = name === 'about' ? children.slice(0, 1) : children;
  const rest = Object.keys(more).length > 0 ? more : 0;
  return [tag, isButton ? name.slice(7) : name, isButton ? more['data-action'] : rest, ...seen.map(pack)];
}

/** `''` where there is nothing to show. The level of headings, the way out and whom to call depend on the page. */
export function grow(node, level, exit, say) {
  if (typeof node === 'string') return node;
  const [tag, name, more, ...children] = node;
  if (!tag) {
    return make('svg', { class: 'icon', 'data-icon': name, viewBox: '0 0 24 24', 'aria-hidden': true }, make('path', { d: more }));
  }
  if (more.href === 'exit' && !exit) return '';
  const button = { type: tag, 'data-action': more, class: `button ${name}`, part: name === 'primary' ? 'button primary' : 'button' };
  const made = make(
    tag.replace(/^h(\d)/, (_, wanted) => `h${Math.min(6, +wanted + level - 2)}`),
    tag === 'button' ? button : { class: name, ...more },
    ...children.map((child) => grow(child, level, exit, say)),
  );
  if (more.href === 'exit') made.href = exit;
  if (name === 'talk-panel') made.append(calls(say));
  return made;
}
