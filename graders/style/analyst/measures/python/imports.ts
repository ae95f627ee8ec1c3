import type { ImportFound } from '../shape.ts';
import { at, type Node } from './tree.ts';

/** Functions that import what they are told by a text. */
const IMPORTERS = new Set(['__import__', 'importlib.import_module', 'import_module']);

/** What a node imports. `typeOnly`: it stands where only type checkers come by. */
export function importsIn(node: Node, text: string, line: number, typeOnly: boolean): ImportFound[] {
  const say = (part: Node | null): string =>
    part === null ? '' : text.slice(part.start, part.end).replace(/\s/g, '').slice(0, 300);
  const found = (source: string, names: string[]): ImportFound => ({ source, names, typeOnly, line });
  const names = node.children
    .filter(({ field }) => field === 'name')
    .map((child) => say(child.type === 'aliased_import' ? at(child, 'name') : child));
  if (node.type === 'import_statement') return names.map((name) => found(name, []));
  if (node.type === 'import_from_statement') {
    const everything = node.children.some(({ type }) => type === 'wildcard_import');
    return [found(say(at(node, 'module_name')), everything ? ['*'] : names.slice(0, 200))];
  }
  if (node.type === 'call' && IMPORTERS.has(say(at(node, 'function')))) {
    const [first] = at(node, 'arguments')?.children.filter(({ type }) => !/^[(,)]$/.test(type)) ?? [];
    const name = first?.type === 'string' ? contentOf(first, text) : '';
    return /^\.*[\p{L}\p{N}_.]+$/u.test(name) ? [found(name, [])] : [];
  }
  return [];
}

/** `if TYPE_CHECKING:`, under any name of the module `typing`. */
export function isForTypes(node: Node, text: string): boolean {
  const condition = node.type === 'if_statement' ? at(node, 'condition') : null;
  return condition !== null && /^(?:\w+\.)?TYPE_CHECKING$/.test(text.slice(condition.start, condition.end));
}

function contentOf(string: Node, text: string): string {
  const parts = string.children.filter(({ type }) => type !== 'string_start' && type !== 'string_end');
  return parts.every(({ type }) => type === 'string_content')
    ? parts
        .map(({ start, end }) => text.slice(start, end))
        .join('')
        .slice(0, 300)
    : '';
}
