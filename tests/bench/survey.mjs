// The same interview as a form builder shows it: our questions, texts and conditions as the JSON of SurveyJS.
import { around, municipalities, question, questions } from './real.mjs';
import { whole } from './rules.mjs';

const dutch = (text) => text && (text['nl-BE'] ?? text.nl);
const named = (region) => dutch(region.name) ?? Object.values(region.name)[0];

/** The questions on pages as the widget shows them; with offers, a last page on which each stands under its rule. */
export function survey(offers, today, { withOffers = false } = {}) {
  const pages = new Map();
  for (const asked of questions) {
    const name = asked.group ?? asked.id;
    if (!pages.has(name)) pages.set(name, { name, elements: [] });
    pages.get(name).elements.push(element(asked, condition(asked, offers, today)));
  }
  const results = { name: 'results', elements: offers.map((offer) => shown(offer, today)) };
  return {
    locale: 'nl',
    showQuestionNumbers: false,
    pageNextText: 'Verder',
    pagePrevText: 'Terug',
    completeText: 'Toon wat past',
    pages: [...pages.values(), ...(withOffers ? [results] : [])],
  };
}

const kinds = { place: 'dropdown', multi: 'checkbox', single: 'radiogroup', range: 'radiogroup' };

function element({ id, kind, text, hint, why, options }, visibleIf) {
  const choice = (option) => ({ value: option.id, text: dutch(option.text) });
  const none = options?.find(({ alone }) => alone);
  const places = () => municipalities.map((region) => ({ value: region.id, text: named(region) }));
  return {
    type: kinds[kind],
    name: id,
    title: dutch(text),
    description: [dutch(hint), dutch(why)].filter(Boolean).join(' '),
    choices: kind === 'place' ? places() : options.filter((option) => option !== none || kind !== 'multi').map(choice),
    ...(none && kind === 'multi' && { showNoneItem: true, noneText: dutch(none.text) }),
    ...(visibleIf && { visibleIf }),
  };
}

/** A question matters when one of the chosen needs has an offer that names it, in the country where one lives. */
function condition({ id, kind, eased_by: eases = [] }, offers, today) {
  if (kind === 'place' || id === 'needs') return undefined;
  const names = (offer) => JSON.stringify([whole(offer, today), offer.typical_for ?? '']).includes(`"${id}"`);
  const eased = (offer) => offer.needs.some(({ need }) => eases.includes(need));
  const ranks = (offer) => id === 'phase' && offer.phases.length < question.get('phase').options.length;
  const naming = offers.filter((offer) => names(offer) || eased(offer) || ranks(offer));
  const needs = [...new Set(naming.flatMap((offer) => offer.needs.map(({ need }) => need)))];
  const countries = [...new Set(naming.flatMap((offer) => offer.area.regions.map((region) => around(region).at(-1))))];
  const wanted = needs.length > 0 ? [`({needs} empty or {needs} anyof ${JSON.stringify(needs)})`] : [];
  const here = countries.length === 1 ? [`{carer-place} contains '${countries[0]}-'`] : [];
  return [...wanted, ...here].join(' and ') || undefined;
}

/** The page of the survey keeps `around-…`: every region that a place lies in. */
function shown(offer, today) {
  const rule = expression(whole(offer, today));
  const html = `<h3>${dutch(offer.name)}</h3><p>${dutch(offer.gives)}</p><p>${dutch(offer.first_step)}</p>`;
  return { type: 'html', name: offer.id, html, ...(rule && { visibleIf: rule }) };
}

function expression(rule) {
  if (typeof rule === 'boolean') return rule ? '' : '1 = 2';
  if (rule.all) return rule.all.map((part) => `(${expression(part)})`).join(' and ');
  if (rule.any) return rule.any.map((part) => `(${expression(part)})`).join(' or ');
  if (rule.not) return `!(${expression(rule.not)})`;
  const { kind, options } = question.get(rule.of);
  if ('has' in rule) return `{${kind === 'place' ? 'around-' : ''}${rule.of}} contains '${rule.has}'`;
  if (rule.among) return `{${rule.of}} anyof ${JSON.stringify(rule.among)}`;
  const fits = ({ from, to }) => ('from' in rule ? to > rule.from : from < rule.below);
  return `{${rule.of}} anyof ${JSON.stringify(options.filter(fits).map(({ id }) => id))}`;
}

/** For a place every region it lies in. */
export const lying = () => Object.fromEntries(municipalities.map(({ id }) => [id, around(id)]));
