// What needs the page: the focus, and what the caregiver takes along. Nothing here sends or stores anything by itself.

const KINDS = { html: 'text/html', ics: 'text/calendar', json: 'application/json' };

/**
 * Takes the focus to the heading of a new screen, or to an offer on it that the person left for a question.
 * From the top of the screen, so that help for this very moment is in sight.
 */
export function arrive(root, offer) {
  const card = offer && root.querySelector(`[data-offer="${offer}"]`);
  if (card) {
    card.closest('details.more')?.setAttribute('open', '');
    card.focus();
  } else {
    root.querySelector('.title')?.focus({ preventScroll: true });
    root.querySelector('.screen')?.scrollIntoView({ behavior: 'instant' });
  }
}

/** Prints this element alone, also out of another shadow root; the rest of the page is left out for as long as it takes. */
export function print(element) {
  const alone = new CSSStyleSheet();
  const mark = '[data-printing]';
  alone.replaceSync(`@media print{:not(html,head,body,:has(${mark}),${mark}){display:none!important}}`);
  const hosts = [];
  for (let host = element; host; host = host.getRootNode().host) hosts.push(host);
  const roots = hosts.map((host) => host.getRootNode());
  hosts.forEach((host) => (host.dataset.printing = ''));
  roots.forEach((root) => (root.adoptedStyleSheets = [...root.adoptedStyleSheets, alone]));
  const after = () => {
    hosts.forEach((host) => delete host.dataset.printing);
    roots.forEach((root) => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== alone)));
  };
  window.addEventListener('afterprint', after, { once: true });
  window.print();
}

export function save(name, kind, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${KINDS[kind]};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether the text was copied. */
export const copy = (text) =>
  Promise.resolve(navigator.clipboard?.writeText(text)).then(() => Boolean(navigator.clipboard), () => false);

/** The text of a file that the caregiver chooses. */
export const choose = () =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => input.files[0]?.slice(0, 2_000_000).text().then(resolve));
    input.click();
  });
