import type { Members, Method } from '../cohesion.ts';
import { all, at, type Keys, memberName, nameOf, type Node, walk } from './tree.ts';

const FUNCTIONS = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

/** What the language or a debugger calls, as it does `[Symbol.iterator]`, whose name is computed. */
const SPECIAL = new Set(['toString', 'toLocaleString', 'toJSON', 'valueOf', 'inspect']);

/** The methods of a class, without its constructor and what is static, which belong to no object. */
export function membersOf(node: Node, keys: Keys): Members {
  const elements = all(at(node, 'body'), 'body').filter((element) => element['static'] !== true);
  const methods: Method[] = [];
  const own = new Set<string>();
  for (const element of elements) {
    const name = memberName(element, 'key');
    const value = at(element, 'value');
    if (name !== null) own.add(name);
    if (value === null || !FUNCTIONS.has(value.type)) continue;
    const { uses, assigned } = usesOf(value, keys);
    for (const field of assigned) own.add(field);
    if (element['kind'] === 'constructor') {
      for (const field of parameterFields(value)) own.add(field);
      continue;
    }
    const accessor = element['kind'] === 'get' || element['kind'] === 'set' || isPlainAccess(value, uses);
    methods.push({ name, joining: accessor || name === null || SPECIAL.has(name), uses });
  }
  return { methods, own, extending: at(node, 'superClass') !== null };
}

/** Which members of its object a method names, under `this` or another name for it. */
function usesOf(method: Node, keys: Keys): { uses: Set<string>; assigned: Set<string> } {
  const uses = new Set<string>();
  const assigned = new Set<string>();
  const others = new Set<string>();
  const isThis = (node: Node | null): boolean => {
    const plain = withoutType(node);
    return plain?.type === 'ThisExpression' || others.has(nameOf(plain) ?? '');
  };
  const bind = (target: Node | null, value: Node | null): void => {
    if (withoutType(value)?.type !== 'ThisExpression') return;
    const name = nameOf(target);
    if (name !== null) others.add(name);
    for (const property of all(target, 'properties')) {
      const member = property.type === 'Property' ? memberName(property, 'key') : null;
      if (member !== null) uses.add(member);
    }
  };
  walk(method, keys, true, (node) => {
    // Another function or class has a `this` of its own; an arrow function has not.
    if (node !== method && /^(?:Function|Class)(?:Declaration|Expression)$/.test(node.type)) return null;
    if (node.type === 'VariableDeclarator') bind(at(node, 'id'), at(node, 'init'));
    if (node.type === 'AssignmentExpression') {
      bind(at(node, 'left'), at(node, 'right'));
      const field = isMember(at(node, 'left'), isThis);
      if (field !== null) assigned.add(field);
    }
    const used = isMember(node, isThis);
    if (used !== null) uses.add(used);
    return true;
  });
  return { uses, assigned };
}

/** `this`, of `this as Shop` and the like. */
function withoutType(node: Node | null): Node | null {
  const types = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeAssertion'];
  let inner = node;
  while (inner !== null && types.includes(inner.type)) inner = at(inner, 'expression');
  return inner;
}

/** A private member is this class's own, whichever object it is of. */
function isMember(node: Node | null, isThis: (node: Node | null) => boolean): string | null {
  if (node?.type !== 'MemberExpression') return null;
  const isOwn = isThis(at(node, 'object')) || at(node, 'property')?.type === 'PrivateIdentifier';
  return isOwn ? memberName(node, 'property') : null;
}

/** `constructor(private readonly limit: number)` */
function parameterFields(constructor: Node): string[] {
  return all(constructor, 'params')
    .filter(({ type }) => type === 'TSParameterProperty')
    .flatMap((property) => {
      const parameter = at(property, 'parameter');
      return nameOf(parameter) ?? nameOf(at(parameter, 'left')) ?? [];
    });
}

/** Whether a method does no more than to hand out a field, or to set it. */
function isPlainAccess(method: Node, uses: ReadonlySet<string>): boolean {
  if (uses.size !== 1) return false;
  const body = at(method, 'body');
  if (body?.type !== 'BlockStatement') return isField(body);
  const [statement, ...more] = all(body, 'body').filter(
    (one) => one.type !== 'ReturnStatement' || at(one, 'argument')?.type !== 'ThisExpression',
  );
  if (statement === undefined || more.length > 0) return false;
  if (statement.type === 'ReturnStatement') return isField(at(statement, 'argument'));
  const assignment = at(statement, 'expression');
  return assignment?.type === 'AssignmentExpression' && isField(at(assignment, 'left'));
}

/** `this.a`, and not `this.a.b`. */
function isField(node: Node | null): boolean {
  return node?.type === 'MemberExpression' && at(node, 'object')?.type === 'ThisExpression';
}
