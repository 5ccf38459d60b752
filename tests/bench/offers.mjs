// A catalogue as large as one likes: the real offers, and variations of them under new ids.
// Each variation is to be had elsewhere, and asks for other options or another age, so rules stay as real ones are.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from './random.mjs';
import { around, folder, municipalities, offersOf, question, regions } from './real.mjs';

const PER_PARTNER = 250;

/** Writes a catalogue of so many offers into a folder. */
export function write(count, into) {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(join(into, 'partners'), { recursive: true });
  for (const name of ['questionnaire.json', 'regions.json', 'guide.json', 'partners', 'languages'])
    cpSync(join(folder, name), join(into, name), { recursive: true });
  const real = offersOf(folder);
  const made = Array.from({ length: count - real.length }, (_, place) => vary(real[place % real.length], place));
  for (let start = 0; start < made.length; start += PER_PARTNER) {
    const id = `made-${String(start / PER_PARTNER).padStart(4, '0')}`;
    const file = { format: 1, partner: { id, name: { nl: id }, about: { nl: 'Verzonnen (uit: Naar een nieuwe mantelzorg, 2021, CC BY 4.0)' } }, offers: made.slice(start, start + PER_PARTNER) };
    writeFileSync(join(into, 'partners', `${id}.json`), JSON.stringify(file));
  }
}

/** The same help as another organisation might give it. */
function vary(offer, place) {
  const chance = random(place + 1);
  const { urgent_when, line, ...kept } = structuredClone(offer); // a country doesn't have a thousand helplines
  // A rule that names places of its own goes with its area.
  const hasPlaces = JSON.stringify([offer.eligibility, offer.typical_for]).includes('place-in');
  const area = { whose: offer.area.whose, regions: hasPlaces ? offer.area.regions : elsewhere(offer.area.regions, chance) };
  const near = around(area.regions[0])[0];
  return {
    ...kept,
    id: `made-${String(place).padStart(6, '0')}`,
    name: { nl: `${offer.name.nl} (${place + 1})` },
    area,
    eligibility: otherwise(offer.eligibility, chance),
    ...(offer.typical_for && { typical_for: otherwise(offer.typical_for, chance) }),
    contact: { ...offer.contact, website: `https://example.org/${near}/${place}` },
  };
}

const lying = (all, country) => all.map(({ id }) => id).filter((id) => around(id).at(-1) === country && id !== country);
const larger = regions.filter((region) => !municipalities.includes(region));
const inside = Object.fromEntries(['be', 'nl'].map((id) => [id, { towns: lying(municipalities, id), provinces: lying(larger, id) }]));

/** In six of ten cases a few municipalities of the same country, in two a province; else where it was. */
function elsewhere(ids, chance) {
  const { towns, provinces } = inside[around(ids[0]).at(-1)];
  const dice = chance.below(10);
  if (dice < 6) return chance.some(towns, 1, 3);
  return dice < 8 ? [chance.pick(provinces)] : ids;
}

/** The same rule with here and there another option; a threshold moves to another border between two answers. */
function otherwise(rule, chance) {
  const [[kind, part]] = Object.entries(rule);
  const other = (id) => {
    const { options } = question.get(part.question);
    return chance.chance(30) ? chance.pick(options.filter(({ alone }) => !alone)).id : id;
  };
  switch (kind) {
    case 'all':
    case 'any':
      return { [kind]: part.map((one) => otherwise(one, chance)) };
    case 'not':
      return { not: otherwise(part, chance) };
    case 'is':
      return { is: { ...part, option: other(part.option) } };
    case 'any-of':
    case 'all-of':
      return { [kind]: { ...part, options: [...new Set(part.options.map(other))] } };
    case 'at-least':
    case 'below':
      return { [kind]: { ...part, number: threshold(part, kind, chance) } };
    default:
      return rule;
  }
}

/** Lower bounds go down and upper bounds go up: no rule becomes one that nobody can meet. */
function threshold({ question: id, number }, kind, chance) {
  const borders = question.get(id).options.map(({ from }) => from).filter((from) => from > 0);
  const wider = borders.filter((border) => (kind === 'below' ? border >= number : border <= number));
  return wider.length > 0 ? chance.pick(wider) : number;
}
