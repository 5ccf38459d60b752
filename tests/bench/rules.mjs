// An offer's rule in the words of others: JsonLogic, json-rules-engine, SurveyJS. Area and validity are part of it.
import { question, region } from './real.mjs';

/** The whole rule as one of six kinds: a constant, `all`, `any`, `not`, a comparison of a number, a choice. */
export function whole({ area, eligibility, valid }, today) {
  const { whose, regions } = area;
  const asked = { carer: ['carer-place'], recipient: ['recipient-place'], either: ['carer-place', 'recipient-place'] }[whose];
  const near = { any: asked.map((question) => ({ 'place-in': { question, regions } })) };
  return simple({ all: [...(valid ? [{ today: valid }] : []), near, eligibility] }, today);
}

const join = (kind, parts) => {
  const neutral = kind === 'all';
  if (parts.includes(!neutral)) return !neutral;
  const left = parts.filter((part) => part !== neutral);
  return left.length === 0 ? neutral : left.length === 1 ? left[0] : { [kind]: left };
};

function simple(rule, today) {
  const [[kind, part]] = Object.entries(rule);
  const has = (id) => ({ has: id, of: part.question });
  switch (kind) {
    case 'all':
    case 'any':
      return join(kind, part.map((one) => simple(one, today)));
    case 'not': {
      const inner = simple(part, today);
      return typeof inner === 'boolean' ? !inner : { not: inner };
    }
    case 'is':
      return choice({ ...part, options: [part.option] }, 'any');
    case 'any-of':
      return choice(part, 'any');
    case 'all-of':
      return choice(part, 'all');
    case 'at-least':
      return { from: part.number, of: part.question };
    case 'below':
      return { below: part.number, of: part.question };
    case 'place-in':
      return join('any', part.regions.map((id) => has(region(id).id)));
    case 'today':
      return (part.from ?? '') <= today && today <= (part.until ?? '9');
    default:
      throw new Error(`no such rule: ${kind}`);
  }
}

function choice({ question: id, options: ids }, joined) {
  const { kind, options } = question.get(id);
  if (kind === 'multi') return join(joined, ids.map((one) => ({ has: one, of: id })));
  if (kind === 'single') return join(joined, [{ among: ids, of: id }]);
  const spans = ids.map((one) => options.find((option) => option.id === one));
  return join(joined, spans.map(({ from, to }) => ({ all: [{ from, of: id }, { below: to, of: id }] })));
}

/** For json-logic-js and datalogic-rs. */
export function jsonLogic(rule) {
  if (typeof rule === 'boolean') return rule;
  const given = { var: rule.of };
  if (rule.all) return { and: rule.all.map(jsonLogic) };
  if (rule.any) return { or: rule.any.map(jsonLogic) };
  if (rule.not) return { '!': [jsonLogic(rule.not)] };
  if ('has' in rule) return { in: [rule.has, given] };
  if ('from' in rule) return { '>=': [given, rule.from] };
  if ('below' in rule) return { '<': [given, rule.below] };
  return rule.among.length === 1 ? { '==': [given, rule.among[0]] } : { in: [given, rule.among] };
}

/** For json-rules-engine, which wants a list outermost. */
export function conditions(rule) {
  if (rule === true) return { all: [] };
  const inner = condition(rule);
  return 'fact' in inner ? { all: [inner] } : inner;
}

function condition(rule) {
  if (rule === false) return { fact: 'carer-place', operator: 'equal', value: 'nowhere' };
  if (rule.all) return { all: rule.all.map(condition) };
  if (rule.any) return { any: rule.any.map(condition) };
  if (rule.not) return { not: condition(rule.not) };
  const compare = (operator, value) => ({ fact: rule.of, operator, value });
  if ('has' in rule) return compare('contains', rule.has);
  if ('from' in rule) return compare('greaterThanInclusive', rule.from);
  if ('below' in rule) return compare('lessThan', rule.below);
  return rule.among.length === 1 ? compare('equal', rule.among[0]) : compare('in', rule.among);
}
