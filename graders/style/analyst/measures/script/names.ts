import { named } from '../shape.ts';
import { all, at, memberName, nameOf, type Node } from './tree.ts';

const MEMBERS = new Set(['MethodDefinition', 'PropertyDefinition', 'AccessorProperty', 'Property']);

/** What people call a function or a class: its own name, or that of what it is given to. */
export function naming(
  node: Node,
  parent: Node | null,
  inClass: string | null,
): ReturnType<typeof named> & { name: string | null } {
  const name = ownName(node, parent, inClass);
  const kind = node.type.startsWith('Class') ? 'class' : 'function';
  const taker = name === null && parent !== null ? takerOf(node, parent) : null;
  const otherwise = taker === null ? `a ${kind} without a name` : `a ${kind} that \`${taker}\` is given`;
  return { name, ...named(name, otherwise) };
}

function ownName(node: Node, parent: Node | null, inClass: string | null): string | null {
  const own = nameOf(at(node, 'id'));
  if (own !== null || parent === null) return own;
  if (node.type === 'StaticBlock') return inClass === null ? 'static' : `${inClass}.static`;
  if (MEMBERS.has(parent.type) && parent['value'] === node) {
    const member = memberName(parent, 'key');
    return member === null || parent.type === 'Property' || inClass === null
      ? member
      : `${inClass}.${member}`;
  }
  if (parent.type === 'VariableDeclarator') return nameOf(at(parent, 'id'));
  if (parent.type === 'AssignmentExpression') return lastName(at(parent, 'left'));
  return parent.type === 'ExportDefaultDeclaration' ? 'default' : null;
}

function takerOf(node: Node, parent: Node): string | null {
  const given = parent.type === 'CallExpression' || parent.type === 'NewExpression';
  if (!given || !all(parent, 'arguments').includes(node)) return null;
  const callee = at(parent, 'callee');
  const object = callee?.type === 'MemberExpression' ? nameOf(at(callee, 'object')) : null;
  const name = lastName(callee);
  const taker = object === null ? name : `${object}.${name ?? ''}`;
  return taker !== null && /^[\p{L}\p{N}_$#.]{1,60}$/u.test(taker) ? taker : null;
}

function lastName(node: Node | null): string | null {
  return node?.type === 'MemberExpression' ? memberName(node, 'property') : nameOf(node);
}
