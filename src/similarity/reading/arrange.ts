import type { Part, Piece, Said } from './grammar.ts';

type Make<T> = (symbol: string, word?: string) => T;

const piece = <T>(tokens: T[], pivot: number | null = null): Piece<T> => ({ tokens, pivot });

/** This is where reading spends its time: what is one already is not copied. */
function all<T>(parts: readonly Part<T>[]): T[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  if (others.length === 0) return first.tokens;
  const tokens = [...first.tokens];
  for (const part of others) for (const token of part.tokens) tokens.push(token);
  return tokens;
}

const inField = <T>(parts: readonly Part<T>[], ...fields: string[]): T[] =>
  all(parts.filter(({ field }) => field !== null && fields.includes(field)));

const outside = <T>(parts: readonly Part<T>[], field: string): T[] =>
  all(parts.filter((part) => part.field !== field));

/** Parts as they stand. What only stands in brackets is what it is without them. */
export function inOrder<T>(parts: readonly Part<T>[]): Piece<T> {
  const speaking = parts.filter(({ tokens }) => tokens.length > 0);
  return piece(all(speaking), speaking.length === 1 ? (speaking[0]?.pivot ?? null) : null);
}

/** Of longer ones nobody would know again what was said twice, and what is nested would grow beyond all bounds. */
const SAID_TWICE = 16;
const twice = <T>(tokens: T[]): T[] => (tokens.length > SAID_TWICE ? [] : tokens);

/** `a += b` is `a = a + b`. */
export function augmented<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const operator = inField(parts, 'operator')[0]?.symbol ?? '+=';
  const left = inField(parts, 'left');
  const sign = made(operator.replace(/=$/, ''));
  return piece([...left, made('='), ...twice(left), sign, ...inField(parts, 'right')]);
}

/** `a = b`, and `a += b` in grammars that have one kind of node for both. */
export function assigned<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const operator = inField(parts, 'operator')[0]?.symbol ?? '=';
  return operator === '=' ? inOrder(parts) : augmented(parts, made);
}

/** `a++` is `a = a + 1`. */
export function updated<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const said = all(parts);
  const operator = said.find(({ symbol }) => symbol === '++' || symbol === '--');
  const argument = said.filter((token) => token !== operator);
  const sign = made(operator?.symbol === '--' ? '-' : '+');
  return piece([...argument, made('='), ...twice(argument), sign, made('number', '1')]);
}

const TURNED: Readonly<Record<string, string>> = { '>': '<', '>=': '<=' };
const VALUES = new Set(['text', 'number', 'null', 'true', 'false']);
const isValue = ([first, second]: readonly Said[]): boolean =>
  second === undefined && VALUES.has(first?.symbol ?? '');

/** `is not` and `not in` are one operator in two words. */
function joined<T extends Said>(operators: T[], made: Make<T>): T[] {
  const [first, second] = operators.map(({ symbol }) => symbol);
  if (operators.length !== 2) return operators;
  if (first === '==' && second === '!') return [made('!=')];
  return first === '!' && second === 'in' ? [made('not in')] : operators;
}

/**
 * `a > b` is `b < a`, and `1 == a` is `a == 1`. Texts that `+` puts together are read as one text with its parts in it, so without the sign.
 */
export function compared<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const operators = joined(inField(parts, 'operator', 'operators'), made);
  const sides = parts.filter(
    ({ field, tokens }) => field !== 'operator' && field !== 'operators' && tokens.length > 0,
  );
  const [left, right] = sides.map(({ tokens }) => tokens);
  const sign = operators[0];
  if (sign === undefined || operators.length > 1 || left === undefined || right === undefined)
    return inOrder(parts);
  const turned = TURNED[sign.symbol];
  if (turned !== undefined) return piece([...right, made(turned), ...left], right.length);
  const isEquality = sign.symbol === '==' || sign.symbol === '!=';
  if (isEquality && isValue(left) && !isValue(right)) return piece([...right, sign, ...left], right.length);
  if (sign.symbol === '+' && (left.at(-1)?.symbol === 'text' || right[0]?.symbol === 'text'))
    return piece([...left, ...right]);
  return piece([...left, sign, ...right], left.length);
}

