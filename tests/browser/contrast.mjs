// Contrast as it is painted, for words of which axe can't tell what is behind them: something of a pseudo-element, or an overlap.

/** Puts the formula of WCAG 2.2 (relative luminance, contrast ratio) in the page, for colours as `getComputedStyle` writes them. */
export const measures = (page) =>
  page.evaluate(() => {
    const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    // Some are written in bytes, some as `color(srgb …)` from 0 to 1.
    const numbers = (colour) => colour.match(/[\d.]+/g).map((part, place) => (colour.startsWith('color') && place < 3 ? 255 : 1) * part);
    const ratio = (one, other) => {
      const [dark, bright] = [light(one), light(other)].sort((one, other) => one - other);
      return (bright + 0.05) / (dark + 0.05);
    };
    window.measures = { numbers, ratio };
  });

/** The words alone become unseen, so that a picture shows what is behind them; what sticks to the window would move in it. */
const UNSEEN = `*, *::before, *::after { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; transition: none !important; }
  .news { position: static !important; }`;

/**
 * Of elements (axe's targets, each through the shadow root) those whose words don't stand out from the pixels behind them. One in
 * fifty pixels may be another colour: the rim of something near.
 */
export async function paintedFinds(page, targets) {
  if (targets.length === 0) return [];
  const words = await page.evaluate(
    ({ css, targets }) => {
      const { shadowRoot: root } = document.querySelector('mantel-wijzer');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return targets.map((path) => {
        const element = path.flat().reduce((root, selector) => (root.shadowRoot ?? root).querySelector(selector), document);
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        const size = parseFloat(fontSize);
        const rects = [...element.childNodes]
          .filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim())
          .flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].map(({ left, top, width, height }) => [left + scrollX, top + scrollY, width, height]);
          });
        // A field has no text of its own that can be measured.
        const { left, top, width, height } = element.getBoundingClientRect();
        if (rects.length === 0) rects.push([left + scrollX + 6, top + scrollY + 6, width - 12, height - 12]);
        return { html: element.outerHTML.slice(0, 140), color, rects, wanted: size >= 24 || (size >= 18.66 && fontWeight >= 700) ? 3 : 4.5 };
      });
    },
    { css: UNSEEN, targets },
  );
  const picture = (await page.screenshot({ fullPage: true })).toString('base64');
  return page.evaluate(
    async ({ picture, words }) => {
      document.querySelector('mantel-wijzer').shadowRoot.adoptedStyleSheets.pop();
      const { numbers, ratio } = window.measures;
      const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
      canvas.drawImage(image, 0, 0);
      const scale = image.width / document.documentElement.clientWidth;
      return words.flatMap(({ html, color, rects, wanted }) => {
        const own = numbers(color);
        const ratios = rects.flatMap((rect) => {
          const [left, top, width, height] = rect.map((value) => Math.round(value * scale));
          const { data } = canvas.getImageData(left, top, Math.max(width, 1), Math.max(height, 1));
          const pixels = Array.from({ length: data.length / 4 }, (_, pixel) => data.subarray(pixel * 4, pixel * 4 + 4));
          return pixels.filter(([, , , alpha]) => alpha > 0).map((pixel) => ratio(own, pixel));
        });
        ratios.sort((one, other) => one - other);
        const found = ratios[Math.floor(ratios.length / 50)];
        return !(found >= wanted) ? [`contrast as painted ${found?.toFixed(2)}: ${html}`] : [];
      });
    },
    { picture, words },
  );
}
