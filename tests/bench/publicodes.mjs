// The interview as publicodes orders it: always ask what the unsettled rules mention most, until nothing is missing.
// The same offers, needs and rules; a rule that only ranks is a number that is added up when the offer fits.
import Engine from 'publicodes';
import { around, folder, offersOf, question, questions } from './real.mjs';
import { whole } from './rules.mjs';

const NONE = 'needs . no-choice';
const screenOf = (variable) => {
  const { group, id } = question.get(variable.split(' . ')[0]);
  return group ?? id;
};

/** Walks caregivers through it, one after another: how many screens each sees. */
export function screensOf(caregivers, today) {
  const rules = { needs: null, [NONE]: asked, ...Object.fromEntries(question.get('needs').options.map(({ id }) => [`needs . ${id}`, asked])) };
  const offers = offersOf(folder);
  offers.forEach((offer, place) => {
    rules[`o${place} fits`] = { 'toutes ces conditions': [serves(offer), formula(whole(offer, today), rules)] };
    if (offer.urgent_when) rules[`o${place} urgent`] = formula(whole({ ...offer, eligibility: offer.urgent_when }, today), rules);
    const typical = offer.typical_for ? [formula(whole({ ...offer, eligibility: offer.typical_for }, today), rules)] : [];
    const phase = offer.phases.length < question.get('phase').options.length ? [formula({ among: offer.phases, of: 'phase' }, rules)] : [];
    const points = [...typical, ...phase].map((holds) => ({ valeur: 1, 'applicable si': holds }));
    const loads = easing(offer).map((id) => ((rules[id] = asked), id));
    rules[`o${place} place`] = { 'applicable si': `o${place} fits`, somme: [1, ...loads, ...points] };
  });
  const engine = new Engine(rules);
  const goals = Object.keys(rules).filter((name) => / (place|urgent)$/.test(name));
  return caregivers.map(({ told }) => walk(engine, goals, rules, told));
}

const asked = { question: '?' };

const serves = ({ needs }) => ({ 'une de ces conditions': [NONE, ...needs.map(({ need }) => `needs . ${need}`)] });

/** The questions about what weighs that this offer may ease. */
const easing = ({ needs }) => questions.filter(({ eased_by: by = [] }) => needs.some(({ need }) => by.includes(need))).map(({ id }) => id);

/** A rule as a formula; the variables it names are added to the rules. */
function formula(rule, rules) {
  if (typeof rule === 'boolean') return rule ? 'oui' : 'non';
  const parts = (list) => list.map((part) => formula(part, rules));
  if (rule.all) return { 'toutes ces conditions': parts(rule.all) };
  if (rule.any) return { 'une de ces conditions': parts(rule.any) };
  if (rule.not) return { '=': [formula(rule.not, rules), 'non'] };
  if ('has' in rule) {
    rules[rule.of] = null;
    rules[`${rule.of} . ${rule.has}`] = asked;
    return `${rule.of} . ${rule.has}`;
  }
  rules[rule.of] = asked;
  if (rule.among) return { 'une de ces conditions': rule.among.map((option) => `${rule.of} = '${option}'`) };
  return 'from' in rule ? `${rule.of} >= ${rule.from}` : `${rule.of} < ${rule.below}`;
}

function walk(engine, goals, rules, told) {
  const situation = {};
  const seen = new Set();
  for (;;) {
    engine.setSituation(situation);
    const mentions = new Map();
    for (const goal of goals) {
      for (const [variable, times] of Object.entries(engine.evaluate(goal).missingVariables)) {
        const screen = screenOf(variable);
        if (!seen.has(screen)) mentions.set(screen, (mentions.get(screen) ?? 0) + times);
      }
    }
    if (mentions.size === 0) return seen.size;
    const most = Math.max(...mentions.values());
    const next = [...mentions.keys()].find((screen) => mentions.get(screen) === most);
    seen.add(next);
    for (const [variable, rule] of Object.entries(rules)) {
      if (rule !== asked || screenOf(variable) !== next) continue;
      const said = value(variable, told);
      if (said !== undefined) situation[variable] = said;
    }
  }
}

/** What a variable is when this was told; nothing when it wasn't. */
function value(variable, told) {
  const [id, part] = variable.split(' . ');
  const given = told[id];
  if (given === undefined || given === null) return undefined;
  const { kind, options } = question.get(id);
  if (variable === NONE) return given.length === 0 ? 'oui' : 'non';
  if (kind === 'place') return around(given).includes(part) ? 'oui' : 'non';
  if (kind === 'multi') return given.includes(part) ? 'oui' : 'non';
  const option = options.find(({ id }) => id === given);
  if (kind === 'range') return option.from;
  // What only ranks is added up.
  return id.startsWith('load-') ? options.indexOf(option) : `'${given}'`;
}
