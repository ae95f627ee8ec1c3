/** A node of a tree as ESTree and typescript-eslint describe it; what it has besides depends on its type. */
export interface Node {
  type: string;
  range: [number, number];
  loc: { start: { line: number; column: number }; end: { line: number; column: number } };
  [property: string]: unknown;
}

export type Keys = Readonly<Record<string, readonly string[] | undefined>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}

/** The node that stands there, if one does. */
export function at(node: Node | null | undefined, property: string): Node | null {
  const value = node?.[property];
  return isNode(value) ? value : null;
}

/** The nodes that stand there, if some do. */
export function all(node: Node | null | undefined, property: string): Node[] {
  const value = node?.[property];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/**
 * Goes through a tree in the order of its text. `visit` says what the children of a node are told, or null if nobody
 * is to look at them. Nothing is nested here, however deep the tree is.
 */
export function walk<Told>(
  root: Node,
  keys: Keys,
  told: Told,
  visit: (node: Node, told: Told, parent: Node | null) => Told | null,
): void {
  const open: { node: Node; parent: Node | null; told: Told }[] = [{ node: root, parent: null, told }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    const further = visit(node, next.told, parent);
    if (further === null) continue;
    const children = (keys[node.type] ?? []).flatMap((key) => {
      const value = node[key];
      return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
    });
    for (const child of children.reverse()) open.push({ node: child, parent: node, told: further });
  }
}

/** The text of a literal, or of a template without anything to fill in. */
export function textOf(node: Node | null): string | null {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node?.type === 'TSLiteralType') return textOf(at(node, 'literal'));
  const [quasi, ...more] = node?.type === 'TemplateLiteral' ? all(node, 'quasis') : [];
  const value = more.length === 0 ? quasi?.['value'] : null;
  const cooked: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'cooked') : null;
  return typeof cooked === 'string' ? cooked : null;
}

/** The name of a member: of `this.a`, `this.#a`, `this['a']`, `{ a: 1 }` or `a() {}`. */
export function memberName(node: Node, property: 'key' | 'property'): string | null {
  const key = at(node, property);
  if (node['computed'] === true) return textOf(key);
  return nameOf(key) ?? textOf(key);
}

export function nameOf(node: Node | null): string | null {
  const name = node?.['name'];
  if (typeof name !== 'string') return null;
  return node?.type === 'PrivateIdentifier' ? `#${name}` : node?.type === 'Identifier' ? name : null;
}
