import type { ImportFound } from '../shape.ts';
import { all, at, memberName, nameOf, type Node, textOf } from './tree.ts';

/** What names a package and nothing of the project's own. */
const PACKAGE = /^(?:[\p{L}\p{N}_-]|@[\p{L}\p{N}_-])/u;

/** What a node imports of the project, if it does so and says what in plain text. */
export function importIn(node: Node): ImportFound | null {
  const source = textOf(sourceOf(node));
  if (source === null || PACKAGE.test(source)) return null;
  return { source: source.slice(0, 300), names: [], typeOnly: isTypeOnly(node), line: node.loc.start.line };
}

function sourceOf(node: Node): Node | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return at(node, 'source');
    case 'TSImportType':
      return at(node, 'source') ?? at(node, 'argument');
    case 'TSImportEqualsDeclaration':
      return at(at(node, 'moduleReference'), 'expression');
    case 'CallExpression':
      return isRequire(at(node, 'callee')) ? (all(node, 'arguments')[0] ?? null) : null;
    default:
      return null;
  }
}

function isRequire(callee: Node | null): boolean {
  if (callee?.type !== 'MemberExpression') return nameOf(callee) === 'require';
  return nameOf(at(callee, 'object')) === 'module' && memberName(callee, 'property') === 'require';
}

/** Gone once types are: all that it names is a type, by its own words. */
function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = all(node, 'specifiers');
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type')
  );
}
