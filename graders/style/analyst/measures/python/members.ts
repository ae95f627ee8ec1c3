import type { Members, Method } from '../cohesion.ts';
import { at, type Node, walk } from './tree.ts';

/** They make an object, and so have to do with all of it. */
const MAKERS = new Set(['__init__', '__new__', '__post_init__', '__init_subclass__', '__class_getitem__']);
/** What the language calls. */
const SPECIAL = /^__\w+__$/;
const OF_THE_CLASS = /^@(?:staticmethod|classmethod)$/;
const ACCESSOR = /^@(?:property|(?:functools\.)?cached_property|\w+\.(?:setter|getter|deleter))$/;

/** The methods of a class, without what makes an object and what belongs to none. */
export function membersOf(node: Node, text: string): Members {
  const say = (part: Node | null): string => (part === null ? '' : text.slice(part.start, part.end));
  const methods: Method[] = [];
  const own = new Set<string>();
  for (const element of at(node, 'body')?.children ?? []) {
    const decorated = element.type === 'decorated_definition';
    const definition = decorated ? at(element, 'definition') : element;
    if (definition === null) continue;
    for (const name of assignedIn(definition, say)) own.add(name);
    if (definition.type !== 'function_definition') continue;
    const decorators = decorated
      ? element.children.filter(({ type }) => type === 'decorator').map((one) => say(one).replace(/\s/g, ''))
      : [];
    if (decorators.some((decorator) => OF_THE_CLASS.test(decorator))) continue;
    const name = say(at(definition, 'name'));
    own.add(name);
    const { uses, assigned } = usesOf(definition, say);
    for (const field of assigned) own.add(field);
    if (MAKERS.has(name)) continue;
    const accessor =
      decorators.some((decorator) => ACCESSOR.test(decorator)) || isPlainAccess(definition, uses);
    methods.push({ name, joining: accessor || SPECIAL.test(name), uses });
  }
  return { methods, own, extending: isExtending(node, say) };
}

function isExtending(node: Node, say: (node: Node) => string): boolean {
  const parents = at(node, 'superclasses')?.children ?? [];
  return parents.some(
    (parent) => !/^[(,)]$|^comment$|^keyword_argument$/.test(parent.type) && say(parent) !== 'object',
  );
}

/** What the class itself says that its objects have: `limit = 3`, `name: str`. */
function assignedIn(element: Node, say: (node: Node) => string): string[] {
  if (element.type !== 'expression_statement') return [];
  const left = at(element.children[0], 'left');
  return left?.type === 'identifier' ? [say(left)] : [];
}

/** Which members of its object a method names, under the name of its first parameter. */
function usesOf(method: Node, say: (node: Node) => string): { uses: Set<string>; assigned: Set<string> } {
  const uses = new Set<string>();
  const assigned = new Set<string>();
  const [first] = (at(method, 'parameters')?.children ?? []).filter(({ type }) => !/^[(,)]$/.test(type));
  const receiver = first?.type === 'identifier' ? first : (at(first, 'name') ?? first?.children[0]);
  const self = receiver?.type === 'identifier' ? say(receiver) : null;
  walk(method, true, (node) => {
    if (node.type === 'class_definition') return null;
    const [object, attribute] = [at(node, 'object'), at(node, 'attribute')];
    if (node.type !== 'attribute' || object === null || attribute === null) return true;
    if (object.type !== 'identifier' || say(object) !== self) return true;
    uses.add(say(attribute));
    if (node.field === 'left') assigned.add(say(attribute));
    return true;
  });
  return { uses, assigned };
}

/** Whether a method does no more than to hand out a field, or to set it. */
function isPlainAccess(method: Node, uses: ReadonlySet<string>): boolean {
  const statements = (at(method, 'body')?.children ?? []).filter(
    (one) => one.type !== 'comment' && !isText(one),
  );
  const [statement, ...more] = statements;
  if (uses.size !== 1 || statement === undefined || more.length > 0) return false;
  const [inner, value] = statement.children;
  if (statement.type === 'return_statement') return isField(value);
  return inner?.type === 'assignment' && isField(at(inner, 'left'));
}

/** `self.a`, and not `self.a.b`. */
function isField(node: Node | null | undefined): boolean {
  return node?.type === 'attribute' && at(node, 'object')?.type === 'identifier';
}

/** A statement that is nothing but a text: documentation, or a comment in its place. */
export function isText({ type, children }: Node): boolean {
  return type === 'expression_statement' && children.length === 1 && isString(children[0]);
}

function isString(node: Node | undefined): boolean {
  return node?.type === 'string' || node?.type === 'concatenated_string';
}