/** `!(a == b)` is `a != b`. */
export function negated<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const argument = parts.find(({ field }) => field === 'argument' || field === 'operand');
  const sign = all(parts.filter((part) => part !== argument))[0];
  if (sign?.symbol !== '!' || argument === undefined) return inOrder(parts);
  const { tokens, pivot } = argument;
  const symbol = pivot === null ? undefined : tokens[pivot]?.symbol;
  if (pivot !== null && (symbol === '==' || symbol === '!='))
    return piece(tokens.with(pivot, made(symbol === '==' ? '!=' : '==')), pivot);
  return piece([sign, ...tokens], 0);
}

/** Of a condition that says what is not: what it says of what is. Null of any other. */
function affirmed<T extends Said>({ tokens, pivot }: Part<T>, made: Make<T>): T[] | null {
  const symbol = pivot === null ? undefined : tokens[pivot]?.symbol;
  if (pivot === 0 && symbol === '!') return tokens.slice(1);
  return pivot !== null && symbol === '!=' ? tokens.with(pivot, made('==')) : null;
}

/** `if (!a) b else c` is `if (a) c else b`, and `a ? b : c` is read in the same way. What is never done is left out. */
export function conditional<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const condition = parts.find(({ field }) => field === 'condition');
  if (condition === undefined) return inOrder(parts);
  const yes = inField(parts, 'consequence');
  const no = inField(parts, 'alternative');
  const constant = condition.tokens.length === 1 ? condition.tokens[0]?.symbol : undefined;
  if (constant === 'false') return piece(no);
  if (constant === 'true') return piece(yes);
  const turned = no.length > 0 ? affirmed(condition, made) : null;
  const branches = turned === null ? [...yes, ...no] : [...no, ...yes];
  return piece([made('if'), ...(turned ?? condition.tokens), ...branches]);
}

/** Python's `a if b else c`: its parts have no names. */
export function chosen<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const [yes, condition, no] = parts.filter(({ tokens }) => tokens.length > 0);
  if (yes === undefined || condition === undefined || no === undefined) return inOrder(parts);
  return conditional(
    [
      { ...condition, field: 'condition' },
      { ...yes, field: 'consequence' },
      { ...no, field: 'alternative' },
    ],
    made,
  );
}

/** `for (a; b; c) d` is `a; while (b) { d; c }`. */
export function counted<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  return piece([
    ...inField(parts, 'initializer', 'init'),
    made('loop'),
    ...inField(parts, 'condition'),
    ...inField(parts, 'body'),
    ...inField(parts, 'increment', 'update'),
  ]);
}

/** `for (a of b) c` is read as `b.forEach(a => c)` is: what is gone through comes first. */
export function gone<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  return piece([
    made('loop'),
    ...inField(parts, 'right', 'value'),
    ...inField(parts, 'left', 'name'),
    ...inField(parts, 'body'),
  ]);
}

/** `b.forEach(a => c)` is a loop. */
export function called<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const callee = inField(parts, 'function');
  const given = outside(parts, 'function');
  if (callee.at(-1)?.word === 'forEach' && given[0]?.symbol === 'function')
    return piece([made('loop'), ...callee.slice(0, -1), ...given.slice(1)]);
  return piece([made('call'), ...callee, ...given]);
}

/** `function a(b) {}` is `a = function (b) {}`. */
export function namedFunction<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  return piece([...inField(parts, 'name'), made('='), made('function'), ...outside(parts, 'name')]);
}

/** `a => b` is `function (a) { return b }`. */
export function arrow<T extends Said>(parts: readonly Part<T>[], made: Make<T>): Piece<T> {
  const body = parts.find(({ field }) => field === 'body');
  const isBlock = body === undefined || body.type === 'statement_block' || body.type === 'block';
  const returned = isBlock ? [] : [made('return')];
  return piece([made('function'), ...outside(parts, 'body'), ...returned, ...(body?.tokens ?? [])]);
}

/** The brackets of a tag say nothing. */
export function tagged<T extends Said>(parts: readonly Part<T>[]): Piece<T> {
  return piece(all(parts.filter(({ type }) => !['<', '>', '/>', '/'].includes(type))));
}

/** What says only of what type something is, is that thing. */
export function firstAlone<T extends Said>(parts: readonly Part<T>[]): Piece<T> {
  return inOrder(parts.slice(0, 1));
}
