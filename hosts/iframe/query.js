// What the address of embed.html may say: `embed.html?lang=nl-BE&place=be-vov&theme=…&main=%231d4e89`. The frame's page reads
// it, the configurator writes it. Nothing else in an address has any meaning, and no answer ever comes into one.

/** Attributes of the element. */
export const attributes = ['lang', 'place', 'catalogue', 'heading-level', 'exit-url', 'loading', 'languages'];

const colours = [
  'main', 'button', 'main-strong', 'on-main', 'ink', 'ground', 'soft-ink', 'sheet', 'tint', 'line', 'control', 'second', 'leaf', 'stone',
  'warm', 'alarm', 'alarm-line', 'focus',
];

/** Custom properties `--mantel-wijzer-…`, each with the property whose values it takes. */
export const looks = {
  ...Object.fromEntries(colours.map((name) => [name, 'color'])),
  round: 'border-radius',
  font: 'font-family',
  'title-font': 'font-family',
  'font-size': 'font-size',
  'color-scheme': 'color-scheme',
};
