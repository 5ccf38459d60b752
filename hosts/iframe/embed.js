// For the page around the frame: makes each `<iframe data-mantel-wijzer>` as high as what is in it, and scrolls to a new
// screen. The element's events happen on the frame. Works as a module and as a classic script; twice is as good as once.
(() => {
  const mark = Symbol.for('mantel-wijzer-embed');
  if (window[mark]) return;
  window[mark] = true;
  const frames = () => [...document.querySelectorAll('iframe[data-mantel-wijzer]')];
  // A module isn't `currentScript`. Where a bundler took this in, there is no address to compare with.
  const script = document.currentScript ?? [...document.scripts].find(({ src }) => /\/embed\.js$/.test(src));
  const home = script?.src && new URL(script.src).origin;

  const isSane = (px, least) => typeof px === 'number' && px >= least && px <= 99_999;

  addEventListener('message', ({ source, origin, data }) => {
    const kind = data?.type?.split?.('mantel-wijzer:')[1];
    const frame = kind && frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    const own = new URL(frame.src, location.href).origin;
    if ((home && own !== home) || (origin !== own && origin !== 'null')) return;
    const { px, top, name, detail } = data;
    if (kind === 'height' && isSane(px, 100)) frame.style.height = `${Math.ceil(px)}px`;
    if (kind === 'arrive' && isSane(top, 0)) {
      const away = () => frame.getBoundingClientRect().top + top;
      if (away() >= 0 && away() < innerHeight * 0.8) return;
      frame.scrollIntoView();
      if (top) scrollBy(0, away());
    }
    if (kind === 'event' && /^mantel-wijzer:[a-z]+$/.test(name)) frame.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  });
  // Frames that spoke before anyone listened.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: 'mantel-wijzer:ask' }, '*');
})();
