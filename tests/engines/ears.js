// The first script of every page here: keeps what the widget tells the page, and all that the browser complains of.
window.heard = { told: [], wrong: [] };
for (const name of ['ready', 'started', 'step', 'results', 'restarted', 'error'])
  document.addEventListener(`mantel-wijzer:${name}`, ({ detail }) => window.heard.told.push({ name, ...detail }));
for (const kind of ['error', 'unhandledrejection'])
  window.addEventListener(kind, ({ message, reason }) => window.heard.wrong.push(String(reason ?? message)));
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  window.heard.wrong.push(`${violatedDirective} forbids ${blockedURI}`));
for (const level of ['error', 'warn']) {
  const say = console[level];
  console[level] = (...words) => {
    window.heard.wrong.push(words.join(' '));
    say.apply(console, words);
  };
}
