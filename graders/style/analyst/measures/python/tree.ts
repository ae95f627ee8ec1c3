import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

// Ruff says whether a text is Python, and hands out no tree of it. This parser does, and nests no calls.

/** A node of a tree as tree-sitter-python describes it; offsets are those of the text. */
export interface Node {
  type: string;
  /** What it is to its parent, such as `name`. */
  field: string | null;
  start: number;
  end: number;
  parent: Node | null;
  children: Node[];
}

await Parser.init();
const parser = new Parser();
parser.setLanguage(
  await Language.load(createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm')),
);

/** Null if the parser gives up. */
export function treeOf(text: string): Node | null {
  const tree = parser.parse(text);
  if (tree === null) return null;
  const cursor = tree.walk();
  const here = (parent: Node | null): Node => {
    const node: Node = {
      type: cursor.nodeType,
      field: cursor.currentFieldName,
      start: cursor.startIndex,
      end: cursor.endIndex,
      parent,
      children: [],
    };
    parent?.children.push(node);
    return node;
  };
  try {
    const root = here(null);
    for (let node: Node | null = root; node !== null;) {
      if (cursor.gotoFirstChild()) node = here(node);
      else {
        while (node !== null && !cursor.gotoNextSibling()) {
          cursor.gotoParent();
          node = node.parent;
        }
        if (node !== null) node = here(node.parent);
      }
    }
    return root;
  } finally {
    cursor.delete();
    tree.delete();
  }
}

/** The first child that is this to its parent. */
export function at(node: Node | null | undefined, field: string): Node | null {
  return node?.children.find((child) => child.field === field) ?? null;
}

/**
 * Goes through a tree in the order of its text. `visit` says what the children of a node are told, or null if nobody
 * is to look at them.
 */
export function walk<Told>(root: Node, told: Told, visit: (node: Node, told: Told) => Told | null): void {
  const open: { node: Node; told: Told }[] = [{ node: root, told }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const further = visit(next.node, next.told);
    if (further === null) continue;
    for (const child of next.node.children.toReversed()) open.push({ node: child, told: further });
  }
}
