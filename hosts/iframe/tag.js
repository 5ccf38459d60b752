// The tag of the frame, for the ready snippet and for the configurator.

/** What the sandbox leaves: no origin, so no storage; but forms (the questions are one), files, paper, links, and leaving by a click, as a call does. */
const sandbox = [
  'allow-scripts',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-modals',
  'allow-downloads',
  'allow-top-navigation-to-custom-protocols',
  'allow-top-navigation-by-user-activation',
].join(' ');

const attributes = {
  title: 'Mantelwijzer: hulp vinden als u voor iemand zorgt',
  width: '100%',
  // Where embed.js isn't allowed this stays.
  height: '1300',
  // Not by style: a host's policy may refuse that.
  frameborder: '0',
  loading: 'lazy',
  referrerpolicy: 'no-referrer',
  allow: 'clipboard-write',
  sandbox,
};

/** `src` and `more` are escaped already. */
export const frame = (src, more = {}) =>
  `<iframe data-mantel-wijzer src="${src}" ${Object.entries({ ...attributes, ...more }).map(([name, value]) => `${name}="${value}"`).join(' ')}></iframe>`;
