// The field for the place: what is typed finds municipalities, provinces and countries by name or postcode. By mouse and by
// keys, as the pattern 'combobox' of the ARIA Authoring Practices says.

const MOST = 8;
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The regions out of `catalogue/places.json`: `[id, place of the wider one, names, other names, postcodes]`. */
function read({ regions }) {
  const called = ([, , names]) => (names.find(([lang]) => lang.startsWith('nl')) ?? names[0])[1];
  return regions.map((region) => {
    const [id, wider, names, others, postcodes] = region;
    const words = [...names.map(([, text]) => text), ...others].map(plain);
    return { id, name: called(region), within: wider === null ? 'land' : called(regions[wider]), words, postcodes };
  });
}

/** Best first: the name itself, how it begins, a word in it, a postcode. */
function search(regions, text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const rank = ({ words, postcodes }) => {
    if (words.includes(wanted)) return 0;
    if (words.some((word) => word.startsWith(wanted))) return 1;
    if (words.some((word) => word.includes(` ${wanted}`) || word.includes(`-${wanted}`))) return 2;
    return wanted.length > 2 && postcodes.some((code) => code.startsWith(wanted)) ? 3 : 9;
  };
  return regions
    .map((region) => [rank(region), region])
    .filter(([place]) => place < 9)
    .sort(([one, a], [other, b]) => one - other || a.name.localeCompare(b.name, 'nl'))
    .slice(0, MOST)
    .map(([, region]) => region);
}

/** Brings the field to life; tells the id that is chosen, or `''`. */
export function place({ input, list, news, places, chosen }) {
  const regions = read(places);
  let found = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (region) => {
    input.value = region ? region.name : '';
    input.dataset.region = region?.id ?? '';
    news.textContent = region ? `Gekozen: ${region.name} (${region.within}).` : 'De widget vraagt het aan de bezoeker.';
    close();
    chosen(region?.id ?? '');
  };
  const mark = (place) => {
    active = (place + found.length) % found.length;
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
    input.setAttribute('aria-activedescendant', list.children[active].id);
  };
  const show = () => {
    found = search(regions, input.value);
    list.replaceChildren(
      ...found.map((region, index) => {
        const option = document.createElement('li');
        Object.assign(option, { role: 'option', id: `place-${index}` });
        option.dataset.region = region.id;
        option.setAttribute('aria-selected', 'false');
        const within = document.createElement('span');
        within.textContent = region.within;
        option.append(region.name, ' ', within);
        // Before the field loses the focus.
        option.addEventListener('pointerdown', (event) => (event.preventDefault(), choose(region)));
        return option;
      }),
    );
    close();
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    if (input.value && found.length === 0) news.textContent = 'Niets gevonden. Probeer de postcode, of de naam van de provincie.';
  };

  input.addEventListener('input', () => (input.value ? show() : choose()));
  input.addEventListener('keydown', (event) => {
    const keys = {
      ArrowDown: () => (list.hidden ? show() : mark(active + 1)),
      ArrowUp: () => list.hidden || mark(active < 0 ? found.length - 1 : active - 1),
      Enter: () => list.hidden || choose(found[Math.max(active, 0)]),
      Escape: () => (list.hidden ? choose() : close()),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  // Half a name is no place: the field says what counts.
  input.addEventListener('blur', () => {
    const region = regions.find(({ id }) => id === input.dataset.region);
    close();
    if (input.value === (region?.name ?? '')) return;
    const [best] = search(regions, input.value);
    choose(best && plain(best.name) === plain(input.value.trim()) ? best : region);
  });
}
